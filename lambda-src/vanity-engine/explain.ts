import type { Company } from "./company/company";
import { BITS_PER_CHARACTER, CODE_MASK, dial, KEY_LETTERS, pack } from "./keypad";
import type { FoundPiece } from "./pieces";
import { cut, type Segment } from "./segments";
import { childOf, CLASS_SHIFT, END_ONLY, entriesAt, type Trie } from "./trie";
import { kindOf, STRONG_STEM, type PieceKind } from "./weights";

/** A stretch of a vanity number that counts as one: its characters, what they are, and their points. */
export interface Piece {
  readonly text: string;
  readonly kind: PieceKind;
  readonly points: number;
}

const MEANINGS: Record<PieceKind, (piece: Piece, of: string) => string> = {
  "company-name": () => "the whole company name",
  "company-plural": (_, of) => `${of} with an S`,
  "company-word": () => "from the company name, word for word",
  "company-initials": () => "the company's initials",
  "company-overdial": (_, of) => `${of} of the company name, whose last letters fall off the end`,
  "company-prefix": (_, of) => `the beginning of ${of}`,
  "company-skeleton": (_, of) => `${of} without its vowels`,
  "company-phonetic": (_, of) => `${of} as it sounds`,
  word: () => "a common word",
  overdial: (_, of) => `${of}, whose last letter falls off the end`,
  "digit-word": () => "reads as words",
  "digit-run": () => "digits that read well",
  phrase: () => "words that are said together",
  opener: () => "said before a name",
  closer: () => "said at the end",
  "negative-word": () => "a word",
  digits: () => "digits as they are",
  "seeded-letter": () => "a letter by chance",
};

const isWord = (kind: PieceKind): boolean => kind === "word" || kind === "negative-word";

/** The commonest word that a text is the beginning of, all but one letter. */
function overdialledWord(shown: string, words: Trie): string {
  const node = Array.from(dial(shown)).reduce<number | undefined>(
    (parent, digit) => (parent === undefined ? undefined : childOf(words, parent, Number(digit))),
    0,
  );
  if (node === undefined) return shown;
  const packed = pack(shown);
  const longer = KEY_LETTERS.flatMap((letters, digit) => {
    const child = childOf(words, node, digit);
    if (child === undefined) return [];
    return Array.from(entriesAt(words, child), (entry) => ({
      weight: (entry >>> CLASS_SHIFT) & 0xff,
      endOnly: (entry & END_ONLY) !== 0,
      beginning: (entry & CODE_MASK) >> BITS_PER_CHARACTER,
      word: shown + (letters[4 - (entry & 7)] ?? ""),
    }));
  });
  const candidates = longer
    .filter(({ weight, endOnly }) => weight < STRONG_STEM && !endOnly && isWord(kindOf(weight)))
    .filter(({ beginning }) => beginning === packed)
    .sort((a, b) => a.weight - b.weight);
  return candidates[0]?.word ?? shown;
}

/** What a piece stands for: the name, word or longer word behind its characters. */
function wholeOf({ text, kind }: Piece, company: Company | undefined, words: Trie): string {
  if (kind === "overdial") return overdialledWord(text, words);
  const part = company?.parts.find(
    (candidate) => candidate.text === text && candidate.kind === kind,
  );
  return part?.of ?? text;
}

/** Neighbouring digits that fit nothing count as one piece. */
function piecesOf(segments: readonly Segment[], letters: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { start, end, kind, points } of segments) {
    const last = pieces.at(-1);
    const text = letters.slice(start, end);
    if (kind === "digits" && last?.kind === "digits")
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ text, kind, points });
  }
  return pieces;
}

/**
 * Explains a way to write the digits last read.
 * @param way as the search found it
 * @param letters its seven characters
 * @param found what `foundPieces` said of the same digits
 * @param words the trie of the words that every company shares
 * @param company whose name it was, if one was given
 * @param seed given if the way holds a letter by chance
 * @returns its pieces, their points together, and one line for a person
 */
export function explain(
  way: number,
  letters: string,
  found: readonly FoundPiece[],
  words: Trie,
  company: Company | undefined,
  seed?: number,
): { score: number; pieces: Piece[]; explanation: string } {
  const pieces = piecesOf(cut(way & CODE_MASK, found, seed), letters);
  const meant = pieces.filter(({ kind }) => kind !== "digits");
  const told = (meant.length === 0 ? pieces : meant).map(
    (piece) => `${piece.text} — ${MEANINGS[piece.kind](piece, wholeOf(piece, company, words))}`,
  );
  const score = pieces.reduce((sum, { points }) => sum + points, 0);
  return { score, pieces, explanation: told.join("; ") };
}
