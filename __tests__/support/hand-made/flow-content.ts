/** What the flows that were clicked together refer to, by ARN. */
export interface FlowReferences {
  readonly customerService: string;
  readonly businessConsulting: string;
  readonly callbackInQueue: string;
}

interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: object;
  readonly Transitions: object;
}

/** A UUID, as the console names blocks. */
const block = (number: number) => `5ead0c5c-1c5b-4a0e-9d1a-${String(number).padStart(12, "0")}`;

const [welcome, queueFlow, menu, toService, toConsulting, hours, transfer, closed, error, hangUp] =
  Array.from({ length: 10 }, (_, number) => block(number)) as [
    ...[string, string, string, string, string, string, string, string, string, string],
  ];

const say = (Identifier: string, Text: string, NextAction: string, onError?: string): Action => ({
  Identifier,
  Type: "MessageParticipant",
  Parameters: { Text },
  Transitions: {
    NextAction,
    Errors: [{ NextAction: onError ?? NextAction, ErrorType: "NoMatchingError" }],
  },
});

const failing = (NextAction: string, ...types: string[]) =>
  types.map((ErrorType) => ({ NextAction, ErrorType }));

const setQueue = (Identifier: string, QueueId: string): Action => ({
  Identifier,
  Type: "UpdateContactTargetQueue",
  Parameters: { QueueId },
  Transitions: { NextAction: hours, Errors: failing(error, "NoMatchingError") },
});

const disconnect = (Identifier: string): Action => ({
  Identifier,
  Type: "DisconnectParticipant",
  Parameters: {},
  Transitions: {},
});

/** The main menu as its author clicked it (seed, "Sixth"), with what the console adds for itself. */
export function handMadeMainMenu(to: FlowReferences): string {
  return published("KWGlobal Main Menu", [
    say(welcome, "Welcome to KWGlobal", queueFlow),
    {
      Identifier: queueFlow,
      Type: "UpdateContactEventHooks",
      Parameters: { EventHooks: { CustomerQueue: to.callbackInQueue } },
      Transitions: { NextAction: menu, Errors: failing(error, "NoMatchingError") },
    },
    {
      Identifier: menu,
      Type: "GetParticipantInput",
      Parameters: {
        Text: "Your calls are important to us, please press 1 for customer service or 2 for business consulting",
        StoreInput: "False",
        InputTimeLimitSeconds: "5",
      },
      Transitions: {
        NextAction: error,
        Conditions: [
          [toService, "1"],
          [toConsulting, "2"],
        ].map(([NextAction, digit]) => ({
          NextAction,
          Condition: { Operator: "Equals", Operands: [digit] },
        })),
        Errors: failing(error, "InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"),
      },
    },
    setQueue(toService, to.customerService),
    setQueue(toConsulting, to.businessConsulting),
    {
      Identifier: hours,
      Type: "CheckHoursOfOperation",
      Parameters: {},
      Transitions: {
        NextAction: error,
        Conditions: [
          [transfer, "True"],
          [closed, "False"],
        ].map(([NextAction, open]) => ({
          NextAction,
          Condition: { Operator: "Equals", Operands: [open] },
        })),
        Errors: failing(error, "NoMatchingError"),
      },
    },
    {
      Identifier: transfer,
      Type: "TransferContactToQueue",
      Parameters: {},
      Transitions: {
        NextAction: error,
        Errors: failing(error, "QueueAtCapacity", "NoMatchingError"),
      },
    },
    say(closed, "Sorry, we are currently closed. Goodbye", hangUp),
    say(error, "Sorry, there have been a system error, please try again later. ", hangUp),
    disconnect(hangUp),
  ]);
}

/** Music without the offer of a callback: its author hadn't come to that yet. */
export function handMadeCallbackInQueue(): string {
  return published("KWGlobal callback in queue", [
    {
      Identifier: welcome,
      Type: "MessageParticipantIteratively",
      Parameters: { Messages: [{ Text: "Please stay on the line for the next available agent." }] },
      Transitions: { NextAction: hangUp, Errors: failing(hangUp, "NoMatchingError") },
    },
    { Identifier: hangUp, Type: "EndFlowExecution", Parameters: {}, Transitions: {} },
  ]);
}

/** Adds the layout and the settings that the console writes into a flow. */
function published(name: string, Actions: readonly Action[]): string {
  const positions = Actions.map(
    ({ Identifier }, index) =>
      [Identifier, { position: { x: 160 + 248 * index, y: 27.2 } }] as const,
  );
  return JSON.stringify({
    Version: "2019-10-30",
    StartAction: welcome,
    Metadata: {
      entryPointPosition: { x: 14.4, y: 14.4 },
      ActionMetadata: Object.fromEntries(positions),
      Annotations: [],
      name,
      status: "PUBLISHED",
    },
    Actions,
  });
}
