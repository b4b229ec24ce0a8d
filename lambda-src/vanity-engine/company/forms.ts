/**
 * A text without its vowels, except a first one: GLOBAL is GLBL.
 * @param text A–Z and 0–9
 */
export function skeleton(text: string): string {
  return text.slice(0, 1) + text.slice(1).replace(/[AEIOU]/g, "");
}

const RESPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/IGHT/g, "ITE"],
  [/PH/g, "F"],
  [/CK/g, "K"],
  [/QU/g, "KW"],
  [/S$/, "Z"],
  [/X/g, "KS"],
  [/C(?=[EIY])/g, "S"],
  [/C(?!H)/g, "K"],
  [/OO/g, "U"],
  [/([A-Z])\1/g, "$1"],
];

/**
 * A text as it sounds, in the spelling of advertisements: QUICK is KWIK, KIDS is KIDZ, FEDEX is FEDEKS.
 * @param text A–Z and 0–9
 */
export function phonetic(text: string): string {
  return RESPELLINGS.reduce((spelled, [sound, letters]) => spelled.replace(sound, letters), text);
}
