import { type ContactCenter, type Effect, surroundingsOf } from "../../runtime";
import { CallExpectationError } from "../call-expectation-error";
import { withClosed } from "../closed";
import type { StoryPart } from "../named-call";
import { PhoneCall } from "../phone-call";
import { World } from "../world";
import type { Move, Plan } from "./plan";

/** An action that a call came to. */
export interface Visit {
  readonly flow: string;
  readonly action: string;
  /** How many waits the call had come to before. */
  readonly moves: number;
  /** The queue that it asked about or entered. */
  queue?: string;
  /** The number that it dialled. */
  dialled?: string;
}

/** A part of a call's story, and when it was: milliseconds since 1970. */
export interface Moment {
  readonly at: number;
  readonly part: StoryPart;
}

/** A plan that was carried out. */
export interface Played {
  readonly plan: Plan;
  readonly visits: readonly Visit[];
  /** What was done at each wait, also where the plan said nothing. */
  readonly moves: readonly Move[];
  readonly story: readonly Moment[];
  /** When it was over, or looked at no longer: milliseconds since 1970. */
  readonly until: number;
  /** The transitions that it took, as {@link transitionKey}. */
  readonly taken: ReadonlySet<string>;
}

/** A transition of a flow, or an action without exits (`entered`). */
export const transitionKey = (flow: string, action: string, exit: string): string =>
  `${flow} ${action} ${exit}`;

/** A call that goes on is looked at for so long, so many waits, and so many events without anything new. */
const LONGEST_SECONDS = 2 * 3600;
const MOST_WAITS = 24;
const MOST_EVENTS_WITHOUT_NEWS = 100;

/** Follows a call: where it comes to, and what is told of it. */
class Follower {
  public readonly visits: Visit[] = [];
  public readonly story: Moment[] = [];
  public readonly taken = new Set<string>();
  public readonly moves: Move[] = [];
  /** How many events were without a new transition. */
  public withoutNews = 0;
  public choice: (Effect & { readonly type: "chooseExit" }) | undefined;

  public see(effect: Effect, at: number): void {
    this.story.push({ at, part: effect });
    const here = this.visits.at(-1);
    switch (effect.type) {
      case "entered":
        this.visits.push({
          flow: effect.flow,
          action: effect.action,
          moves: this.moves.length,
        });
        this.pass(transitionKey(effect.flow, effect.action, "entered"));
        return;
      case "took":
        this.pass(transitionKey(effect.flow, effect.action, effect.exit));
        return;
      case "readMetrics":
      case "enterQueue":
        if (here !== undefined) here.queue = effect.queue;
        return;
      case "makeCallback":
        if (here !== undefined && effect.callback.queue !== undefined) {
          here.queue = effect.callback.queue;
        }
        return;
      case "dial":
        if (here !== undefined) here.dialled = effect.number;
        return;
      case "chooseExit":
        this.choice = effect;
        return;
      default:
        return;
    }
  }

  private pass(transition: string): void {
    if (this.taken.has(transition)) return;
    this.taken.add(transition);
    this.withoutNews = 0;
  }
}

const waitsFor = ({ state }: PhoneCall): string | undefined => state.run?.waiting?.for;

const isTalking = ({ state }: PhoneCall): boolean => state.run?.waiting?.memory === "talking";

/** Lets the time of a wait for keys run out, until the call comes to something else. */
function letRunOut(call: PhoneCall, { visits }: Follower): void {
  const before = visits.length;
  while (waitsFor(call) === "input" && visits.length === before && call.tick());
}

/** Does at a wait what the plan says, or what is done by default. */
function move(call: PhoneCall, follower: Follower, planned: Move | undefined): void {
  if (waitsFor(call) === "exit") {
    const { choice } = follower;
    if (choice === undefined) return;
    const exits = choice.exits.map(({ key }) => key);
    const wanted = planned?.do === "exit" && exits.includes(planned.exit) ? planned.exit : exits[0];
    const exit = wanted ?? "";
    follower.moves.push({ do: "exit", exit });
    call.happens({ type: "exitTaken", id: choice.id, exit });
    return;
  }
  if (planned?.do !== "press") {
    follower.moves.push({ do: "nothing" });
    letRunOut(call, follower);
    return;
  }
  follower.moves.push(planned);
  const { run } = call.state;
  for (const key of planned.keys) {
    // What is left of the keys when the block has had enough is not pressed into the next one.
    if (waitsFor(call) !== "input" || call.state.run?.action !== run?.action) return;
    call.happens({ type: "digit", key });
  }
}

/** Carries out a plan on the flow. */
export function play(center: ContactCenter, flow: string, plan: Plan): Played {
  const called = center.flowsByName.get(flow) ?? center.flows.get(flow);
  const [queue = ""] = center.queues.keys();
  const { at, from, contact, closed, broken } = plan;
  const world = new World(center, { ...plan, lambdas: { "*": { answers: {} }, ...plan.lambdas } });
  const follower = new Follower();
  // While the call begins, it isn't there yet.
  const line: { call?: PhoneCall } = {};
  const clock = (): number => line.call?.now ?? at;
  const call = new PhoneCall(withClosed(center, closed), world, {
    flow,
    at,
    contact: { ...(from === null ? {} : { customerNumber: from }), ...contact },
    broken,
    surroundings: surroundingsOf(called?.type ?? "CONTACT_FLOW", queue, at),
    watch: (effect) => {
      follower.see(effect, clock());
    },
    listen: (part) => {
      follower.story.push({ at: clock(), part });
    },
  });
  line.call = call;
  const until = at + LONGEST_SECONDS * 1000;
  try {
    while (goesOn(call, follower, until)) {
      const waiting = waitsFor(call);
      if (waiting === "input" || waiting === "exit") {
        move(call, follower, plan.moves[follower.moves.length]);
      } else if (isTalking(call)) {
        call.happens({ type: "thirdPartyLeft" });
      } else if (!call.tick()) {
        break;
      }
    }
  } catch (error) {
    // A circle in which no time passes: what it has come to counts.
    if (!(error instanceof CallExpectationError)) throw error;
  }
  const { visits, moves, story, taken } = follower;
  return { plan, visits, moves, story, until: call.now, taken };
}

function goesOn({ state, now }: PhoneCall, follower: Follower, until: number): boolean {
  return (
    state.ended === undefined &&
    now < until &&
    follower.moves.length < MOST_WAITS &&
    follower.withoutNews++ < MOST_EVENTS_WITHOUT_NEWS
  );
}
