import type { ResourceKind } from "../catalog/specification";
import { visitReferences } from "./references";
import type { Fault, FlowView } from "./rule";

/** What the ARN of a resource says of its kind: the service, and what stands before the id. */
export const KINDS: Readonly<Record<Exclude<ResourceKind, "other">, { is: RegExp; name: string }>> =
  {
    agent: { is: /^arn:[^:]*:connect:.*[/:](agent|queue\/agent)\//, name: "an agent" },
    flow: { is: /^arn:[^:]*:connect:.*[/:]contact-flow\//, name: "a flow" },
    hours: { is: /^arn:[^:]*:connect:.*[/:]operating-hours\//, name: "hours of operation" },
    lambda: { is: /^arn:[^:]*:lambda:/, name: "a Lambda function" },
    module: { is: /^arn:[^:]*:connect:.*[/:]flow-module\//, name: "a flow module" },
    prompt: { is: /^arn:[^:]*:connect:.*[/:]prompt\//, name: "a prompt" },
    queue: { is: /^arn:[^:]*:connect:.*[/:]queue\//, name: "a queue" },
    view: { is: /^arn:[^:]*:connect:.*[/:]view\//, name: "a view" },
  };

/** A complete ARN: its resource has an id. Terraform and scrubbed exports leave others. */
const COMPLETE = /^arn:[^:]*:(?:connect|lambda|lex|s3|kms|wisdom):[^${}<>]*$/;

interface Reference extends Fault {
  readonly index: number;
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly to: ResourceKind;
}

/** The references of each flow, found once for the rules that read them. */
const known = new WeakMap<FlowView, readonly Reference[]>();

/** The complete ARNs in the actions' parameters, each with its place and the kind that the parameter names. */
export function arnsOf(view: FlowView): readonly Reference[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const found: Reference[] = [];
  known.set(view, found);
  for (const { action, index, path, spec } of view.nodes) {
    for (const [key, parameter] of Object.entries(spec?.parameters ?? {})) {
      const at = `${path}.Parameters.${key}`;
      visitReferences(action.Parameters?.[key], parameter, at, (arn, where, { to }) => {
        if (COMPLETE.test(arn)) {
          found.push({ index, path: where, id: action.Identifier, arn, to, message: "" });
        }
      });
    }
  }
  return found;
}
