import type { Action, Flow, FlowType } from "../../contact-flow/flow";
import type { Json } from "../../contact-flow/json";
import { isJsonPath } from "../../contact-flow/json-path";
import { type ContactCenter, createContactCenter, idOf } from "../../contact-flow/runtime";
import type { FlowDefinition } from "../../contact-flow/runtime/center";
import { namesInMetadata } from "../../contact-flow/summary";
import { flowFile, type FlowFile } from "./files";

/** Office hours for a flow that is run without its instance. */
const OFFICE = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const;

/** The type of flow that an event starts, by the end of the event's name. */
const HOOKED: readonly (readonly [string, FlowType])[] = [
  ["CustomerQueue", "CUSTOMER_QUEUE"],
  ["CustomerHold", "CUSTOMER_HOLD"],
  ["AgentHold", "AGENT_HOLD"],
  ["CustomerWhisper", "CUSTOMER_WHISPER"],
  ["AgentWhisper", "AGENT_WHISPER"],
];

/** A flow that another refers to. */
interface Reference {
  readonly id: string;
  readonly type: FlowType;
}

const isId = (value: Json | undefined): value is string =>
  typeof value === "string" && !isJsonPath(value);

/** The ids that the actions' parameters of this name hold. */
const idsIn = (actions: readonly Action[], key: string): readonly string[] => [
  ...new Set(actions.map(({ Parameters }) => Parameters?.[key]).filter(isId)),
];

function referencesIn(actions: readonly Action[]): readonly Reference[] {
  const hooks = actions.flatMap(({ Parameters }) => {
    const set = Parameters?.EventHooks;
    return typeof set === "object" && set !== null ? Object.entries(set) : [];
  });
  return [
    ...idsIn(actions, "ContactFlowId").map((id) => ({ id, type: "CONTACT_FLOW" as const })),
    ...idsIn(actions, "FlowModuleId").map((id) => ({ id, type: "MODULE" as const })),
    ...hooks.flatMap(([event, id]) =>
      isId(id)
        ? [
            {
              id: id,
              type: HOOKED.find(([name]) => name === event)?.[1] ?? "CONTACT_FLOW",
            },
          ]
        : [],
    ),
  ];
}

/** A flow in place of one that is not at hand: it says so, and ends as its type may. */
function standIn({ id, type }: Reference, name: string): FlowDefinition {
  const Text = `(${name} goes on here: give its file with --with)`;
  const end =
    type === "CONTACT_FLOW"
      ? "DisconnectParticipant"
      : type === "MODULE"
        ? "EndFlowModuleExecution"
        : "EndFlowExecution";
  const loops = type === "CUSTOMER_QUEUE" || type.endsWith("HOLD");
  const Actions = loops
    ? [
        {
          Identifier: "Say",
          Type: "MessageParticipantIteratively",
          Parameters: { Messages: [{ Text }] },
          Transitions: {},
        },
      ]
    : [
        {
          Identifier: "Say",
          Type: "MessageParticipant",
          Parameters: { Text },
          Transitions: { NextAction: "End" },
        },
        { Identifier: "End", Type: end, Parameters: {}, Transitions: {} },
      ];
  return {
    id,
    type,
    name,
    content: JSON.stringify({ Version: "2019-10-30", StartAction: "Say", Actions }),
  };
}

/**
 * An instance around a flow, for a call without AWS: its queues and hours exist, open on weekdays
 * from 9 to 18, and so do the flows that it refers to. Those at hand take their place by name, or
 * by type where only one fits.
 */
export function instanceAround(
  main: FlowFile & { readonly flow: Flow },
  others: readonly FlowFile[],
  timeZone: string,
): ContactCenter {
  const files = [main, ...others.map(({ file }) => flowFile(file))];
  const names = files.map(({ flow }) => namesInMetadata(flow));
  const nameOf = (id: string): string =>
    names.map((name) => name(id)).find((name) => name !== undefined) ?? idOf(id);
  const actions = files.flatMap(({ flow }) => flow.Actions);
  const references = new Map(
    referencesIn(actions).map((reference) => [idOf(reference.id), reference]),
  );
  const flows = [...references.values()].map((reference): FlowDefinition => {
    const sameType = others.filter(({ type }) => type === reference.type);
    const file =
      others.find(({ name }) => name === nameOf(reference.id)) ??
      (sameType.length === 1 ? sameType[0] : undefined);
    return file === undefined
      ? standIn(reference, nameOf(reference.id))
      : { id: reference.id, name: file.name, type: file.type, content: file.content };
  });
  const hours = {
    TimeZone: timeZone,
    Config: OFFICE.map((Day) => ({
      Day,
      StartTime: { Hours: 9, Minutes: 0 },
      EndTime: { Hours: 18, Minutes: 0 },
    })),
  };
  return createContactCenter({
    flows: [{ id: "main", name: main.name, type: main.type, content: main.content }, ...flows],
    asksForExits: true,
    queues: [...idsIn(actions, "QueueId"), "queue"].map((id) => ({
      id,
      name: nameOf(id),
      hours: "office",
    })),
    hours: ["office", ...idsIn(actions, "HoursOfOperationId")].map((id) => ({ id, ...hours })),
  });
}

/** The names that the flows' own metadata gives to prompts, by id. */
export function promptNames(flows: readonly Flow[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const flow of flows) {
    const nameOf = namesInMetadata(flow);
    for (const [id] of JSON.stringify(flow.Actions).matchAll(/[^"]*\/prompt\/[^"]*/g)) {
      names.set(idOf(id), nameOf(id) ?? idOf(id));
    }
  }
  return names;
}
