import type { Day } from "../../contact-flow/hours";

/** Opening hours of some days; a day that no entry names is closed. */
export interface OpenHours {
  /** The days on which these hours hold, such as `MONDAY`. */
  readonly days: readonly Day[];
  /** `HH:MM`, 24 hours. */
  readonly from: string;
  /**
   * `HH:MM`, later than `from`; `24:00` is the midnight that ends the day. Around the clock is `00:00` to
   * `24:00`. For a schedule that is open through the night, write until `24:00` and from `00:00` on the next
   * day: no minute is closed.
   */
  readonly to: string;
}

/** A schedule. */
export interface HoursOfOperationValue {
  /** 1 to 127 characters; unique in the instance. */
  readonly name: string;
  /**
   * 1 to 250 characters.
   * @default - none
   */
  readonly description?: string;
  /** An IANA time zone, such as `America/Los_Angeles`. */
  readonly timeZone: string;
  /** The hours of a usual week; those of one day must not overlap. */
  readonly open: readonly OpenHours[];
  /**
   * Its holidays, at most 50; past ones may stay.
   * @default - none
   */
  readonly holidays?: readonly HolidayValue[];
}

/** A day on which a schedule has other hours than usual. */
export interface HolidayValue {
  /** Such as `Christmas Day`, 1 to 116 characters; the same name may be used for another year. */
  readonly name: string;
  /** `YYYY-MM-DD` in the schedule's time zone. */
  readonly date: string;
  /**
   * The hours of that day, each `HH:MM`.
   * @default - closed
   */
  readonly open?: { readonly from: string; readonly to: string };
}

/** A queue in which contacts wait for an agent. */
export interface QueueValue {
  /** 1 to 127 characters; unique in the instance. */
  readonly name: string;
  /**
   * 1 to 250 characters.
   * @default - none
   */
  readonly description?: string;
  /** The name of the schedule in which the queue is open. */
  readonly hoursOfOperation: string;
  /**
   * The caller ID name that people see when the queue calls them, 1 to 255 characters; the number that they
   * see is the claimed one.
   */
  readonly outboundCallerIdName: string;
  /** The name of the flow of type `OUTBOUND_WHISPER` that people hear first when the queue calls them. */
  readonly outboundWhisperFlow: string;
  /** The quick connects to which agents can transfer a contact of this queue, each once; at most 700. */
  readonly quickConnects: readonly string[];
  /**
   * How many contacts may wait, from 0 on.
   * @default - no limit but the instance's own
   */
  readonly maxContacts?: number;
}

/**
 * A speed dial: an outside number in E.164, a queue (through a flow of type `QUEUE_TRANSFER`) or a user
 * (`AGENT_TRANSFER`). Its name has 1 to 127 characters and is unique, its description 1 to 250 characters.
 */
export type QuickConnectValue = { readonly name: string; readonly description?: string } & (
  | { readonly type: "PHONE_NUMBER"; readonly phoneNumber: string }
  | { readonly type: "QUEUE"; readonly queue: string; readonly flow: string }
  | { readonly type: "USER"; readonly user: string; readonly flow: string }
);

/** Which contacts an agent gets, and in which order. */
export interface RoutingProfileValue {
  /** 1 to 127 characters; unique in the instance. */
  readonly name: string;
  /** 1 to 250 characters. */
  readonly description: string;
  /** How many concurrent calls an agent takes; Amazon Connect allows one. */
  readonly voice: number;
  /** The name of the queue whose number and name are shown when these agents call. */
  readonly defaultOutboundQueue: string;
  /** The queues that these agents serve, each once. */
  readonly queues: readonly RoutingProfileQueueValue[];
}

/** A queue of a routing profile. */
export interface RoutingProfileQueueValue {
  /** The queue's name. */
  readonly queue: string;
  /** 1 to 99; contacts of priority 1 are offered first. */
  readonly priority: number;
  /** How long a contact waits before these agents are offered it, 0 to 9999 seconds. */
  readonly delaySeconds: number;
}
