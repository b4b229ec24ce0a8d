import type { EventHook } from "../../contact-flow/runtime/state";
import { endingText } from "./contact-trace";
import type { LiveContact } from "./contact";
import type { ContactView } from "./views";

/** What the page shows of a contact. @param agent the name of the agent who has it */
export function contactView(contact: LiveContact, agent: string | undefined): ContactView {
  const { state, saying, trail, options } = contact;
  const { run, inQueue, contact: data } = state;
  return {
    id: options.id,
    state: stateText(contact, agent),
    ...(saying?.to === "customer" ? { saying } : {}),
    listening: run?.waiting?.for === "input",
    ...(inQueue === undefined ? {} : { queue: contact.queueName(inQueue.queue) }),
    attributes: data.attributes,
    facts: factsOf(contact),
    trails: trail.view(run),
  };
}

/** What a contact is at, in words. */
export function stateText(contact: LiveContact, agent: string | undefined): string {
  const { ended, connected, run, inQueue, before, dialling } = contact.state;
  if (ended !== undefined) return endingText(ended);
  if (run?.purpose === "customerHold") return `on hold, by ${agent ?? "the agent"}`;
  if (connected) return `connected with ${agent ?? "the agent"}`;
  if (inQueue !== undefined) return `waits in ${contact.queueName(inQueue.queue)}`;
  const isCallback = contact.state.callback !== undefined;
  if (dialling !== undefined && isCallback && agent === undefined)
    return "waits for the next attempt";
  if (dialling !== undefined) return "the caller's telephone rings";
  if (before.length > 0 || run?.purpose.endsWith("Whisper") === true) return "is being connected";
  const flow = contact.options.center.flows.get(run?.flow ?? "");
  return `in ${flow?.name ?? "no flow"}`;
}

/** What the console calls the flows of events. */
const EVENT_FLOWS: Readonly<Record<EventHook, string>> = {
  AgentHold: "Agent hold flow",
  AgentWhisper: "Agent whisper flow",
  CustomerHold: "Customer hold flow",
  CustomerQueue: "Customer queue flow",
  CustomerRemaining: "Disconnect flow",
  CustomerWhisper: "Customer whisper flow",
  DefaultAgentUI: "Default flow for agent UI",
  DisconnectAgentUI: "Disconnect flow for agent UI",
  PauseContact: "Flow at contact pause",
  ResumeContact: "Flow at contact resume",
};

function factsOf(contact: LiveContact): ContactView["facts"] {
  const { contact: data, external, storedInput } = contact.state;
  const { center } = contact.options;
  const facts: [string, string | undefined][] = [
    ["Came in as", data.initiationMethod],
    ["Customer number", data.customerNumber ?? "withheld"],
    ["Working queue", nameOr(contact, data.targetQueue ?? data.targetAgent)],
    ["Callback number", data.callbackNumber],
    ...Object.entries(data.hooks).map(([event, flow]): [string, string | undefined] => [
      EVENT_FLOWS[event as EventHook],
      center.flows.get(flow)?.name ?? flow,
    ]),
    ["Priority", data.priority === 5 ? undefined : String(data.priority)],
    ["Stored input", storedInput],
    ["Recorded", data.recorded.length === 0 ? undefined : data.recorded.join(", ")],
    ["Flow logging", data.flowLogging ? "on" : "off"],
    ["Contact id", data.id],
    ...Object.entries(external).map(([key, value]): [string, string] => [
      `$.External.${key}`,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

const nameOr = (contact: LiveContact, queue: string | undefined): string | undefined =>
  queue === undefined ? undefined : contact.queueName(queue);
