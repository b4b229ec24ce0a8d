/** One action of a flow, as the flow language writes it. */
export interface FlowAction {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: object;
  readonly Transitions: object;
}

/** Writes a flow that begins with its first action. */
export const flow = (...actions: [FlowAction, ...FlowAction[]]): string =>
  JSON.stringify({ Version: "2019-10-30", StartAction: actions[0].Identifier, Actions: actions });

/** Branches of an action: what leads to which other action. */
interface Branches {
  readonly next?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly equals?: Readonly<Record<string, string>>;
  readonly lessThan?: Readonly<Record<string, string>>;
}

const conditions = (Operator: string, branches: Readonly<Record<string, string>> = {}): object[] =>
  Object.entries(branches).map(([operand, NextAction]) => ({
    NextAction,
    Condition: { Operator, Operands: [operand] },
  }));

/** Writes an action. Without branches it ends the flow. */
export const action = (
  Identifier: string,
  Type: string,
  Parameters: object,
  branches: Branches = {},
): FlowAction => {
  const Errors = Object.entries(branches.errors ?? {}).map(([ErrorType, NextAction]) => ({
    NextAction,
    ErrorType,
  }));
  const Conditions = [
    ...conditions("Equals", branches.equals),
    ...conditions("NumberLessThan", branches.lessThan),
  ];
  return {
    Identifier,
    Type,
    Parameters,
    Transitions: {
      ...(branches.next === undefined ? {} : { NextAction: branches.next }),
      ...(Errors.length === 0 ? {} : { Errors }),
      ...(Conditions.length === 0 ? {} : { Conditions }),
    },
  };
};

/** Says a text, then goes on. */
export const say = (id: string, Text: string, next: string): FlowAction =>
  action(id, "MessageParticipant", { Text }, { next });

/** Hangs up. */
export const hangUp = (id: string): FlowAction => action(id, "DisconnectParticipant", {});

/** Ends the flow; in a queue, the caller waits on. */
export const end = (id: string): FlowAction => action(id, "EndFlowExecution", {});

/** Sends the caller to the queue that was set before. */
export const toQueue = (id: string, atCapacity: string): FlowAction =>
  action(
    id,
    "TransferContactToQueue",
    {},
    { next: atCapacity, errors: { QueueAtCapacity: atCapacity, NoMatchingError: atCapacity } },
  );

/** Sets the queue that the caller will be sent to. */
export const setQueue = (id: string, QueueId: string, next: string, failed: string): FlowAction =>
  action(
    id,
    "UpdateContactTargetQueue",
    { QueueId },
    { next, errors: { NoMatchingError: failed } },
  );

/** Offers a menu by key; silence, another key and an error go the same way. */
export const menu = (
  id: string,
  Text: string,
  keys: Readonly<Record<string, string>>,
  otherwise: string,
): FlowAction =>
  action(
    id,
    "GetParticipantInput",
    { Text, StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      next: otherwise,
      errors: {
        InputTimeLimitExceeded: otherwise,
        NoMatchingCondition: otherwise,
        NoMatchingError: otherwise,
      },
      equals: keys,
    },
  );

/** Has the caller key in digits. */
export const askDigits = (id: string, Text: string, next: string, failed: string): FlowAction =>
  action(
    id,
    "GetParticipantInput",
    {
      Text,
      StoreInput: "True",
      InputTimeLimitSeconds: "5",
      InputValidation: { CustomValidation: { MaximumLength: "20" } },
    },
    { next, errors: { NoMatchingError: failed } },
  );
