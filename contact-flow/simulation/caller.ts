import { momentOf } from "../hours";
import {
  type CallbackRequest,
  type ContactCenter,
  type Effect,
  type NewContact,
  surroundingsOf,
} from "../runtime";
import { CallExpectationError } from "./call-expectation-error";
import type { Coverage } from "./coverage";
import { withClosed } from "./closed";
import { Listening } from "./listening";
import { PhoneCall } from "./phone-call";
import { wordsOf } from "./words";
import { World, type WorldOptions } from "./world";

/** A call that a test makes. */
export interface Dial {
  /** The flow that answers: its name or id. */
  readonly flow: string;
  /** An ISO date; without an offset it is read in `timeZone`. */
  readonly at: string;
  /** The zone of `at`, UTC unless said. */
  readonly timeZone?: string;
  /** The caller's number, E.164; null withholds it. */
  readonly from?: string | null;
  readonly contact?: Partial<NewContact>;
  /** Schedules, by id, that are closed at any time. */
  readonly closed?: readonly string[];
  readonly world?: WorldOptions;
  readonly coverage?: Coverage;
}

/** A stretch of time. */
export interface Duration {
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

const normal = (text: string): string => text.replace(/\s+/g, " ").trim();

const isSaid = (expected: string | RegExp, text: string): boolean =>
  typeof expected === "string" ? normal(text) === normal(expected) : expected.test(text);

/** The caller of a test: what it hears, presses and waits for, in the order of the call. */
export class Caller {
  /** The line, for what the words below do not say. */
  public readonly line: PhoneCall;
  private readonly story: string[] = [];
  private readonly listening: Listening;
  /** The action that waits to be told its exit. */
  private choice: (Effect & { readonly type: "chooseExit" }) | undefined;

  public constructor(
    private readonly center: ContactCenter,
    {
      flow,
      at,
      timeZone = "UTC",
      from = "+13025550123",
      contact,
      closed = [],
      world,
      coverage,
    }: Dial,
  ) {
    const moment = momentOf(at, timeZone);
    const called = center.flowsByName.get(flow) ?? center.flows.get(flow);
    const [queue = ""] = center.queues.keys();
    this.line = new PhoneCall(withClosed(center, closed), new World(center, world), {
      flow,
      at: moment,
      contact: { ...(from === null ? {} : { customerNumber: from }), ...contact },
      ...(called === undefined ? {} : { surroundings: surroundingsOf(called.type, queue, moment) }),
      ...(world?.broken === undefined ? {} : { broken: world.broken }),
      watch: (effect) => {
        if (effect.type === "chooseExit") this.choice = effect;
        coverage?.watch(effect);
      },
    });
    this.listening = new Listening(this.line);
  }

  /** The world around the call, with its switches. */
  public get world(): World {
    return this.line.world;
  }

  /** The next thing the caller hears is this text, or matches it. Loop prompts may come between. */
  public hears(expected: string | RegExp): this {
    const deadline = this.listening.deadline();
    for (;;) {
      const next = this.listening.next(deadline);
      if (next === undefined) {
        this.fail(`the caller should hear ${this.quote(expected)}, but hears nothing more`);
      }
      if (isSaid(expected, next.text)) {
        this.tell(`hears "${next.text}"`);
        return this;
      }
      if (!next.looping) {
        this.fail(`the caller should hear ${this.quote(expected)}, but hears "${next.text}"`);
      }
    }
  }

  /** The caller presses keys, each as soon as the flow listens for one. */
  public presses(keys: string): this {
    const deadline = this.listening.deadline();
    for (const key of keys) {
      while (this.line.state.run?.waiting?.for !== "input") {
        if (this.line.state.inQueue !== undefined || !this.listening.goesOn(deadline)) {
          this.fail(`the caller presses ${key}, but nothing listens`);
        }
      }
      this.listening.skip();
      this.tell(`presses ${key}`);
      this.line.happens({ type: "digit", key });
    }
    return this;
  }

  /** The caller stays on the line for so long, whatever is played. */
  public waits({ hours = 0, minutes = 0, seconds = 0 }: Duration): this {
    this.line.pass(hours * 3600 + minutes * 60 + seconds);
    this.tell(`waits ${hours * 60 + minutes} min ${seconds} s`);
    return this;
  }

  /** A block that isn't run here takes this exit, by the name that the console gives it. */
  public takesExit(block: string, exit: string): this {
    this.listening.settle(() => this.line.state.run?.waiting?.for === "exit");
    const asked = this.line.state.run?.waiting?.for === "exit" ? this.choice : undefined;
    if (asked?.action !== block) {
      this.fail(`"${block}" should take the exit ${exit}, but ${asked?.action ?? "nothing"} waits`);
    }
    const taken = asked.exits.find(({ label }) => label === exit);
    if (taken === undefined) {
      const exits = asked.exits.map(({ label }) => label).join(", ");
      this.fail(`the exit of "${block}" must be one of ${exits}, got ${exit}`);
    }
    this.tell(`"${block}" takes the exit ${exit}`);
    this.line.happens({ type: "exitTaken", id: asked.id, exit: taken.key });
    return this;
  }

  /** The agent, who is to be joined with the caller or is on hold, hears this text next or has heard it. */
  public agentHears(expected: string | RegExp): this {
    const hasHeard = (): boolean =>
      this.line.heard.some(({ to, speech }) => to === "agent" && isSaid(expected, wordsOf(speech)));
    this.listening.settle(hasHeard);
    if (!hasHeard()) this.fail(`the agent should hear ${this.quote(expected)}, but does not`);
    this.tell(`the agent hears ${this.quote(expected)}`);
    return this;
  }

  /** The third party that the caller was transferred to hangs up, and the flow goes on. */
  public thirdPartyHangsUp(): this {
    this.tell("the third party hangs up");
    this.line.happens({ type: "thirdPartyLeft" });
    return this;
  }

  /** The caller has had enough. */
  public hangsUp(): this {
    this.tell("hangs up");
    this.line.happens({ type: "hangUp" });
    return this;
  }

  /** An agent takes the call out of the queue. */
  public isAnsweredBy(agent: string): this {
    if (this.line.state.inQueue === undefined) {
      this.fail(`${agent} should answer, but the caller is in no queue`);
    }
    this.tell(`is answered by ${agent}`);
    this.line.happens({ type: "agentAccepts", agent });
    this.listening.settle(() => this.line.state.connected);
    return this;
  }

  /** The call comes into this queue, by name, and waits there. */
  public isInQueue(name: string): this {
    this.listening.settle(() => this.line.state.inQueue !== undefined);
    const id = this.line.state.inQueue?.queue;
    const queue = id === undefined ? undefined : (this.center.queues.get(id)?.name ?? id);
    if (queue !== name) {
      this.fail(`the caller should be in the queue ${name}, but is in ${queue ?? "none"}`);
    }
    this.tell(`is in the queue ${name}`);
    return this;
  }

  /** The flow hangs up, after all of it has been heard. */
  public isDisconnected(): this {
    this.hearsOut("disconnected", () => this.line.state.ended !== undefined);
    const by = this.line.state.ended?.by;
    if (by !== "flow") {
      this.fail(
        `the flow should hang up, but ${by === undefined ? "it goes on" : `it ended by ${by}`}`,
      );
    }
    return this;
  }

  /** The call goes to somebody outside. */
  public isTransferred(): this {
    this.listening.settle(() => this.line.state.ended !== undefined);
    if (this.line.state.ended?.by !== "transfer") {
      this.fail("the caller should be transferred, but is not");
    }
    return this;
  }

  /** Agent and customer hear each other, after all of it has been heard. */
  public isConnected(): this {
    this.hearsOut("connected", () => this.line.state.connected);
    if (!this.line.state.connected) {
      this.fail("agent and caller should be connected, but are not");
    }
    return this;
  }

  /** One callback has been made, with at least these properties; the queue goes by name. */
  public hasCallback(expected: Partial<CallbackRequest> = {}): this {
    const [callback] = this.line.callbacks;
    if (callback === undefined) {
      this.fail("the caller should get a callback, but gets none");
    }
    const wanted =
      expected.queue === undefined
        ? expected
        : { ...expected, queue: this.world.queueId(expected.queue) };
    for (const [key, value] of Object.entries(wanted)) {
      const actual = callback[key as keyof CallbackRequest];
      if (actual !== value) {
        this.fail(
          `the callback's ${key} should be ${JSON.stringify(value)}, but is ${JSON.stringify(actual)}`,
        );
      }
    }
    return this;
  }

  /** No callback has been made. */
  public hasNoCallback(): this {
    if (this.line.callbacks.length > 0) {
      this.fail("the caller should get no callback, but gets one");
    }
    return this;
  }

  /** The interpreter stopped: at the action and for the reason that the pattern names. */
  public meetsFault(pattern: RegExp): this {
    this.listening.settle(() => this.line.state.ended !== undefined);
    const ending = this.line.state.ended;
    const message =
      ending?.by === "fault" ? `${ending.fault.action}: ${ending.fault.message}` : undefined;
    if (message === undefined || !pattern.test(message)) {
      this.fail(
        `the call should meet the fault ${String(pattern)}, but ${message ?? "meets none"}`,
      );
    }
    return this;
  }

  /** Nothing more is said; then the clock goes on until the call is as it should be. */
  private hearsOut(expected: string, isSo: () => boolean): void {
    const deadline = this.listening.deadline();
    const spoken = this.listening.next(deadline);
    if (spoken !== undefined) {
      this.fail(`the caller should be ${expected}, but hears "${spoken.text}"`);
    }
    this.listening.settle(isSo, deadline);
  }

  private quote(expected: string | RegExp): string {
    return typeof expected === "string" ? `"${expected}"` : String(expected);
  }

  private tell(what: string): void {
    this.story.push(what);
  }

  private fail(problem: string): never {
    const { ended } = this.line.state;
    const fault =
      ended?.by === "fault" ? [`stops at ${ended.fault.action}: ${ended.fault.message}`] : [];
    throw new CallExpectationError(problem, [...this.story, ...fault]);
  }
}

/** Dials: the call rings through to its flow, and the test says what happens then. */
export const dial = (center: ContactCenter, call: Dial): Caller => new Caller(center, call);
