import type { Plan } from "../plan.ts";
import { OBSERVER } from "../configuration/data-sources.ts";
import { PROVIDER } from "../plan-shape.ts";
import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "./allowed-types.ts";
import type { Context } from "./context.ts";
import type { Finding } from "./finding.ts";

/** Finds what no plan of this project can hold: a broken plan, foreign types, unknown actions. */
export function findForeign(context: Context): Finding[] {
  const { plan } = context;
  return [
    ...unusable(plan),
    ...odd(plan),
    ...unknownActions(plan),
    ...foreignTypes(plan),
    ...foreignImports(plan),
    ...foreignQuestions(context),
  ];
}

function unusable(plan: Plan): Finding[] {
  const { errored, complete, applyable } = plan;
  if (!errored && complete && (applyable || !changesAnything(plan))) return [];
  return [
    {
      addresses: [],
      tolerated: 0,
      happens: errored
        ? "stops where the planning has failed"
        : complete
          ? "can't be applied"
          : "does a part of the change",
      because: "what isn't in the plan can't be judged",
      source: "https://developer.hashicorp.com/terraform/internals/json-format",
      cure: errored
        ? "mend the error and plan again"
        : complete
          ? "plan again, and look for what Terraform says of it"
          : "plan without -target",
    },
  ];
}

function changesAnything({ changes, outputs }: Plan): boolean {
  return outputs.length > 0 || changes.some(({ kind }) => kind !== "no-op");
}

function odd({ oddities }: Plan): Finding[] {
  return oddities.map(({ where, what }) => ({
    addresses: [where],
    tolerated: 0,
    happens: what,
    because: "nobody has said how to judge it",
    source: "https://developer.hashicorp.com/terraform/internals/json-format",
    cure: "take out of the configuration what no construct here writes; if one must, teach plan-review/plan-shape.ts the shape in a change of its own",
  }));
}

function unknownActions({ changes }: Plan): Finding[] {
  return changes
    .filter(({ kind }) => kind === "unknown")
    .map(({ address, actions }) => ({
      addresses: [address],
      tolerated: 0,
      happens: `does something that this check doesn't know: ${JSON.stringify(actions)}`,
      because: "it can't be judged",
      source: "https://developer.hashicorp.com/terraform/internals/json-format",
      cure: "plan with a version of Terraform that plan-review/plan.ts knows, or teach it the action",
    }));
}

/** Of a foreign type nothing may change; what goes is judged as destruction. */
const HARMLESS = ["no-op", "delete", "forget"];

function foreignTypes({ changes }: Plan): Finding[] {
  return changes
    .filter(({ mode, type, kind, provider, importId }) => {
      if (HARMLESS.includes(kind) && importId === undefined) return false;
      const known = mode === "data" ? DATA_SOURCE_TYPES : RESOURCE_TYPES;
      return provider !== PROVIDER || !known.includes(type);
    })
    .map(({ address, type, provider }) => ({
      addresses: [address],
      tolerated: 0,
      happens: `uses ${type} of ${provider}, which no construct here makes`,
      because: "what the project doesn't need is a mistake, or a way into the account",
      source: "rule PLAN-04",
      cure: "if a construct needs it, add it to plan-review/gate/allowed-types.ts in a change of its own",
      effect: "create" as const,
    }));
}

/** What is taken over counts as this stack's from then on: it must be of its account. */
function foreignImports({ changes, account }: Plan): Finding[] {
  const ownerOf = (arn: unknown) => /^arn:[\w-]+:[\w-]*:[\w-]*:(\d{12}):/.exec(String(arn))?.[1];
  return changes
    .filter(({ importId, before }) => {
      const owner =
        importId === undefined ? undefined : (ownerOf(before?.arn) ?? ownerOf(importId));
      return owner !== undefined && account !== undefined && owner !== account;
    })
    .map(({ address }) => ({
      addresses: [address],
      tolerated: 0,
      happens: "takes over what belongs to another account",
      because: "what is let in or told here would be let in or told there",
      source: "https://developer.hashicorp.com/terraform/language/import",
      cure: "take the import block out",
      effect: "grant" as const,
    }));
}

/** A data source asks while Terraform plans: it may ask the observer, which only looks. */
function foreignQuestions(context: Context): Finding[] {
  const { changes, configured } = context.plan;
  const prefix = "data.aws_lambda_invocation.";
  const asking = [...changes.map(({ address }) => address), ...configured.keys()];
  return [...new Set(asking)]
    .filter((address) => address.startsWith(prefix))
    .filter((address) => context.template({ address }, ["function_name"]) !== `\${${OBSERVER}.arn}`)
    .map((address) => ({
      addresses: [address],
      tolerated: 0,
      effect: "change" as const,
      happens: "invokes another function than the observer, while it plans",
      because: "it may do anything, and nobody has reviewed the plan yet",
      source: "constructs/connect-associations.ts",
      cure: `ask ${OBSERVER} by its ARN`,
    }));
}
