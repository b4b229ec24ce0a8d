import { deployedCenter } from "../commands/forecast/deployed";
import { Forecaster } from "../commands/forecast/simulation/forecast";
import type {
  CallRow,
  Interval,
  Model,
  RoutingProfile,
  StaffRow,
} from "../commands/forecast/simulation/model";
import { momentOf } from "../contact-flow/hours";

const ASSUMPTIONS = {
  talk: { kind: "exponential" },
  wrap: { kind: "exponential" },
  callbackShare: 0.3,
  withinSeconds: 20,
} as const;
const TALK_SECONDS = 180;
/** Agents are busy for so much of their time. */
const OCCUPANCY = 0.85;

/** Seconds that a core has worked for this process: what else runs here does not count. */
function coreSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

const best = (rounds: number, round: () => number): number =>
  Math.min(...Array.from({ length: rounds }, round));

/** Half hours of the opening hours, Monday to Friday. */
function week(model: Model): Interval[] {
  return ["23", "24", "25", "26", "27"].flatMap((day) =>
    Array.from({ length: 18 }, (_, half) => {
      const hour = String(9 + Math.floor(half / 2)).padStart(2, "0");
      const start = `2026-11-${day}T${hour}:${half % 2 === 0 ? "00" : "30"}`;
      return { start, at: momentOf(start, model.timeZone) };
    }),
  );
}

/** Seconds to simulate a week of so many calls once, spread over all that they can be for. */
function seconds(model: Model, calls: number, to: readonly CallRow["to"][]): number {
  const intervals = week(model);
  const each = calls / intervals.length / to.length;
  const rows = intervals.flatMap((interval) =>
    to.map((where) => ({
      interval,
      to: where,
      calls: each,
      talkSeconds: TALK_SECONDS,
      wrapSeconds: 0,
      patienceSeconds: 300,
    })),
  );
  const erlangs = (calls / intervals.length / 1800) * TALK_SECONDS;
  const agents = Math.ceil(erlangs / OCCUPANCY / model.routingProfiles.length);
  const staff: StaffRow[] = intervals.flatMap((interval) =>
    model.routingProfiles.map((_, profile) => ({ interval, profile, agents })),
  );
  return best(3, () =>
    coreSeconds(() => {
      new Forecaster(model, { calls: rows, staff }, ASSUMPTIONS, 1, 1).forecast();
    }),
  );
}

/** The center with so many queues and as many routing profiles, each of which serves two of the queues. */
function withQueues(model: Model, count: number): Model {
  const queues = Array.from({ length: count }, (_, at) => ({ id: `q${at}`, name: `Queue ${at}` }));
  const routingProfiles: RoutingProfile[] = queues.map(({ id, name }, at) => ({
    name,
    serves: [
      { queue: id, priority: 1, delaySeconds: 0 },
      { queue: `q${(at + 1) % count}`, priority: 2, delaySeconds: 15 },
    ],
  }));
  return { ...model, queues, routingProfiles };
}

const model = deployedCenter();
const byQueue = ({ queues }: Model) => queues.map((_, queue) => ({ queue }));
const line = (what: string, calls: number, took: number): void => {
  const rate = Math.round(calls / took).toLocaleString("en-US");
  process.stdout.write(`${what}: ${took.toFixed(2)} s of a core, ${rate} calls a second\n`);
};

process.stdout.write("The aim: a week of 100,000 calls in under 5 s.\n");
line("100,000 calls to the queues", 100_000, seconds(model, 100_000, byQueue(model)));
line(
  "100,000 calls through the flow",
  100_000,
  seconds(model, 100_000, [{ keys: "1" }, { keys: "2" }]),
);
for (const calls of [25_000, 400_000])
  line(
    `${calls.toLocaleString("en-US")} calls, and as many more agents`,
    calls,
    seconds(model, calls, byQueue(model)),
  );
for (const count of [10, 50]) {
  const many = withQueues(model, count);
  line(`100,000 calls to ${count} queues`, 100_000, seconds(many, 100_000, byQueue(many)));
}
