import { isObject } from "../../../values.ts";
import { all, type FlowChange } from "./changes.ts";
import { ANY_WAY, type Block, type Flow, flowIn, NO_FLOW, reached } from "./graph.ts";

const ATTRIBUTE = /^\$\.Attributes\.(.+)$/;

/**
 * Attributes that are now set before a flow checks them, and weren't before: a callback, for example, would
 * be refused before it is offered. An attribute that no flow checked until now decides nothing yet.
 */
export function presets({ before, after, context }: FlowChange): readonly string[] {
  if (context.firstApply) return [];
  const flows = context.resources.flatMap(({ before: was }) => flowIn(was?.content) ?? NO_FLOW);
  const asked = new Set(flows.flatMap(({ blocks }) => [...blocks.values()].flatMap(askedBy)));
  const old = presetIn(before).map(inWords);
  const added = presetIn(after).filter(([name]) => asked.has(name));
  return [...new Set(added.map(inWords).filter((each) => !old.includes(each)))];
}

type Attribute = readonly [name: string, value: unknown];

const inWords = ([name, value]: Attribute): string => `${name} to ${JSON.stringify(value)}`;

/** The attributes that a flow sets before it checks them. */
function presetIn(flow: Flow): readonly Attribute[] {
  const set = all(flow).flatMap(setBy);
  return set.filter(([name, value]) => {
    const asks = (block: Block) => askedBy(block).includes(name);
    const early = [...reached(flow, [flow.start], ANY_WAY, asks)].flatMap(setBy);
    return early.some((each) => each[0] === name && each[1] === value);
  });
}

function setBy({ type, parameters: { Attributes: attributes } }: Block): readonly Attribute[] {
  return type === "UpdateContactAttributes" && isObject(attributes)
    ? Object.entries(attributes)
    : [];
}

function askedBy({ type, parameters }: Block): readonly string[] {
  const [, name] = ATTRIBUTE.exec(String(parameters.ComparisonValue)) ?? [];
  return type === "Compare" && name !== undefined ? [name] : [];
}
