import { FIRST } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import { parameterFaults } from "../parameters";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "exclusive-parameters",
  level: "refused",
  reason: "these parameters exclude each other",
  fix: "keep one of them",
  source: answered(FIRST),
  check: (view, context) => parameterFaults(view, context).get("exclusive-parameters") ?? [],
};
