import { speaks } from "../../catalog";
import { inAdminGuide } from "../../facts/source";
import type { FlowView, Node, Rule } from "../rule";
import { reachableFrom, successesOf } from "../view";

/** The longest that one function may take; a caller who hears nothing for longer hangs up. */
const LONGEST_SILENCE = 8;

const isLambda = ({ action }: Node): boolean =>
  action.Type === "InvokeLambdaFunction" && action.Parameters?.InvocationType !== "ASYNCHRONOUS";

const secondsOf = ({ action }: Node): number =>
  Number(action.Parameters?.InvocationTimeLimitSeconds);

/** Where a caller hears something, or isn't in the flow any more. */
const breaksSilence = (node: Node): boolean =>
  speaks(node.action) ||
  /^(ConnectParticipant|Disconnect|ShowView|Transfer|Wait)/.test(node.action.Type);

/** The functions that are invoked next, with nothing to hear before them. */
function lambdasAfter(node: Node, { byId }: FlowView): readonly Node[] {
  const next = successesOf(node).flatMap(({ target }) => byId.get(target) ?? []);
  const quiet = reachableFrom(next, byId, (each) =>
    isLambda(each) || breaksSilence(each) ? [] : successesOf(each),
  );
  return [...quiet].filter(isLambda);
}

export const rule: Rule = {
  id: "silent-functions",
  level: "warning",
  reason: `a caller who hears nothing for more than ${LONGEST_SILENCE} seconds thinks that the call has been cut off`,
  fix: "play a prompt between the two, or do the work of both in one function",
  source: inAdminGuide("connect-lambda-functions"),
  *check(view) {
    const lambdas = [...view.reached].filter(isLambda);
    if (lambdas.length < 2) return;
    const told = new Set<Node>();
    for (const node of lambdas) {
      for (const next of lambdasAfter(node, view)) {
        const seconds = secondsOf(node) + secondsOf(next);
        if (next !== node && seconds > LONGEST_SILENCE && !told.has(next)) {
          told.add(next);
          yield {
            index: next.index,
            path: next.path,
            message: `"${node.action.Identifier}" and "${next.action.Identifier}" invoke functions with no prompt between them: up to ${seconds} seconds of silence`,
          };
        }
      }
    }
  },
};
