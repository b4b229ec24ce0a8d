/** A contact that waits in a queue and is offered to nobody yet. */
export interface WaitingContact {
  readonly id: string;
  /** Id of the queue; an agent's own queue goes by the agent's id. */
  readonly queue: string;
  /** How long it has been in the queue: what a delay is measured against. */
  readonly waitedSeconds: number;
  /** Its place among the waiting: `waitedSeconds`, and what Change routing age has added. */
  readonly ageSeconds: number;
  /** 1 is served first; Connect's default is 5. */
  readonly priority: number;
}

/** A queue that an agent serves, as the routing profile has it. */
export interface ServedQueue {
  readonly queue: string;
  /** 1 is served first. */
  readonly priority: number;
  /** How long a contact must have been in the queue before this agent gets it: 0–9999. */
  readonly delaySeconds: number;
}

/** An agent who is Available and has nothing to do. */
export interface ReadyAgent {
  readonly id: string;
  /** How long the agent has been ready. */
  readonly readySeconds: number;
  readonly serves: readonly ServedQueue[];
}

/** A contact that rings at an agent. */
export interface Offer {
  readonly contact: string;
  readonly agent: string;
}

interface Candidate {
  readonly contact: WaitingContact;
  readonly queue: ServedQueue;
}

/** Queues by their priority for this agent, then contacts by theirs, then the longest waiting. */
const byTurn = (one: Candidate, other: Candidate): number =>
  one.queue.priority - other.queue.priority ||
  one.contact.priority - other.contact.priority ||
  other.contact.ageSeconds - one.contact.ageSeconds;

/** An agent's own queue comes before all that the routing profile has. */
const queuesOf = ({ id, serves }: ReadyAgent): readonly ServedQueue[] => [
  { queue: id, priority: 0, delaySeconds: 0 },
  ...serves,
];

function candidatesOf(agent: ReadyAgent, contacts: readonly WaitingContact[]): Candidate[] {
  const queues = new Map(queuesOf(agent).map((queue) => [queue.queue, queue]));
  return contacts.flatMap((contact) => {
    const queue = queues.get(contact.queue);
    return queue === undefined ? [] : [{ contact, queue }];
  });
}

const isDue = ({ contact, queue }: Candidate): boolean =>
  contact.waitedSeconds >= queue.delaySeconds;

/**
 * Who gets which contact now. The agent who has been ready for longest comes first, and gets the
 * contact whose turn it is: by the priority of the queue in the routing profile, by the contact's
 * own, then by age; never before the delay of the queue is over.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/concepts-routing-profiles-priority.html
 */
export function offersOf(
  contacts: readonly WaitingContact[],
  agents: readonly ReadyAgent[],
): Offer[] {
  let waiting = contacts;
  const offers: Offer[] = [];
  for (const agent of [...agents].sort((a, b) => b.readySeconds - a.readySeconds)) {
    const [first] = candidatesOf(agent, waiting).filter(isDue).sort(byTurn);
    if (first !== undefined) {
      offers.push({ contact: first.contact.id, agent: agent.id });
      waiting = waiting.filter(({ id }) => id !== first.contact.id);
    }
  }
  return offers;
}

/** In how many seconds the next delay is over, so that it is time to look again. */
export function secondsToNextOffer(
  contacts: readonly WaitingContact[],
  agents: readonly ReadyAgent[],
): number | undefined {
  const pending = agents
    .flatMap((agent) => candidatesOf(agent, contacts))
    .filter((candidate) => !isDue(candidate))
    .map(({ contact, queue }) => queue.delaySeconds - contact.waitedSeconds);
  return pending.length === 0 ? undefined : Math.min(...pending);
}
