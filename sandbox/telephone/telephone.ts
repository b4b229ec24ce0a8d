import { DTMF_KEYS } from "../../contact-flow/catalog/participant";
import type { NewContact } from "../../contact-flow/runtime";
import type { ConnectMetrics } from "./connect-metrics";
import type { Landmark, LiveContact } from "./contact";
import type { Directory, Place } from "./directory";
import { Refusal } from "./refusal";
import type { Timeline } from "./timeline";
import { Trace } from "./trace";

interface Ringing {
  readonly contact: LiveContact;
  /** The interpreter's id of the dialling. */
  readonly id: number;
  readonly stop: () => void;
}

/** Somebody outside the center whom an agent has transferred the caller to. */
export interface Outside {
  readonly name: string;
  readonly number: string;
}

/** What a telephone needs of the exchange that it is connected to. */
export interface Switchboard {
  readonly metrics: ConnectMetrics;
  readonly timeline: Pick<Timeline, "now" | "after">;
  readonly directory: Pick<Directory, "claimed">;
  startContact(
    place: Place,
    line: string,
    flow: string,
    contact: Omit<NewContact, "id">,
  ): LiveContact;
  reached(landmark: Landmark): void;
  changed(): void;
}

/** A customer's telephone, which can call the center and be called back. */
export class Telephone {
  public readonly trace: Trace;
  /** The contact that is on the line. */
  public contact: LiveContact | undefined;
  /** The last call that was made from here. */
  public called: LiveContact | undefined;
  /** The contact that was on the line last. */
  public last: LiveContact | undefined;
  public outside: Outside | undefined;
  /** The number that was dialled. */
  public dialled: string | undefined;
  private ringing: Ringing | undefined;

  /** @param number its number, E.164 */
  public constructor(
    private readonly exchange: Switchboard,
    public readonly number: string,
  ) {
    this.trace = new Trace(() => exchange.timeline.now);
  }

  public get isIdle(): boolean {
    return this.contact === undefined && this.ringing === undefined && this.outside === undefined;
  }

  /** The contact that rings. */
  public get caller(): LiveContact | undefined {
    return this.ringing?.contact;
  }

  /**
   * Calls a claimed number.
   * @param to the number; spaces and dashes do no harm
   * @param withheld whether the caller's own number stays unknown
   * @throws Refusal if the number cannot be called, or the telephone is in use
   */
  public dial(to: string, withheld = false): void {
    if (!this.isIdle) throw new Refusal("the telephone is in use: hang up first");
    const { number, instance, store } = this.exchange.directory.claimed(to);
    if (number.contactFlowId === undefined) {
      this.exchange.metrics.misconfigured(instance);
      throw new Refusal(`${number.PhoneNumber} has no flow: associate one with the number`);
    }
    if (!instance.InboundCallsEnabled) {
      throw new Refusal(
        `${number.PhoneNumber} takes no calls: the instance's inbound calls are off`,
      );
    }
    this.trace.clear();
    this.trace.add("call", `calls ${number.PhoneNumber}`);
    this.dialled = number.PhoneNumber;
    const contact = this.exchange.startContact(
      { instance, store },
      this.number,
      number.contactFlowId,
      {
        systemNumber: number.PhoneNumber,
        ...(withheld ? {} : { customerNumber: this.number }),
      },
    );
    this.called = contact;
    this.connect(contact);
  }

  /** Presses a key. @throws Refusal if there is nobody to hear it, or no such key */
  public press(key: string): void {
    if (!(DTMF_KEYS as readonly string[]).includes(key)) {
      throw new Refusal(`key must be one of ${DTMF_KEYS.join(" ")}, got ${key}`, 400);
    }
    if (this.contact === undefined) throw new Refusal("there is no call: dial first");
    const ignored = this.contact.listens ? "" : ": ignored, nobody listens for a key";
    this.trace.add("key", `presses ${key}${ignored}`);
    this.contact.happens({ type: "digit", key });
    this.exchange.changed();
  }

  /** Rings, until somebody answers or the time is over. */
  public ring(contact: LiveContact, id: number, seconds: number): void {
    const stop = this.exchange.timeline.after(seconds, () => {
      this.trace.add("call", "nobody answers");
      this.exchange.reached("event");
      this.stopRinging();
      contact.happens({ type: "notReached", id, why: "noAnswer" });
    });
    this.ringing = { contact, id, stop };
    this.exchange.reached("event");
  }

  /** Answers the call that rings. @throws Refusal if none does */
  public answer(): void {
    const ringing = this.stopRinging();
    if (ringing === undefined) throw new Refusal("the telephone does not ring");
    const { contact, id } = ringing;
    this.trace.add("call", "answers");
    this.connect(contact);
    contact.happens({ type: "reached", id });
  }

  /** Hangs up, or declines the call that rings. @throws Refusal if there is no call */
  public hangUp(): void {
    const ringing = this.stopRinging();
    if (ringing !== undefined) {
      this.trace.add("call", "declines");
      ringing.contact.happens({ type: "notReached", id: ringing.id, why: "noAnswer" });
    } else if (this.outside !== undefined) {
      this.trace.add("call", "hangs up");
      this.outside = undefined;
      this.exchange.changed();
    } else if (this.contact !== undefined) {
      this.contact.happens({ type: "hangUp" });
    } else {
      throw new Refusal("there is no call to hang up");
    }
  }

  /** Puts a contact on the line, in place of the one that was there. */
  public connect(contact: LiveContact): void {
    this.contact = contact;
    this.last = contact;
    // It may be over already: a flow can hang up without a word.
    if (contact.state.ended !== undefined) this.contact = undefined;
    this.exchange.changed();
  }

  /** Puts somebody outside on the line. */
  public connectOutside(outside: Outside): void {
    this.contact = undefined;
    this.outside = outside;
    this.trace.add("call", `is transferred to ${outside.name} (${outside.number})`);
    this.exchange.changed();
  }

  /** The contact is over. */
  public release(contact: LiveContact): void {
    if (this.contact === contact) this.contact = undefined;
    if (this.ringing?.contact === contact) this.stopRinging();
  }

  private stopRinging(): Ringing | undefined {
    const { ringing } = this;
    ringing?.stop();
    this.ringing = undefined;
    return ringing;
  }
}
