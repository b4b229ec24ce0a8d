import { type Flow, type FlowType, parseFlow } from "../../contact-flow/flow";
import { objectOf } from "../../contact-flow/json";
import { type Configuration, text } from "./configuration";

/** A flow as it is deployed. */
export interface DeployedFlow {
  readonly name: string;
  readonly description: string;
  readonly type: FlowType;
  readonly flow: Flow;
}

/** The flows of the stack; first the one that answers the number. */
export function flowsOf(configuration: Configuration): readonly DeployedFlow[] {
  const answering = text(objectOf(configuration.desired("phoneNumberFlow").flow).name);
  const flows = configuration
    .all("aws_connect_contact_flow")
    .map(({ name, description, type, content }) => ({
      name: text(name),
      description: text(description),
      type: text(type) as FlowType,
      // Terraform reads a doubled sign as the sign itself.
      flow: parseFlow(text(content).replaceAll("$${", "${").replaceAll("%%{", "%{")),
    }));
  return flows.sort((a, b) => Number(b.name === answering) - Number(a.name === answering));
}

/** The console's names of the flow types that a center makes itself. */
const TYPES: Partial<Readonly<Record<FlowType, string>>> = {
  CONTACT_FLOW: "Inbound flow",
  CUSTOMER_QUEUE: "Customer queue flow",
  CUSTOMER_HOLD: "Customer hold flow",
  CUSTOMER_WHISPER: "Customer whisper flow",
  OUTBOUND_WHISPER: "Outbound whisper flow",
  AGENT_HOLD: "Agent hold flow",
  AGENT_WHISPER: "Agent whisper flow",
  AGENT_TRANSFER: "Transfer to agent flow",
  QUEUE_TRANSFER: "Transfer to queue flow",
};

/** What kind of flow it is and what it is for, as a line. */
export const subtitleOf = ({ type, description }: DeployedFlow): string =>
  [TYPES[type] ?? type, description].filter((part) => part !== "").join(" · ");
