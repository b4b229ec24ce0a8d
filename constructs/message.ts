import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ConnectContactFlowModule } from "@cdktf/provider-aws/lib/connect-contact-flow-module";
import { Construct } from "constructs";

import { DAYS } from "../contact-flow/hours";
import { renderTemplate, type TemplateValues } from "../contact-flow/template";
import type {
  ContactCenterValue,
  HoursOfOperationValue,
  MessageValue,
} from "./contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "./lifecycle";
import { terraformText } from "./terraform-text";

const TEMPLATE = "message.json";
const FILE = join(__dirname, "..", "flow-templates", TEMPLATE);

/** Properties of a {@link MessageModule}. */
export interface MessageModuleProps {
  readonly instance: Instance;
  readonly value: MessageValue;
}

/**
 * The flow module that speaks the message. Terraform makes it without a text and never looks at its
 * content again: `npm run message` writes it.
 */
export class MessageModule extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, { instance, value }: MessageModuleProps) {
    super(scope, id);
    const module = new ConnectContactFlowModule(this, "Resource", {
      instanceId: instance.instanceId,
      name: value.name,
      description: "What callers hear before the menu; npm run message writes it",
      content: terraformText(messageContent()),
      lifecycle: { ...DELETED_AFTER_DEPENDENTS, ignoreChanges: ["content"] },
    });
    this.arn = module.arn;
  }
}

/**
 * The content of the module.
 *
 * @param text - What it says.
 * @default - nothing: it returns at once
 */
export function messageContent(text?: string): string {
  return renderTemplate(readFileSync(FILE, "utf8"), {
    file: `flow-templates/${TEMPLATE}`,
    values: { message: text === undefined ? [] : [{ text }] },
    resources: {},
  });
}

/** What a flow's blocks for the message are told; without a message they are left out. */
export const messageValues = (message: MessageValue | undefined): TemplateValues => ({
  message: message === undefined ? [] : [{ name: message.name }],
});

/**
 * The schedule that says how long the message is spoken: always open, which means no message. `npm run
 * message` closes it by an override that ends by itself, and Amazon Connect looks at the clock.
 */
export const messageHours = ({ name, timeZone }: MessageValue): HoursOfOperationValue => ({
  name,
  description: "Closed while callers hear the message; npm run message closes it",
  timeZone,
  open: [{ days: DAYS, from: "00:00", to: "24:00" }],
});

/** All schedules that a center has: its own, and that of the message. */
export function schedulesOf({
  hoursOfOperation,
  message,
}: Pick<ContactCenterValue, "hoursOfOperation" | "message">): readonly HoursOfOperationValue[] {
  return [...hoursOfOperation, ...(message === undefined ? [] : [messageHours(message)])];
}
