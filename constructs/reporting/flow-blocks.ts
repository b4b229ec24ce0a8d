import { exitsOf } from "../../contact-flow/exits";
import type { Action, Flow } from "../../contact-flow/flow";

/** Blocks by which a call can be recognised in the flow log. */
export interface TellingBlocks {
  /** Prompts that callers hear only because something went wrong. */
  readonly errors: readonly string[];
  /** Prompts that come first when the hours of operation say closed. */
  readonly closed: readonly string[];
}

/**
 * Finds them in flows, so that no query has to be told when a block gets another name.
 * @param contents the flows' JSON.
 */
export function tellingBlocks(contents: readonly string[]): TellingBlocks {
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

/** Where an action leads only when it fails: where success leads to as well, nothing was missed. */
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

/** How often a flow interrupts what those who wait hear, if it does. */
export function interruptOf(content: string): { interruptSeconds?: number } {
  if (content === "") return {};
  const seconds = (JSON.parse(content) as Flow).Actions.map(({ Parameters }) =>
    Number((Parameters as { InterruptFrequencySeconds?: unknown }).InterruptFrequencySeconds),
  ).filter((each) => each > 0);
  return seconds.length === 0 ? {} : { interruptSeconds: Math.min(...seconds) };
}
