import { Context } from "../../../../../plan-review/gate/context";
import type { FlowChange } from "../../../../../plan-review/gate/judgements/flow/changes";
import { flowIn, NO_FLOW } from "../../../../../plan-review/gate/judgements/flow/graph";
import { type ChangeJson, planOf } from "../../../../support/plans";

export interface Action {
  readonly Identifier: string;
  readonly Type?: string;
  readonly Parameters?: object;
  readonly Transitions?: object;
}

const SPEAKING = ["GetParticipantInput", "MessageParticipant"];

/** A flow whose actions follow each other, unless they say otherwise. */
export const flow = (...actions: Action[]) =>
  JSON.stringify({
    StartAction: actions[0]?.Identifier,
    Actions: actions.map((action, index) => ({
      Type: "MessageParticipant",
      Parameters: SPEAKING.includes(action.Type ?? "MessageParticipant") ? { Text: "Hello" } : {},
      Transitions: { NextAction: actions[index + 1]?.Identifier },
      ...action,
    })),
  });

export const queue = (QueueId: string, to?: string): Action => ({
  Identifier: `queue ${QueueId}`,
  Type: "UpdateContactTargetQueue",
  Parameters: { QueueId },
  ...(to !== undefined && { Transitions: { NextAction: to } }),
});
export const exit = (operand: string, NextAction: string) => ({
  Condition: { Operator: "Equals", Operands: [operand] },
  NextAction,
});
export const hello: Action = { Identifier: "hello" };
export const ask = (keys: Readonly<Record<string, string>>, more: object = {}): Action => ({
  Identifier: "ask",
  Type: "GetParticipantInput",
  Transitions: { Conditions: Object.entries(keys).map(([key, to]) => exit(key, to)) },
  ...more,
});
/** A menu that leads to each of some queues by a key. */
export const menu = (...queues: string[]): string =>
  flow(
    ask(Object.fromEntries(queues.map((each, index) => [String(index), `queue ${each}`])), {
      // It says which key leads where.
      Parameters: { Text: queues.join() },
    }),
    ...queues.map((each) => queue(each, "TransferContactToQueue")),
    transfer(),
  );
export const transfer = (Type = "TransferContactToQueue"): Action => ({ Identifier: Type, Type });
export const out = (ThirdPartyPhoneNumber: string): Action => ({
  Identifier: `to ${ThirdPartyPhoneNumber}`,
  Type: "TransferParticipantToThirdParty",
  Parameters: { ThirdPartyPhoneNumber },
});
export const records = (RecordedParticipants: string[]): Action => ({
  Identifier: "record",
  Type: "UpdateContactRecordingBehavior",
  Parameters: { RecordingBehavior: { RecordedParticipants } },
});
export const end: Action = { Identifier: "end", Type: "DisconnectParticipant", Transitions: {} };

/** What is there in the stack. */
export const there = (address: string, values: object): ChangeJson => ({
  ...{ address, actions: ["no-op"] },
  ...{ before: { name: address, ...values }, after: { name: address, ...values } },
});
export const STACK = [
  ...["a", "b", "c", "d"].map((arn) => there(`aws_connect_queue.${arn}`, { arn })),
  there("aws_connect_contact_flow.next", { arn: "next", content: "" }),
  there("aws_connect_contact_flow.other", { contact_flow_id: "other", content: "" }),
  there("aws_connect_contact_flow_module.m", { arn: "m" }),
  there("aws_lambda_function.f", { arn: "f" }),
  there("aws_connect_hours_of_operation.h", { arn: "h" }),
];

const ADDRESS = "aws_connect_contact_flow.changed";

/** A flow before and after; nothing before is a new one. */
export const change = (
  before: readonly Action[],
  after: readonly Action[],
  { type, others = [] }: { type?: string; others?: readonly ChangeJson[] } = {},
  firstApply = false,
): FlowChange => {
  const [old, next] = [before, after].map((actions) =>
    actions.length === 0 ? NO_FLOW : flowIn(flow(...actions)),
  );
  if (!old || !next) throw new Error("a flow can't be read");
  const known = others.map(({ address }) => address);
  const stack = STACK.filter(({ address }) => !known.includes(address));
  const context = new Context(planOf([...stack, ...others]), { firstApply });
  return { address: ADDRESS, before: old, after: next, context, type };
};

export const block = (Identifier: string, Type: string, Parameters: object = {}): Action => ({
  ...{ Identifier, Type, Parameters },
});
export const by = (action: Action, Transitions: object): Action => ({ ...action, Transitions });
