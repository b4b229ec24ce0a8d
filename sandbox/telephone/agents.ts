import type { AgentStatus, Instance, User } from "../connect/store/store";
import type { LiveContact } from "./contact";
import type { Directory, Place } from "./directory";
import { Refusal } from "./refusal";
import type { AgentActivity } from "./views";

/** How long a call rings at an agent before it counts as missed. */
export const RING_SECONDS = 20;

/** An agent at the desk: what the agent has set, and is at. */
export interface Agent {
  readonly userId: string;
  /** Id of the status that the agent has chosen; undefined is Offline. */
  statusId?: string;
  activity: AgentActivity;
  /** Milliseconds of the time line. */
  since: number;
  contact?: LiveContact;
  /** The contact that after call work is for. */
  workedOn?: LiveContact;
  /** Stops what the desk waits for: the ringing, or the end of after call work. */
  stopTimer?: () => void;
}

/** The agents of all instances, as the users are now. */
export class Agents {
  private readonly agents = new Map<string, Agent>();

  public constructor(
    private readonly directory: Directory,
    private readonly elapsed: () => number,
    /** Is told when after call work for a contact begins, and when it ends. */
    private readonly onWork: (contact: LiveContact, step: "begins" | "ends") => void,
  ) {}

  /** Everybody at their desk. */
  public all(): (Place & { readonly user: User; readonly agent: Agent })[] {
    return this.directory.places().flatMap((place) =>
      [...place.instance.users.values()].map((user) => ({
        ...place,
        user,
        agent: this.agent(user.Id),
      })),
    );
  }

  /** One agent. @throws Refusal if the id is no user's */
  public find(userId: string): Agent {
    return this.agent(this.directory.user(userId).user.Id);
  }

  /** Lets the agent be at something else from now on. */
  public turnTo(agent: Agent, activity: AgentActivity, contact?: LiveContact): void {
    agent.stopTimer?.();
    if (agent.workedOn !== undefined) this.onWork(agent.workedOn, "ends");
    delete agent.workedOn;
    if (activity === "afterCallWork" && agent.contact !== undefined) {
      agent.workedOn = agent.contact;
      this.onWork(agent.contact, "begins");
    }
    agent.activity = activity;
    agent.since = this.elapsed();
    if (contact === undefined) {
      delete agent.contact;
    } else {
      agent.contact = contact;
    }
    delete agent.stopTimer;
  }

  private agent(userId: string): Agent {
    const agent = this.agents.get(userId) ?? { userId, activity: "idle", since: this.elapsed() };
    this.agents.set(userId, agent);
    return agent;
  }
}

/** The statuses that agents can choose, in the order of the console. */
export const statusesOf = ({ agentStatuses }: Instance): AgentStatus[] =>
  [...agentStatuses.values()]
    .filter(({ State }) => State === "ENABLED")
    .sort((a, b) => (a.DisplayOrder ?? Infinity) - (b.DisplayOrder ?? Infinity));

/** The agent's status: Offline until another is chosen, or if the chosen one is gone. */
export function statusOf(instance: Instance, { statusId }: Agent): AgentStatus | undefined {
  const statuses = statusesOf(instance);
  return (
    statuses.find(({ AgentStatusId }) => AgentStatusId === statusId) ??
    statuses.find(({ Type }) => Type === "OFFLINE")
  );
}

/** The status of that name. @throws Refusal if agents cannot choose it */
export function statusNamed(instance: Instance, name: string): AgentStatus {
  const statuses = statusesOf(instance);
  const found = statuses.find((status) => status.Name === name);
  if (found === undefined) {
    const names = statuses.map(({ Name }) => Name).join(", ");
    throw new Refusal(`status must be one of ${names}, got ${name}`, 400);
  }
  return found;
}
