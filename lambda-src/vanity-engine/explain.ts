import type { Company } from "./company/company";
import { cutPiece, endOf, isCoveredAt } from "./cut";
import { BITS_PER_CHARACTER, CODE_MASK, dial, KEY_LETTERS, pack, SUFFIX_LENGTH } from "./keypad";
import type { OwnWordList } from "./own-words";
import { bitsOf } from "./pieces";
import { chance } from "./search";
import { childOf, CLASS_SHIFT, END_ONLY, entriesAt, type Trie, type Words } from "./trie";
import {
  NEVER_BEGINNING,
  isOfCompany,
  kindOf,
  SEEDED_LETTER_POINTS,
  type PieceKind,
} from "./weights";

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
    .filter(({ weight, endOnly }) => weight < NEVER_BEGINNING && !endOnly && isWord(kindOf(weight)))
    .filter(({ beginning }) => beginning === packed)
    .sort((a, b) => a.weight - b.weight);
  return candidates[0]?.word ?? shown;
}

/** Where an engine's texts come from: the words that every company shares, the company, and the operator's own words. */
export interface Texts {
  readonly words: Words;
  readonly company: Company;
  readonly own: OwnWordList | undefined;
}

/** What a piece stands for: the name, word or longer word behind its characters. */
function wholeOf({ text, kind }: Piece, { words, company, own }: Texts): string {
  if (kind === "overdial") return own?.allowedWord(text) ?? overdialledWord(text, words.cells);
  if (kind === "digits" || kind === "seeded-letter" || !isOfCompany(kind)) return text;
  return company.parts.wholeOf(text, kind) ?? text;
}

/** What the search has found: a way to write the digits last read, how it is cut, and its seven characters. */
export interface FoundWay {
  readonly way: number;
  readonly cut: number;
  readonly letters: string;
}

/** The pieces of a way; neighbouring digits that fit nothing count as one. */
function piecesOf({ way, cut, letters }: FoundWay, seed: number): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < SUFFIX_LENGTH;) {
    const isCovered = isCoveredAt(cut, start);
    const end = isCovered ? endOf(cut, start) : start + 1;
    const text = letters.slice(start, end);
    const last = pieces.at(-1);
    if (isCovered) {
      const { weightClass, points } = cutPiece(way, cut, start, end);
      pieces.push({ text, kind: kindOf(weightClass), points });
    } else if ((way & bitsOf(start, end)) !== 0) {
      const points = SEEDED_LETTER_POINTS + chance(seed, start, pack(text));
      pieces.push({ text, kind: "seeded-letter", points });
    } else if (last?.kind === "digits")
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ text, kind: "digits", points: 0 });
    start = end;
  }
  return pieces;
}

/**
 * Explains a way to write the digits last read.
 * @param found by the search
 * @param texts where its pieces come from
 * @param seed of the letters by chance
 * @returns its pieces, their points together, and one line for a person
 */
export function explain(
  found: FoundWay,
  texts: Texts,
  seed: number,
): { score: number; pieces: Piece[]; explanation: string } {
  const pieces = piecesOf(found, seed);
  const meant = pieces.filter(({ kind }) => kind !== "digits");
  const told = (meant.length === 0 ? pieces : meant).map(
    (piece) => `${piece.text} — ${MEANINGS[piece.kind](piece, wholeOf(piece, texts))}`,
  );
  const score = pieces.reduce((sum, { points }) => sum + points, 0);
  return { score, pieces, explanation: told.join("; ") };
}
