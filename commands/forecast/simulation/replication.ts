import { offersOf, secondsToNextOffer } from "../../../contact-flow/routing";
import type { CallState } from "../../../contact-flow/runtime";
import { Agenda } from "./agenda";
import { Team } from "./agents";
import type { Call } from "./calls";
import type { Chance } from "./chance";
import { FlowCall } from "./flow-call";
import { LiveWorld, type QueueNow } from "./live-world";
import {
  type Assumptions,
  type Interval,
  INTERVAL_SECONDS,
  type Model,
  type StaffRow,
} from "./model";
import { Tally } from "./tally";
import { type Contact, WaitingRoom } from "./waiting";

/** After the last half hour, those who wait are followed for so long, while agents serve them … */
const AFTERWARDS_SECONDS = 24 * 3600;
/** … and for so long where no agent is left. */
const UNSERVED_SECONDS = 2 * 3600;
/** So much later than a delay is over it is looked at again: time in floating point may fall short. */
const A_MOMENT = 1e-3;
/** Connect's own, for callbacks. */
const DEFAULT_PRIORITY = 5;

type Event =
  | { readonly type: "shift"; readonly interval: number | undefined }
  | { readonly type: "done"; readonly profile: number }
  | { readonly type: "patienceOver"; readonly contact: Contact }
  | { readonly type: "flow"; readonly call: FlowCall }
  | { readonly type: "callback"; readonly call: Call; readonly queue: number }
  | { readonly type: "lookAgain" };

/** What a replication is made of. */
export interface ReplicationInput {
  readonly model: Model;
  readonly intervals: readonly Interval[];
  readonly staff: readonly StaffRow[];
  readonly calls: readonly Call[];
  readonly assumptions: Assumptions;
  /** For what is not drawn beforehand. */
  readonly chance: Chance;
}

/** The center at work, once: a discrete-event simulation. Times are seconds since the first half hour began. */
class Replication {
  public readonly tally: Tally;
  private readonly agenda = new Agenda<Event>();
  private readonly teams: readonly Team[];
  private readonly room: WaitingRoom;
  private readonly world: LiveWorld;
  private readonly queuePlaces: ReadonlyMap<string, number>;
  private readonly intervalPlaces: ReadonlyMap<Interval, number>;
  private readonly from: number;
  private readonly end: number;
  private now = 0;
  /** The half hour that it is; undefined between two and after the last. */
  private interval: number | undefined;
  private countedUntil = 0;
  private looksAgainAt = Infinity;

  public constructor(private readonly input: ReplicationInput) {
    const { model, intervals, chance } = input;
    const queueIds = model.queues.map(({ id }) => id);
    this.tally = new Tally(intervals.length, queueIds.length, model.routingProfiles.length);
    this.teams = model.routingProfiles.map(
      (profile) =>
        new Team(
          profile,
          profile.serves.map(({ queue }) => queueIds.indexOf(queue)),
        ),
    );
    this.room = new WaitingRoom(queueIds);
    this.queuePlaces = new Map(queueIds.map((id, place) => [id, place]));
    this.intervalPlaces = new Map(intervals.map((interval, place) => [interval, place]));
    const seed = Math.floor(chance.number() * 2 ** 31);
    this.world = new LiveWorld(model.center, (id) => this.queueNow(id), seed);
    this.from = intervals[0]?.at ?? 0;
    this.end = ((intervals.at(-1)?.at ?? 0) - this.from) / 1000 + INTERVAL_SECONDS;
    this.planShifts();
  }

  /** Runs to the end. */
  public run(): void {
    const { calls } = this.input;
    for (let next = 0; ;) {
      const call = calls[next];
      this.now = Math.min(call?.at ?? Infinity, this.agenda.nextAt);
      if (this.now > this.end + UNSERVED_SECONDS && this.isOver()) return;
      if (call !== undefined && call.at < this.agenda.nextAt) {
        next++;
        this.comesIn(call);
      } else {
        const event = this.agenda.take();
        if (event !== undefined) this.happens(event);
      }
      this.distribute();
    }
  }

  private isOver(): boolean {
    return (
      this.now > this.end + AFTERWARDS_SECONDS || this.teams.every(({ present }) => present === 0)
    );
  }

  private planShifts(): void {
    const { intervals } = this.input;
    intervals.forEach(({ at }, place) => {
      const begin = (at - this.from) / 1000;
      this.agenda.add(begin, { type: "shift", interval: place });
      const following = intervals[place + 1]?.at ?? Infinity;
      if (following > at + INTERVAL_SECONDS * 1000)
        this.agenda.add(begin + INTERVAL_SECONDS, { type: "shift", interval: undefined });
    });
  }

  private happens(event: Event): void {
    switch (event.type) {
      case "shift":
        this.beginShift(event.interval);
        return;
      case "done":
        this.agentIsThrough(event.profile);
        return;
      case "patienceOver":
        if (event.contact.waiting) {
          this.leaves(event.contact);
          this.count(event.contact.call, event.contact.queue, "abandoned");
          if (event.contact.flow !== undefined) event.contact.flow.over = true;
        }
        return;
      case "flow":
        // A flow that went on in between has another appointment.
        if (!event.call.over && event.call.nextAt <= this.now + A_MOMENT) {
          event.call.tick();
          this.follow(event.call);
        }
        return;
      case "callback":
        this.enqueue({
          ...this.newContact(event.call, event.queue),
          isCallback: true,
        });
        return;
      case "lookAgain":
        this.looksAgainAt = Infinity;
        return;
    }
  }

  private comesIn(call: Call): void {
    const { to } = call.row;
    if ("queue" in to) {
      if (this.isFull(to.queue)) {
        this.count(call, to.queue, "notQueued");
        return;
      }
      this.count(call, to.queue, "offered");
      this.enqueue(this.newContact(call, to.queue));
      return;
    }
    const { model, assumptions, chance } = this.input;
    const takes = () => chance.number() < assumptions.callbackShare;
    this.follow(new FlowCall(model, this.world, call, this.from, takes));
  }

  /** Sees what the flow has done with a call, and when it goes on. */
  private follow(flow: FlowCall): void {
    const { state } = flow;
    this.follows(flow, state);
    if (flow.callback !== undefined) this.takesCallback(flow);
    else if (state.ended !== undefined) this.endsWithoutAgent(flow, state);
    if (!flow.over && flow.nextAt !== Infinity)
      this.agenda.add(flow.nextAt, { type: "flow", call: flow });
  }

  private readonly places = new Map<FlowCall, Contact>();

  /** The flow has put the call into a queue, or into another one. */
  private follows(flow: FlowCall, { inQueue, contact }: CallState): void {
    const before = this.places.get(flow);
    const queue = inQueue === undefined ? undefined : this.queuePlaces.get(inQueue.queue);
    if (queue === undefined || queue === before?.queue) return;
    if (before !== undefined) this.leaves(before);
    const { priority, queueTimeAdjustmentSeconds: ageAdjustment } = contact;
    const entered = { ...this.newContact(flow.call, queue), priority, ageAdjustment, flow };
    this.places.set(flow, entered);
    this.count(flow.call, queue, "offered");
    this.enqueue(entered);
  }

  private takesCallback(flow: FlowCall): void {
    const { callback, call } = flow;
    const place = this.places.get(flow);
    const queue = place?.queue ?? this.queuePlaces.get(callback?.queue ?? "");
    if (place !== undefined) this.leaves(place);
    else this.count(call, queue, "offered");
    this.count(call, queue, "callbacks");
    this.letGo(flow);
    const to = this.queuePlaces.get(callback?.queue ?? "");
    if (to === undefined || callback === undefined) return;
    this.agenda.add(this.now + callback.delaySeconds, { type: "callback", call, queue: to });
  }

  private endsWithoutAgent(flow: FlowCall, { contact }: CallState): void {
    const place = this.places.get(flow);
    if (place === undefined) {
      const queue = this.queuePlaces.get(contact.targetQueue ?? "");
      this.count(flow.call, queue, "notQueued");
    } else this.leaves(place);
    this.letGo(flow);
  }

  private letGo(flow: FlowCall): void {
    flow.over = true;
    this.places.delete(flow);
  }

  private newContact(call: Call, queue: number): Contact {
    return {
      call,
      queue,
      since: this.now,
      priority: DEFAULT_PRIORITY,
      ageAdjustment: 0,
      isCallback: false,
      waiting: true,
    };
  }

  private enqueue(contact: Contact): void {
    this.room.add(contact);
    const { patienceSeconds } = contact.call;
    if (patienceSeconds !== Infinity && !contact.isCallback)
      this.agenda.add(this.now + patienceSeconds, { type: "patienceOver", contact });
  }

  /** A contact is out of its queue, whatever the reason. */
  private leaves(contact: Contact): void {
    this.room.remove(contact);
    if (contact.isCallback) return;
    this.count(contact.call, contact.queue, "waits");
    this.count(contact.call, contact.queue, "waitSeconds", this.now - contact.since);
  }

  private distribute(): void {
    for (;;) {
      const ready = this.teams.filter(
        (team) => team.ready > 0 && team.queues.some((queue) => this.room.count(queue) > 0),
      );
      const first = ready.length === 0 ? [] : this.room.first();
      if (first.length === 0) return;
      if (!this.offer(first, ready)) {
        this.lookAgain(first, ready);
        return;
      }
    }
  }

  /** Lets the first contact ring whose turn it is. @returns whether there is one */
  private offer(contacts: readonly Contact[], teams: readonly Team[]): boolean {
    const seen = contacts.map((contact) => this.room.seen(contact, this.now));
    const [offer] = offersOf(
      seen,
      teams.map((team) => team.first(this.now)),
    );
    const contact = contacts[seen.findIndex(({ id }) => id === offer?.contact)];
    const profile = this.teams.findIndex((team) => team.profile.name === offer?.agent);
    if (contact === undefined) return false;
    this.answers(profile, contact);
    return true;
  }

  private answers(profile: number, contact: Contact): void {
    const { call, queue, isCallback, flow } = contact;
    this.countWork();
    this.teams[profile]?.begin();
    this.leaves(contact);
    if (isCallback) this.count(call, queue, "callbacksAnswered");
    else {
      this.count(call, queue, "answered");
      const { withinSeconds } = this.input.assumptions;
      if (this.now - contact.since <= withinSeconds) this.count(call, queue, "answeredInTime");
    }
    if (flow !== undefined) this.letGo(flow);
    this.agenda.add(this.now + call.talkSeconds + call.wrapSeconds, { type: "done", profile });
  }

  private lookAgain(contacts: readonly Contact[], teams: readonly Team[]): void {
    const seconds = secondsToNextOffer(
      contacts.map((contact) => this.room.seen(contact, this.now)),
      teams.map((team) => team.first(this.now)),
    );
    const at = seconds === undefined ? Infinity : this.now + seconds + A_MOMENT;
    if (at >= this.looksAgainAt) return;
    this.looksAgainAt = at;
    this.agenda.add(at, { type: "lookAgain" });
  }

  private beginShift(interval: number | undefined): void {
    this.countWork();
    this.interval = interval;
    const at = interval === undefined ? undefined : this.input.intervals[interval];
    this.teams.forEach((team, profile) => {
      const row = this.input.staff.find((each) => each.interval === at && each.profile === profile);
      team.setDuty(row?.agents ?? 0, this.now);
    });
  }

  /**
   * Who is off duty goes, but not before the callers are served who waited for them alone: those who
   * were in a queue before, and whom nobody on duty serves.
   */
  private agentIsThrough(profile: number): void {
    const team = this.teams[profile];
    if (team === undefined) return;
    this.countWork();
    team.finish(this.now);
    if (team.present <= team.onDuty) return;
    const left = this.room
      .first()
      .filter(({ queue, since }) => since <= team.offDutySince && !this.isServed(queue));
    if (left.length === 0 || !this.offer(left, [team])) team.leave();
  }

  private isServed(queue: number): boolean {
    const id = this.input.model.queues[queue]?.id;
    return this.teams.some(
      ({ onDuty, profile }) => onDuty > 0 && profile.serves.some((served) => served.queue === id),
    );
  }

  /** Counts the agents' time up to now: before it changes who is busy or there. */
  private countWork(): void {
    const { interval } = this;
    const seconds = this.now - this.countedUntil;
    this.countedUntil = this.now;
    if (interval === undefined || seconds === 0) return;
    this.teams.forEach(({ busy, present }, profile) => {
      this.tally.work(interval, profile, busy * seconds, present * seconds);
    });
  }

  private count(call: Call, queue: number | undefined, what: Parameters<Tally["add"]>[2], by = 1) {
    const interval = this.intervalPlaces.get(call.row.interval);
    if (interval !== undefined) this.tally.add(interval, queue, what, by);
  }

  private isFull(queue: number): boolean {
    const most = this.input.model.queues[queue]?.maxContacts;
    return most !== undefined && this.room.count(queue) >= most;
  }

  private queueNow(id: string): QueueNow {
    const queue = this.queuePlaces.get(id) ?? -1;
    const teams = this.teams.filter(({ profile }) =>
      profile.serves.some((served) => served.queue === id),
    );
    const sum = (of: (team: Team) => number) => teams.reduce((total, team) => total + of(team), 0);
    return {
      full: this.isFull(queue),
      agentsOnline: sum(({ present }) => present),
      agentsStaffed: sum(({ present }) => present),
      agentsAvailable: sum(({ ready }) => ready),
      contactsInQueue: this.room.count(queue),
      oldestContactSeconds: this.room.oldest(queue, this.now),
    };
  }
}

/** Lets the center work once. */
export function replicate(input: ReplicationInput): Tally {
  const replication = new Replication(input);
  replication.run();
  return replication.tally;
}
