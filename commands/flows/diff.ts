import { diffFlows, diffText, isRenamed } from "../../contact-flow/diff";
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
  const [old, now] = [flowFile(before).flow, flowFile(after).flow];
  const changes = diffFlows(old, now);
  if (json === true) {
    print(JSON.stringify(changes, undefined, 2));
    return;
  }
  const names = isRenamed(old, now) ? ", under other identifiers" : "";
  print(changes.length === 0 ? `the two versions do the same${names}` : diffText(changes));
}
