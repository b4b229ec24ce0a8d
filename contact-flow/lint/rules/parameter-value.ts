import { FIRST } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import { parameterFaults } from "../parameters";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "parameter-value",
  level: "refused",
  reason: "the parameter cannot hold this value",
  fix: "write a value that the action's page allows",
  source: answered(FIRST),
  check: (view, context) => parameterFaults(view, context).get("parameter-value") ?? [],
};
