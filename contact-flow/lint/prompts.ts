import { speaks } from "../catalog";
import { PULUMI } from "../facts/probes/runs";
import { answered, inAdminGuide } from "../facts/source";
import { ALWAYS_WARNING, type FlowView, type Node, type Rule } from "./rule";
import { spokenBy } from "./speech";
import { reachableFrom, successesOf } from "./view";

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html (tips) */
const SHORTEST_INTERRUPT = 20;

/** The longest that one function may take; a caller who hears nothing for longer hangs up. */
const LONGEST_SILENCE = 8;

const storesInput = ({ action: { Type, Parameters } }: Node): boolean =>
  Type === "GetParticipantInput" &&
  ["True", "true"].some((flag) => flag === Parameters?.StoreInput);

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

/** What callers hear, don't hear, or can't answer. */
export const PROMPT_RULES: readonly Rule[] = [
  {
    id: "queue-interrupt",
    source: inAdminGuide("loop-prompts"),
    reason: `Connect interrupts Loop prompts after more than ${SHORTEST_INTERRUPT} seconds only`,
    fix: `write ${SHORTEST_INTERRUPT + 1} or more`,
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes }) {
      for (const { action, index, path } of nodes) {
        const seconds = Number(action.Parameters?.InterruptFrequencySeconds);
        if (seconds > 0 && seconds <= SHORTEST_INTERRUPT) {
          yield {
            index,
            path: `${path}.Parameters.InterruptFrequencySeconds`,
            message: `"${action.Identifier}" asks to be interrupted after ${seconds} seconds`,
          };
        }
      }
    },
  },
  {
    id: "prompt-before-store",
    source: inAdminGuide("store-customer-input"),
    reason: "keys that are pressed during the prompt are lost: only the input's own prompt listens",
    fix: "say the text in Store customer input itself",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes, byId }) {
      for (const { action, index, path } of nodes) {
        const next = byId.get(action.Transitions.NextAction ?? "");
        if (action.Type === "MessageParticipant" && next !== undefined && storesInput(next)) {
          yield {
            index,
            path: `${path}.Transitions.NextAction`,
            message: `"${action.Identifier}" speaks right before "${next.action.Identifier}" (Store customer input)`,
          };
        }
      }
    },
  },
  {
    id: "blank-text",
    source: answered(PULUMI),
    reason: "the caller hears nothing, and doesn't know what to do",
    fix: "write what is to be heard, or delete the block",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes }) {
      for (const node of nodes.filter(({ action }) => speaks(action))) {
        for (const { path, text } of spokenBy(node)) {
          // An empty string is refused by Connect itself.
          if (text !== "" && text.trim() === "") {
            yield { index: node.index, path, message: `"${node.action.Identifier}" says nothing` };
          }
        }
      }
    },
  },
  {
    id: "silent-functions",
    source: inAdminGuide("connect-lambda-functions"),
    reason: `a caller who hears nothing for more than ${LONGEST_SILENCE} seconds takes the line for dead`,
    fix: "say something between the two, or let one function do the work of both",
    checkedBy: "house",
    level: ALWAYS_WARNING,
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
              message: `"${node.action.Identifier}" and "${next.action.Identifier}" invoke functions without a word between them: up to ${seconds} seconds of silence`,
            };
          }
        }
      }
    },
  },
];
