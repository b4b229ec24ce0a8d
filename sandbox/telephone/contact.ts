import type { Json } from "../../contact-flow/json";
import {
  advance,
  type Advance,
  type CallbackRequest,
  type CallState,
  type ContactCenter,
  type Effect,
  type Happening,
  type QueueMetrics,
} from "../../contact-flow/runtime";
import type { ConnectMetrics } from "./connect-metrics";
import { ContactTrace, endingText } from "./contact-trace";
import { writeContact } from "./contact-writer";
import type { Contact } from "../connect/store/store";
import type { Place } from "./directory";
import type { FlowLogEntry } from "./flow-log-entry";
import { FlowLogger } from "./flow-logger";
import { Line } from "./line";
import { Story } from "./story";
import type { Timeline } from "./timeline";
import type { Trace } from "./trace";
import { Trail } from "./trail";
import type { Saying } from "./views";
import { errorMessage } from "../machine/errors";

type EffectOf<Type extends Effect["type"]> = Effect & { readonly type: Type };

/** What is worth stopping the clock for; over a question even a jump of fixed length never leaps. */
export type Landmark = "question" | "event";

/** What a contact needs of the exchange. */
export interface Surroundings {
  readonly timeline: Timeline;
  /** Whether another contact fits into the queue. */
  hasRoom(contact: LiveContact, queue: string): boolean;
  readonly metrics: ConnectMetrics;
  queueMetrics(contact: LiveContact, queue: string): QueueMetrics;
  /** @returns false if no callback can be queued */
  makeCallback(contact: LiveContact, request: CallbackRequest): boolean;
  /** Lets a telephone ring; the contact gets the answer later. */
  dial(contact: LiveContact, effect: EffectOf<"dial">): void;
  /** Invokes the deployed function. Rejects if it fails or may not be invoked. */
  invoke(contact: LiveContact, functionArn: string, payload: Json): Promise<Json>;
  /** Something has happened that a jump in time stops at. */
  reached(landmark: Landmark): void;
  /** A block was passed while logging is on. */
  logged(contact: LiveContact, entry: FlowLogEntry): void;
  /** A flow has transferred the contact to a number outside. */
  transferredOutside(contact: LiveContact, number: string): void;
  /** Something is different now. */
  changed(): void;
}

/** What a contact is made of. */
export interface ContactOptions extends Place {
  readonly id: string;
  /** The telephone that it belongs to, E.164: known also when the caller withholds the number. */
  readonly line: string;
  readonly center: ContactCenter;
  readonly trace: Trace | undefined;
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  /** Id of the flow that it began in; undefined for one that waits for an agent at first. */
  readonly flow?: string;
}

/** One contact: the interpreter's state, and the doing of what the interpreter asks for. */
export class LiveContact {
  /** When it came into its queue: milliseconds of the time line. */
  public queuedAt = 0;
  public readonly trail: Trail;
  public readonly story = new Story();
  private readonly tracing: ContactTrace;
  private readonly logger: FlowLogger;
  private readonly line: Line;
  private call: CallState | undefined;
  private thirdParty: string | undefined;
  private depth = 0;

  public constructor(
    private readonly around: Surroundings,
    public readonly options: ContactOptions,
  ) {
    this.trail = new Trail(options.center);
    this.tracing = new ContactTrace(options.trace, options.center, (id) => this.queueName(id));
    this.logger = new FlowLogger(
      options.center,
      () => around.timeline.now,
      (entry) => {
        around.logged(this, entry);
      },
    );
    this.line = new Line(around.timeline, options, (event) => {
      if (event.type === "timer") around.reached("event");
      this.happens(event);
    });
  }

  /** What is heard now. */
  public get saying(): Saying | undefined {
    return this.line.saying;
  }

  /** The contact as it stands. @throws Error before {@link begin} */
  public get state(): CallState {
    if (this.call === undefined) throw new Error(`contact ${this.options.id} has not begun`);
    return this.call;
  }

  /** The contact as Amazon Connect knows it. */
  public get written(): Contact | undefined {
    return this.options.instance.contacts.get(this.options.id);
  }

  /** Whether a key would be heard. */
  public get listens(): boolean {
    return this.state.run?.waiting?.for === "input";
  }

  /** Begins with what the interpreter made of it. */
  public begin(start: Advance): void {
    this.carryOut(start);
  }

  /** Something happens to it now; after its end nothing does. */
  public happens(event: Happening): void {
    if (this.state.ended !== undefined) return;
    if (event.type !== "digit" || this.listens) this.story.remember(event);
    const at = this.around.timeline.now;
    this.carryOut(advance(this.options.center, this.state, event, at));
  }

  /** Sets attributes from outside its flows: those that are set already are replaced or kept. */
  public setAttributes(attributes: Readonly<Record<string, string>>): void {
    const { contact } = this.state;
    this.call = {
      ...this.state,
      contact: { ...contact, attributes: { ...contact.attributes, ...attributes } },
    };
    this.tracing.compare(this.state.contact);
    this.around.changed();
  }

  /** The contact is over for a reason that its flows know nothing of. */
  public end(by: "transfer" | "agent" | "api"): void {
    this.line.stop();
    this.logger.left(this.state);
    this.call = { ...this.state, run: undefined, inQueue: undefined, ended: { by } };
    this.around.changed();
  }

  /** The name of a queue; an agent's own goes by the user name. */
  public queueName(id: string): string {
    const { center, instance } = this.options;
    return center.queues.get(id)?.name ?? instance.users.get(id)?.Username ?? id;
  }

  private carryOut({ state, effects }: Advance): void {
    const before = this.call;
    this.call = state;
    writeContact(this.options.instance, before, state, new Date(this.around.timeline.now));
    if (state.inQueue !== undefined && state.inQueue !== before?.inQueue) {
      this.queuedAt = this.around.timeline.elapsed;
      this.options.trace?.add("queue", `waits in ${this.queueName(state.inQueue.queue)}`);
    }
    this.depth += 1;
    for (const effect of effects) {
      this.story.remember(effect);
      const answer = this.do(effect);
      if (answer !== undefined) this.happens(answer);
    }
    this.tracing.compare(state.contact);
    if (this.listens && effects.some(({ type }) => type === "entered")) {
      this.around.reached("question");
    }
    this.depth -= 1;
    if (this.depth === 0) {
      this.handOver();
      this.around.changed();
    }
  }

  /** A flow has handed the contact over: to somebody outside, or to an agent's own queue. */
  private handOver(): void {
    const { ended, contact } = this.state;
    if (ended?.by !== "transfer") return;
    if (this.thirdParty !== undefined) {
      this.around.transferredOutside(this, this.thirdParty);
    } else if (contact.targetAgent !== undefined) {
      const { ended: _, ...state } = this.state;
      const since = this.around.timeline.now;
      const queued = { ...state, inQueue: { queue: contact.targetAgent, since } };
      this.queuedAt = this.around.timeline.elapsed;
      writeContact(this.options.instance, state, queued, new Date(since));
      this.call = queued;
    }
  }

  /** Does what the interpreter asks. @returns the answer, where there is one at once */
  private do(effect: Effect): Happening | undefined {
    const { trace } = this.options;
    switch (effect.type) {
      case "entered":
        this.trail.entered(effect.flow, effect.action);
        this.tracing.entered(effect.flow, effect.action);
        this.logger.entered(effect.flow, effect.action, this.state);
        return undefined;
      case "took":
        this.trail.took(effect.flow, effect.action, effect.exit);
        this.tracing.took(effect.flow, effect.action, effect.exit, this.state.contact);
        this.around.metrics.took(this.options, effect);
        this.logger.took(effect.flow, effect.action, effect.exit, this.state);
        return undefined;
      case "say":
        this.line.say(effect);
        return undefined;
      case "hush":
        this.line.hush();
        return undefined;
      case "startTimer":
        this.line.startTimer(effect);
        return undefined;
      case "stopTimer":
        this.line.stopTimer(effect.id);
        return undefined;
      case "invokeLambda":
        this.invoke(effect);
        return undefined;
      case "readMetrics":
        return {
          type: "metrics",
          id: effect.id,
          metrics: this.around.queueMetrics(this, effect.queue),
        };
      case "drawPercentage":
        return { type: "percentage", id: effect.id, value: 1 + Math.floor(Math.random() * 100) };
      case "enterQueue":
        return {
          type: this.around.hasRoom(this, effect.queue) ? "queued" : "queueFull",
          id: effect.id,
        };
      case "makeCallback":
        return {
          type: this.around.makeCallback(this, effect.callback)
            ? "callbackMade"
            : "callbackRefused",
          id: effect.id,
        };
      case "dial":
        if (effect.who === "thirdParty") this.thirdParty = effect.number;
        this.around.dial(this, effect);
        return undefined;
      case "chooseExit":
        // The telephone's center doesn't ask: an action that can't be run ends the call with its name.
        return undefined;
      case "connected":
        trace?.add("agent", `connected with ${effect.agent}`);
        return undefined;
      case "leftQueue":
        trace?.add("queue", `leaves ${this.queueName(effect.queue)}`);
        return undefined;
      case "makeTask":
        trace?.add("call", `a task is made: ${effect.name}`);
        return undefined;
      case "holdPrevious":
        trace?.add("call", `the contact it came from: ${effect.state}`);
        return undefined;
      case "ended":
        this.line.stop();
        this.logger.left(this.state);
        this.around.metrics.ended(this.options, effect.ending);
        this.around.reached("event");
        trace?.add(effect.ending.by === "fault" ? "error" : "call", endingText(effect.ending));
        return undefined;
    }
  }

  private invoke({ id, functionArn, payload, asynchronous }: EffectOf<"invokeLambda">): void {
    const { trace } = this.options;
    const name = functionArn.replace(/^.*:function:/, "");
    trace?.add("lambda", `invokes ${name}`);
    this.around.invoke(this, functionArn, payload).then(
      (answer) => {
        trace?.add("lambda", `${name} answers ${JSON.stringify(answer)}`);
        if (asynchronous) this.around.changed();
        else this.happens({ type: "lambdaAnswered", id, answer });
      },
      (error: unknown) => {
        const message = errorMessage(error);
        trace?.add("error", `${name} fails: ${message}`);
        if (asynchronous) this.around.changed();
        else this.happens({ type: "lambdaFailed", id });
      },
    );
  }
}
