/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { EVERY_PAIR, isDialled, type DialledPairs } from "../dialled-pairs";
import {
  BITS_PER_CHARACTER,
  BITS_PER_KEY,
  CHARACTERS,
  CODE_OF,
  dial,
  KEY_OF,
  pack,
  SUFFIX_LENGTH,
} from "../keypad";
import { CELLS_A_TEXT, END_ONLY_TEXT, TEXT_CLASS_SHIFT, TEXT_LENGTH_MASK } from "../pieces";
import { kindOf, POINTS_TABLE, weightClass, type SourceKind } from "../weights";

/** A text made from a company's name that may become a piece of its vanity number. */
export interface CompanyPart {
  /** A–Z and 0–9, one to seven characters. */
  readonly text: string;
  readonly kind: SourceKind;
  /** What the text stands for: the whole name or word, of which it may be a part or another spelling. */
  readonly of: string;
  /** The text is the beginning of `of`, so it only makes sense where the number ends. */
  readonly endOnly: boolean;
}

/** Characters side by side, of which a stretch is a text. */
interface Source {
  text(from: number, to: number): string;
}

/** Room for the parts of most names. */
const USUAL_PARTS = 64;

/** The bits of a text's third cell that tell it from others of the same characters: its length, and whether it only ends numbers. */
const SAME = TEXT_LENGTH_MASK | END_ONLY_TEXT;

/** Parts of a company's name, each text once, ready to be compared with digits: see `FewTexts`. */
export class PartList {
  public cells = new Int32Array(USUAL_PARTS * CELLS_A_TEXT);
  public count = 0;
  /** What each part stands for: a stretch of a reading, or of none the part itself. */
  private readonly sources: (Source | undefined)[] = [];
  private readonly stretches: number[] = [];

  private pairs: DialledPairs = EVERY_PAIR;

  /**
   * Forgets all parts, and takes new ones.
   * @param pairs of keys that the digits have: a text with another one is ignored
   */
  public begin(pairs: DialledPairs): void {
    this.count = 0;
    this.pairs = pairs;
  }

  /**
   * Offers a text; of equal ones the one that is worth most stays.
   * @param weightClass of its kind
   * @param characters where it lies, from `start` on
   * @param length how many characters are shown; ignored if more than seven
   * @param source where the text that it stands for lies, from `from` to before `to`; the part itself, if undefined
   * @param endOnly whether it only makes sense where the number ends
   */
  public offer(
    weightClass: number,
    characters: Uint8Array,
    start: number,
    length: number,
    source: Source | undefined,
    from: number,
    to: number,
    endOnly = false,
  ): void {
    if (length > SUFFIX_LENGTH) return;
    let keys = 0;
    let codes = 0;
    for (let at = start; at < start + length; at++) {
      if (at > start && !isDialled(this.pairs, characters, at - 1)) return;
      keys = (keys << BITS_PER_KEY) | KEY_OF[characters[at]!]!;
      codes = (codes << BITS_PER_CHARACTER) | CODE_OF[characters[at]!]!;
    }
    const traits = (weightClass << TEXT_CLASS_SHIFT) | (endOnly ? END_ONLY_TEXT : 0) | length;
    const place = this.placeOf(keys, codes, traits);
    if (place === this.count) this.count++;
    else if (pointsOf(traits) <= pointsOf(this.cells[place * CELLS_A_TEXT + 2]!)) return;
    if (this.count * CELLS_A_TEXT > this.cells.length) this.grow();
    const cell = place * CELLS_A_TEXT;
    this.cells[cell] = keys;
    this.cells[cell + 1] = codes;
    this.cells[cell + 2] = traits;
    this.sources[place] = source;
    this.stretches[place] = (from << 8) | to;
  }

  /**
   * What a part stands for.
   * @param text A–Z and 0–9, as it is shown
   * @param kind of the part
   * @returns undefined if there is no such part
   */
  public wholeOf(text: string, kind: SourceKind): string | undefined {
    const keys = parseInt(dial(text), 16);
    const codes = pack(text);
    for (const isEndOnly of [0, END_ONLY_TEXT]) {
      const traits = (weightClass(kind) << TEXT_CLASS_SHIFT) | isEndOnly | text.length;
      const place = this.placeOf(keys, codes, traits);
      if (place < this.count && this.cells[place * CELLS_A_TEXT + 2] === traits)
        return this.wholeAt(place) ?? text;
    }
    return undefined;
  }

  /** The parts as objects: the slow view, for tests. */
  public *[Symbol.iterator](): Generator<CompanyPart> {
    for (let place = 0; place < this.count; place++) {
      const cell = place * CELLS_A_TEXT;
      const traits = this.cells[cell + 2]!;
      const shown = textOf(this.cells[cell]!, this.cells[cell + 1]!, traits & TEXT_LENGTH_MASK);
      yield {
        text: shown,
        kind: kindOf((traits >>> TEXT_CLASS_SHIFT) & 0xff),
        of: this.wholeAt(place) ?? shown,
        endOnly: (traits & END_ONLY_TEXT) !== 0,
      };
    }
  }

  private wholeAt(place: number): string | undefined {
    const stretch = this.stretches[place]!;
    return this.sources[place]?.text(stretch >> 8, stretch & 0xff);
  }

  /** The place of an equal text, or the next free one. */
  private placeOf(keys: number, codes: number, traits: number): number {
    const { cells, count } = this;
    for (let place = 0; place < count; place++) {
      const cell = place * CELLS_A_TEXT;
      if (cells[cell + 1]! !== codes || cells[cell]! !== keys) continue;
      if (((cells[cell + 2]! ^ traits) & SAME) === 0) return place;
    }
    return count;
  }

  private grow(): void {
    const { cells } = this;
    this.cells = new Int32Array(2 * cells.length);
    this.cells.set(cells);
  }
}

/** What a text is worth, by its class and length. */
const pointsOf = (traits: number): number =>
  POINTS_TABLE[
    (((traits >>> TEXT_CLASS_SHIFT) & 0xff) << BITS_PER_CHARACTER) | (traits & TEXT_LENGTH_MASK)
  ]!;

/** A text's characters again. */
function textOf(keys: number, codes: number, length: number): string {
  let text = "";
  for (let at = length - 1; at >= 0; at--) {
    const key = (keys >>> (BITS_PER_KEY * at)) & 15;
    const code = (codes >>> (BITS_PER_CHARACTER * at)) & 7;
    text += String.fromCharCode(CHARACTERS[(key << BITS_PER_CHARACTER) | code]!);
  }
  return text;
}
