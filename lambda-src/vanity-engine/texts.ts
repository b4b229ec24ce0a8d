/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { partsOf } from "./cut";
import { BITS_PER_CHARACTER, CHARACTERS, SUFFIX_LENGTH } from "./keypad";
import { digits } from "./pieces";

const HYPHEN = "-".charCodeAt(0);

/** Where a number that has no group of its own is parted: `98K-6970`. */
const USUAL = 1 << 3;

/** The most hyphens: one before each character but the first. */
const MOST_CHARACTERS = 2 * SUFFIX_LENGTH - 1;

/** The character of a way at a place. */
const characterAt = (way: number, place: number): number =>
  CHARACTERS[
    (digits[place]! << BITS_PER_CHARACTER) |
      ((way >>> (BITS_PER_CHARACTER * (SUFFIX_LENGTH - 1 - place))) & 7)
  ]!;

/**
 * A way to write the digits last read: its seven characters. One call with all of them is four times as fast as a loop, or a buffer.
 * @param way as the search found it
 */
export const lettersOf = (way: number): string =>
  String.fromCharCode(
    characterAt(way, 0),
    characterAt(way, 1),
    characterAt(way, 2),
    characterAt(way, 3),
    characterAt(way, 4),
    characterAt(way, 5),
    characterAt(way, 6),
  );

/** Characters under way: several texts are made as one, and cut apart. */
let text = Buffer.alloc(256);

/** Where each of them ends. */
const ends: number[] = [];

/** Writes a way as people read it from a place on; returns the place behind it. */
function writeGroups(at: number, way: number, cut: number): number {
  const parts = partsOf(cut) === 0 ? USUAL : partsOf(cut) & ~1;
  for (let place = 0; place < SUFFIX_LENGTH; place++) {
    if ((parts & (1 << place)) !== 0) text[at++] = HYPHEN;
    text[at++] = characterAt(way, place);
  }
  return at;
}

/**
 * A way to write the digits last read as people read it: `98-JOYS-0`; where no piece stands alone, the usual `98K-6970`.
 * @param way as the search found it
 * @param cut how it is cut
 */
export const groupsOf = (way: number, cut: number): string =>
  text.toString("latin1", 0, writeGroups(0, way, cut));

/**
 * Several ways as people read them, each with what stands before it.
 * @param beginning ASCII, `1-302-`
 * @param ways as the search found them, and their `cuts`
 * @param count how many of them
 */
export function numbersOf(
  beginning: string,
  ways: Int32Array,
  cuts: Int32Array,
  count: number,
): string[] {
  const most = count * (beginning.length + MOST_CHARACTERS);
  if (most > text.length) text = Buffer.alloc(most);
  for (let rank = 0, at = 0; rank < count; rank++) {
    for (let n = 0; n < beginning.length; n++) text[at++] = beginning.charCodeAt(n);
    at = writeGroups(at, ways[rank]!, cuts[rank]!);
    ends[rank] = at;
  }
  if (count === 0) return [];
  const all = text.toString("latin1", 0, ends[count - 1]);
  const numbers = new Array<string>(count);
  for (let rank = 0, at = 0; rank < count; rank++) {
    numbers[rank] = all.substring(at, ends[rank]);
    at = ends[rank]!;
  }
  return numbers;
}
