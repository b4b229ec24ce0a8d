import { diffFlows, type Change } from "../../contact-flow/diff";
import type { Flow } from "../../contact-flow/flow";
import type { NameOf } from "../../contact-flow/summary";
import { type Block, Configuration } from "../docs/configuration";
import { flowsOf } from "../docs/flows";

/** One version of a flow as it is deployed, and how to name what it refers to. */
export interface Version {
  readonly flow: Flow;
  readonly nameOf: NameOf;
}

/** A flow that differs between two syntheses, in one or more environments alike. */
export interface FlowChange {
  readonly name: string;
  readonly stacks: readonly string[];
  /** Undefined for a flow that is new. */
  readonly before?: Version;
  /** Undefined for a flow that goes. */
  readonly after?: Version;
  /** Block by block; empty for a flow that is new or goes. */
  readonly changes: readonly Change[];
}

/** Synthesized stacks by name: what stands in each one's cdk.tf.json. */
export type Stacks = ReadonlyMap<string, Block>;

/**
 * Compares the flows of two syntheses, as they are deployed: templates with the values of their day.
 *
 * @returns A flow that differs in the same way in several stacks once, with their names.
 */
export function compareFlows(before: Stacks, after: Stacks): readonly FlowChange[] {
  const found = new Map<string, FlowChange>();
  for (const stack of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [versionsOf(before.get(stack)), versionsOf(after.get(stack))];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const change = compare(name, stack, old.get(name), now.get(name));
      if (change === undefined) continue;
      const key = JSON.stringify([name, change.before?.flow, change.after?.flow]);
      const stacks = [...(found.get(key)?.stacks ?? []), stack];
      found.set(key, { ...change, stacks });
    }
  }
  return [...found.values()];
}

function compare(
  name: string,
  stack: string,
  before: Version | undefined,
  after: Version | undefined,
): FlowChange | undefined {
  const change = { name, stacks: [stack], ...(before && { before }), ...(after && { after }) };
  if (before === undefined || after === undefined) return { ...change, changes: [] };
  const changes = diffFlows(before.flow, after.flow);
  return changes.length === 0 ? undefined : { ...change, changes };
}

function versionsOf(json: Block | undefined): ReadonlyMap<string, Version> {
  if (json === undefined) return new Map();
  const configuration = new Configuration(json);
  const nameOf: NameOf = (reference) => configuration.nameBehind(reference);
  return new Map(flowsOf(configuration).map(({ name, flow }) => [name, { flow, nameOf }]));
}
