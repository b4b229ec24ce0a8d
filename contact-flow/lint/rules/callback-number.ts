import { inAdminGuide } from "../../facts/source";
import { isJsonPath } from "../../json-path";
import { valuesOf } from "../destinations";
import type { FlowView, Node, Rule } from "../rule";
import { reachableFrom } from "../view";

/** The caller's own number: it can be forged, but only to call back who forged it. */
const CALLER = "$.CustomerEndpoint.Address";

/** The actions that a call can come to, though no condition of a Compare has held for that value. */
function reachedUncompared({ flow, byId }: FlowView, value: string): ReadonlySet<Node> {
  const start = byId.get(flow.StartAction);
  const compares = ({ action }: Node) =>
    action.Type === "Compare" && action.Parameters?.ComparisonValue === value;
  return reachableFrom(start === undefined ? [] : [start], byId, (node) =>
    compares(node) ? node.exits.filter(({ kind }) => kind !== "condition") : node.exits,
  );
}

export const rule: Rule = {
  id: "callback-number",
  level: "warning",
  reason: "a caller who can enter any number can make the center call it, at the center's cost",
  fix: `call back ${CALLER}, or put a Compare before it that lets only allowed numbers pass`,
  source: inAdminGuide("set-callback-number"),
  *check(view) {
    const set = valuesOf(view, "UpdateContactCallbackNumber", "CallbackNumber");
    for (const { index, path, value, id } of set) {
      if (!isJsonPath(value) || value === CALLER) continue;
      const unchecked = [...reachedUncompared(view, value)].some((node) => node.index === index);
      if (unchecked) {
        yield {
          index,
          path,
          message: `"${id}" sets the callback number to ${value}, which no Compare has checked`,
        };
      }
    }
  },
};
