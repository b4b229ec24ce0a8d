import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import type { LiveFlows } from "../pull/live-flows";
import { type DraftFlows, draftFlows } from "./draft-flows";

/** A draft whose flows all have templates. */
export interface Expressible {
  readonly center: ContactCenterValue;
  readonly templates: DraftFlows["templates"];
  /** What keeps flows out of it, a sentence each. */
  readonly leftOut: readonly string[];
  /** What that changes in other things, a sentence each. */
  readonly open: readonly string[];
}

/**
 * Leaves the flows out that can't be templates: they stay in the instance as they are. Flows that lead to
 * one of these follow, as they would have no name for it; so do quick connects.
 */
export async function expressible(
  drafted: ContactCenterValue,
  live: LiveFlows,
): Promise<Expressible> {
  const leftOut: string[] = [];
  const open: string[] = [];
  let center = drafted;
  for (;;) {
    const { templates, refused } = await draftFlows(center, live);
    if (refused.length === 0) return { center, templates, leftOut, open };
    leftOut.push(...refused.map(({ flow, problem }) => `flow "${flow}": ${problem}`));
    center = without(new Set(refused.map(({ flow }) => flow)), center, open);
  }
}

function without(
  refused: ReadonlySet<string>,
  center: ContactCenterValue,
  open: string[],
): ContactCenterValue {
  for (const flow of refused) {
    open.push(
      `flow "${flow}" is left out: it stays in the instance as it is, and no apply changes it`,
    );
    if (flow === center.phoneNumber.flow) {
      open.push(`phoneNumber.flow names "${flow}": name a flow of the draft`);
    }
  }
  const gone = center.quickConnects.filter((each) => "flow" in each && refused.has(each.flow));
  for (const { name } of gone) {
    open.push(
      `quick connect "${name}" leads through a flow that is left out, and is left out, too: an apply would take it from the queues that have it`,
    );
  }
  const goneNames = new Set(gone.map(({ name }) => name));
  return {
    ...center,
    flows: center.flows.filter(({ name }) => !refused.has(name)),
    quickConnects: center.quickConnects.filter(({ name }) => !goneNames.has(name)),
    queues: center.queues.map((queue) => {
      const quickConnects = queue.quickConnects.filter((name) => !goneNames.has(name));
      if (!refused.has(queue.outboundWhisperFlow)) return { ...queue, quickConnects };
      open.push(
        `queue "${queue.name}" has an outbound whisper flow that is left out: the draft gives it Default outbound, which an apply would set`,
      );
      return { ...queue, quickConnects, outboundWhisperFlow: "Default outbound" };
    }),
  };
}
