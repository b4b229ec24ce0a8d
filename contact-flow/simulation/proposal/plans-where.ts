import type { Action } from "../../flow";
import { type Json, objectOf } from "../../json";
import { stepsOf } from "../../json-path";
import type { NewContact } from "../../runtime";
import type { QueueState } from "../world";
import { actionAt, functionAt, isStore, lastBefore, moving, type Place, text } from "./place";
import { type Plan, withAnswer } from "./plan";

/** What a flow sets by the name: the value of the map `map` of the action. */
const setBy = (action: Action, map: string, name: string): Json | undefined => {
  const values = action.Parameters?.[map];
  return objectOf(values)[name];
};

/** Fields of a contact that a JSONPath of one step reads. */
const CONTACT_FIELDS: Readonly<Record<string, (value: string) => Partial<NewContact>>> = {
  Channel: (value) =>
    value === "VOICE" || value === "CHAT" || value === "TASK" ? { channel: value } : {},
  InitiationMethod: (value) => ({
    initiationMethod: value as NonNullable<NewContact["initiationMethod"]>,
  }),
  LanguageCode: (language) => ({ language }),
  TextToSpeechVoiceId: (voice) => ({ voice }),
  Name: (Name) => ({ data: { Name } }),
  Description: (Description) => ({ data: { Description } }),
  CustomerId: (CustomerId) => ({ data: { CustomerId } }),
};

/** The metrics of a queue, as `$.Metrics` and Check queue status name them. */
const METRICS: Readonly<Record<string, (value: number) => Partial<QueueState>>> = {
  "Queue.Size": (value) => ({ contactsInQueue: value }),
  "Queue.OldestContactAge": (value) => ({ oldestContactSeconds: value }),
  "Agents.Online.Count": (value) => ({ agentsOnline: value }),
  "Agents.Available.Count": (value) => ({ agentsAvailable: value }),
  "Agents.Staffed.Count": (value) => ({ agentsStaffed: value }),
  NumberOfContactsInQueue: (value) => ({ contactsInQueue: value }),
  OldestContactInQueueAgeSeconds: (value) => ({ oldestContactSeconds: value / 1000 }),
  NumberOfAgentsOnline: (value) => ({ agentsOnline: value }),
  NumberOfAgentsAvailable: (value) => ({ agentsAvailable: value }),
  NumberOfAgentsStaffed: (value) => ({ agentsStaffed: value }),
};

/** The plan in which a metric of the queue that the visit is in has the value; none for an unknown metric. */
export function withMetric(
  { center, played }: Place,
  at: number,
  name: string,
  value: string,
): Plan[] {
  const metric = METRICS[name];
  const key = center.queues.get(played.visits[at]?.queue ?? "")?.name;
  const { plan } = played;
  if (metric === undefined || key === undefined || !(Number(value) >= 0)) return [];
  return [
    {
      ...plan,
      queues: { ...plan.queues, [key]: { ...plan.queues[key], ...metric(Number(value)) } },
    },
  ];
}

/** Plans in which the JSONPath, read at the visit, has the value. */
export function plansWhere(place: Place, at: number, path: string, value: string): Plan[] {
  const [root = "", ...steps] = stepsOf(path) ?? [];
  const [name = ""] = steps;
  const { plan, visits } = place.played;
  const contact = (fields: Partial<NewContact>): Plan[] => [
    { ...plan, contact: { ...plan.contact, ...fields } },
  ];
  const map = { Attributes: "Attributes", FlowAttributes: "FlowAttributes" }[root];
  if (map !== undefined) {
    const setter = lastBefore(
      place,
      at,
      (action) =>
        setBy(action, map, name) !== undefined && plan.broken[action.Identifier] === undefined,
    );
    if (setter === undefined) {
      return root === "Attributes"
        ? contact({ attributes: { ...plan.contact.attributes, [name]: value } })
        : [];
    }
    const action = actionAt(place, setter)?.action;
    const set = action && setBy(action, map, name);
    const source =
      typeof set === "object" && set !== null && "Value" in set ? text(set.Value) : text(set ?? "");
    return source?.startsWith("$") === true ? plansWhere(place, setter, source, value) : [];
  }
  switch (root) {
    case "External": {
      const asked = lastBefore(place, at, ({ Type }) => Type === "InvokeLambdaFunction");
      const arn = asked === undefined ? undefined : functionAt(place, asked);
      return arn === undefined ? [] : [withAnswer(plan, arn, steps, value)];
    }
    case "StoredCustomerInput": {
      const asked = lastBefore(place, at, isStore);
      const visit = asked === undefined ? undefined : visits[asked];
      if (visit === undefined) return [];
      if (value === "Timeout") return [moving(place, visit, { do: "nothing" })];
      return /^[0-9*#]+$/.test(value)
        ? [moving(place, visit, { do: "press", keys: `${value}#` })]
        : [];
    }
    case "Metrics": {
      const asked = lastBefore(place, at, ({ Type }) => Type === "GetMetricData");
      return asked === undefined ? [] : withMetric(place, asked, steps.join("."), value);
    }
    case "CustomerEndpoint":
      return name === "Address" ? [{ ...plan, from: value }] : [];
    case "SystemEndpoint":
      return name === "Address" ? contact({ systemNumber: value }) : [];
    case "Tags":
      return contact({ tags: { ...plan.contact.tags, [name]: value } });
    default:
      return contact(CONTACT_FIELDS[root]?.(value) ?? {});
  }
}
