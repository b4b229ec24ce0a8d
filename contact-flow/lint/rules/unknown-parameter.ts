import { PULUMI } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import { parameterFaults } from "../parameters";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "unknown-parameter",
  level: "refused",
  reason: "the action has no parameter of that name",
  fix: "take it out, or look for its name on the action's page",
  source: answered(PULUMI),
  check: (view, context) => parameterFaults(view, context).get("unknown-parameter") ?? [],
};
