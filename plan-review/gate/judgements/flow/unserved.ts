import { servedIn } from "../routing.ts";
import { all, type FlowChange } from "./changes.ts";
import type { Flow } from "./graph.ts";
import { referencesIn } from "./references.ts";

/** Queues to which the flow now leads callers, and whose calls nobody gets, or far too late. */
export function unserved({ before, after, context }: FlowChange): readonly string[] {
  if (context.firstApply) return [];
  const isServed = servedIn(context);
  const led = (flow: Flow) =>
    referencesIn(
      all(flow).filter(({ type }) => LEADING.includes(type)),
      context,
    ).map(({ thing }) => thing);
  const old = led(before);
  return [...new Set(led(after))].filter((queue) => !old.includes(queue) && !isServed(queue));
}

const LEADING = ["CreateCallbackContact", "UpdateContactTargetQueue"];
