/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */

/*
 * A form is another spelling of a stretch of a name's characters. Only its first characters are made, as many as are asked for: two
 * tell whether a number could show it at all, seven are shown.
 */

/** Makes a form of the characters from `from` to before `to`, at most `most` of its own; returns how many it has made. */
export type Form = (
  characters: Uint8Array,
  from: number,
  to: number,
  into: Uint8Array,
  most: number,
) => number;

const VOWELS = new Uint8Array(128);
for (const vowel of "AEIOU") VOWELS[vowel.charCodeAt(0)] = 1;

/** Without its vowels, except a first one: GLOBAL is GLBL. */
export const skeleton: Form = (characters, from, to, into, most) => {
  let count = 0;
  for (let at = from; at < to && count < most; at++) {
    const letter = characters[at]!;
    if (at === from || VOWELS[letter] === 0) into[count++] = letter;
  }
  return count;
};

const NINE = "9".charCodeAt(0);
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A spelling that sounds like other letters: these where the text goes on with those. */
interface Sound {
  readonly spelled: Uint8Array;
  readonly heard: Uint8Array;
  /** It must stand at the text's end. */
  readonly isLast: boolean;
}

const SOUNDS: readonly (readonly [spelled: string, heard: string, isLast?: true])[] = [
  ["IGHT", "ITE"],
  ["PH", "F"],
  ["CK", "K"],
  ["CH", "CH"],
  ["CE", "SE"],
  ["CI", "SI"],
  ["CY", "SY"],
  ["C", "K"],
  ["QU", "KW"],
  ["OO", "U"],
  ["X", "KS"],
  ["S", "Z", true],
];

/** The spellings by their first letter; most letters have none. */
const SOUNDS_OF = new Array<Sound[] | undefined>(128);
for (const [spelled, heard, isLast = false] of SOUNDS)
  (SOUNDS_OF[spelled.charCodeAt(0)] ??= []).push({
    spelled: bytes(spelled),
    heard: bytes(heard),
    isLast,
  });

function startsWith(spelled: Uint8Array, characters: Uint8Array, at: number, to: number): boolean {
  if (at + spelled.length > to) return false;
  for (let n = 1; n < spelled.length; n++) if (spelled[n] !== characters[at + n]) return false;
  return true;
}

/** The spelling at a place that sounds otherwise, if one does. */
function soundAt(characters: Uint8Array, at: number, to: number): Sound | undefined {
  const sounds = SOUNDS_OF[characters[at]!];
  if (sounds !== undefined)
    for (const sound of sounds)
      if (startsWith(sound.spelled, characters, at, to))
        if (!sound.isLast || at + sound.spelled.length === to) return sound;
  return undefined;
}

/** Whether the first two characters of a stretch may sound otherwise than they are spelled. */
export const soundsOtherwise = (characters: Uint8Array, from: number): boolean =>
  characters[from] === characters[from + 1] ||
  SOUNDS_OF[characters[from]!] !== undefined ||
  SOUNDS_OF[characters[from + 1]!] !== undefined;

/** As it sounds, in the spelling of advertisements: QUICK is KWIK, KIDS is KIDZ, FEDEX is FEDEKS; a doubled letter is heard once. */
export const phonetic: Form = (characters, from, to, into, most) => {
  let count = 0;
  for (let at = from; at < to && count < most;) {
    const sound = soundAt(characters, at, to);
    const first = sound?.heard[0] ?? characters[at]!;
    if (count === 0 || first <= NINE || into[count - 1] !== first) into[count++] = first;
    if (sound === undefined) at++;
    else {
      for (let n = 1; n < sound.heard.length && count < most; n++) into[count++] = sound.heard[n]!;
      at += sound.spelled.length;
    }
  }
  return count;
};
