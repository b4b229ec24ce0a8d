import type { ContactCenter, Happening } from "../runtime";
import { withClosed } from "./closed";
import { PhoneCall } from "./phone-call";
import { seeded } from "./random";
import { type Habits, habitsOf, randomScenario, type Scenario } from "./scenario";
import { shrink } from "./shrink";
import { wordsOf } from "./words";
import { World } from "./world";

/** What is wrong with a call, and the shortest call that shows it. */
export interface FuzzFailure {
  readonly problem: string;
  readonly scenario: Scenario;
  /** What was heard and done, a line each. */
  readonly story: readonly string[];
}

/** What came of the random calls. */
export interface FuzzReport {
  readonly calls: number;
  /** How the calls ended, and how often. */
  readonly endings: Readonly<Record<string, number>>;
  readonly failure?: FuzzFailure;
}

/** How to make random calls. */
export interface FuzzOptions {
  /** The flow that they come in to: its name or id. */
  readonly flow: string;
  readonly calls: number;
  readonly seed: number;
  readonly watch?: ConstructorParameters<typeof PhoneCall>[2]["watch"];
}

/** A caller who does no more has to be somewhere safe after so long, and after so many events. */
const SETTLE_SECONDS = 60 * 60;
const SETTLE_EVENTS = 500;

const HAPPENINGS: Readonly<Record<"hangUp" | "agentAccepts", Happening>> = {
  hangUp: { type: "hangUp" },
  agentAccepts: { type: "agentAccepts", agent: "agent" },
};

/** The caller listens until there is something to answer, but not for ever. */
function listenFor(call: PhoneCall): void {
  for (let events = 0; events < SETTLE_EVENTS && !listens(call); events++) {
    if (call.state.ended !== undefined || call.state.connected || !call.tick()) {
      return;
    }
  }
}

/** The center as the scenario has it: what switches something is closed, or as it was. */
const switchedCenter = ({ center, worked }: Habits, { switched }: Scenario): ContactCenter =>
  switched
    ? withClosed(
        center,
        [...center.hours.keys()].filter((id) => !worked.has(id)),
      )
    : center;

/** Makes the call of a scenario and lets it settle. */
function play(habits: Habits, scenario: Scenario, { flow, watch }: FuzzOptions) {
  const center = switchedCenter(habits, scenario);
  const metrics = scenario.staffed ? {} : { agentsAvailable: 0, agentsStaffed: 0, agentsOnline: 0 };
  const queues = [...center.queues.keys()].map(
    (id) => [id, { ...metrics, full: scenario.fullQueues.includes(id) }] as const,
  );
  const world = new World(center, {
    queues: Object.fromEntries(queues),
    refusesCallbacks: scenario.refusesCallbacks,
    lambdas: { "*": scenario.lambdasFail ? { fails: true } : { answers: {} } },
    seed: scenario.seed,
  });
  const call = new PhoneCall(center, world, {
    flow,
    at: scenario.at,
    broken: Object.fromEntries(scenario.broken.map((action) => [action, "NoMatchingError"])),
    ...(scenario.from === undefined ? {} : { contact: { customerNumber: scenario.from } }),
    ...(watch === undefined ? {} : { watch }),
  });
  let heardAtLastKey = 0;
  for (const move of scenario.moves) {
    if (move.do === "wait") {
      call.pass(move.seconds);
    } else if (move.do === "press") {
      if (move.patiently) {
        listenFor(call);
      }
      heardAtLastKey = listens(call) ? call.heard.length : heardAtLastKey;
      call.happens({ type: "digit", key: move.key });
    } else {
      call.happens(HAPPENINGS[move.do]);
    }
  }
  const until = call.now + SETTLE_SECONDS * 1000;
  for (let events = 0; !isSafe(call) && events < SETTLE_EVENTS && call.now < until; events++) {
    if (!call.tick()) {
      break;
    }
  }
  return { call, heardAtLastKey };
}

const listens = ({ state }: PhoneCall): boolean => state.run?.waiting?.for === "input";

/** Ended, talking to an agent, or in a queue: where a caller may stay. */
const isSafe = ({ state }: PhoneCall): boolean =>
  state.ended !== undefined || state.connected || state.inQueue !== undefined;

const HEARS_NOTHING = "the caller waits in the queue and hears nothing";
const WITHOUT_A_WORD = "the flow hangs up without a word";

function problemOf(call: PhoneCall, heardAtLastKey: number): string | undefined {
  const { ended, run, inQueue } = call.state;
  if (ended?.by === "fault") {
    return `the flow stops at "${ended.fault.action}": ${ended.fault.message}`;
  }
  if (!isSafe(call)) {
    return `the caller is stuck at "${run?.action ?? "nothing"}"`;
  }
  if (inQueue !== undefined && run === undefined) {
    return HEARS_NOTHING;
  }
  const goodbye = call.heard.length > heardAtLastKey || call.callbacks.length > 0;
  return ended?.by === "flow" && !goodbye ? WITHOUT_A_WORD : undefined;
}

const endingOf = ({ state, callbacks }: PhoneCall): string => {
  if (state.ended === undefined) {
    return state.connected ? "with an agent" : "in a queue";
  }
  return callbacks.length > 0 ? "with a callback" : `ended by ${state.ended.by}`;
};

const storyOf = (call: PhoneCall): string[] =>
  call.heard.map(({ speech }) => `hears "${wordsOf(speech)}"`);

/**
 * Makes random calls and asks of each: is nobody stuck, and does no call end without a queue, a
 * callback or a goodbye? The same seed makes the same calls.
 *
 * A prompt that fails may be the goodbye itself, or the music: such a call may be silent.
 */
export function fuzz(center: ContactCenter, options: FuzzOptions): FuzzReport {
  const random = seeded(options.seed);
  const habits = habitsOf(center);
  const endings: Record<string, number> = {};
  const judge = (
    scenario: Scenario,
    { call, heardAtLastKey } = play(habits, scenario, options),
  ) => {
    const problem = problemOf(call, heardAtLastKey);
    const silent = problem === HEARS_NOTHING || problem === WITHOUT_A_WORD;
    return silent && scenario.broken.some((action) => habits.speaking.has(action))
      ? undefined
      : problem;
  };
  for (let calls = 1; calls <= options.calls; calls++) {
    const scenario = randomScenario(random, habits);
    const played = play(habits, scenario, options);
    const ending = endingOf(played.call);
    endings[ending] = (endings[ending] ?? 0) + 1;
    if (judge(scenario, played) !== undefined) {
      const smallest = shrink(scenario, (smaller) => judge(smaller) !== undefined);
      const story = storyOf(play(habits, smallest, options).call);
      return {
        calls,
        endings,
        failure: { problem: judge(smallest) ?? "", scenario: smallest, story },
      };
    }
  }
  return { calls: options.calls, endings };
}
