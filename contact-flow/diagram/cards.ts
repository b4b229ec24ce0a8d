import { blockName, speaks } from "../catalog";
import { type Exit, exitsOf } from "../exits";
import type { Action, Flow } from "../flow";
import { type NameOf, namesInMetadata, summaryOf } from "../summary";

/** What a block is for; it gives the card its colour. */
export type Tone = "speak" | "set" | "branch" | "move" | "end";

/** A block of the picture. */
export interface Card {
  readonly action: Action;
  /** The console's name of the block. */
  readonly block: string;
  /** The author's name for it, where it has one. */
  readonly name: string | undefined;
  readonly lines: readonly string[];
  readonly exits: readonly Exit[];
  readonly tone: Tone;
  readonly height: number;
}

/** Measures of a card, in pixels. */
export const CARD = { width: 252, header: 30, name: 18, line: 16, exit: 20, padding: 10 } as const;

const CHARACTERS_A_LINE = 37;
/** A prompt of the usual length is shown in full: the picture tells what callers hear. */
const MAX_LINES = 7;

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

/** Breaks a text into lines between words; a word that is too long is cut. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .split(/[ \n\t]+/)
    .flatMap((long) => long.match(new RegExp(`.{1,${CHARACTERS_A_LINE}}`, "gu")) ?? [])) {
    if (line !== "" && line.length + 1 + word.length > CHARACTERS_A_LINE) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** A line with room for the sign that it was cut: without its last word where it is full. */
const cut = (line: string): string =>
  line.length <= CHARACTERS_A_LINE - 2 ? line : line.replace(/\s*\S+$/, "") || line.slice(0, -2);

/** The lines of a card: each thing gets its first line, what room is left goes to the first things. */
function abridge(summary: readonly string[]): readonly string[] {
  const things = summary.slice(0, MAX_LINES);
  let room = MAX_LINES - things.length;
  return things.flatMap((text) => {
    const lines = wrap(text);
    const shown = Math.min(lines.length, 1 + room);
    room -= shown - 1;
    const last = lines[shown - 1] ?? "";
    return lines.length > shown ? [...lines.slice(0, shown - 1), `${cut(last)} …`] : lines;
  });
}

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
    const body = (name === undefined ? 0 : CARD.name) + lines.length * CARD.line;
    return {
      action,
      block,
      name,
      lines,
      exits,
      tone: toneOf(action),
      height:
        CARD.header +
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
