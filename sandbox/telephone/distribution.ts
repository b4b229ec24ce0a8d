import type { QueueMetrics } from "../../contact-flow/runtime";
import type { Instance, User } from "../connect/store/store";
import { type Agent, type Agents, RING_SECONDS, statusOf } from "./agents";
import type { ConnectMetrics } from "./connect-metrics";
import type { Landmark, LiveContact } from "./contact";
import { servedQueues } from "./directory";
import {
  offersOf,
  type ReadyAgent,
  secondsToNextOffer,
  type WaitingContact,
} from "../../contact-flow/routing";
import type { Timeline } from "./timeline";
import type { Faults } from "./views";

/** What the distribution needs of the exchange. */
export interface Floor {
  readonly timeline: Timeline;
  readonly agents: Agents;
  readonly contacts: ReadonlySet<LiveContact>;
  readonly faults: Faults;
  readonly metrics: ConnectMetrics;
  waitingIn(queue: string): readonly LiveContact[];
  reached(landmark: Landmark): void;
  changed(): void;
}

const queuesServed = (instance: Instance, user: User) =>
  servedQueues(instance.routingProfiles.get(user.RoutingProfileId));

/** Brings the contacts that wait to the agents who are ready, by {@link offersOf}. */
export class Distribution {
  private stopLooking: (() => void) | undefined;

  public constructor(private readonly floor: Floor) {}

  /** Releases agents and lets contacts ring. @returns whether one rings that did not before */
  public distribute(): boolean {
    this.releaseAgents();
    const waiting = this.waitingContacts();
    const ready = this.readyAgents();
    const offers = offersOf(waiting, ready);
    for (const { agent: userId, contact: id } of offers) {
      const contact = [...this.floor.contacts].find(({ options }) => options.id === id);
      if (contact !== undefined) this.offer(userId, contact);
    }
    this.lookAgain(secondsToNextOffer(waiting, ready));
    return offers.length > 0;
  }

  /** The agent takes the contact that rings. */
  public accept(agent: Agent, { Username }: User): void {
    const { contact } = agent;
    if (contact === undefined) return;
    this.floor.agents.turnTo(agent, "onContact", contact);
    contact.happens({ type: "agentAccepts", agent: Username });
  }

  /**
   * The queue's metrics as flows read them. Staffed are those who are available, on a contact or at
   * its after call work; online are all who are not Offline.
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/check-staffing.html
   */
  public metrics(queue: string): QueueMetrics {
    const { agents, faults, timeline } = this.floor;
    const online = (faults.noAgents ? [] : agents.all()).filter(
      ({ instance, user, agent }) =>
        queuesServed(instance, user).some((served) => served.queue === queue) &&
        statusOf(instance, agent)?.Type !== "OFFLINE",
    );
    const routable = online.filter(
      ({ instance, agent }) => statusOf(instance, agent)?.Type === "ROUTABLE",
    );
    const atWork = online.filter(
      (each) =>
        routable.includes(each) || ["onContact", "afterCallWork"].includes(each.agent.activity),
    );
    const waiting = this.floor.waitingIn(queue);
    const ages = waiting.map(({ queuedAt }) => (timeline.elapsed - queuedAt) / 1000);
    return {
      agentsOnline: online.length,
      agentsStaffed: atWork.length,
      agentsAvailable: routable.filter(({ agent }) => agent.activity === "idle").length,
      contactsInQueue: waiting.length,
      oldestContactSeconds: Math.max(0, ...ages),
    };
  }

  /** An agent whose contact is gone has after call work; one whose offer is gone is idle again. */
  private releaseAgents(): void {
    const { agents, timeline } = this.floor;
    for (const { user, agent } of agents.all()) {
      const { contact, activity } = agent;
      if (contact === undefined) continue;
      const { ended, inQueue, agent: username } = contact.state;
      if (activity === "ringing" && inQueue === undefined) {
        agents.turnTo(agent, "idle");
      } else if (activity === "onContact" && (ended !== undefined || username !== user.Username)) {
        agents.turnTo(agent, "afterCallWork");
        const limit = user.PhoneConfig.AfterContactWorkTimeLimit ?? 0;
        if (limit > 0) {
          agent.stopTimer = timeline.after(limit, () => {
            agents.turnTo(agent, "idle");
            this.floor.reached("event");
            this.floor.changed();
          });
        }
      }
    }
  }

  private offer(userId: string, contact: LiveContact): void {
    const { agents, timeline } = this.floor;
    const found = agents.all().find(({ user }) => user.Id === userId);
    if (found === undefined) return;
    const { agent, user } = found;
    agents.turnTo(agent, "ringing", contact);
    const written = contact.written;
    if (written !== undefined) written.told.connectionAttempts += 1;
    this.floor.reached("event");
    contact.options.trace?.add("agent", `rings at ${user.Username}`);
    if (user.PhoneConfig.AutoAccept === true) {
      this.accept(agent, user);
      return;
    }
    agent.stopTimer = timeline.after(RING_SECONDS, () => {
      contact.options.trace?.add("agent", `${user.Username} does not answer`);
      this.floor.metrics.missed(contact.options.instance);
      agents.turnTo(agent, "missed");
      this.floor.reached("event");
      this.floor.changed();
    });
  }

  private lookAgain(seconds: number | undefined): void {
    this.stopLooking?.();
    this.stopLooking =
      seconds === undefined
        ? undefined
        : this.floor.timeline.after(seconds, () => {
            this.floor.changed();
          });
  }

  private waitingContacts(): WaitingContact[] {
    const offered = new Set(this.floor.agents.all().map(({ agent }) => agent.contact));
    return [...this.floor.contacts].flatMap((contact) => {
      const { inQueue, contact: data } = contact.state;
      if (inQueue === undefined || offered.has(contact)) return [];
      const waitedSeconds = (this.floor.timeline.elapsed - contact.queuedAt) / 1000;
      return {
        id: contact.options.id,
        queue: inQueue.queue,
        waitedSeconds,
        ageSeconds: waitedSeconds + data.queueTimeAdjustmentSeconds,
        priority: data.priority,
      };
    });
  }

  private readyAgents(): ReadyAgent[] {
    const { agents, faults, timeline } = this.floor;
    return (faults.noAgents ? [] : agents.all())
      .filter(
        ({ instance, agent }) =>
          agent.activity === "idle" && statusOf(instance, agent)?.Type === "ROUTABLE",
      )
      .map(({ instance, user, agent }) => ({
        id: user.Id,
        readySeconds: (timeline.elapsed - agent.since) / 1000,
        serves: queuesServed(instance, user),
      }));
  }
}
