import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import type { FlowValue } from "../../constructs/value/contact-center-value";
import { connectHours } from "../../constructs/connect/hours-of-operation";
import { messageContent, schedulesOf } from "../../constructs/connect/message";
import type { HoursOfOperation, HoursOfOperationOverride } from "../../contact-flow/hours";
import { type ContactCenter, createContactCenter } from "../../contact-flow/runtime";
import type { FlowDefinition } from "../../contact-flow/runtime/center";
import { renderTemplate, type TemplateResources } from "../../contact-flow/template";
import { KWGLOBAL } from "../../kwglobal";
import { defaultFlows } from "../../sandbox/connect/fresh-instance/default-flows";

const TEMPLATES = join(__dirname, "..", "..", "flow-templates");

const INSTANCE =
  "arn:aws:connect:us-west-2:123456789012:instance/8f2f7b56-0a7f-4a4b-9c5c-3f5a4f3c0001";

/** An ARN as an instance would give it: the same name gets the same id. */
function arnOf(kind: string, name: string): string {
  const hash = createHash("sha256").update(`${kind} ${name}`).digest("hex");
  const id = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `${INSTANCE}/${kind}/${id.join("-")}`;
}

const resources = (kind: string, names: readonly string[]): TemplateResources => ({
  names,
  idOf: (name) => arnOf(kind, name),
});

/** The music of the queue, which every instance has. */
export const QUEUE_MUSIC = "Music_Pop_ThisAndThatIsLife_Inst.wav";

/** KWGlobal's schedules in the shape of Connect's API. */
export const kwglobalHours: readonly (HoursOfOperation & { id: string })[] = schedulesOf(
  KWGLOBAL,
).map((hours) => ({
  id: arnOf("operating-hours", hours.name),
  ...connectHours(hours),
}));

let rendered: readonly FlowDefinition[] | undefined;

/**
 * KWGlobal's flows, rendered from their templates with the values that are deployed.
 * @throws TemplateError where a template is broken.
 */
export function kwglobalFlows(): readonly FlowDefinition[] {
  rendered ??= KWGLOBAL.flows.map(renderFlow);
  return rendered;
}

/** A flow rendered from its template. @throws TemplateError where the template is broken. */
export const renderFlow = (flow: FlowValue): FlowDefinition => ({
  id: arnOf("contact-flow", flow.name),
  name: flow.name,
  type: flow.type,
  content: renderTemplate(readFileSync(join(TEMPLATES, flow.template), "utf8"), {
    file: `flow-templates/${flow.template}`,
    values: flow.values,
    resources: {
      flow: resources(
        "contact-flow",
        KWGLOBAL.flows.map(({ name }) => name),
      ),
      queue: resources(
        "queue",
        KWGLOBAL.queues.map(({ name }) => name),
      ),
      hours: resources(
        "operating-hours",
        schedulesOf(KWGLOBAL).map(({ name }) => name),
      ),
      module: resources("flow-module", messageNames()),
      prompt: resources("prompt", [QUEUE_MUSIC]),
    },
  }),
});

/** The names of what is there for the message: none where the center has no message. */
const messageNames = (): string[] =>
  KWGLOBAL.message === undefined ? [] : [KWGLOBAL.message.name];

/** A message as `npm run message` leaves it in the instance. */
export interface SwitchedMessage {
  /** The module's content; undefined where the module was deleted. */
  readonly content: string | undefined;
  /** When its schedule is closed, which is when the message is heard. */
  readonly closed: readonly HoursOfOperationOverride[];
}

const OFF: SwitchedMessage = { content: messageContent(), closed: [] };

/**
 * KWGlobal's center, ready for calls that Terraform and AWS take no part in.
 *
 * @param flows - Its own unless given.
 * @param message - Off unless given.
 */
export const kwglobalCenter = (
  flows = kwglobalFlows(),
  { content, closed }: SwitchedMessage = OFF,
): ContactCenter =>
  createContactCenter({
    instanceArn: INSTANCE,
    region: "us-west-2",
    flows: [
      ...flows,
      ...defaultQueueFlow(),
      ...messageNames().flatMap((name): FlowDefinition[] =>
        content === undefined
          ? []
          : [{ id: arnOf("flow-module", name), name, type: "MODULE", content }],
      ),
    ],
    queues: KWGLOBAL.queues.map(({ name, hoursOfOperation }) => ({
      id: arnOf("queue", name),
      name,
      hours: arnOf("operating-hours", hoursOfOperation),
    })),
    hours: kwglobalHours.map((hours) =>
      messageNames().some((name) => hours.id === arnOf("operating-hours", name))
        ? { ...hours, Overrides: closed }
        : hours,
    ),
    dialable: ["+1"],
  });

/** The flow that Amazon Connect plays in a queue if no other could be set. */
function defaultQueueFlow(): FlowDefinition[] {
  return defaultFlows({ prompt: (name) => arnOf("prompt", name), basicQueue: "" })
    .filter(({ type }) => type === "CUSTOMER_QUEUE")
    .map(({ name, content }) => ({
      id: arnOf("contact-flow", name),
      name,
      type: "CUSTOMER_QUEUE",
      content,
    }));
}

/** The flow that is rendered from a template, if it is one of KWGlobal's. */
export function flowOfTemplate(path: string): FlowDefinition | undefined {
  const index = KWGLOBAL.flows.findIndex(
    ({ template }) => join(TEMPLATES, template) === resolve(path),
  );
  return index === -1 ? undefined : kwglobalFlows()[index];
}
