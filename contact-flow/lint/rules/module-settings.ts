import { NEXT } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "module-settings",
  level: "refused",
  reason:
    "Settings declares what a module takes and returns: a module must have it, and a flow must not",
  fix: "take Settings out of a flow, or add it to a module",
  source: answered(NEXT),
  *check({ flow }, { type }) {
    if (type === "MODULE" && flow.Settings === undefined) {
      yield { path: "Settings", message: "JSON field is missing or null for field name: settings" };
    } else if (type !== "MODULE" && flow.Settings !== undefined) {
      yield { path: "Settings", message: "Invalid Action property name. Path: Settings" };
    }
  },
};
