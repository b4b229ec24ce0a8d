import { exitsOf } from "../../exits";
import type { ContactCenter } from "../../runtime";
import { alternatives } from "./alternatives";
import { ordinaryCall } from "./plan";
import { play, type Played, transitionKey } from "./play";

/** What the search has come to. */
export interface Found {
  /** Calls that together take every transition that was found, the one that takes most first. */
  readonly calls: readonly Played[];
  /** The transitions that they take, of the flows that were asked about. */
  readonly taken: ReadonlySet<string>;
}

/** So many calls are tried for one transition, and altogether. */
const MOST_FOR_ONE = 150;
const MOST_CALLS = 8_000;
/** Whoever comes to an action again and again goes in a circle. */
const MOST_VISITS = 3;

/** The transitions of the flows of a center. */
function transitionsOf(center: ContactCenter, flows: readonly string[]): Set<string> {
  return new Set(
    flows.flatMap((id) =>
      (center.flows.get(id)?.flow.Actions ?? []).flatMap((action) => {
        const exits = exitsOf(action).map(({ key }) => key);
        return (exits.length > 0 ? exits : ["entered"]).map((exit) =>
          transitionKey(id, action.Identifier, exit),
        );
      }),
    ),
  );
}

/** Tries calls until every transition is taken, or nothing new is found. */
class Search {
  private readonly kept: Played[] = [];
  private readonly missing: Set<string>;
  private readonly tried = new Map<string, number>();
  private calls = 0;

  public constructor(
    private readonly center: ContactCenter,
    private readonly flow: string,
    flows: readonly string[],
  ) {
    this.missing = transitionsOf(center, flows);
  }

  public run(at: number): readonly Played[] {
    this.keep(play(this.center, this.flow, ordinaryCall(at)));
    for (let next = 0; next < this.kept.length && this.missing.size > 0; next++) {
      const played = this.kept[next];
      if (played !== undefined) this.branchFrom(played);
    }
    return this.kept;
  }

  /** Tries, at each action that the call has come to, the exits that nothing has taken yet. */
  private branchFrom(played: Played): void {
    const visits = new Map<string, number>();
    for (const [at, { flow, action }] of played.visits.entries()) {
      const place = `${flow} ${action}`;
      visits.set(place, (visits.get(place) ?? 0) + 1);
      if ((visits.get(place) ?? 0) > MOST_VISITS) continue;
      const prepared = this.center.flows.get(flow)?.actions.get(action);
      for (const { key } of prepared === undefined ? [] : exitsOf(prepared.action)) {
        const wanted = transitionKey(flow, action, key);
        if (!this.missing.has(wanted)) continue;
        for (const plan of alternatives({ center: this.center, played, at }, key)) {
          const tries = (this.tried.get(wanted) ?? 0) + 1;
          this.tried.set(wanted, tries);
          if (tries > MOST_FOR_ONE || this.calls > MOST_CALLS) break;
          this.calls++;
          const other = play(this.center, this.flow, plan);
          if ([...other.taken].some((each) => this.missing.has(each))) this.keep(other);
          if (!this.missing.has(wanted)) break;
        }
      }
    }
  }

  private keep(played: Played): void {
    this.kept.push(played);
    for (const each of played.taken) this.missing.delete(each);
  }
}

/** The fewest of the calls that take all that they take together: greedily, so not always the very fewest. */
function fewest(calls: readonly Played[], wanted: ReadonlySet<string>): Played[] {
  const left = new Set(calls.flatMap(({ taken }) => [...taken].filter((key) => wanted.has(key))));
  const chosen: Played[] = [];
  const gain = ({ taken }: Played) => [...taken].filter((key) => left.has(key)).length;
  while (left.size > 0) {
    const [best] = [...calls].sort((one, other) => gain(other) - gain(one));
    if (best === undefined) break;
    chosen.push(best);
    for (const key of best.taken) left.delete(key);
  }
  return chosen;
}

/**
 * Searches keys, times, schedules, answers and errors for calls that take every transition of flows of the
 * center.
 * @param flow - The id of the flow that the calls come in to.
 * @param flows - The ids of the flows whose transitions are wanted.
 * @param at - When the calls come in by default: milliseconds since 1970.
 */
export function searchCalls(
  center: ContactCenter,
  flow: string,
  flows: readonly string[],
  at: number,
): Found {
  const wanted = transitionsOf(center, flows);
  const calls = fewest(new Search(center, flow, flows).run(at), wanted);
  const taken = new Set(calls.flatMap((call) => [...call.taken].filter((key) => wanted.has(key))));
  return { calls, taken };
}
