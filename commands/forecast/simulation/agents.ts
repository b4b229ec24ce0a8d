import type { ReadyAgent } from "../../../contact-flow/routing";
import type { RoutingProfile } from "./model";

/** The agents of one routing profile, who are all alike. */
export class Team {
  /** How many are on duty now. */
  public onDuty = 0;
  /** When the last ones went off duty. */
  public offDutySince = -Infinity;
  /** How many are with a contact or at their after-contact work. */
  public busy = 0;
  /** Since when the ready ones are, the longest first. */
  private readySince: number[] = [];
  private firstReady = 0;

  /** @param queues the places of the profile's queues in the model */
  public constructor(
    public readonly profile: RoutingProfile,
    public readonly queues: readonly number[],
  ) {}

  /** How many are ready for a contact. */
  public get ready(): number {
    return this.readySince.length - this.firstReady;
  }

  /** How many are there, on duty or with the last contact. */
  public get present(): number {
    return this.ready + this.busy;
  }

  /** From now on so many are on duty. Who is with a contact ends it, and goes then. */
  public setDuty(agents: number, now: number): void {
    if (agents < this.onDuty) this.offDutySince = now;
    this.onDuty = agents;
    while (this.ready > 0 && this.present > agents) this.leave();
    while (this.present < agents) this.readySince.push(now);
  }

  /** The one who has been ready for longest, as the rule of distribution sees agents. */
  public first(now: number): ReadyAgent {
    const { name: id, serves } = this.profile;
    return { id, readySeconds: now - (this.readySince[this.firstReady] ?? now), serves };
  }

  /** The one who has been ready for longest gets a contact. */
  public begin(): void {
    this.firstReady++;
    this.busy++;
    if (this.firstReady > 1000) {
      this.readySince = this.readySince.slice(this.firstReady);
      this.firstReady = 0;
    }
  }

  /** One is through with a contact, and ready. */
  public finish(now: number): void {
    this.busy--;
    this.readySince.push(now);
  }

  /** One who is ready goes off duty: the one who has been for the shortest time. */
  public leave(): void {
    this.readySince.pop();
  }
}
