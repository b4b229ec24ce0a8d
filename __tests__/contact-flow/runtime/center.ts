import type { Action, Flow, FlowType } from "../../../contact-flow/flow";
import {
  type CenterDefinition,
  type ContactCenter,
  createContactCenter,
} from "../../../contact-flow/runtime";
import { type Caller, dial, type Dial } from "../../../contact-flow/simulation";
import { action, arn, errors, flowOf } from "../flows";

/** Ids of the instance that the tests play on. */
export const SALES = arn("queue", "11111111-1111-4111-8111-111111111111");
export const SERVICE = arn("queue", "22222222-2222-4222-8222-222222222222");

/** A further flow of the instance. */
export interface Other {
  readonly id: string;
  readonly name?: string;
  readonly type: FlowType;
  readonly flow: Flow;
}

const WEEKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const;

/** An instance with the flow under test as `main`, two queues and office hours in UTC. */
export const centerWith = (
  actions: readonly Action[],
  others: readonly Other[] = [],
  more: Partial<CenterDefinition> = {},
): ContactCenter =>
  createContactCenter({
    region: "us-west-2",
    flows: [
      {
        id: "main",
        name: "Main",
        type: "CONTACT_FLOW",
        content: JSON.stringify(flowOf(...actions)),
      },
      ...others.map(({ id, name = id, type, flow }) => ({
        id,
        name,
        type,
        content: JSON.stringify(flow),
      })),
    ],
    queues: [
      { id: SALES, name: "Sales", hours: "office" },
      { id: SERVICE, name: "Service" },
    ],
    hours: [
      {
        id: "office",
        TimeZone: "UTC",
        Config: WEEKDAYS.map((Day) => ({
          Day,
          StartTime: { Hours: 9, Minutes: 0 },
          EndTime: { Hours: 17, Minutes: 0 },
        })),
      },
    ],
    ...more,
  });

/** Calls the flow under test on a Tuesday at noon. */
export const callTo = (center: ContactCenter, more: Partial<Dial> = {}): Caller =>
  dial(center, { flow: "main", at: "2026-11-24T12:00Z", ...more });

/** Says the text and goes on. */
export const say = (id: string, next: string, text = id): Action =>
  action(id, "MessageParticipant", { Text: text }, { NextAction: next });

/** Says where it is and hangs up: the two actions `id` and `Hang up`. */
export const ends = (...ids: readonly string[]): readonly Action[] => [
  ...ids.map((id) => say(id, "Hang up")),
  action("Hang up", "DisconnectParticipant"),
];

/** NextAction `done`, and the catch-all to `failed`. */
export const doneOrFailed = { NextAction: "done", Errors: errors({ NoMatchingError: "failed" }) };
