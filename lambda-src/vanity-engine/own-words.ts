import { SUFFIX_LENGTH } from "./keypad";
import { spellings } from "./offensive";
import { buildTrie, indexed, type TrieEntry, type Words } from "./trie";
import { NEVER_BEGINNING, NEVER_STEM, rarityBand, weightClass } from "./weights";

/** The operator's own words, beside those of the project's lists. Each is A–Z and 0–9, 2 to 20 characters. */
export interface OwnWords {
  /** No vanity number shows these, neither alone nor in a company's name. */
  readonly never: readonly string[];
  /** These may be shown, though the lists refuse them or don't hold them. */
  readonly allowed: readonly string[];
}

/** An allowed word counts as the 4,000th of the word list: behind the words that people say every day. */
const ALLOWED_RANK = 4_000;

/** From so many letters on, a word is also read where its last letter falls off the end, as in `sources/overdial.ts`. */
const SHORTEST_OVERDIALLED = 5;

/** A word as a vanity number shows it: the whole, or as much as there is room for. */
const shown = (word: string): string => word.slice(0, SUFFIX_LENGTH);

/** What is read as a word that must not be shown. */
function neverEntries(word: string): TrieEntry[] {
  const whole = word.length > SUFFIX_LENGTH ? [] : spellings(word);
  const beginning = shown(word.slice(0, -1));
  return [
    ...whole.map((text) => ({ text, weightClass: NEVER_STEM, endOnly: false })),
    ...(word.length < SHORTEST_OVERDIALLED
      ? []
      : [{ text: beginning, weightClass: NEVER_BEGINNING, endOnly: true }]),
  ];
}

function allowedEntry(word: string): TrieEntry {
  const isWhole = word.length <= SUFFIX_LENGTH;
  const kind = isWhole ? "word" : "overdial";
  return {
    text: shown(word),
    weightClass: weightClass(kind, rarityBand(ALLOWED_RANK)),
    endOnly: !isWhole,
  };
}

/** The operator's own words, made ready for the search. */
export class OwnWordList {
  /** Their texts, which are searched for as the word list's are. */
  public readonly words: Words;
  private readonly allowed: ReadonlyMap<string, string>;
  private name = "";
  private wordsOfName: ReadonlySet<string> | undefined;

  /**
   * @param own as the center's value has them
   * @throws Error if a word is shorter than two characters or on no key
   */
  public constructor({ never, allowed }: OwnWords) {
    this.words = indexed(buildTrie([...allowed.map(allowedEntry), ...never.flatMap(neverEntries)]));
    this.allowed = new Map(allowed.map((word) => [shown(word), word]));
  }

  /**
   * Takes the company's name that the next questions are about.
   * @param name as people write it
   */
  public read(name: string): void {
    if (name === this.name) return;
    this.name = name;
    this.wordsOfName = undefined;
  }

  /**
   * The allowed word that a text shows, as a whole or as much as there is room for.
   * @param text A–Z and 0–9
   */
  public allowedWord(text: string): string | undefined {
    return this.allowed.get(text);
  }

  /**
   * Whether a text is a word of the company's name, and not only a part of one.
   * @param text A–Z and 0–9
   */
  public isWordOfName(text: string): boolean {
    this.wordsOfName ??= new Set(this.name.toUpperCase().split(/[^A-Z0-9]+/));
    return this.wordsOfName.has(text);
  }
}
