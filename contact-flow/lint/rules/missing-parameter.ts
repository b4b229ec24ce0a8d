import { FIRST } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import { parameterFaults } from "../parameters";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "missing-parameter",
  level: "refused",
  reason: "the action cannot run without this parameter",
  fix: "add the parameter",
  source: answered(FIRST),
  check: (view, context) => parameterFaults(view, context).get("missing-parameter") ?? [],
};
