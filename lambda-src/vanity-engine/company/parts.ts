/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { SUFFIX_LENGTH } from "../keypad";
import { holdsStrongStem } from "../offensive";
import { isDialled, type DialledPairs } from "../dialled-pairs";
import { weightClass } from "../weights";
import { phonetic, skeleton, soundsOtherwise, type Form } from "./forms";
import { noteInitials, offerInitials } from "./initials";
import type { PartList } from "./part-list";
import type { Reading } from "./reading";
import { isStopWord } from "./stop-words";

const SHORTEST_FORM = 3;
const SHORTEST_PREFIX = 2;
const SHORTEST_SINGULAR = 3;
const SHORTEST_OVERDIAL = 4;

const NAME = weightClass("company-name");
const PLURAL = weightClass("company-plural");
const WORD = weightClass("company-word");
const OVERDIAL = weightClass("company-overdial");
const PREFIX = weightClass("company-prefix");
const SKELETON = weightClass("company-skeleton");
const PHONETIC = weightClass("company-phonetic");

const S = "S".charCodeAt(0);
const NINE = "9".charCodeAt(0);

/** How much of a text is shown where the number ends before it does. */
const shownOf = (from: number, to: number): number => Math.min(SUFFIX_LENGTH, to - from - 1);

/** The texts that count as whole: runs of chunks, and words as written. Where each starts and ends, and how many there are. */
const froms: number[] = [];
const tos: number[] = [];
let wholes = 0;

function addWhole(from: number, to: number): void {
  froms[wholes] = from;
  tos[wholes++] = to;
}

/** The runs of chunks that the digits could show, but parts of the name that begin or end with a word that says nothing. */
function findRuns(reading: Reading, pairs: DialledPairs): void {
  const { characters, starts, chunkCount } = reading;
  wholes = 0;
  for (let first = 0; first < chunkCount; first++) {
    const from = starts[first]!;
    if (!isDialled(pairs, characters, from)) continue;
    const isSilent = isStopWord(reading, from, starts[first + 1]!);
    for (let last = first; last < chunkCount; last++) {
      const isPart = last - first + 1 < chunkCount;
      const to = starts[last + 1]!;
      if (isPart && (isSilent || isStopWord(reading, starts[last]!, to))) continue;
      addWhole(from, to);
    }
  }
}

/** Whether the first letters of a stretch are a text that counts as whole. */
function isWhole({ characters }: Reading, from: number, length: number): boolean {
  for (let n = 0; n < wholes; n++) {
    if (tos[n]! - froms[n]! !== length) continue;
    let same = 0;
    while (same < length && characters[froms[n]! + same] === characters[from + same]) same++;
    if (same === length) return true;
  }
  return false;
}

function offerRuns(parts: PartList, reading: Reading): void {
  const { characters, length } = reading;
  for (let n = 0; n < wholes; n++) {
    const [from, to] = [froms[n]!, tos[n]!];
    if (to - from > 1)
      parts.offer(
        to - from === length ? NAME : WORD,
        characters,
        from,
        to - from,
        reading,
        from,
        to,
      );
  }
}

/** Offers beginnings of whole texts, whose last letters fall off the number's end. */
function offerOverdials(parts: PartList, reading: Reading, pairs: DialledPairs): void {
  const { characters, words, wordCount } = reading;
  if (wordCount < reading.chunkCount)
    for (let word = 0; word < wordCount; word++) {
      const from = reading.wordStart(word);
      const isCut = words[word + 1]! - words[word]! > 1;
      if (isCut && isDialled(pairs, characters, from)) addWhole(from, reading.wordStart(word + 1));
    }
  for (let n = 0; n < wholes; n++) {
    const [from, to] = [froms[n]!, tos[n]!];
    for (let length = SHORTEST_OVERDIAL; length <= shownOf(from, to); length++)
      if (!isWhole(reading, from, length))
        parts.offer(OVERDIAL, characters, from, length, reading, from, to, true);
  }
}

/** Whether a stretch holds a strong stem. Few names do, and of each that is asked once. */
function holdsStem(reading: Reading, from: number, to: number): boolean {
  reading.holdsStem ??= holdsStrongStem(reading.text(0, reading.length));
  return reading.holdsStem && holdsStrongStem(reading.text(from, to));
}

/** A form's first characters, and one more that tells whether it goes on. */
const form = new Uint8Array(SUFFIX_LENGTH + 1);

/** Whether the digits could show a form of a stretch. */
function isFormDialled(
  make: Form,
  { characters }: Reading,
  from: number,
  to: number,
  pairs: DialledPairs,
): boolean {
  return make(characters, from, to, form, 2) === 2 && isDialled(pairs, form, 0);
}

/** Offers a form of a stretch, if what is shown of it differs from the beginning of the stretch. */
function offerForm(
  parts: PartList,
  kind: number,
  make: Form,
  reading: Reading,
  from: number,
  to: number,
): void {
  const { characters } = reading;
  const length = make(characters, from, to, form, form.length);
  const shown = Math.min(SUFFIX_LENGTH, length);
  if (length < SHORTEST_FORM) return;
  let same = 0;
  while (same < shown && form[same] === characters[from + same]) same++;
  if (same < shown || (length <= SUFFIX_LENGTH && length !== to - from))
    parts.offer(kind, form, 0, shown, reading, from, to);
}

const plural = new Uint8Array(SUFFIX_LENGTH + 1);

function offerPlural(parts: PartList, reading: Reading, from: number, to: number): void {
  const length = to - from;
  const last = reading.characters[to - 1]!;
  if (length < SHORTEST_SINGULAR || length >= SUFFIX_LENGTH || last <= NINE || last === S) return;
  for (let at = 0; at < length; at++) plural[at] = reading.characters[from + at]!;
  plural[length] = S;
  parts.offer(PLURAL, plural, 0, length + 1, reading, from, to);
}

/**
 * Offers what is said of a text as it is spoken: its beginnings, its plural, its skeleton and its sound.
 * @param jarring a length that no beginning has
 */
function offerSpoken(
  parts: PartList,
  reading: Reading,
  pairs: DialledPairs,
  from: number,
  to: number,
  jarring: number,
): void {
  const { characters } = reading;
  const isShown = isDialled(pairs, characters, from);
  const hasSkeleton = isFormDialled(skeleton, reading, from, to, pairs);
  const hasSound = isFormDialled(phonetic, reading, from, to, pairs);
  if (!isShown && !hasSkeleton && !hasSound) return;
  // A stem's parts only remind of it: NEGR-664.
  if (isStopWord(reading, from, to) || holdsStem(reading, from, to)) return;
  if (isShown) {
    for (let length = SHORTEST_PREFIX; length <= shownOf(from, to); length++)
      if (length !== jarring) parts.offer(PREFIX, characters, from, length, reading, from, to);
    offerPlural(parts, reading, from, to);
  }
  if (hasSkeleton) offerForm(parts, SKELETON, skeleton, reading, from, to);
  if (hasSound) offerForm(parts, PHONETIC, phonetic, reading, from, to);
}

/** The name, then its words, then their chunks; each once. */
function offerEverySpoken(parts: PartList, reading: Reading, pairs: DialledPairs): void {
  const { starts, words, wordCount } = reading;
  const firstWord = reading.wordStart(1);
  /** JENNYC: one letter more than the first word only looks like a mistake. */
  const jarring = firstWord >= SHORTEST_OVERDIAL ? firstWord + 1 : 0;
  offerSpoken(parts, reading, pairs, 0, reading.length, jarring);
  if (wordCount > 1)
    for (let word = 0; word < wordCount; word++)
      offerSpoken(parts, reading, pairs, reading.wordStart(word), reading.wordStart(word + 1), 0);
  for (let word = 0; word < wordCount; word++)
    if (words[word + 1]! - words[word]! > 1)
      for (let chunk = words[word]!; chunk < words[word + 1]!; chunk++)
        offerSpoken(parts, reading, pairs, starts[chunk]!, starts[chunk + 1]!, 0);
}

/** No sound is spelled with more letters, and no form's first two characters depend on more than two sounds. */
const LONGEST_HEAD = 5;

/**
 * Notes what each text of a reading begins with, so that one look tells whether digits could show any of them. A text that begins
 * where a chunk does is one of the chunk, of its word or of the whole name.
 */
export function noteHeads(reading: Reading, parts: PartList): void {
  const { characters, starts, chunkCount, length } = reading;
  reading.clearHeads();
  if (length < SHORTEST_PREFIX) return;
  for (let chunk = 0; chunk < chunkCount; chunk++) {
    const from = starts[chunk]!;
    reading.addHead(characters, from);
    if (skeleton(characters, from, length, form, 2) === 2) reading.addHead(form, 0);
    for (let last = chunk; last < chunkCount && soundsOtherwise(characters, from); last++) {
      const to = starts[last + 1]!;
      if (phonetic(characters, from, to, form, 2) === 2) reading.addHead(form, 0);
      if (to - from >= LONGEST_HEAD) break;
    }
  }
  noteInitials(reading, parts);
}

/**
 * Offers the texts of a reading that the digits could show, each with its kind.
 * @param parts what takes them
 * @param reading of the name
 * @param pairs of keys that the digits have: what begins with no such pair can't be shown
 */
export function offerParts(parts: PartList, reading: Reading, pairs: DialledPairs): void {
  if (reading.length < SHORTEST_PREFIX) return;
  findRuns(reading, pairs);
  offerRuns(parts, reading);
  offerInitials(reading, parts);
  if (wholes > 0) offerOverdials(parts, reading, pairs);
  offerEverySpoken(parts, reading, pairs);
}
