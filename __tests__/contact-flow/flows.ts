import type { Action, Flow, Parameters, Transitions } from "../../contact-flow/flow";

/** An action with its identifier, as short as a test can be. */
export const action = (
  Identifier: string,
  Type: string,
  Parameters: Parameters = {},
  Transitions: Transitions = {},
): Action => ({ Identifier, Type, Parameters, Transitions });

/** The error branches `ErrorType -> identifier`. */
export const errors = (targets: Readonly<Record<string, string>>): Transitions["Errors"] =>
  Object.entries(targets).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction }));

/** The branches `Equals operand -> identifier`. */
export const equals = (targets: Readonly<Record<string, string>>): Transitions["Conditions"] =>
  Object.entries(targets).map(([operand, NextAction]) => ({
    NextAction,
    Condition: { Operator: "Equals", Operands: [operand] },
  }));

/** A flow that starts with the first of the actions. */
export const flowOf = (...Actions: readonly Action[]): Flow => ({
  Version: "2019-10-30",
  StartAction: Actions[0]?.Identifier ?? "",
  Actions,
});

/** The ARN of a resource of the instance that the tests play on. */
export const arn = (kind: string, id: string): string =>
  `arn:aws:connect:us-west-2:123456789012:instance/8f2f7b56-0a7f-4a4b-9c5c-3f5a4f3c0001/${kind}/${id}`;

/** A call that plays a text and hangs up. */
export const goodbye: readonly Action[] = [
  action(
    "Goodbye",
    "MessageParticipant",
    { Text: "Goodbye" },
    {
      NextAction: "Disconnect",
      Errors: errors({ NoMatchingError: "Disconnect" }),
    },
  ),
  action("Disconnect", "DisconnectParticipant"),
];

/** The same flow with other identifiers. */
export function renamed(flow: Flow, nameOf: (identifier: string) => string): Flow {
  const lead = <Way extends { readonly NextAction?: string }>(way: Way): Way =>
    way.NextAction === undefined ? way : { ...way, NextAction: nameOf(way.NextAction) };
  return {
    ...flow,
    StartAction: nameOf(flow.StartAction),
    Actions: flow.Actions.map((each) => ({
      ...each,
      Identifier: nameOf(each.Identifier),
      Transitions: {
        ...lead(each.Transitions),
        ...(each.Transitions.Conditions && { Conditions: each.Transitions.Conditions.map(lead) }),
        ...(each.Transitions.Errors && { Errors: each.Transitions.Errors.map(lead) }),
      },
    })),
  };
}
