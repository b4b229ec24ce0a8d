import { closedUntil, readUntil } from "../../commands/message/until";
import { kwglobalCenter, type SwitchedMessage } from "../../commands/support/kwglobal-center";
import { messageContent } from "../../constructs/connect/message";
import { type Caller, type Coverage, dial, type WorldOptions } from "../../contact-flow/simulation";
import { momentOf } from "../../contact-flow/hours";
import { KWGLOBAL } from "../../kwglobal";
import { IN_QUEUE, MAIN_MENU, saidBy } from "./kwglobal-texts";

/** What KWGlobal's callers hear, by the block that says it. */
export const HEARD = {
  welcome: saidBy("Welcome"),
  notice: saidBy("Recording notice"),
  menu: saidBy("Main menu"),
  closed: saidBy("Closed"),
  systemError: saidBy("System error"),
  waiting: saidBy("Loop prompts", IN_QUEUE),
  offer: saidBy("Offer a callback", IN_QUEUE),
  callback: saidBy("Callback is coming", IN_QUEUE),
  remain: saidBy("Remain in line", IN_QUEUE),
  invalidNumber: saidBy("Invalid number", IN_QUEUE),
  queueError: saidBy("System error", IN_QUEUE),
} as const;

/** The keys of the main menu with their queues. */
export const CHOICES = KWGLOBAL.flows.flatMap(
  ({ values }) =>
    (values.menu ?? []) as readonly { readonly key: string; readonly queue: string }[],
);
export const [FIRST = { key: "", queue: "" }] = CHOICES;

/** A time of KWGlobal's calendar: open, shortly before closing, closed. */
export const TUESDAY = "2026-11-24T10:00";
export const BEFORE_CLOSING = "2026-11-24T17:59";
export const SUNDAY = "2026-11-22T10:00";

/** Nobody is signed in for any queue. */
export const NOBODY: WorldOptions = {
  queues: Object.fromEntries(
    KWGLOBAL.queues.map(({ name }) => [
      name,
      { agentsAvailable: 0, agentsStaffed: 0, agentsOnline: 0 },
    ]),
  ),
};

/** A call to KWGlobal's number, which has just begun to ring. */
export interface KwglobalCall {
  readonly world?: WorldOptions;
  readonly at?: string;
  /** E.164; null withholds it. */
  readonly from?: string | null;
  readonly coverage?: Coverage;
  /** @default - off */
  readonly message?: SwitchedMessage;
}

/** The clock of KWGlobal's message. */
export const { timeZone: MESSAGE_ZONE } = KWGLOBAL.message ?? { timeZone: "UTC" };

/** A message that was switched on at {@link TUESDAY}, as the command leaves it. */
export function messageUntil(end: string, text: string): SwitchedMessage {
  const now = momentOf(TUESDAY, MESSAGE_ZONE);
  return {
    content: messageContent(text),
    closed: [closedUntil(readUntil(end, now, MESSAGE_ZONE), now, MESSAGE_ZONE)],
  };
}

const center = kwglobalCenter();

/** Calls KWGlobal's number. */
export const call = ({
  world = {},
  at = TUESDAY,
  from = "+13025550123",
  coverage,
  message,
}: KwglobalCall = {}): Caller =>
  dial(message === undefined ? center : kwglobalCenter(undefined, message), {
    flow: MAIN_MENU,
    at,
    timeZone: "America/Los_Angeles",
    from,
    world,
    ...(coverage && { coverage }),
  });

/** The same call, in the first queue of the menu. */
export const waiting = (options: KwglobalCall = {}): Caller =>
  call(options)
    .hears(HEARD.welcome)
    .hears(HEARD.notice)
    .hears(HEARD.menu)
    .presses(FIRST.key)
    .isInQueue(FIRST.queue)
    .hears(HEARD.waiting);

/** A world in which this block fails. */
export const breaking = (...actions: readonly string[]): WorldOptions => ({
  broken: Object.fromEntries(actions.map((action) => [action, "NoMatchingError"])),
});

/** How many of a flow's transitions the calls have taken, in a line. */
export function counted(coverage: Coverage, flow: string): string {
  const { taken, total } = coverage.of(flow);
  return `${flow}: ${taken} of ${total} transitions`;
}
