import { localTimeOf } from "../../hours";
import type { ContactCenter } from "../../runtime";
import { CallExpectationError } from "../call-expectation-error";
import { Caller, type Dial } from "../caller";
import { Coverage, type FlowCoverage } from "../coverage";
import { codeOf, NamedCall, type Step } from "../named-call";
import { type Miss, missesOf } from "./misses";
import type { Plan } from "./plan";
import type { Played } from "./play";
import { withoutRepeats } from "./repeats";
import { searchCalls } from "./search";
import { titleOf } from "./title";

/** Named calls for a flow, and what of it they take. */
export interface Proposal {
  /** The code of each call: `it(…)` with `dial` on a constant `center`. */
  readonly calls: readonly string[];
  /** What of each flow they take. */
  readonly coverage: readonly FlowCoverage[];
  readonly misses: readonly Miss[];
}

/** What to propose calls for. */
export interface ProposalOptions {
  /** The id of the flow that the calls come in to. */
  readonly flow: string;
  /** The ids of the flows whose transitions are wanted. */
  readonly flows: readonly string[];
  /** When the calls come in by default: milliseconds since 1970. */
  readonly at: number;
  readonly timeZone: string;
}

/** Makes the call that the code makes. @throws CallExpectationError as the test would fail */
function make(center: ContactCenter, dial: Dial, steps: readonly Step[]): void {
  const caller = new Caller(center, dial);
  for (const { word, given } of steps) {
    (caller[word] as (...given: unknown[]) => Caller).apply(caller, [...given]);
  }
}

/** The world of a call, as a test says it: of queues, and of chance, only what the plan chose. */
function worldOf({ queues, seed }: Plan, told: NamedCall): object {
  const { queues: _, ...world } = { queues: {}, ...told.world };
  return {
    ...(Object.keys(queues).length === 0 ? {} : { queues }),
    ...world,
    ...(seed === 1 ? {} : { seed }),
  };
}

/** Whether the call can be made as it is written, and takes all that was played. */
function takesAll(
  center: ContactCenter,
  { dial, steps }: { readonly dial: Dial; readonly steps: readonly Step[] },
  { taken }: Played,
): boolean {
  const coverage = new Coverage(center);
  try {
    make(center, { ...dial, coverage }, steps);
  } catch (error) {
    if (!(error instanceof CallExpectationError)) throw error;
    return false;
  }
  return [...taken].every((key) => coverage.has(key));
}

/** A call as it is to be written: it has been made so, and takes what it should. */
function written(
  center: ContactCenter,
  { flow, timeZone }: ProposalOptions,
  played: Played,
): { readonly dial: Dial; readonly steps: readonly Step[] } | undefined {
  const { plan } = played;
  const name = center.flows.get(flow)?.name ?? "";
  // Mostly each step waits for what it names; where that isn't enough, the time is written out.
  const timing = {
    from: plan.at,
    moments: played.story.map(({ at }) => at),
    until: played.until,
  };
  for (const timed of [{}, { timing }]) {
    const told = new NamedCall({
      story: played.story.map(({ part }) => part),
      ...timed,
      tellsRecordings: true,
      broken: plan.broken,
      queueName: (id) => center.queues.get(id)?.name ?? id,
    });
    const world = worldOf(plan, told);
    const dial: Dial = {
      flow: center.flowsByName.get(name)?.id === flow ? name : flow,
      at: localTimeOf(plan.at, timeZone),
      timeZone,
      ...(plan.from === "+13025550123" ? {} : { from: plan.from }),
      ...(Object.keys(plan.contact).length === 0 ? {} : { contact: plan.contact }),
      ...(plan.closed.length === 0 ? {} : { closed: plan.closed }),
      ...(Object.keys(world).length === 0 ? {} : { world }),
    };
    for (const steps of [withoutRepeats(told.steps), told.steps]) {
      if (takesAll(center, { dial, steps }, played)) return { dial, steps };
    }
  }
  return undefined;
}

/** Proposes named calls that take every transition of the flows that can be found. */
export function proposeCalls(center: ContactCenter, options: ProposalOptions): Proposal {
  const { calls } = searchCalls(center, options.flow, options.flows, options.at);
  const coverage = new Coverage(center);
  const titles = new Map<string, number>();
  const code = calls.flatMap((played) => {
    const call = written(center, options, played);
    if (call === undefined) return [];
    make(center, { ...call.dial, coverage }, call.steps);
    const title = titleOf(played);
    const times = (titles.get(title) ?? 0) + 1;
    titles.set(title, times);
    return [codeOf(times === 1 ? title : `${title} (${times})`, "center", call.dial, call.steps)];
  });
  return {
    calls: code,
    coverage: options.flows.map((id) => coverage.of(id)),
    misses: options.flows.flatMap((id) => {
      const flow = center.flows.get(id);
      return flow === undefined ? [] : missesOf(flow, coverage);
    }),
  };
}
