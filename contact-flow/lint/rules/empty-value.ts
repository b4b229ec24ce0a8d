import { PULUMI } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import { parameterFaults } from "../parameters";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "empty-value",
  level: "refused",
  reason: "Connect refuses empty strings",
  fix: "write a value, or leave the parameter out",
  source: answered(PULUMI),
  check: (view, context) => parameterFaults(view, context).get("empty-value") ?? [],
};
