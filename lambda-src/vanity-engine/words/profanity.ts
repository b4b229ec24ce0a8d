import { Profanity } from "@2toad/profanity";
import { array as badwords } from "badwords-list";
import leoProfanity from "leo-profanity";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { profaneWords } from "@2toad/profanity/dist/data/profane-words";
import { STRONG_STEMS, stems } from "../offensive";

/** What the lists and their inflections miss, or would only hold as a part of another word. */
const MISSED =
  "vaginal cocked raped rapes sexual sexed erotica eros nazi nazis hitler negroid spastic dickey rapine fetish coitus " +
  "lesbian lesbos genital vulvar pubic pubis groin suicide killer murder murders aryan gook gooks kike kikes dago dagos " +
  "wop wops jap japs slave slaves mulatto gypsy gypsies savage heathen whorish bosom turd turds piddle fart farts " +
  "farted farting peed pee pees poo poop poops hoe hoes mammary teat teats urine urinate corpse corpses dead death die died " +
  "dies kill killed kills enema feces faeces douche cripple crippled moron morons idiot idiots stupid ugly";

/** Innocent words that only look like an inflection of a listed one, or that a trade needs (PAWN, BUTTER, SPICES). */
const INNOCENT = new Set(
  (
    "god gods butter butters buttery assess scatter space spaces spaced spacing spacer spacers spice spices spiced spicy hoard " +
    "muffin muffins cumin luster duchy duchies rapier rapiers pawn pawns pawned annals annal cockpit rapped " +
    "flange flanges flanged bloody coke cokes escorts escort pegging heller cox rectory"
  ).split(" "),
);

const SUFFIXES = ["s", "es", "ed", "d", "er", "ers", "ing", "ings", "in", "y", "ier", "ies"];

/** A listed word's own forms: plural, -ed, -er, -ing, -y; with a doubled last letter; with its final E dropped. */
function inflections(word: string): string[] {
  const bases = [word, word + word.slice(-1), ...(word.endsWith("e") ? [word.slice(0, -1)] : [])];
  return [word, ...bases.flatMap((base) => SUFFIXES.map((suffix) => base + suffix))];
}

/**
 * Tells whether a word must stay out of the word list. Slow (a tenth of a millisecond a word): only the generator uses it.
 * @returns a test for a lower-case word
 */
export function profanityTest(): (word: string) => boolean {
  const english = profaneWords.get("en");
  if (english === undefined || !new Profanity().exists("shit"))
    throw new Error("@2toad/profanity must hold an English list");
  const listed = [...english, ...badwords, ...leoProfanity.list(), ...MISSED.split(" ")];
  const refused = new Set(listed.flatMap((word) => inflections(word.toLowerCase())));
  const matcher = new RegExpMatcher({
    ...englishDataset.build(),
    ...englishRecommendedTransformers,
  });
  const strong = stems(STRONG_STEMS).map((stem) => stem.toLowerCase());
  return (word) =>
    !INNOCENT.has(word) &&
    (refused.has(word) || matcher.hasMatch(word) || strong.some((stem) => word.includes(stem)));
}
