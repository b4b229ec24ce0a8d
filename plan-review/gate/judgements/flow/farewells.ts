import { type FlowChange, leaks } from "./changes.ts";
import { type Block, type Exit, type Flow, NO_FAULT, reached } from "./graph.ts";
import { speaks } from "./speech.ts";

/**
 * Ways on which callers are now hung up without a word since the flow last decided where they go, as it never
 * did: a message that they are closed is gone. Who presses a new key has chosen it.
 */
export function abrupt(change: FlowChange): readonly string[] {
  const { before, after, context } = change;
  if (before.blocks.size === 0 || context.firstApply) return [];
  // What no longer leads to anybody is named as that.
  const old = [...waysIn(before).map(inWords), ...leaks(change)];
  const isNewKey = ({ block, exit }: Way) =>
    exit.kind === "condition" &&
    block.type === "GetParticipantInput" &&
    before.blocks.get(block.id)?.exits.every(({ by }) => by !== exit.by) === true;
  return waysIn(after)
    .filter((way) => !isNewKey(way))
    .map(inWords)
    .filter((way) => !old.includes(way));
}

interface Way {
  readonly block: Block;
  readonly exit: Exit;
}

const inWords = ({ block: { id }, exit: { by } }: Way): string => `${id}${by && ` (${by})`}`;

function waysIn(flow: Flow): readonly Way[] {
  const decides = (block: Block) => usualExits(block).length > 1;
  const isOver = (block: Block) => speaks(block) || decides(block);
  return [...reached(flow, [flow.start], NO_FAULT)].filter(decides).flatMap((block) =>
    usualExits(block)
      .filter(({ to }) =>
        [...reached(flow, [to], NO_FAULT, isOver)].some(
          ({ type }) => type === "DisconnectParticipant",
        ),
      )
      .map((exit) => ({ block, exit })),
  );
}

const usualExits = (block: Block): readonly Exit[] =>
  block.exits.filter((exit) => NO_FAULT(block, exit));
