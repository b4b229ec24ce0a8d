import { diffFlows, diffText } from "../../contact-flow/diff";
import { flowFile } from "./files";

/** What `flows diff` may be told. */
export interface DiffOptions {
  readonly json?: true;
}

/** Prints what is different in the later of two versions of a flow. */
export function diff(
  before: string,
  after: string,
  { json }: DiffOptions,
  print: (text: string) => void,
): void {
  const changes = diffFlows(flowFile(before).flow, flowFile(after).flow);
  if (json === true) {
    print(JSON.stringify(changes, undefined, 2));
    return;
  }
  print(changes.length === 0 ? "the two versions do the same" : diffText(changes));
}
