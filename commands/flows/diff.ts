import { diffFlows, diffText } from "../../contact-flow/diff";
import { flowFile } from "./files";

/** Prints what is different in the later of two versions of a flow. */
export function diff(before: string, after: string, print: (text: string) => void): void {
  const changes = diffFlows(flowFile(before).flow, flowFile(after).flow);
  print(changes.length === 0 ? "the two versions do the same" : diffText(changes));
}
