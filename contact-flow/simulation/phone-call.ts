import {
  advance,
  type Advance,
  type CallbackRequest,
  type CallState,
  type ContactCenter,
  type Effect,
  type Happening,
  type NewContact,
  type Speech,
  startCall,
  type Surroundings,
} from "../runtime";
import { CallExpectationError } from "./call-expectation-error";
import type { World } from "./world";

/** Something that was said on the line, and when (milliseconds since 1970). */
export interface Utterance {
  readonly at: number;
  readonly to: "customer" | "agent";
  readonly speech: Speech;
  readonly looping: boolean;
}

/** A call to be made. */
export interface CallOptions {
  /** The flow that the call comes in to: its name or id. */
  readonly flow: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly contact?: Partial<NewContact>;
  readonly broken?: Readonly<Record<string, string>>;
  /** What the contact is in the middle of; nothing by default, as it comes in. */
  readonly surroundings?: Surroundings;
  /** Sees every effect of the call, as it happens. */
  readonly watch?: (effect: Effect) => void;
  /** Is told what happens to the call, beside the effects. */
  readonly listen?: (happening: Happening) => void;
  /** How long a prompt of the instance lasts, by id. 30 seconds unless said. */
  readonly promptSeconds?: Readonly<Record<string, number>>;
}

interface Appointment {
  readonly at: number;
  readonly event: Happening;
}

/** So much at one moment is a circle: no call waits for time to pass in it. */
const MOST_AT_ONE_MOMENT = 10_000;

const PROMPT_SECONDS = 30;
/** Polly's usual pace, about 150 words a minute. */
const SECONDS_PER_CHARACTER = 1 / 15;

/** How long a speech lasts, in seconds. */
function lengthOf(speech: Speech, prompts: Readonly<Record<string, number>>): number {
  if ("prompt" in speech) {
    return prompts[speech.prompt] ?? PROMPT_SECONDS;
  }
  const text = "text" in speech ? speech.text : "ssml" in speech ? speech.ssml : undefined;
  return text === undefined ? PROMPT_SECONDS : 1 + text.length * SECONDS_PER_CHARACTER;
}

/**
 * A call on a simulated line, with a clock of its own that jumps from one appointment to the next:
 * it plays, times, and answers what the interpreter asks of the world.
 */
export class PhoneCall {
  public readonly heard: Utterance[] = [];
  public readonly callbacks: CallbackRequest[] = [];
  public now: number;
  private call: CallState;
  private agenda: Appointment[] = [];
  private ticksNow = 0;

  public constructor(
    private readonly center: ContactCenter,
    public readonly world: World,
    private readonly options: CallOptions,
  ) {
    this.now = options.at;
    const flow = center.flowsByName.get(options.flow)?.id ?? options.flow;
    const contact = { id: "simulated", ...options.contact };
    const { at, broken, surroundings } = options;
    const start = startCall(center, flow, contact, at, broken, surroundings);
    this.call = start.state;
    this.carryOut(start);
  }

  /** The call as it stands. */
  public get state(): CallState {
    return this.call;
  }

  /** When the next thing is due; undefined if nothing will happen by itself. */
  public get nextAt(): number | undefined {
    return this.agenda[0]?.at;
  }

  /** Something happens now. */
  public happens(event: Happening): void {
    this.options.listen?.(event);
    this.carryOut(advance(this.center, this.call, event, this.now));
  }

  /**
   * Lets the clock go on to the next appointment.
   * @returns false if there is none
   * @throws CallExpectationError if the call goes in a circle in which no time passes.
   */
  public tick(): boolean {
    const next = this.agenda.shift();
    if (next === undefined) {
      return false;
    }
    this.ticksNow = next.at > this.now ? 0 : this.ticksNow + 1;
    if (this.ticksNow > MOST_AT_ONE_MOMENT) {
      throw new CallExpectationError("the call goes in a circle in which no time passes", []);
    }
    this.now = next.at;
    this.happens(next.event);
    return true;
  }

  /** Lets the clock go on for so long, and all happen that is due by then. */
  public pass(seconds: number): void {
    const until = this.now + seconds * 1000;
    while (this.nextAt !== undefined && this.nextAt <= until) {
      this.tick();
    }
    this.now = until;
  }

  private carryOut({ state, effects }: Advance): void {
    this.call = state;
    for (const effect of effects) {
      this.options.watch?.(effect);
      const answer = this.do(effect);
      if (answer !== undefined) {
        this.happens(answer);
      }
    }
  }

  /** Does what the interpreter asks. @returns the answer, where the world has it at once */
  private do(effect: Effect): Happening | undefined {
    switch (effect.type) {
      case "say":
        this.heard.push({
          at: this.now,
          to: effect.to,
          speech: effect.speech,
          looping: effect.looping,
        });
        this.schedule(lengthOf(effect.speech, this.options.promptSeconds ?? {}), {
          type: "spoken",
          id: effect.id,
        });
        return undefined;
      case "hush":
        this.agenda = this.agenda.filter(({ event }) => event.type !== "spoken");
        return undefined;
      case "startTimer":
        this.schedule(effect.seconds, { type: "timer", id: effect.id });
        return undefined;
      case "stopTimer":
        this.agenda = this.agenda.filter(
          ({ event }) => event.type !== "timer" || event.id !== effect.id,
        );
        return undefined;
      case "invokeLambda":
        this.invoke(effect);
        return undefined;
      case "readMetrics":
        return { type: "metrics", id: effect.id, metrics: this.world.queue(effect.queue) };
      case "drawPercentage":
        return { type: "percentage", id: effect.id, value: this.world.percentage() };
      case "enterQueue":
        return {
          type: this.world.queue(effect.queue).full ? "queueFull" : "queued",
          id: effect.id,
        };
      case "makeCallback": {
        const full =
          effect.callback.queue !== undefined && this.world.queue(effect.callback.queue).full;
        if (full || this.world.refusesCallbacks) {
          return { type: "callbackRefused", id: effect.id };
        }
        this.callbacks.push(effect.callback);
        return { type: "callbackMade", id: effect.id };
      }
      case "dial": {
        const how = this.world.reaches(effect.number);
        return how === "reached"
          ? { type: "reached", id: effect.id }
          : { type: "notReached", id: effect.id, why: how };
      }
      case "ended":
        this.agenda = [];
        return undefined;
      default:
        return undefined;
    }
  }

  private invoke(effect: Effect & { type: "invokeLambda" }): void {
    const behaviour = this.world.lambda(effect.functionArn);
    if (effect.asynchronous || "timesOut" in behaviour) {
      return;
    }
    if ("fails" in behaviour) {
      this.schedule(0, { type: "lambdaFailed", id: effect.id });
      return;
    }
    const { answers, afterSeconds = 0 } = behaviour;
    const answer = typeof answers === "function" ? answers(effect.payload) : answers;
    this.schedule(afterSeconds, { type: "lambdaAnswered", id: effect.id, answer });
  }

  private schedule(seconds: number, event: Happening): void {
    const at = this.now + seconds * 1000;
    // What is due at the same moment happens in the order in which it was agreed.
    let place = this.agenda.length;
    while (place > 0 && (this.agenda[place - 1]?.at ?? 0) > at) {
      place--;
    }
    this.agenda.splice(place, 0, { at, event });
  }
}
