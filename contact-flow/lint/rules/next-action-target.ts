import { didYouMean } from "../../did-you-mean";
import { reading } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "next-action-target",
  level: "refused",
  reason: "no action has this identifier",
  fix: "name an action of this flow",
  source: reading(
    "a target that isn't there is refused with these words, says an AWS sample's page of import errors",
  ),
  *check({ nodes, byId }) {
    for (const { action, index, path, spec } of nodes) {
      if (spec?.next === "none") {
        continue;
      }
      const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
      const targets: [string, string | undefined][] = [
        ["NextAction", NextAction],
        ...Errors.map((error, at): [string, string] => [
          `Errors[${at}].NextAction`,
          error.NextAction,
        ]),
        ...Conditions.map((one, at): [string, string] => [
          `Conditions[${at}].NextAction`,
          one.NextAction,
        ]),
      ];
      for (const [key, target] of targets) {
        if (target !== undefined && !byId.has(target)) {
          const at = `${path}.Transitions.${key}`;
          yield {
            index,
            path: at,
            message: `Invalid Action property value. Path: ${at}`,
            fix: `name an action of this flow; there is none called "${target}"${didYouMean(target, [...byId.keys()])}`,
          };
        }
      }
    }
  },
};
