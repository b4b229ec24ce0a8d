/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { BITS_PER_CHARACTER, CHARACTERS } from "./keypad";
import { digits } from "./pieces";

/**
 * The texts of some ways to write the digits last read.
 * @param ways as the search found them
 * @param count how many of them, from the first
 */
export function writeTexts(ways: Int32Array, count: number): string[] {
  const key = (at: number): number => digits[at]! << BITS_PER_CHARACTER;
  const [a, b, c, d, e, f, g] = [key(0), key(1), key(2), key(3), key(4), key(5), key(6)];
  const texts = new Array<string>(count);
  for (let rank = 0; rank < count; rank++) {
    const way = ways[rank]!;
    texts[rank] = String.fromCharCode(
      CHARACTERS[a | ((way >>> 18) & 7)]!,
      CHARACTERS[b | ((way >>> 15) & 7)]!,
      CHARACTERS[c | ((way >>> 12) & 7)]!,
      CHARACTERS[d | ((way >>> 9) & 7)]!,
      CHARACTERS[e | ((way >>> 6) & 7)]!,
      CHARACTERS[f | ((way >>> 3) & 7)]!,
      CHARACTERS[g | (way & 7)]!,
    );
  }
  return texts;
}
