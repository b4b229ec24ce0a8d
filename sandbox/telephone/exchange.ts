import { randomUUID } from "node:crypto";

import type { Json } from "../../contact-flow/flow";
import {
  type CallbackRequest,
  type Effect,
  type NewContact,
  type QueueMetrics,
  startCall,
  startCallback,
} from "../../contact-flow/runtime";
import { beginContact, endContact } from "../connect/contacts";
import type { Store } from "../connect/store";
import { DeploymentBoard } from "../deployment-board";
import { type Agent, Agents } from "./agents";
import { centerOf } from "./center-of-instance";
import { type Landmark, LiveContact, type Surroundings } from "./contact";
import { Directory, type Place } from "./directory";
import { Distribution } from "./distribution";
import { Refusal } from "./refusal";
import { Telephone } from "./telephone";
import { Timeline } from "./timeline";
import type { Faults } from "./views";

/** What an exchange is made of. */
export interface ExchangeOptions {
  /** What each Region has deployed. */
  readonly stores: () => Iterable<Store>;
  /** Invokes a deployed function; rejects if it fails. */
  readonly invoke: (functionArn: string, payload: Json) => Promise<Json>;
  /** What the calendar says at the start, milliseconds since 1970; the machine's own by default. */
  readonly now?: number;
  /** Says how the deployment of what is called stands; by default nothing does. */
  readonly board?: DeploymentBoard;
}

/** The longest stretch in which the next event is looked for, in milliseconds: an hour. */
const NEXT_WITHIN = 3_600_000;

/** A callback that waits for its delay. */
export interface PendingCallback {
  readonly number: string;
  /** Milliseconds of the time line. */
  readonly dueAt: number;
}

/** The telephone exchange: it holds the calls and the queues, and brings contacts to agents. */
export class Exchange implements Surroundings {
  public readonly timeline: Timeline;
  public readonly directory: Directory;
  public readonly agents: Agents;
  public readonly distribution: Distribution;
  public readonly board: DeploymentBoard;
  public readonly contacts = new Set<LiveContact>();
  public readonly pendingCallbacks = new Set<PendingCallback>();
  /** How fast the time goes: 0 stands still, 1 is as in life. */
  public speed = 1;
  public faults: Faults = { noAgents: false, queuesFull: false, lambdaDown: false, blocks: {} };
  private readonly telephones = new Map<string, Telephone>();
  private readonly listeners = new Set<() => void>();
  private settling = false;
  private readonly passed: Record<Landmark, number> = { question: 0, event: 0 };

  public constructor(private readonly options: ExchangeOptions) {
    this.timeline = new Timeline(options.now ?? Date.now());
    this.directory = new Directory(options.stores);
    this.agents = new Agents(this.directory, () => this.timeline.elapsed);
    this.distribution = new Distribution(this);
    this.board = options.board ?? new DeploymentBoard();
  }

  /** Calls back after each change. @returns a function that ends that */
  public listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The telephone with that number (E.164). It is there from the first time it is asked for. */
  public telephone(number: string): Telephone {
    const telephone = this.telephones.get(number) ?? new Telephone(this, number);
    this.telephones.set(number, telephone);
    return telephone;
  }

  /** Begins a contact that runs the flow. @throws Refusal if the flow is not there to be run */
  public startContact(
    place: Place,
    line: string,
    flow: string,
    contact: Omit<NewContact, "id">,
  ): LiveContact {
    const live = this.contactAt(place, line, flow);
    const { id, center } = live.options;
    if (!center.flows.has(flow)) {
      const name = place.instance.contactFlows.get(flow)?.Name ?? flow;
      throw new Refusal(`the flow ${name} must be published to be run`);
    }
    this.contacts.add(live);
    const at = this.timeline.now;
    beginContact(place.instance, { id, initiationMethod: "INBOUND", at, ...contact });
    live.begin(startCall(center, flow, { id, ...contact }, at, this.faults.blocks));
    return live;
  }

  /** Lets so many seconds pass, but stops where somebody is asked something. */
  public skip(seconds: number): void {
    const { question } = this.passed;
    this.timeline.pass(seconds * 1000, () => this.passed.question > question);
    this.changed();
  }

  /**
   * Lets the time pass until the next event: a question, a ring, a time-out, the end of a call.
   * @throws Refusal if nothing is to happen
   */
  public skipToNext(): void {
    if (this.timeline.isEmpty) throw new Refusal("nothing is to happen: call first");
    const { question, event } = this.passed;
    this.timeline.pass(
      NEXT_WITHIN,
      () => this.passed.question > question || this.passed.event > event,
    );
    this.changed();
  }

  public reached(landmark: Landmark): void {
    this.passed[landmark] += 1;
  }

  /** Lets the calendar say something else (milliseconds since 1970); calls go on as they were. */
  public setCalendar(now: number): void {
    this.timeline.set(now);
    this.changed();
  }

  public setFaults(faults: Partial<Omit<Faults, "blocks">>): void {
    this.faults = { ...this.faults, ...faults };
    this.changed();
  }

  /**
   * Lets every block of that name fail, in the calls there are, too.
   * @param action the block's Identifier
   * @param error the error with which it fails; by default one that the block has a branch for
   * @throws Refusal if no published flow has such a block, or it cannot fail so
   */
  public breakBlock(action: string, error?: string): void {
    this.setBlock(action, this.directory.errorOf(action, error));
  }

  /** Lets the blocks of that name work again. */
  public mendBlock(action: string): void {
    this.setBlock(action, undefined);
  }

  private setBlock(action: string, error: string | undefined): void {
    const { [action]: _, ...others } = this.faults.blocks;
    const blocks = error === undefined ? others : { ...others, [action]: error };
    this.faults = { ...this.faults, blocks };
    for (const contact of this.contacts) {
      contact.happens({ type: "breakAction", action, ...(error === undefined ? {} : { error }) });
    }
    this.changed();
  }

  public hasRoom(contact: LiveContact, queue: string): boolean {
    const limit = contact.options.instance.queues.get(queue)?.MaxContacts;
    return !this.faults.queuesFull && (limit === undefined || this.waitingIn(queue).length < limit);
  }

  public metrics(_: LiveContact, queue: string): QueueMetrics {
    return this.distribution.metrics(queue);
  }

  public makeCallback({ options }: LiveContact, request: CallbackRequest): boolean {
    const { instance, store } = options;
    if (request.queue !== undefined) {
      const limit = instance.queues.get(request.queue)?.MaxContacts ?? Infinity;
      if (this.faults.queuesFull || this.waitingIn(request.queue).length >= limit) return false;
    }
    const { delaySeconds, number } = request;
    const pending = { number, dueAt: this.timeline.elapsed + delaySeconds * 1000 };
    this.pendingCallbacks.add(pending);
    options.trace?.add("call", `a callback to ${number} is made, due in ${delaySeconds} s`);
    this.timeline.after(delaySeconds, () => {
      this.pendingCallbacks.delete(pending);
      this.reached("event");
      const live = this.contactAt({ instance, store }, number);
      const { id, center } = live.options;
      const systemNumber = center.queues.get(request.queue ?? "")?.outboundCallerId;
      const system = systemNumber === undefined ? {} : { systemNumber };
      this.contacts.add(live);
      const at = this.timeline.now;
      beginContact(instance, {
        ...{ id, initiationMethod: "CALLBACK", at, customerNumber: number },
        ...system,
      });
      live.begin(startCallback(center, request, { id, ...system }, at));
    });
    return true;
  }

  public dial(contact: LiveContact, effect: Effect & { type: "dial" }): void {
    const { id, number, seconds } = effect;
    if (effect.who === "thirdParty") {
      // Somebody outside, whom the sandbox plays: answers soon, and does not talk for long.
      this.timeline.after(3, () => {
        contact.happens({ type: "reached", id });
      });
      this.timeline.after(33, () => {
        contact.happens({ type: "thirdPartyLeft" });
      });
      return;
    }
    contact.options.trace?.add("call", `rings at ${number}`);
    const telephone = this.telephones.get(number);
    if (telephone?.isIdle !== true) {
      contact.happens({ type: "notReached", id, why: "failed" });
      return;
    }
    telephone.ring(contact, id, seconds);
  }

  public async invoke(contact: LiveContact, functionArn: string, payload: Json): Promise<Json> {
    const { instance } = contact.options;
    const name = functionArn.replace(/(:function:[^:]+):.*$/, "$1");
    if (this.faults.lambdaDown) throw new Error("Lambda is switched off");
    if (!instance.lambdaFunctions.some((arn) => arn === functionArn || arn === name)) {
      throw new Error("the function is not associated with the instance");
    }
    return this.options.invoke(functionArn, payload);
  }

  /** Something is different: agents get what they can take, and listeners hear of it. */
  public changed(): void {
    // What settling itself changes is settled in its own rounds.
    if (this.settling) return;
    this.settling = true;
    try {
      do {
        this.releaseEnded();
      } while (this.distribution.distribute());
    } finally {
      this.settling = false;
    }
    for (const listener of this.listeners) listener();
  }

  public transferredOutside(contact: LiveContact, number: string): void {
    this.telephone(contact.options.line).connectOutside({ name: "a number outside", number });
  }

  /** The agent at whom the contact rings, or who speaks with it. */
  public agentOf(contact: LiveContact): Agent | undefined {
    return this.agents.all().find(({ agent }) => agent.contact === contact)?.agent;
  }

  /** Those who wait in the queue, also while they ring at an agent. */
  public waitingIn(queue: string): LiveContact[] {
    return [...this.contacts].filter(({ state }) => state.inQueue?.queue === queue);
  }

  private contactAt({ instance, store }: Place, line: string, flow?: string): LiveContact {
    const trace = this.telephones.get(line)?.trace;
    const center = centerOf(instance, store);
    const begun = { at: this.timeline.now, ...(flow === undefined ? {} : { flow }) };
    const id = randomUUID();
    return new LiveContact(this, { id, instance, store, line, center, trace, ...begun });
  }

  private releaseEnded(): void {
    for (const contact of this.contacts) {
      if (contact.state.ended !== undefined) {
        const { instance, id, line } = contact.options;
        this.contacts.delete(contact);
        endContact(instance, id, this.timeline.now);
        this.telephones.get(line)?.release(contact);
      }
    }
  }
}
