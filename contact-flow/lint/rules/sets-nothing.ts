import { reading } from "../../facts/source";
import { isObject } from "../../json";
import type { Rule } from "../rule";

/** The actions that do nothing but set what is in this parameter. */
const SETS: Readonly<Record<string, string>> = {
  UpdateContactAttributes: "Attributes",
  UpdateContactEventHooks: "EventHooks",
};

export const rule: Rule = {
  id: "sets-nothing",
  level: "warning",
  reason: "the action has no effect: what it should set was probably forgotten",
  fix: "write what it sets, or take the action out",
  source: reading("an object without entries names nothing that could be set"),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      const parameter = Object.hasOwn(SETS, action.Type) ? SETS[action.Type] : undefined;
      const value = parameter === undefined ? undefined : action.Parameters?.[parameter];
      if (isObject(value) && Object.keys(value).length === 0) {
        yield {
          index,
          path: `${path}.Parameters.${parameter ?? ""}`,
          message: `"${action.Identifier}" sets nothing`,
        };
      }
    }
  },
};
