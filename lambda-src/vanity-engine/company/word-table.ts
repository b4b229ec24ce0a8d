/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */

const BITS_PER_LETTER = 6;

/** How many characters fit a small integer, which a map finds at once. */
const HEAD = 5;
const ZERO = "0".charCodeAt(0);

/** Looks a word up that lies among other characters, from `from` to before `to`. */
export type WordTable<Value> = (
  characters: Uint8Array,
  from: number,
  to: number,
) => Value | undefined;

const packed = (characters: Uint8Array, from: number, to: number): number => {
  let head = 0;
  for (let at = from; at < to; at++)
    head = (head << BITS_PER_LETTER) | (characters[at]! - ZERO + 1);
  return head;
};

/**
 * A table of words that finds them without making a string.
 * @param words in capitals, at most 15 letters; no two begin with the same five letters
 */
export function wordTable<Value>(
  words: readonly (readonly [word: string, value: Value])[],
): WordTable<Value> {
  const byHead = new Map<number, { readonly tail: string; readonly value: Value }>();
  /** By first letter: a bit for each length that a word with it has. Most words need no other look. */
  const lengths = new Uint16Array(128);
  for (const [word, value] of words) {
    const head = Uint8Array.from(word.slice(0, HEAD), (letter) => letter.charCodeAt(0));
    byHead.set(packed(head, 0, head.length), { tail: word.slice(HEAD), value });
    lengths[word.charCodeAt(0)]! |= 1 << word.length;
  }
  return (characters, from, to) => {
    if (((lengths[characters[from]!]! >> (to - from)) & 1) === 0) return undefined;
    const found = byHead.get(packed(characters, from, Math.min(to, from + HEAD)));
    if (found === undefined) return undefined;
    const { tail } = found;
    if (tail.length !== Math.max(0, to - from - HEAD)) return undefined;
    for (let at = 0; at < tail.length; at++)
      if (characters[from + HEAD + at] !== tail.charCodeAt(at)) return undefined;
    return found.value;
  };
}
