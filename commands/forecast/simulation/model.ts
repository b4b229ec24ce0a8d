import type { ContactCenter } from "../../../contact-flow/runtime";
import type { ServedQueue } from "../../../contact-flow/routing";
import type { Shape } from "./chance";

/** Half an hour, in seconds: what a row of calls or of staff lasts. */
export const INTERVAL_SECONDS = 1800;

/** A queue as it is deployed. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  /** How many contacts may wait; no limit if undefined. */
  readonly maxContacts?: number;
}

/** A routing profile as it is deployed. */
export interface RoutingProfile {
  readonly name: string;
  readonly serves: readonly ServedQueue[];
}

/** A contact center as far as it decides who is served when. */
export interface Model {
  /** Flows and hours, for the calls that go through a flow. */
  readonly center: ContactCenter;
  /** Name of the flow that answers the number. */
  readonly flow: string;
  readonly queues: readonly Queue[];
  readonly routingProfiles: readonly RoutingProfile[];
  /** Of the times in the files. */
  readonly timeZone: string;
}

/** Half an hour of the forecast. */
export interface Interval {
  /** Local time, as in the files: `2026-11-24T09:00`. */
  readonly start: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Calls that are expected in half an hour. */
export interface CallRow {
  readonly interval: Interval;
  /** The queue's place in the model, or the keys that the callers press in the flow. */
  readonly to: { readonly queue: number } | { readonly keys: string };
  /** How many, on average. */
  readonly calls: number;
  readonly talkSeconds: number;
  readonly wrapSeconds: number;
  /** How long a caller waits before hanging up, on average; for ever if undefined. */
  readonly patienceSeconds?: number;
}

/** Agents at work in half an hour. */
export interface StaffRow {
  readonly interval: Interval;
  /** The routing profile's place in the model. */
  readonly profile: number;
  readonly agents: number;
}

/** What is expected, and who is there for it. */
export interface Scenario {
  readonly calls: readonly CallRow[];
  readonly staff: readonly StaffRow[];
}

/** What the files don't say. */
export interface Assumptions {
  readonly talk: Shape;
  readonly wrap: Shape;
  /** Of the callers who are offered a callback, how many take it each time: 0 to 1. */
  readonly callbackShare: number;
  /** Within how many seconds an answer counts for the service level. */
  readonly withinSeconds: number;
}
