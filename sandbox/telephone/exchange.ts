import { randomUUID } from "node:crypto";

import type { Json } from "../../contact-flow/json";
import {
  type CallbackRequest,
  type Effect,
  type NewContact,
  type QueueMetrics,
  startCall,
  startCallback,
  startOutboundCall,
} from "../../contact-flow/runtime";
import { beginContact, workAfterContact } from "../connect/contact-history";
import type { OutboundCall } from "../connect/live-calls";
import type { Instance, Store } from "../connect/store/store";
import { DeploymentBoard } from "./deployment-board";
import { type Agent, Agents } from "./agents";
import { centerOf } from "./center-of-instance";
import { ConnectMetrics, type PutMetric } from "./connect-metrics";
import { type Landmark, LiveContact, type Surroundings } from "./contact";
import { writeEnd } from "./contact-writer";
import { Directory, type Place } from "./directory";
import { Distribution } from "./distribution";
import type { FlowLogEntry } from "./flow-log-entry";
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
  /** Is given a contact's id when it is over, and again when its record has more to tell. */
  readonly onRecord?: (instance: Instance, contactId: string) => void;
  /** Is given each entry of a flow's log. */
  readonly onFlowLog?: (place: Place, entry: FlowLogEntry) => void;
  /** Takes each value of a metric. */
  readonly onMetric?: PutMetric;
  /** Is told when a minute is over, from the first call on. */
  readonly onMinute?: () => void;
  /** Says how the deployment of what is called stands; by default nothing does. */
  readonly board?: DeploymentBoard;
}

/** The longest stretch in which the next event is looked for, in milliseconds: an hour. */
const NEXT_WITHIN = 3_600_000;

/** A callback that waits for its delay. */
export interface PendingCallback {
  readonly contactId: string;
  readonly number: string;
  readonly cancel: () => void;
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
  /** What Amazon Connect publishes of the calls. */
  public readonly metrics: ConnectMetrics;
  private isCounting = false;
  private readonly telephones = new Map<string, Telephone>();
  private readonly listeners = new Set<() => void>();
  private settling = false;
  private readonly passed: Record<Landmark, number> = { question: 0, event: 0 };

  public constructor(private readonly options: ExchangeOptions) {
    this.timeline = new Timeline(options.now ?? Date.now());
    this.directory = new Directory(options.stores);
    this.agents = new Agents(
      this.directory,
      () => this.timeline.elapsed,
      (contact, step) => {
        this.workAfter(contact, step);
      },
    );
    this.distribution = new Distribution(this);
    this.metrics = new ConnectMetrics((metric, value) => options.onMetric?.(metric, value));
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

  /**
   * Begins a contact that runs the flow.
   *
   * @param previous - The id of the contact that it goes on from.
   * @throws Refusal if the flow is not there to be run
   */
  public startContact(
    place: Place,
    line: string,
    flow: string,
    contact: Omit<NewContact, "id">,
    previous?: string,
  ): LiveContact {
    const live = this.contactAt(place, line, flow);
    const { id, center } = live.options;
    if (!center.flows.has(flow)) {
      const name = place.instance.contactFlows.get(flow)?.Name ?? flow;
      throw new Refusal(`the flow ${name} must be published to be run`);
    }
    this.contacts.add(live);
    if (contact.initiationMethod === undefined) this.metrics.call(place.instance);
    this.countMinutes();
    const at = this.timeline.now;
    beginContact(place.instance, { id, initiationMethod: "INBOUND", at, ...contact, previous });
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
    const { instance } = contact.options;
    const limit = instance.queues.get(queue)?.MaxContacts ?? Infinity;
    const hasRoom = !this.faults.queuesFull && this.waitingIn(queue).length < limit;
    if (!hasRoom) this.metrics.queueFull(instance, queue);
    return hasRoom;
  }

  public queueMetrics(_: LiveContact, queue: string): QueueMetrics {
    return this.distribution.metrics(queue);
  }

  public makeCallback(contact: LiveContact, request: CallbackRequest): boolean {
    const { options } = contact;
    const { instance, store } = options;
    if (request.queue !== undefined && !this.hasRoom(contact, request.queue)) return false;
    const { delaySeconds, number } = request;
    const systemNumber = centerOf(instance, store).queues.get(
      request.queue ?? "",
    )?.outboundCallerId;
    const system = systemNumber === undefined ? {} : { systemNumber };
    const id = randomUUID();
    beginContact(instance, {
      ...{ id, initiationMethod: "CALLBACK", at: this.timeline.now, customerNumber: number },
      ...{ attributes: request.attributes, previous: options.id, ...system },
    });
    const dueAt = this.timeline.elapsed + delaySeconds * 1000;
    options.trace?.add("call", `a callback to ${number} is made, due in ${delaySeconds} s`);
    const cancel = this.timeline.after(delaySeconds, () => {
      this.pendingCallbacks.delete(pending);
      this.reached("event");
      const live = this.contactAt({ instance, store }, number, undefined, id);
      this.contacts.add(live);
      const { center } = live.options;
      live.begin(startCallback(center, request, { id, ...system }, this.timeline.now));
    });
    const pending = { contactId: id, number, dueAt, cancel };
    this.pendingCallbacks.add(pending);
    return true;
  }

  /** Cancels a callback that is not due yet. @returns whether there is one */
  public cancelCallback(contactId: string): boolean {
    const pending = [...this.pendingCallbacks].find((each) => each.contactId === contactId);
    if (pending === undefined) return false;
    pending.cancel();
    this.pendingCallbacks.delete(pending);
    for (const { instance } of this.directory.places()) {
      const written = instance.contacts.get(contactId);
      if (written === undefined) continue;
      writeEnd(written, { by: "api" }, new Date(this.timeline.now));
      this.tellRecord(instance, contactId);
    }
    this.changed();
    return true;
  }

  /** Calls a customer, who hears the flow. @returns the contact's id */
  public callOut(instance: Instance, call: OutboundCall): string {
    const place = this.directory.places().find((each) => each.instance === instance);
    if (place === undefined) throw new Refusal("the instance is gone", 404);
    const { to, from, flowId, queueId, attributes, ringSeconds } = call;
    const telephone = this.telephone(to);
    telephone.trace.clear();
    const live = this.contactAt(place, to, flowId);
    const { id } = live.options;
    const system = from === undefined ? {} : { systemNumber: from };
    const at = this.timeline.now;
    const customer = { id, customerNumber: to, attributes, ...system };
    beginContact(instance, { initiationMethod: "API", at, ...customer });
    this.contacts.add(live);
    this.countMinutes();
    const contact = { ...customer, ...(queueId !== undefined && { targetQueue: queueId }) };
    live.begin(startOutboundCall(flowId, contact, at, ringSeconds));
    return id;
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
    this.metrics.call(contact.options.instance);
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

  public logged({ options }: LiveContact, entry: FlowLogEntry): void {
    this.options.onFlowLog?.(options, entry);
  }

  public transferredOutside(contact: LiveContact, number: string): void {
    if (contact.written !== undefined) contact.written.told.transferredTo = number;
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

  private contactAt(
    { instance, store }: Place,
    line: string,
    flow?: string,
    id: string = randomUUID(),
  ): LiveContact {
    const trace = this.telephones.get(line)?.trace;
    const center = centerOf(instance, store);
    const begun = { at: this.timeline.now, ...(flow === undefined ? {} : { flow }) };
    return new LiveContact(this, { id, instance, store, line, center, trace, ...begun });
  }

  /** Looks at the calls each minute, from the first one on. */
  private countMinutes(): void {
    if (this.isCounting) return;
    this.isCounting = true;
    const look = () => {
      this.timeline.after(
        60,
        () => {
          this.metrics.sample(this);
          this.options.onMinute?.();
          look();
        },
        true,
      );
    };
    look();
  }

  private releaseEnded(): void {
    for (const contact of this.contacts) {
      const { ended } = contact.state;
      if (ended !== undefined) {
        this.contacts.delete(contact);
        const { written, options } = contact;
        if (written !== undefined) writeEnd(written, ended, new Date(this.timeline.now));
        this.tellRecord(options.instance, options.id);
        this.telephones.get(options.line)?.release(contact);
      }
    }
  }

  /** Sends a contact's record, if the contact is over: before that, there is none. */
  public tellRecord(instance: Instance, contactId: string): void {
    const contact = instance.contacts.get(contactId);
    if (contact?.DisconnectTimestamp !== undefined) this.options.onRecord?.(instance, contactId);
  }

  private workAfter(contact: LiveContact, step: "begins" | "ends"): void {
    const { written } = contact;
    if (written === undefined) return;
    workAfterContact(written, step, new Date(this.timeline.now));
    const { instance, id } = contact.options;
    if (step === "ends") this.tellRecord(instance, id);
  }
}
