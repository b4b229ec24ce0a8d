/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { BITS_PER_KEY, KEY_OF } from "./keypad";

/** By two keys, four bits each: whether digits have them side by side. What begins with other two can't be dialled by them. */
export type DialledPairs = Uint8Array;

/** As if digits had none. */
export const noPairs = (): DialledPairs => new Uint8Array(1 << (2 * BITS_PER_KEY));

/** As if digits had them all. */
export const EVERY_PAIR: DialledPairs = noPairs().fill(1);

/**
 * The pair of keys of two characters.
 * @param characters A–Z and 0–9
 * @param at where the first of the two lies
 */
export const pairOf = (characters: Uint8Array, at: number): number =>
  (KEY_OF[characters[at]!]! << BITS_PER_KEY) | KEY_OF[characters[at + 1]!]!;

/** Whether digits with some pairs have the keys of two characters side by side. */
export const isDialled = (pairs: DialledPairs, characters: Uint8Array, at: number): boolean =>
  pairs[pairOf(characters, at)] !== 0;
