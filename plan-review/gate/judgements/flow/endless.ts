import type { Context } from "../../context.ts";
import { all, type FlowChange } from "./changes.ts";
import { type Block, type Flow, flowIn, reached, type Ways } from "./graph.ts";
import { storesInput } from "./input.ts";
import { referencesIn } from "./references.ts";

/**
 * Blocks from which callers now get back to the same block without anything that ends the circle: no key that
 * they press, no loop that counts, nobody who answers. The circle may lead through other flows.
 */
export function endless({ address, before, after, context }: FlowChange): readonly string[] {
  const old = circlesIn(address, before, contentsBefore(context), context);
  const next = circlesIn(address, after, contentsAfter(context), context);
  return next.filter((each) => !old.includes(each));
}

type Contents = ReadonlyMap<string, Flow>;

function circlesIn(
  address: string,
  flow: Flow,
  contents: Contents,
  context: Context,
): readonly string[] {
  const joined = together(new Map([...contents, [address, flow]]), context);
  return all(flow).flatMap(({ id }) => {
    const own = joined.blocks.get(idIn(address, id));
    if (own === undefined) return [];
    return own.exits
      .filter((exit) => UNASKED(own, exit) && reached(joined, [exit.to], UNASKED).has(own))
      .map(({ by }) => `${id}${by && ` (${by})`}`);
  });
}

/** What callers do, or somebody who talks with them: a circle through it ends when they want. */
const BY_PEOPLE: Readonly<Record<string, Ways>> = {
  GetParticipantInput: ({ parameters }, { kind, by }) =>
    kind === "condition" ||
    by === "NoMatchingCondition" ||
    (kind === "next" && storesInput(parameters)),
  // It plays in a queue until somebody answers.
  MessageParticipantIteratively: (_, { kind }) => kind !== "error",
  TransferParticipantToThirdParty: (_, { kind }) => kind !== "error",
  TransferContactToAgent: (_, { kind }) => kind !== "error",
  TransferContactToQueue: (_, { kind }) => kind !== "error",
  // It counts.
  Loop: (_, { by }) => by === "Equals ContinueLooping",
};

/** Exits that are taken whatever people do. */
const UNASKED: Ways = (block, exit) =>
  !(Object.hasOwn(BY_PEOPLE, block.type) && BY_PEOPLE[block.type]?.(block, exit));

const idIn = (address: string, id: string): string => `${address} ${id}`;

/** Flows as one graph, in which a transfer to a flow leads to its first block. */
function together(contents: Contents, context: Context): Flow {
  const blocks = [...contents].flatMap(([address, flow]) =>
    [...flow.blocks.values()].map((block): Block => {
      const exits = block.exits.map((exit) => ({ ...exit, to: idIn(address, exit.to) }));
      const started = block.type === "TransferToFlow" ? startsOf(block, contents, context) : [];
      return { ...block, id: idIn(address, block.id), exits: [...exits, ...started] };
    }),
  );
  return { start: "", blocks: new Map(blocks.map((block) => [block.id, block])) };
}

function startsOf(block: Block, contents: Contents, context: Context) {
  return referencesIn([block], context).flatMap(({ thing }) => {
    const flow = contents.get(thing);
    return flow ? [{ by: "", to: idIn(thing, flow.start), kind: "next" as const }] : [];
  });
}

function contentsBefore({ resources }: Context): Contents {
  return readable(resources.map(({ address, before }) => [address, before?.content]));
}

function contentsAfter(context: Context): Contents {
  const flows = context.resources.filter(({ type }) => type === "aws_connect_contact_flow");
  return readable(flows.map((each) => [each.address, context.text(each, ["content"])]));
}

function readable(contents: readonly (readonly [string, unknown])[]): Contents {
  const flows = contents.map(([address, content]) => [address, flowIn(content)] as const);
  return new Map(flows.flatMap(([address, flow]) => (flow ? [[address, flow] as const] : [])));
}
