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
    // Of two actions with one identifier, one probably was to have the identifier that is missing.
    const duplicates = nodes.length - byId.size;
    const missing = new Set(
      nodes.flatMap(({ exits }) => exits.map(({ target }) => target).filter((id) => !byId.has(id))),
    );
    if (duplicates > 0 && missing.size <= duplicates) return;
    for (const { action, index, path, spec } of nodes) {
      if (spec?.next === "none") {
        continue;
      }
      const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
      const targets: [string, number, string | undefined][] = [
        ["", 0, NextAction],
        ...Errors.map((one, at): [string, number, string] => ["Errors", at, one.NextAction]),
        ...Conditions.map((one, at): [string, number, string] => [
          "Conditions",
          at,
          one.NextAction,
        ]),
      ];
      for (const [list, position, target] of targets) {
        if (target !== undefined && !byId.has(target)) {
          const of = list === "" ? "" : `${list}[${position}].`;
          const at = `${path}.Transitions.${of}NextAction`;
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
