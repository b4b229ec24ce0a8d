import { blockName, speaks } from "../catalog";
import { type Exit, exitsOf } from "../exits";
import type { Action, Flow } from "../flow";
import { type NameOf, namesInMetadata, summaryOf } from "../summary";
import { visible } from "../visible";
import { cut, type Font, wrap } from "./text-width";

/** What a block is for; it gives the card its colour. */
export type Tone = "speak" | "set" | "branch" | "move" | "end";

/** A block of the picture. */
export interface Card {
  readonly action: Action;
  /** The console's name of the block. */
  readonly block: string;
  /** The author's name for it, where it has one. */
  readonly name: string | undefined;
  /** Both, and what the block does, in lines that have room in the card. */
  readonly blockLines: readonly string[];
  readonly nameLines: readonly string[];
  readonly lines: readonly string[];
  readonly exits: readonly Exit[];
  readonly tone: Tone;
  readonly height: number;
}

/** Measures of a card, in pixels. */
export const CARD = {
  width: 252,
  header: 30,
  block: 15,
  name: 16,
  line: 16,
  exit: 20,
  padding: 10,
} as const;
const INSIDE = CARD.width - 28;

/** The texts of a card, as style.ts has them. */
const FONTS = {
  block: { weight: "bold", size: 12.5 },
  name: { weight: "bold", size: 12 },
  line: { weight: "regular", size: 12 },
  exit: { weight: "regular", size: 11.5 },
} as const satisfies Record<string, Font>;

/** A prompt of the usual length is shown in full: the picture tells what callers hear. */
const MAX_LINES = 8;

const BRANCHING = /^(Check|Compare|Distribute|Loop|Wait)/;
const MOVING = /^(Transfer|Dequeue|CreateCallback|InvokeFlowModule|CreateTask)/;
const OPAQUE = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

function toneOf(action: Action): Tone {
  const { Type, Transitions } = action;
  if (speaks(action)) {
    return "speak";
  }
  if (MOVING.test(Type)) {
    return "move";
  }
  if (BRANCHING.test(Type)) {
    return "branch";
  }
  return Object.keys(Transitions).length === 0 ? "end" : "set";
}

const linesOf = (text: string, font: Font): string[] => wrap(visible(text), font, INSIDE);

/** The lines of a card: each thing gets its first line, what room is left goes to the first things. */
function abridge(summary: readonly string[]): readonly string[] {
  const things = summary.slice(0, MAX_LINES);
  let room = MAX_LINES - things.length;
  return things.flatMap((text) => {
    // A prompt may have lines of its own.
    const lines = linesOf(text.replace(/[\n\t ]+/g, " "), FONTS.line);
    const shown = Math.min(lines.length, 1 + room);
    room -= shown - 1;
    if (lines.length === shown) return lines;
    const rest = lines.slice(shown - 1).join(" ");
    return [...lines.slice(0, shown - 1), cut(rest, FONTS.line, INSIDE)];
  });
}

/** What stands beside an exit's port. */
export const exitLabel = ({ label }: Exit): string => cut(visible(label), FONTS.exit, INSIDE);

/** How high a card's coloured head is. */
export const headerOf = ({ blockLines }: Pick<Card, "blockLines">): number =>
  CARD.header + (blockLines.length - 1) * CARD.block;

/** The cards of a flow, in its own order. */
export function cardsOf(flow: Flow, nameOf?: NameOf): readonly Card[] {
  const known = namesInMetadata(flow);
  const named: NameOf = (reference) => nameOf?.(reference) ?? known(reference);
  return flow.Actions.map((action) => {
    const block = blockName(action);
    const id = action.Identifier;
    const name = OPAQUE.test(id) || id === block ? undefined : id;
    const lines = abridge(summaryOf(action, named));
    const exits = exitsOf(action);
    const rows = exits.filter((exit) => !isMainWay(exit)).length;
    const blockLines = linesOf(block, FONTS.block);
    const nameLines = name === undefined ? [] : linesOf(name, FONTS.name);
    const body = nameLines.length * CARD.name + lines.length * CARD.line;
    return {
      action,
      block,
      name,
      blockLines,
      nameLines,
      lines,
      exits,
      tone: toneOf(action),
      height:
        headerOf({ blockLines }) +
        (body === 0 ? 0 : body + CARD.padding) +
        (rows > 0 ? rows * CARD.exit + 6 : 0),
    };
  });
}

/** The way on needs no row of its own: it leaves from the head, in line with the way in. */
export const isMainWay = ({ kind }: Exit): boolean => kind === "next";

/** Where the exit's port lies on the card's right edge, from the top. */
export function exitY({ exits, height }: Card, exit: Exit): number {
  if (isMainWay(exit)) {
    return CARD.header / 2;
  }
  const rows = exits.filter((other) => !isMainWay(other));
  return height - 6 - (rows.length - rows.indexOf(exit) - 0.5) * CARD.exit;
}
