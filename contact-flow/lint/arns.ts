import type { ResourceKind } from "../catalog/specification";
import { inAdminGuide, onPage } from "../facts/source";
import { visitReferences } from "./references";
import { ALWAYS_WARNING, ERROR_IN_OURS, type Fault, type FlowView, type Rule } from "./rule";

/** What the ARN of a resource says of its kind: the service, and what stands before the id. */
const KINDS: Readonly<Record<Exclude<ResourceKind, "other">, { is: RegExp; name: string }>> = {
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

/** What an ARN names, in words. */
function kindOf(arn: string): string {
  const known = Object.values(KINDS).find(({ is }) => is.test(arn));
  const [, , service = "", , , ...rest] = arn.split(":");
  const noun = rest.join(":").split("/").at(-2) ?? service;
  return known?.name ?? (service === "connect" ? `a ${noun}` : `a resource of ${service}`);
}

interface Reference extends Fault {
  readonly index: number;
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly to: ResourceKind;
}

/** The references of each flow, found once for the rules that read them. */
const known = new WeakMap<FlowView, readonly Reference[]>();

function arnsOf(view: FlowView): readonly Reference[] {
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

const INSTANCE = /^arn:[^:]*:connect:([^:]*:\d*:instance\/[^/]+)/;

/** References to the wrong thing, which Connect may take and which fail the first caller. */
export const ARN_RULES: readonly Rule[] = [
  {
    id: "reference-kind",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
    reason: "the ARN names a thing of another kind, so the action always takes its error branch",
    fix: "write the id or ARN of a resource of the kind that the parameter names",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      for (const { index, path, id, arn, to } of arnsOf(view)) {
        if (to !== "other" && !KINDS[to].is.test(arn)) {
          yield {
            index,
            path,
            message: `"${id}" needs ${KINDS[to].name}, and the ARN is that of ${kindOf(arn)}`,
            fix: `write the id or ARN of ${KINDS[to].name}`,
          };
        }
      }
    },
  },
  {
    id: "function-arn",
    source: onPage("https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html"),
    reason: "an ARN of Lambda has `function:` before the function's name",
    fix: "write arn:aws:lambda:REGION:ACCOUNT:function:NAME",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check(view) {
      for (const { index, path, id, arn, to } of arnsOf(view)) {
        if (to === "lambda" && KINDS.lambda.is.test(arn) && !/:function:[^:]+/.test(arn)) {
          yield { index, path, message: `"${id}" names no function: ${arn}` };
        }
      }
    },
  },
  {
    id: "two-instances",
    source: inAdminGuide("contact-flow-import-export"),
    reason: "a flow finds only what is in its own instance",
    fix: "write the ids that the resources have in the flow's own instance",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      let first: string | undefined;
      const told = new Set<string>();
      for (const { index, path, arn } of arnsOf(view)) {
        const instance = INSTANCE.exec(arn)?.[1];
        if (instance === undefined) continue;
        first ??= instance;
        if (instance !== first && !told.has(instance)) {
          told.add(instance);
          yield {
            index,
            path,
            message: `the flow refers to resources of two instances, ${first} and ${instance}`,
          };
        }
      }
    },
  },
];
