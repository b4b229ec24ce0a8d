import { expect } from "chai";

import { Forecaster, type Figures } from "../../../commands/forecast/simulation/forecast";
import type { Estimate } from "../../../commands/forecast/simulation/interval-estimate";
import type { Assumptions, Model, Scenario } from "../../../commands/forecast/simulation/model";
import { ASSUMPTIONS, calls, halfHours, modelOf, SALES, SELLERS, staff, SUPPORT } from "./fixtures";

/** The chance that all agents are busy in M/M/c (Erlang C), by Erlang B's recursion. */
function erlangC(load: number, agents: number): number {
  let blocked = 1;
  for (let count = 1; count <= agents; count++)
    blocked = (load * blocked) / (count + load * blocked);
  const occupancy = load / agents;
  return blocked / (1 - occupancy * (1 - blocked));
}

/** How many hang up in M/M/c+M (Erlang A), and the average wait of all, from the chances of each length. */
function erlangA(callsASecond: number, talk: number, agents: number, patience: number) {
  const chances = [1];
  for (let count = 1; count < 2000; count++) {
    const leaving = Math.min(count, agents) / talk + Math.max(0, count - agents) / patience;
    chances.push(((chances[count - 1] ?? 0) * callsASecond) / leaving);
  }
  const total = chances.reduce((sum, each) => sum + each, 0);
  const waiting =
    chances.reduce((sum, each, count) => sum + each * Math.max(0, count - agents), 0) / total;
  return { abandoned: waiting / patience / callsASecond, wait: waiting / callsASecond };
}

const forecastOf = (
  model: Model,
  scenario: Scenario,
  {
    seed = 1,
    replications = 20,
    ...other
  }: Partial<Assumptions> & { seed?: number; replications?: number } = {},
): readonly Figures[] =>
  new Forecaster(model, scenario, { ...ASSUMPTIONS, ...other }, replications, seed).forecast()
    .totals;

const expectHolds = (estimate: Estimate | undefined, right: number, what: string): void => {
  expect(estimate?.low, `${what}: the interval's lower end`).to.be.below(right);
  expect(estimate?.high, `${what}: the interval's upper end`).to.be.above(right);
};

const ONE_QUEUE = modelOf([SALES], [SELLERS]);
const DAYS = halfHours(48);

/** So much of the right value may an interval be wide, on either side: a wide one holds anything. */
const isNarrow = ({ low, high, value }: Estimate, share: number): boolean =>
  (high - low) / 2 < share * value;

describe("A forecast", () => {
  it("gives Erlang C's service level and wait where nobody gives up (M/M/c)", () => {
    for (const [load, agents] of [
      [3, 4],
      [9, 11],
      [20, 23],
    ] as const) {
      const perHalfHour = (load * 1800) / 180;
      const [sales] = forecastOf(ONE_QUEUE, {
        calls: calls(DAYS, 0, { calls: perHalfHour, talkSeconds: 180 }),
        staff: staff(DAYS, 0, agents),
      });
      const busy = erlangC(load, agents);
      const what = `${load} erlangs, ${agents} agents`;
      const { serviceLevel, averageWaitSeconds, occupancy } = sales ?? {};
      expectHolds(serviceLevel, 1 - busy * Math.exp((-(agents - load) * 20) / 180), what);
      expectHolds(averageWaitSeconds, (busy * 180) / (agents - load), what);
      expect(serviceLevel !== undefined && isNarrow(serviceLevel, 0.1), what).to.equal(true);
      expect(occupancy, what).to.be.closeTo(load / agents, 0.01);
    }
  });

  it("gives Erlang A's share of callers who hang up, and their wait (M/M/c+M)", () => {
    for (const [perHalfHour, agents, patience] of [
      [60, 6, 120],
      [60, 5, 60],
      [100, 10, 300],
    ] as const) {
      const [sales] = forecastOf(ONE_QUEUE, {
        calls: calls(DAYS, 0, { calls: perHalfHour, talkSeconds: 180, patienceSeconds: patience }),
        staff: staff(DAYS, 0, agents),
      });
      const right = erlangA(perHalfHour / 1800, 180, agents, patience);
      const what = `${perHalfHour} calls, ${agents} agents, ${patience} s`;
      expectHolds(sales?.averageWaitSeconds, right.wait, what);
      const { offered = 0, abandoned = 0 } = sales ?? {};
      expect(abandoned / offered / right.abandoned, what).to.be.closeTo(1, 0.03);
    }
  });

  it("gives Cobham's waits of two priorities, who share the agents (M/M/c, non-preemptive)", () => {
    const generalists = {
      name: "Generalists",
      serves: [
        { queue: "sales", priority: 1, delaySeconds: 0 },
        { queue: "support", priority: 2, delaySeconds: 0 },
      ],
    };
    const [sales, support] = forecastOf(modelOf([SALES, SUPPORT], [generalists]), {
      calls: [
        ...calls(DAYS, 0, { calls: 20, talkSeconds: 180 }),
        ...calls(DAYS, 1, { calls: 30, talkSeconds: 180 }),
      ],
      staff: staff(DAYS, 0, 6),
    });
    const [load, agents] = [5, 6];
    const service = (erlangC(load, agents) * 180) / agents;
    expectHolds(sales?.averageWaitSeconds, service / (1 - 2 / 6), "sales");
    expectHolds(support?.averageWaitSeconds, service / ((1 - 2 / 6) * (1 - 5 / 6)), "support");
  });

  it("gives Pollaczek and Khinchine's wait for one agent, however long the calls vary (M/G/1)", () => {
    const scenario = {
      calls: calls(DAYS, 0, { calls: 42, talkSeconds: 30 }),
      staff: staff(DAYS, 0, 1),
    };
    const load = (42 * 30) / 1800;
    for (const [talk, squaredVariation] of [
      [{ kind: "constant" }, 0],
      [{ kind: "exponential" }, 1],
      [{ kind: "lognormal", sigma: 0.8 }, Math.exp(0.64) - 1],
    ] as const) {
      const [sales] = forecastOf(ONE_QUEUE, scenario, { talk, replications: 30 });
      const right = (load / (1 - load)) * 30 * ((1 + squaredVariation) / 2);
      expectHolds(sales?.averageWaitSeconds, right, talk.kind);
    }
  });

  it("has intervals that hold the true value in about 95 % of forecasts", () => {
    const scenario = {
      calls: calls(halfHours(24), 0, { calls: 50, talkSeconds: 30 }),
      staff: staff(halfHours(24), 0, 1),
    };
    const load = (50 * 30) / 1800;
    const right = 1 - load * Math.exp((-(1 - load) * 20) / 30);
    const seeds = Array.from({ length: 60 }, (_, seed) => seed);
    const holding = seeds.filter((seed) => {
      const [sales] = forecastOf(ONE_QUEUE, scenario, { seed, replications: 6 });
      const { low = 1, high = 0 } = sales?.serviceLevel ?? {};
      return low < right && right < high;
    });
    expect(holding.length / seeds.length).to.be.within(0.89, 1);
  });
});
