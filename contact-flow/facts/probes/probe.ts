import type { Action, FlowType, Parameters, Transitions } from "../../flow";
import type { Run } from "../source";

/** One flow that somebody had Amazon Connect judge, reduced to the action that it was about. */
export interface Probe {
  readonly run: Run;
  readonly flowType: FlowType;
  /** The first action of the flow; what it leads to is an action that ends the flow. */
  readonly action: Pick<Action, "Type" | "Parameters" | "Transitions">;
  /** The problems that Amazon Connect named; none where it took the flow. */
  readonly problems: readonly string[];
  /** True where Connect refused it and its words were not published. */
  readonly wordsUnknown?: true;
  /** The fact that it proves: `Type`, `Type.Parameters.Name`, `Type.Errors.Name`, `Type.NextAction` … */
  readonly proves: readonly string[];
  /** Why our lint cannot give the same answer: it depends on what only the instance knows. */
  readonly instance?: string;
}

/** The identifier that every way of a probe leads to. */
export const END = "End";

/** Ways out to the end: `on` names the errors, `when` the conditions (operator and operand). */
export const ways = (
  on: readonly string[] = [],
  when: readonly (readonly [string, string | number])[] = [],
): Transitions => ({
  NextAction: END,
  Errors: on.map((ErrorType) => ({ ErrorType, NextAction: END })),
  Conditions: when.map(([Operator, operand]) => ({
    NextAction: END,
    Condition: { Operator, Operands: [operand as string] },
  })),
});

/** The same without NextAction. */
export function withoutNext({ Errors = [], Conditions = [] }: Transitions): Transitions {
  return { Errors, Conditions };
}

/** How a probe is told in short: what was asked, and the facts that the answer proves. */
interface Told {
  readonly type: string;
  readonly given?: Parameters;
  readonly leads?: Transitions;
  readonly proves?: readonly string[];
  readonly in?: FlowType;
  readonly instance?: string;
}

const probe = (run: Run, { type, given = {}, leads = ways(), ...told }: Told) => ({
  run,
  flowType: told.in ?? ("CONTACT_FLOW" as const),
  action: { Type: type, Parameters: given, Transitions: leads },
  proves: [type, ...(told.proves ?? []).map((fact) => `${type}.${fact}`)],
  ...(told.instance === undefined ? {} : { instance: told.instance }),
});

/** What a run told: each answer of Amazon Connect to a flow. */
export const judgedIn = (run: Run) => ({
  /** Amazon Connect took it. */
  accepted: (told: Told): Probe => ({ ...probe(run, told), problems: [] }),

  /** Amazon Connect refused it, with these problems; with none, its words were not published. */
  refused: (told: Told, ...problems: readonly string[]): Probe => ({
    ...probe(run, told),
    problems,
    ...(problems.length === 0 ? { wordsUnknown: true } : {}),
  }),
});

/** `Action is missing required error`, as Connect writes it. */
export const lacksError = (error: string): string =>
  `Action is missing required error. Error: ${error}, Path: Actions[0]`;

/** `Action is missing required property`, as Connect writes it. */
export const lacks = (property: string): string =>
  `Action is missing required property. Path: Actions[0].${property}`;

/** `Invalid Action type`, as Connect writes it. */
export const unknownType = (type: string): string =>
  `Invalid Action type. Type: ${type}, Path: Actions[0].Type`;
