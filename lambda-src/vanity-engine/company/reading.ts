/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { pairOf, type DialledPairs } from "../dialled-pairs";

/** Longer names are cut: nothing so far along fits into seven keys. */
export const LONGEST = 80;

/** More than so many chunks of a name are not read. */
export const MOST_CHUNKS = 10;

const ZERO = "0".charCodeAt(0);

/** What a character of a name is, by its code; what isn't listed parts words. */
const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
/** Apostrophes are as if they weren't there: McDonald's. */
const NOTHING = 4;
const KIND_MASK = 7;

/** What a name must be looked at more closely for; most names are one or more plain words. */
export const FOREIGN = 8;
export const DOT = 16;
export const AMPERSAND = 32;

const KINDS = new Uint8Array(128);
for (let code = 0; code < 26; code++) {
  KINDS[65 + code] = UPPER;
  KINDS[97 + code] = LOWER;
}
KINDS.fill(DIGIT, ZERO, ZERO + 10);
for (const [characters, kind] of [
  ["'`", NOTHING],
  [".", DOT],
  ["&+", AMPERSAND],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;

/** Turns a small letter into a capital, and leaves capitals and digits alone. */
const capital = (code: number): number => (code >= 97 ? code - 32 : code);

/** Tells whether a stretch of a name's characters is a legal form, such as LTD. */
type LegalForm = (reading: Reading, from: number, to: number, name: string) => boolean;

/**
 * A company's name, cut into words and, where a capital or a digit begins another one, words into chunks: KWGlobal is KW, GLOBAL;
 * Kars4Kids is KARS, 4, KIDS. It is kept as characters side by side, so that a text of the name is a stretch of them, and none
 * is made that the digits don't ask for.
 */
export class Reading {
  /** The name's characters, A–Z and 0–9, and one cell behind the last. */
  public readonly characters = Buffer.alloc(LONGEST + 1);
  /** Where each chunk starts, and behind the last one the name's length. */
  public readonly starts = new Uint8Array(LONGEST + 1);
  public chunkCount = 0;
  /** The chunk that each word starts with, and behind the last one the number of chunks. */
  public readonly words = new Uint8Array(LONGEST + 1);
  public wordCount = 0;
  /** Whether each word is written in one case, without digits: HOMEDEPOT, homedepot, but not Home. */
  private readonly oneCase = new Uint8Array(LONGEST + 1);

  /** Whether the name holds a stem that must not be shown; unknown until it is asked. */
  public holdsStem: boolean | undefined;
  /** The keys that texts of the name begin with, as pairs of them: see `DialledPairs`. */
  private readonly heads: number[] = [];
  private headCount = 0;

  /** Forgets the beginnings of another name. */
  public clearHeads(): void {
    this.holdsStem = undefined;
    this.headCount = 0;
  }

  /** Notes that a text begins with two characters. */
  public addHead(characters: Uint8Array, at: number): void {
    this.heads[this.headCount++] = pairOf(characters, at);
  }

  /** Whether digits with some pairs could show a text of the name. */
  public isDialled(pairs: DialledPairs): boolean {
    for (let n = 0; n < this.headCount; n++) if (pairs[this.heads[n]!] !== 0) return true;
    return false;
  }

  public get length(): number {
    return this.starts[this.chunkCount]!;
  }

  /** Where a word starts, or for the number of words where the name ends. */
  public wordStart(word: number): number {
    return this.starts[this.words[word]!]!;
  }

  /**
   * Reads a text.
   * @returns `FOREIGN`, `DOT` and `AMPERSAND`, as far as the text has them
   * @param text what is not ASCII parts words
   * @param isLegalForm whether a last word is no part of the name, which is given to it
   */
  public read(text: string, isLegalForm: LegalForm, name: string): number {
    const { characters, starts, words, oneCase } = this;
    let length = 0;
    let chunks = 0;
    let wordCount = 0;
    let before = 0;
    let specials = 0;
    for (let at = 0; at < text.length && length < LONGEST; at++) {
      const code = text.charCodeAt(at);
      const traits = code < 128 ? KINDS[code]! : FOREIGN;
      const kind = traits & KIND_MASK;
      specials |= traits;
      if (kind === NOTHING) continue;
      if (kind !== 0) {
        if (before === 0) {
          oneCase[wordCount] = kind === DIGIT ? 0 : 1;
          words[wordCount++] = chunks;
        } else if (kind !== before) oneCase[wordCount - 1] = 0;
        if (kind !== before) {
          if (kind !== LOWER || before !== UPPER) starts[chunks++] = length;
          // Of capitals before a small letter the last one begins its chunk: the G of KWGlobal.
          else if (length - starts[chunks - 1]! > 1) starts[chunks++] = length - 1;
        }
        characters[length++] = capital(code);
      }
      before = kind;
    }
    starts[chunks] = length;
    words[wordCount] = chunks;
    this.chunkCount = chunks;
    this.wordCount = wordCount;
    this.dropWords(isLegalForm, name);
    return specials & ~KIND_MASK;
  }

  /** Whether a word is written in one case, all of it in one chunk. */
  public isInOneCase(word: number): boolean {
    const { words } = this;
    return this.oneCase[word] === 1 && words[word]! + 1 === words[word + 1];
  }

  /**
   * Makes several chunks of a word that is one.
   * @param word which one
   * @param cuts where the chunks begin, but the first
   * @param count how many cuts; ignored if the name would have too many chunks
   */
  public cutWord(word: number, cuts: Uint8Array, count: number): void {
    if (this.chunkCount + count > MOST_CHUNKS) return;
    const { starts, words } = this;
    const behind = words[word + 1]!;
    starts.copyWithin(behind + count, behind, this.chunkCount + 1);
    for (let cut = 0; cut < count; cut++) starts[behind + cut] = cuts[cut]!;
    for (let later = word + 1; later <= this.wordCount; later++) words[later]! += count;
    this.chunkCount += count;
  }

  /** The characters of a stretch as a string. */
  public text(from: number, to: number): string {
    return this.characters.toString("latin1", from, to);
  }

  /**
   * Takes another reading's name with some chunks in other spellings.
   * @param spellingOf a chunk's other spelling, if it has one
   */
  public respell(other: Reading, spellingOf: (chunk: number) => string | undefined): void {
    let length = 0;
    for (let chunk = 0; chunk < other.chunkCount; chunk++) {
      const [from, to] = [other.starts[chunk]!, other.starts[chunk + 1]!];
      const spelling = spellingOf(chunk);
      this.starts[chunk] = length;
      if (spelling === undefined) {
        this.characters.set(other.characters.subarray(from, to), length);
        length += to - from;
      } else {
        for (let at = 0; at < spelling.length; at++)
          this.characters[length++] = spelling.charCodeAt(at);
      }
    }
    this.starts[other.chunkCount] = length;
    this.chunkCount = other.chunkCount;
    this.words.set(other.words);
    this.wordCount = other.wordCount;
    this.oneCase.fill(0, 0, other.wordCount);
  }

  /** Takes a THE in front away, and legal forms where they end a name, but never all of it: The Limited, PC. */
  private dropWords(isLegalForm: LegalForm, name: string): void {
    const isThe = this.wordCount > 1 && this.isThe();
    const least = isThe ? 2 : 1;
    while (
      this.wordCount > least &&
      isLegalForm(this, this.wordStart(this.wordCount - 1), this.wordStart(this.wordCount), name)
    )
      this.wordCount--;
    const chunks = this.words[this.wordCount]!;
    const skipped = isThe ? this.words[1]! : 0;
    this.chunkCount = Math.min(MOST_CHUNKS, chunks - skipped);
    if (isThe) this.skip(skipped);
    while (this.wordCount > 0 && this.words[this.wordCount - 1]! >= this.chunkCount)
      this.wordCount--;
    this.words[this.wordCount] = this.chunkCount;
  }

  private isThe(): boolean {
    const { characters } = this;
    return (
      this.wordStart(1) === 3 &&
      characters[0] === 84 &&
      characters[1] === 72 &&
      characters[2] === 69
    );
  }

  /** Takes the first word away, which has so many chunks. */
  private skip(chunks: number): void {
    const { characters, starts, words, oneCase } = this;
    const from = starts[chunks]!;
    characters.copyWithin(0, from);
    for (let chunk = 0; chunk <= this.chunkCount; chunk++)
      starts[chunk] = starts[chunk + chunks]! - from;
    for (let word = 0; word < this.wordCount; word++) {
      words[word] = words[word + 1]! - chunks;
      oneCase[word] = oneCase[word + 1]!;
    }
    this.wordCount--;
  }
}
