import type { Plan } from "../plan.ts";
import { PROVIDER } from "../plan-shape.ts";
import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "./allowed-types.ts";
import type { Finding } from "./finding.ts";

/** Finds what no plan of this project can hold: a broken plan, foreign types, unknown actions. */
export function findForeign(plan: Plan): Finding[] {
  return [...unusable(plan), ...odd(plan), ...unknownActions(plan), ...foreignTypes(plan)];
}

function unusable({ errored, complete }: Plan): Finding[] {
  if (!errored && complete) return [];
  return [
    {
      rule: "plan-unusable",
      addresses: [],
      tolerated: 0,
      happens: errored ? "stops where the planning has failed" : "does a part of the change",
      because: "what isn't in the plan can't be judged",
      source: "https://developer.hashicorp.com/terraform/internals/json-format",
      cure: errored ? "mend the error and plan again" : "plan without -target",
      allowable: false,
    },
  ];
}

function odd({ oddities }: Plan): Finding[] {
  return oddities.map(({ where, what }) => ({
    rule: "plan-odd" as const,
    addresses: [where],
    tolerated: 0,
    happens: what,
    because: "nobody has said how to judge it",
    source: "https://developer.hashicorp.com/terraform/internals/json-format",
    cure: "take out of the configuration what no construct here writes; if one must, teach plan-review/plan-shape.ts the shape in a change of its own",
    allowable: false,
  }));
}

function unknownActions({ changes }: Plan): Finding[] {
  return changes
    .filter(({ kind }) => kind === "unknown")
    .map(({ address, actions }) => ({
      rule: "action-unknown" as const,
      addresses: [address],
      tolerated: 0,
      happens: `does something that this check doesn't know: ${JSON.stringify(actions)}`,
      because: "it can't be judged",
      source: "https://developer.hashicorp.com/terraform/internals/json-format",
      cure: "plan with a version of Terraform that plan-review/plan.ts knows, or teach it the action",
      allowable: false,
    }));
}

/** Of a foreign type something may only go. */
const HARMLESS = ["no-op", "delete"];

function foreignTypes({ changes }: Plan): Finding[] {
  return changes
    .filter(({ mode, type, kind, provider, importId }) => {
      if (HARMLESS.includes(kind) && importId === undefined) return false;
      const known = mode === "data" ? DATA_SOURCE_TYPES : RESOURCE_TYPES;
      return provider !== PROVIDER || !known.includes(type);
    })
    .map(({ address, type, provider }) => ({
      rule: "type-foreign" as const,
      addresses: [address],
      tolerated: 0,
      happens: `uses ${type} of ${provider}, which no construct here makes`,
      because: "what the project doesn't need is a mistake, or a way into the account",
      source: "rule PLAN-04",
      cure: "if a construct needs it, add it to plan-review/gate/allowed-types.ts in a change of its own",
      allowable: true,
    }));
}
