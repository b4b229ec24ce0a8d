import { SUFFIX_LENGTH } from "./keypad";
import type { TrieEntry } from "./trie";
import { AMBIGUOUS_STEM, STRONG_STEM } from "./weights";

/**
 * Stems that no vanity number may show. Kept apart by how they are judged (`guard.ts`); a stem also counts with its O or I
 * dialled as 0 or 1.
 */

/** Refused wherever they occur, the company's own name included, unless it is one of the names below. */
export const STRONG_STEMS =
  "FUCK FUK CUNT SHIT NIGGA NIGGER NIGGR FAGGOT FAGOT PUSSY BITCH BIATCH WHORE SLUT TWAT WANK COCKSUC MOTHERF " +
  "BLOWJOB DILDO PORN JIZZ PENIS VAGINA RAPIST MOLEST KIKE GOOK WETBACK TRANNY HITLER NAZI KKK " +
  "ASSHOLE ASSHOL BASTARD BOLLOCK BUGGER ORGASM NEGRO INCEST CLIT TITTY TITTIE PISS";

/** Refused unless they lie wholly inside an innocent word or a word of the company's name: GRAPE, COCKPIT, CANAL, ESSEX. */
export const AMBIGUOUS_STEMS =
  "RAPE RAPING SPIC PEDO ANAL ANUS ARSE ASS COCK CUM DICK TIT TITS FAG CRAP DAMN SEX DYKE HOMO HOOKER BOOB SUCK CHINK COON JAP " +
  "PRICK TURD PUBE POO POOP PEE SCAT SEMEN SPERM SPUNK NUDE RECTUM SCROTUM VULVA KILL DIE DEAD HELL HATE PAKI WOG " +
  "WOP DAGO GYP RETARD SPAZ LESBO KNOB TOSSER MUFF SHAG HARDON HOE HORNY ORGY PIMP PUBIC QUEER FART";

/**
 * Words that hold a strong stem and offend nobody: a company called so may show them, whole or as much as fits. Drinks and dictionary
 * words, and family and place names as an atlas has them.
 */
const INNOCENT_NAMES =
  "NEGRONI NEGRONIS SWANK SWANKY SWANKS FUKUOKA FUKUDA FUKUI FUKUSHIMA FUKUYAMA PISSARRO ATWATER NAZIR NAZIRA FAGOTTO RIONEGRO";

const innocent = new Set(
  stems(INNOCENT_NAMES).flatMap((name) => [name, name.slice(0, SUFFIX_LENGTH)]),
);

/**
 * Whether a text of a company's name may be shown though it holds a strong stem.
 * @param text A–Z, as it is shown
 */
export const isInnocentName = (text: string): boolean => innocent.has(text);

const strong = new RegExp(STRONG_STEMS.split(" ").join("|"));

/**
 * Whether a text holds a strong stem.
 * @param text A–Z
 */
export const holdsStrongStem = (text: string): boolean => strong.test(text);

/**
 * The stems of a list above.
 * @param list separated by spaces
 */
export function stems(list: string): string[] {
  return list.split(" ");
}

/**
 * Whether a stem's spelling with digits is still read as the word: at least half of it must be letters. P00 is a number.
 * @param spelling A–Z, 0 and 1
 */
export function isRead(spelling: string): boolean {
  return 2 * spelling.replace(/\d/g, "").length >= spelling.length;
}

/**
 * A stem with each of its O and I (or L, which looks like a 1) as a letter or as the digit, if it can still be read.
 * @param stem A–Z and 0–9, at most seven characters
 */
export function spellings(stem: string): string[] {
  const all = Array.from(stem).reduce<string[]>(
    (begun, letter) => {
      const digit = { O: "0", I: "1", L: "1" }[letter];
      const next = digit === undefined ? [letter] : [letter, digit];
      return begun.flatMap((text) => next.map((character) => text + character));
    },
    [""],
  );
  return all.filter((text) => text.length <= SUFFIX_LENGTH && isRead(text));
}

/** The stems as entries of the trie, so that one walk finds them with the words. */
export function stemEntries(): TrieEntry[] {
  const entries = (list: string, weightClass: number): TrieEntry[] =>
    stems(list)
      .flatMap(spellings)
      .map((text) => ({ text, weightClass, endOnly: false }));
  return [...entries(STRONG_STEMS, STRONG_STEM), ...entries(AMBIGUOUS_STEMS, AMBIGUOUS_STEM)];
}
