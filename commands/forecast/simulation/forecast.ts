import { type Call, drawCalls } from "./calls";
import { Chance } from "./chance";
import { type Estimate, ratio } from "./interval-estimate";
import type { Assumptions, Interval, Model, Scenario } from "./model";
import { replicate } from "./replication";
import type { Count, Tally } from "./tally";

/** What is to be expected of a queue, in half an hour or in all. Counts are means over the replications. */
export interface Figures {
  readonly queue: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly callbacks: number;
  readonly callbacksAnswered: number;
  /** Calls that never came into the queue: closed, full, or led elsewhere. */
  readonly notQueued: number;
  /** Of the calls offered, how many are answered in time: 0 to 1. Undefined if there are none. */
  readonly serviceLevel: Estimate | undefined;
  /** In the queue, however the wait ended. */
  readonly averageWaitSeconds: Estimate | undefined;
  /** Of the agents who serve the queue, how much of their time they are with contacts of any queue. */
  readonly occupancy: number | undefined;
}

/** A forecast. */
export interface Forecast {
  readonly intervals: readonly (Figures & { readonly interval: Interval })[];
  readonly totals: readonly Figures[];
  /** Calls that a flow let end without naming any queue, in all. */
  readonly withoutQueue: number;
  readonly replications: number;
}

/** The half hours of a scenario, in their order. */
export function intervalsOf({ calls, staff }: Scenario): Interval[] {
  const intervals = new Set([...calls, ...staff].map(({ interval }) => interval));
  return [...intervals].sort((one, other) => one.at - other.at);
}

/** A center and its calls, drawn once: staffings are compared on the same calls. */
export class Forecaster {
  private readonly intervals: readonly Interval[];
  private readonly drawn: readonly { readonly calls: readonly Call[]; readonly chance: Chance }[];

  /**
   * @param replications how often the time is simulated, each with calls of its own
   * @param seed the same seed gives the same forecast: a whole number
   */
  public constructor(
    private readonly model: Model,
    private readonly scenario: Scenario,
    private readonly assumptions: Assumptions,
    replications: number,
    seed: number,
  ) {
    this.intervals = intervalsOf(scenario);
    const from = this.intervals[0]?.at ?? 0;
    this.drawn = Chance.replications(seed, replications).map((chance) => ({
      calls: drawCalls(scenario.calls, from, assumptions, chance),
      chance,
    }));
  }

  /** Simulates a staffing. */
  public forecast(staff: Scenario["staff"] = this.scenario.staff): Forecast {
    const { model, intervals, assumptions } = this;
    const tallies = this.drawn.map(({ calls, chance }) =>
      replicate({ model, intervals, staff, calls, assumptions, chance: chance.copy() }),
    );
    return this.summed(tallies);
  }

  private summed(tallies: readonly Tally[]): Forecast {
    const all = this.intervals.map((_, place) => place);
    const queues = this.concerned(tallies);
    return {
      intervals: this.intervals.flatMap((interval, place) =>
        queues.map((queue) => ({ interval, ...this.figures(tallies, queue, [place]) })),
      ),
      totals: queues.map((queue) => this.figures(tallies, queue, all)),
      withoutQueue: mean(tallies.map((tally) => sumOf(tally, all, undefined, "notQueued"))),
      replications: tallies.length,
    };
  }

  /** The queues that calls were for; all of them if there were none. */
  private concerned(tallies: readonly Tally[]): number[] {
    const queues = this.model.queues.map((_, queue) => queue);
    const named = new Set(
      this.scenario.calls.flatMap(({ to }) => ("queue" in to ? [to.queue] : [])),
    );
    const all = this.intervals.map((_, place) => place);
    const concerned = queues.filter(
      (queue) =>
        named.has(queue) ||
        tallies.some((tally) =>
          (["offered", "notQueued"] as const).some((count) => sumOf(tally, all, queue, count) > 0),
        ),
    );
    return concerned.length === 0 ? queues : concerned;
  }

  private figures(tallies: readonly Tally[], queue: number, places: readonly number[]): Figures {
    const each = (count: Count) => tallies.map((tally) => sumOf(tally, places, queue, count));
    const offered = each("offered");
    const { id, name } = this.model.queues[queue] ?? { id: "", name: "" };
    const profiles = this.model.routingProfiles.flatMap(({ serves }, profile) =>
      serves.some((served) => served.queue === id) ? [profile] : [],
    );
    const work = (seconds: "busySeconds" | "staffedSeconds") =>
      tallies
        .flatMap((tally) =>
          places.flatMap((place) =>
            profiles.map(
              (profile) => tally[seconds][place * this.model.routingProfiles.length + profile] ?? 0,
            ),
          ),
        )
        .reduce((total, some) => total + some, 0);
    const staffed = work("staffedSeconds");
    return {
      queue: name,
      offered: mean(offered),
      answered: mean(each("answered")),
      abandoned: mean(each("abandoned")),
      callbacks: mean(each("callbacks")),
      callbacksAnswered: mean(each("callbacksAnswered")),
      notQueued: mean(each("notQueued")),
      serviceLevel: ratio(each("answeredInTime"), offered),
      averageWaitSeconds: ratio(each("waitSeconds"), each("waits")),
      occupancy: staffed === 0 ? undefined : work("busySeconds") / staffed,
    };
  }
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0) / Math.max(1, numbers.length);

const sumOf = (
  tally: Tally,
  places: readonly number[],
  queue: number | undefined,
  count: Count,
): number => places.reduce((total, place) => total + tally.get(place, queue, count), 0);
