import type { WaitingContact } from "../../../contact-flow/routing";
import type { Call } from "./calls";
import type { FlowCall } from "./flow-call";

/** A contact that came into a queue. */
export interface Contact {
  readonly call: Call;
  /** The queue's place in the model. */
  readonly queue: number;
  /** When it came in, in seconds of the simulation. */
  readonly since: number;
  /** 1 is served first. */
  readonly priority: number;
  /** What Change routing age has added. */
  readonly ageAdjustment: number;
  readonly isCallback: boolean;
  /** The call in its flow; undefined where no flow runs. */
  readonly flow?: FlowCall;
  /** Turns false when it is answered or leaves. */
  waiting: boolean;
}

/** Contacts of one queue, priority and age adjustment: the first has the first turn of them all. */
interface Line {
  readonly queue: number;
  readonly contacts: Contact[];
  /** Place of the first one who may still wait. */
  first: number;
}

/** The contacts that wait in all queues. */
export class WaitingRoom {
  private readonly lines = new Map<string, Line>();
  private readonly counts: number[];

  /** @param queueIds the queues' ids, by their place in the model */
  public constructor(private readonly queueIds: readonly string[]) {
    this.counts = queueIds.map(() => 0);
  }

  /** How many wait in a queue. */
  public count(queue: number): number {
    return this.counts[queue] ?? 0;
  }

  /** Lets a contact wait. */
  public add(contact: Contact): void {
    const { queue, priority, ageAdjustment } = contact;
    const key = `${queue} ${priority} ${ageAdjustment}`;
    let line = this.lines.get(key);
    if (line === undefined) {
      line = { queue, contacts: [], first: 0 };
      this.lines.set(key, line);
    }
    line.contacts.push(contact);
    this.counts[queue] = this.count(queue) + 1;
  }

  /** A contact is answered, or leaves. */
  public remove(contact: Contact): void {
    contact.waiting = false;
    this.counts[contact.queue] = this.count(contact.queue) - 1;
  }

  /**
   * Those of whom one comes next, by whichever rule of {@link offersOf}: who is behind another in a line has
   * waited less than that one, with the same priority.
   */
  public first(): Contact[] {
    const first: Contact[] = [];
    for (const line of this.lines.values()) {
      const { contacts } = line;
      if (this.count(line.queue) === 0) {
        contacts.length = line.first = 0;
        continue;
      }
      while (contacts[line.first]?.waiting === false) line.first++;
      const contact = contacts[line.first];
      if (contact !== undefined) first.push(contact);
      else contacts.length = line.first = 0;
    }
    return first;
  }

  /** How long the longest in a queue has waited. */
  public oldest(queue: number, now: number): number {
    return Math.max(
      0,
      ...this.first().map((contact) => (contact.queue === queue ? now - contact.since : 0)),
    );
  }

  /** A contact as the rule of distribution sees it. */
  public seen({ queue, since, priority, ageAdjustment }: Contact, now: number): WaitingContact {
    const id = this.queueIds[queue] ?? "";
    const waitedSeconds = now - since;
    return {
      id: `${id} ${priority} ${ageAdjustment}`,
      queue: id,
      waitedSeconds,
      ageSeconds: waitedSeconds + ageAdjustment,
      priority,
    };
  }
}
