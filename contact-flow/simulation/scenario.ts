import { canFail, speaks } from "../catalog";
import { DTMF_KEYS } from "../catalog/participant";
import { isOpen } from "../hours";
import { type ContactCenter, idOf } from "../runtime";
import { between, pick, type Random } from "./random";

/** What a random caller does next. */
export type Move =
  /** Presses the key, `patiently` once the flow listens for one. */
  | { readonly do: "press"; readonly key: string; readonly patiently: boolean }
  | { readonly do: "wait"; readonly seconds: number }
  | { readonly do: "hangUp" }
  | { readonly do: "agentAccepts" };

/** A random call, whole: run again, it goes the same way. */
export interface Scenario {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** E.164; undefined when it is withheld. */
  readonly from?: string;
  readonly fullQueues: readonly string[];
  readonly staffed: boolean;
  readonly refusesCallbacks: boolean;
  readonly lambdasFail: boolean;
  /** Whether the schedules by which no queue works are closed: they switch something, such as a message. */
  readonly switched: boolean;
  /** The actions that fail: often none, at most two. */
  readonly broken: readonly string[];
  readonly seed: number;
  readonly moves: readonly Move[];
}

const A_YEAR = 365 * 24 * 3600 * 1000;
/** How many actions fail, as likely as it stands here. */
const FAULTS = [0, 0, 0, 1, 2];
const NUMBERS = ["+13025550123", "+861012345678", "withheld"];

/** What the flows make likely: the keys that they offer, and the hours at which they are open. */
export interface Habits {
  readonly center: ContactCenter;
  /** The actions that can fail, as Connect has it. */
  readonly breakable: readonly string[];
  /** The actions that say something. */
  readonly speaking: ReadonlySet<string>;
  readonly keys: readonly string[];
  /** The schedules by which the queues work, by their ids. */
  readonly worked: ReadonlySet<string>;
}

/** What the flows of a center make likely. */
export function habitsOf(center: ContactCenter): Habits {
  const actions = [...center.flows.values()].flatMap((flow) => flow.flow.Actions);
  const keys = actions
    .filter(({ Type }) => Type === "GetParticipantInput")
    .flatMap(({ Transitions }) => Transitions.Conditions ?? [])
    .flatMap(({ Condition }) => Condition.Operands.map(String));
  const names = (some: typeof actions) => some.map(({ Identifier }) => Identifier);
  const speaking = new Set(names(actions.filter(speaks)));
  const worked = new Set([...center.queues.values()].map(({ hours }) => idOf(hours ?? "")));
  return { center, breakable: names(actions.filter(canFail)), speaking, keys, worked };
}

function randomMove(random: Random, { keys }: Habits): Move {
  const chance = random();
  if (chance < 0.6) {
    const offered = keys.length > 0 && random() < 0.7;
    return {
      do: "press",
      key: pick(random, offered ? keys : DTMF_KEYS),
      patiently: random() < 0.8,
    };
  }
  if (chance < 0.92) {
    return { do: "wait", seconds: pick(random, [1, 5, 10, 30, 120, 121, 600]) };
  }
  return { do: chance < 0.97 ? "agentAccepts" : "hangUp" };
}

/** A moment of the year, more often than not while somebody is at work. */
function randomMoment(random: Random, { center, worked }: Habits): number {
  const schedules = [...center.hours].filter(([id]) => worked.has(id)).map(([, hours]) => hours);
  let at = 0;
  for (let tries = between(random, 1, 4); tries > 0; tries--) {
    at = Date.UTC(2026, 0, 1) + Math.floor(random() * A_YEAR);
    if (schedules.some((hours) => isOpen(hours, at))) {
      break;
    }
  }
  return at;
}

/** A call made up by chance. */
export function randomScenario(random: Random, habits: Habits): Scenario {
  const from = pick(random, NUMBERS);
  return {
    at: randomMoment(random, habits),
    ...(from === "withheld" ? {} : { from }),
    fullQueues: [...habits.center.queues.keys()].filter(() => random() < 0.1),
    staffed: random() < 0.8,
    refusesCallbacks: random() < 0.1,
    lambdasFail: random() < 0.3,
    switched: random() < 0.3,
    broken: Array.from({ length: habits.breakable.length > 0 ? pick(random, FAULTS) : 0 }, () =>
      pick(random, habits.breakable),
    ),
    seed: Math.floor(random() * 2 ** 31),
    moves: Array.from({ length: between(random, 0, 8) }, () => randomMove(random, habits)),
  };
}
