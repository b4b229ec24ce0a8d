/**
 * The letters of a telephone's keys (ITU-T E.161, figure 2), and how the engine packs text into an integer.
 *
 * A character is three bits: 0 is the digit itself, then the key's letters from 4 (its first letter) downwards. So a
 * larger code is the earlier text in the alphabet and any letter beats its bare digit, which is also how equal scores are ordered.
 * Seven characters fit in the low 21 bits of an integer; the score sits above them.
 */
export const KEY_LETTERS = ["", "", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

/** Bits that one key takes where a text's keys are one integer. */
export const BITS_PER_KEY = 4;

/** How many characters of a phone number the engine turns into letters. */
export const SUFFIX_LENGTH = 7;

/** Bits that one character takes in a packed text. */
export const BITS_PER_CHARACTER = 3;

/** Bits that the seven characters take; a score is shifted left by as many. */
export const CODE_BITS = SUFFIX_LENGTH * BITS_PER_CHARACTER;

/** Selects the seven characters of a packed number. */
export const CODE_MASK = (1 << CODE_BITS) - 1;

const digitOf = new Map<string, number>();
const codeOf = new Map<string, number>();

/** Character codes by `digit << 3 | code`: what the fast path reads to write a result. */
export const CHARACTERS = new Uint16Array(10 << BITS_PER_CHARACTER);

KEY_LETTERS.forEach((letters, digit) => {
  Array.from(`${digit}${letters}`).forEach((character, index) => {
    const code = index === 0 ? 0 : 5 - index;
    digitOf.set(character, digit);
    codeOf.set(character, code);
    CHARACTERS[(digit << BITS_PER_CHARACTER) | code] = character.charCodeAt(0);
  });
});

/**
 * The digits that dial a text.
 * @param text A–Z and 0–9
 * @throws Error if a character is on no key
 */
export function dial(text: string): string {
  return Array.from(text, (character) => {
    const key = digitOf.get(character);
    if (key === undefined) throw new Error(`text must be A-Z and 0-9, got ${JSON.stringify(text)}`);
    return key;
  }).join("");
}

/** The key of a character A–Z or 0–9, and its code, by `charCodeAt`: what compares a company's name with digits. */
export const KEY_OF = new Uint8Array(128);
export const CODE_OF = new Uint8Array(128);
for (const [character, key] of digitOf) {
  KEY_OF[character.charCodeAt(0)] = key;
  CODE_OF[character.charCodeAt(0)] = codeOf.get(character) ?? 0;
}

/**
 * A text packed, its last character in the lowest bits.
 * @param text A–Z and 0–9, at most seven characters
 */
export function pack(text: string): number {
  let packed = 0;
  for (let at = 0; at < text.length; at++)
    packed = (packed << BITS_PER_CHARACTER) | (CODE_OF[text.charCodeAt(at) & 127] ?? 0);
  return packed;
}
