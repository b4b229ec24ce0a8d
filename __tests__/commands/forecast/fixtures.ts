import { createContactCenter } from "../../../contact-flow/runtime";
import type {
  Assumptions,
  CallRow,
  Interval,
  Model,
  Queue,
  RoutingProfile,
  StaffRow,
} from "../../../commands/forecast/simulation/model";

/** Midnight in UTC on a Tuesday. */
const BEGIN = Date.parse("2026-11-24T00:00:00Z");

export const ASSUMPTIONS: Assumptions = {
  talk: { kind: "exponential" },
  wrap: { kind: "exponential" },
  callbackShare: 0,
  withinSeconds: 20,
};

/** Half hours that follow one another. */
export const halfHours = (count: number): Interval[] =>
  Array.from({ length: count }, (_, place) => {
    const at = BEGIN + place * 1_800_000;
    return { at, start: new Date(at).toISOString().slice(0, 16) };
  });

export const SALES: Queue = { id: "sales", name: "Sales" };
export const SUPPORT: Queue = { id: "support", name: "Support" };

/** Sellers take sales calls only. */
export const SELLERS: RoutingProfile = {
  name: "Sellers",
  serves: [{ queue: "sales", priority: 1, delaySeconds: 0 }],
};

/** A center without flows. */
export const modelOf = (
  queues: readonly Queue[],
  routingProfiles: readonly RoutingProfile[],
): Model => ({
  center: createContactCenter({ flows: [], queues: [], hours: [] }),
  flow: "",
  queues,
  routingProfiles,
  timeZone: "UTC",
});

/** Calls for the queue at that place, the same in each half hour. */
export const calls = (
  intervals: readonly Interval[],
  queue: number,
  row: Pick<CallRow, "calls" | "talkSeconds"> & Partial<CallRow>,
): CallRow[] => intervals.map((interval) => ({ interval, to: { queue }, wrapSeconds: 0, ...row }));

/** Agents of the routing profile at that place. */
export const staff = (
  intervals: readonly Interval[],
  profile: number,
  agents: number,
): StaffRow[] => intervals.map((interval) => ({ interval, profile, agents }));
