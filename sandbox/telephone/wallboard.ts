import { localTimeOf } from "../../contact-flow/hours";
import { contactRecord } from "../connect/contact-record";
import { historicalMetric, talked, waited } from "../connect/historical-metrics";
import type { Contact, Instance } from "../connect/store/store";
import type { Exchange } from "./exchange";
import { sharedView, userName } from "./snapshot";
import type { AgentView, QueueView } from "./views";
import {
  type AgentLineView,
  type AlarmView,
  type ContactLineView,
  type FiguresView,
  type QueueFiguresView,
  SERVICE_SECONDS,
  type WallboardView,
} from "./wallboard-view";

/** How many contacts are shown. */
const LAST = 12;

/** What the wallboard shows now. */
export function wallboardView(exchange: Exchange, alarms: readonly AlarmView[]): WallboardView {
  const { instance: alias, clock, queues, agents } = sharedView(exchange);
  const instances = exchange.directory.places().map(({ instance }) => instance);
  const over = instances.flatMap((instance) =>
    [...instance.contacts.values()]
      .filter(({ DisconnectTimestamp }) => DisconnectTimestamp !== undefined)
      .map((contact) => ({ instance, contact })),
  );
  const today = over
    .map(({ contact }) => contact)
    .filter(({ DisconnectTimestamp: at }) => isToday(at?.getTime() ?? 0, clock));
  const ofQueue = (id: string) => today.filter(({ QueueInfo }) => QueueInfo?.Id === id);
  const isStock = (id: string) => instances.some(({ stock }) => stock.has(id));
  const isOfUse = (queue: QueueView) =>
    !isStock(queue.id) || queue.waiting.length > 0 || ofQueue(queue.id).length > 0;
  return {
    ...(alias !== undefined && { instance: alias }),
    clock,
    all: figuresOf(today),
    queues: queues
      .filter(isOfUse)
      .map((queue) => queueOf(exchange, queue, figuresOf(ofQueue(queue.id)))),
    agents: agents.filter(isAtWork).map(agentOf),
    alarms: [...alarms].sort((a, b) => a.since - b.since || a.name.localeCompare(b.name)),
    contacts: over
      .sort((a, b) => endOf(b.contact) - endOf(a.contact))
      .slice(0, LAST)
      .map(({ instance, contact }) => contactOf(instance, contact)),
  };
}

const endOf = ({ DisconnectTimestamp }: Contact): number => DisconnectTimestamp?.getTime() ?? 0;

/** Whether that moment is on the day that the calendar shows, in the center's zone. */
const isToday = (at: number, { now, timeZone }: WallboardView["clock"]): boolean =>
  at <= now && dayOf(at, timeZone) === dayOf(now, timeZone);

const dayOf = (at: number, timeZone: string): string => localTimeOf(at, timeZone).slice(0, 10);

function figuresOf(contacts: readonly Contact[]): FiguresView {
  const metric = (Name: string, seconds?: number) =>
    historicalMetric(
      { Name, ...(seconds && { Threshold: [{ Comparison: "LT", ThresholdValue: seconds }] }) },
      contacts,
    );
  const serviceLevel = metric("SERVICE_LEVEL", SERVICE_SECONDS);
  const answerSeconds = metric("AVG_QUEUE_ANSWER_TIME");
  return {
    queued: metric("CONTACTS_QUEUED") ?? 0,
    handled: metric("CONTACTS_HANDLED") ?? 0,
    abandoned: metric("CONTACTS_ABANDONED") ?? 0,
    ...(serviceLevel !== undefined && { serviceLevel }),
    ...(answerSeconds !== undefined && { answerSeconds }),
  };
}

function queueOf(
  exchange: Exchange,
  { id, name, open, waiting }: QueueView,
  today: FiguresView,
): QueueFiguresView {
  const { agentsAvailable, agentsOnline } = exchange.distribution.metrics(id);
  const [oldest] = waiting.map(({ since }) => since).sort((a, b) => a - b);
  return {
    ...{ id, name, open, waiting: waiting.length, agentsAvailable, agentsOnline, today },
    ...(oldest !== undefined && { oldest }),
  };
}

/** Who can get calls of the center's own queues, or is at work. */
const isAtWork = ({ quickConnects, activity, routable }: AgentView): boolean =>
  quickConnects.length > 0 || activity !== "idle" || routable;

const agentOf = ({ contact, ...agent }: AgentView): AgentLineView => ({
  id: agent.id,
  name: agent.name,
  status: agent.status,
  routable: agent.routable,
  activity: agent.activity,
  since: agent.since,
  ...(contact && { queue: contact.queue }),
});

function contactOf(instance: Instance, contact: Contact): ContactLineView {
  const queue = instance.queues.get(contact.QueueInfo?.Id ?? "")?.Name;
  const evaluation = evaluationOf(instance, contact);
  return {
    id: contact.Id,
    ended: endOf(contact),
    number: contact.CustomerEndpoint?.Address ?? "withheld",
    ...(queue !== undefined && { queue }),
    outcome: outcomeOf(instance, contact),
    answered: contact.AgentInfo?.ConnectedToAgentTimestamp !== undefined,
    ...(evaluation !== undefined && { evaluation }),
    abandoned: (historicalMetric({ Name: "CONTACTS_ABANDONED" }, [contact]) ?? 0) > 0,
    waitedSeconds: waited(contact),
    talkedSeconds: talked(contact),
    record: contactRecord(instance, contact),
  };
}

function outcomeOf(instance: Instance, { AgentInfo, told, QueueInfo }: Contact): string {
  if (AgentInfo?.ConnectedToAgentTimestamp !== undefined) {
    const answered = `answered by ${userName(instance, AgentInfo.Id ?? "")}`;
    return told.transferCompleted === undefined ? answered : `${answered}, transferred`;
  }
  if (told.nextContactId !== undefined) return "asked for a callback";
  return QueueInfo === undefined ? "ended in the flow" : "gave up";
}

/** The scores of the evaluations that were submitted. */
function evaluationOf({ contactEvaluations }: Instance, { Id }: Contact): string | undefined {
  const scores = [...contactEvaluations.values()]
    .filter(({ ContactId, Status }) => ContactId === Id && Status === "SUBMITTED")
    .map(({ scores: all }) => all?.form.Percentage)
    .map((percentage) => (percentage === undefined ? "no score" : `${Math.round(percentage)} %`));
  return scores.length === 0 ? undefined : `evaluated, ${scores.join(", ")}`;
}
