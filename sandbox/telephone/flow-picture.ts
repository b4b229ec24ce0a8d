import { drawFlow } from "../../contact-flow/diagram";
import { parseFlow } from "../../contact-flow/flow";
import type { Instance } from "../connect/store/store";
import type { Directory } from "./directory";
import { Refusal } from "./refusal";

const pictures = new Map<string, string>();
const KEPT = 50;

/**
 * Draws a flow as it is deployed. A picture takes a while, so that those drawn are kept.
 *
 * @param id - Of the flow or module.
 * @throws Refusal if no instance has such a flow.
 */
export async function flowPicture(directory: Directory, id: string): Promise<string> {
  for (const { instance } of directory.places()) {
    const flow = instance.contactFlows.get(id) ?? instance.contactFlowModules.get(id);
    if (flow?.Content === undefined) continue;
    const title = flow.Name;
    const subtitle = "Type" in flow ? TYPES[flow.Type] : "Module";
    const key = `${title} ${flow.Content}`;
    const known = pictures.get(key);
    if (known !== undefined) return known;
    const picture = await drawFlow(parseFlow(flow.Content), {
      title,
      nameOf: (reference) => nameIn(instance, reference),
      ...(subtitle === undefined ? {} : { subtitle }),
    });
    if (pictures.size >= KEPT) pictures.clear();
    pictures.set(key, picture);
    return picture;
  }
  throw new Refusal(`flow must be the id of a published flow, got ${id}`, 404);
}

/** What the console calls the types of flows. */
const TYPES: Readonly<Record<string, string>> = {
  CONTACT_FLOW: "Inbound flow",
  CUSTOMER_QUEUE: "Customer queue flow",
  CUSTOMER_HOLD: "Customer hold flow",
  CUSTOMER_WHISPER: "Customer whisper flow",
  AGENT_HOLD: "Agent hold flow",
  AGENT_WHISPER: "Agent whisper flow",
  OUTBOUND_WHISPER: "Outbound whisper flow",
  AGENT_TRANSFER: "Transfer to agent flow",
  QUEUE_TRANSFER: "Transfer to queue flow",
};

function nameIn(instance: Instance, reference: string): string | undefined {
  const id = reference.slice(reference.lastIndexOf("/") + 1);
  return (
    instance.queues.get(id) ??
    instance.prompts.get(id) ??
    instance.contactFlows.get(id) ??
    instance.hoursOfOperations.get(id)
  )?.Name;
}
