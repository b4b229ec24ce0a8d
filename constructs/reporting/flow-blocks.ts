import { exitsOf } from "../../contact-flow/exits";
import type { Action, Flow } from "../../contact-flow/flow";

/** Blocks by which a call can be recognised in the flow log. */
export interface RecognizedPrompts {
  /** Prompts that callers hear only because something went wrong. */
  readonly errors: readonly string[];
  /** Prompts that come first when the hours of operation are closed. */
  readonly closed: readonly string[];
}

/**
 * Finds these blocks in flows, so that no query must be edited when a block is renamed.
 * @param contents the flows' JSON.
 */
export function recognizedPrompts(contents: readonly string[]): RecognizedPrompts {
  const flows = contents.map((content) => JSON.parse(content) as Flow);
  const actions = flows.flatMap((flow) => flow.Actions);
  const prompts = new Set(
    actions.filter(({ Type }) => Type === "MessageParticipant").map((each) => each.Identifier),
  );
  const errors = actions.flatMap(failures).filter((target) => prompts.has(target));
  const closed = actions
    .filter(({ Type }) => Type === "CheckHoursOfOperation")
    .flatMap(({ Transitions }) => Transitions.Conditions ?? [])
    .filter(({ Condition }) => Condition.Operands[0] === "False")
    .map(({ NextAction }) => NextAction)
    .filter((target) => prompts.has(target));
  return { errors: [...new Set(errors)].sort(), closed: [...new Set(closed)].sort() };
}

/**
 * The actions to which an action leads only when it fails. If success leads there too, the call missed
 * nothing.
 */
function failures(action: Action): string[] {
  const exits = exitsOf(action);
  const ordinary = new Set(
    exits.filter(({ kind }) => kind !== "error").map(({ target }) => target),
  );
  return (action.Transitions.Errors ?? [])
    .filter(({ ErrorType }) => ErrorType === "NoMatchingError")
    .map(({ NextAction }) => NextAction)
    .filter((target) => !ordinary.has(target));
}

/** How often a flow interrupts the music of waiting callers, if it does. */
export function interruptOf(content: string): { interruptSeconds?: number } {
  if (content === "") return {};
  const seconds = (JSON.parse(content) as Flow).Actions.map(({ Parameters }) =>
    Number(Parameters?.InterruptFrequencySeconds),
  ).filter((each) => each > 0);
  return seconds.length === 0 ? {} : { interruptSeconds: Math.min(...seconds) };
}
