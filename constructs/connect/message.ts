import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ConnectContactFlowModule } from "@cdktf/provider-aws/lib/connect-contact-flow-module";
import { Construct } from "constructs";

import { DAYS } from "../../contact-flow/hours";
import { renderTemplate, type TemplateValues } from "../../contact-flow/template";
import type {
  ContactCenterValue,
  HoursOfOperationValue,
  MessageValue,
} from "../value/contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";
import { terraformText } from "../terraform/terraform-text";

const TEMPLATE = "message.json";
const FILE = join(__dirname, "..", "..", "flow-templates", TEMPLATE);

/** Properties of a {@link MessageModule}. */
export interface MessageModuleProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: MessageValue;
}

/**
 * The flow module that speaks the message. Terraform creates it without a text and ignores its content
 * afterwards: `npm run message` writes it.
 */
export class MessageModule extends Construct {
  /** Its ARN, known after the apply. */
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

/** The values for a flow's blocks that speak the message; without a message these blocks are left out. */
export const messageValues = (message: MessageValue | undefined): TemplateValues => ({
  message: message === undefined ? [] : [{ name: message.name }],
});

/**
 * The schedule that decides whether the message is spoken. It is always open, which means no message. `npm
 * run message` closes it with an override that has an end, so Amazon Connect stops the message by itself.
 */
export const messageHours = ({ name, timeZone }: MessageValue): HoursOfOperationValue => ({
  name,
  description: "Closed while callers hear the message; npm run message closes it",
  timeZone,
  open: [{ days: DAYS, from: "00:00", to: "24:00" }],
});

/** All schedules of a center: those of its value, and that of the message. */
export function schedulesOf({
  hoursOfOperation,
  message,
}: Pick<ContactCenterValue, "hoursOfOperation" | "message">): readonly HoursOfOperationValue[] {
  return [...hoursOfOperation, ...(message === undefined ? [] : [messageHours(message)])];
}
