import { SUFFIX_LENGTH } from "./keypad";

/**
 * What a piece of a vanity number is worth. A number's score is the sum of its pieces' points: change a table here and every
 * result, explanation and test follows. Only the word list's choice of words is made earlier, by `npm run words`.
 *
 * A digit that belongs to no piece stays a digit and is worth nothing: it reads better than a letter by chance.
 */

/** The kinds of pieces, from the client's own name down to letters by chance. */
export const PIECE_KINDS = [
  "company-name",
  "company-plural",
  "company-word",
  "company-initials",
  "company-overdial",
  "company-prefix",
  "company-skeleton",
  "company-phonetic",
  "word",
  "overdial",
  "digit-word",
  "digit-run",
] as const;

/** A kind of piece that a source of texts can offer. */
export type SourceKind = (typeof PIECE_KINDS)[number];

/** A kind of piece of a result: also digits that nothing fits, and the letter by chance that makes up five results. */
export type PieceKind = SourceKind | "digits" | "seeded-letter";

/**
 * Points by kind and by length: the first figure is for one character, the last for seven.
 *
 * The company comes first: its name of three letters outweighs the commonest word of seven. Length counts for more than twice
 * its share (one word of seven beats a three and a four), and a part of a name is worth more than an ordinary word as long as itself.
 */
const POINTS: Record<
  SourceKind,
  readonly [number, number, number, number, number, number, number]
> = {
  "company-name": [0, 230, 420, 560, 700, 840, 980],
  "company-plural": [0, 0, 0, 440, 585, 725, 870],
  "company-word": [0, 150, 300, 420, 530, 640, 760],
  "company-initials": [0, 130, 260, 340, 420, 500, 580],
  "company-overdial": [0, 0, 260, 440, 560, 680, 800],
  "company-prefix": [0, 66, 190, 310, 430, 545, 660],
  "company-skeleton": [0, 50, 180, 270, 360, 450, 540],
  "company-phonetic": [0, 45, 175, 265, 370, 470, 570],
  word: [0, 44, 104, 174, 248, 326, 410],
  overdial: [0, 0, 0, 110, 180, 255, 335],
  "digit-word": [0, 50, 110, 150, 220, 290, 360],
  "digit-run": [0, 4, 16, 28, 40, 52, 64],
};

/** The kinds whose texts are told apart by how common they are. */
const RANKED_KINDS: ReadonlySet<SourceKind> = new Set(["word", "overdial"]);

/** How many bands the word list tells apart by how common a word is. */
export const RARITY_BANDS = 16;

/**
 * How much of its points a word keeps, in percent, by band. The fall is steep from the 8,000th word on (band 11): there begin
 * the words that people have to look up.
 */
const KEPT_PERCENT = [100, 99, 98, 97, 96, 95, 94, 92, 90, 87, 83, 77, 70, 64, 60, 60];

/** Weight classes that mark a stem of `offensive.ts`: no piece, but what the guard looks for. */
export const STRONG_STEM = 254;

/** As `STRONG_STEM`, for stems that innocent words may hold. */
export const AMBIGUOUS_STEM = 255;

/** Only one letter by chance is ever needed, and a number with one ranks below every number without. */
export const SEEDED_LETTER_POINTS = -1000;

/** Letters by chance are told apart by 0 to 27 points: four on each of seven keys, drawn from the seed. */
export const SEEDED_SPREAD = 28;

/** The largest score that the packed form holds, ten bits. */
export const MAX_SCORE = 1023;

/**
 * The band of a word.
 * @param rank the word's place in the list of the commonest words, from 1
 * @returns 0 (among the 250 commonest) to 15: half an octave each
 */
export function rarityBand(rank: number): number {
  return Math.min(RARITY_BANDS - 1, Math.max(0, Math.ceil(2 * Math.log2(rank / 250))));
}

/**
 * The number under which the points of a kind and band are stored in a trie.
 * @param kind what offers the text
 * @param band 0 for kinds without bands
 */
export function weightClass(kind: SourceKind, band = 0): number {
  return PIECE_KINDS.indexOf(kind) * RARITY_BANDS + band;
}

/**
 * The kind behind a weight class.
 * @param weightClass_ as `weightClass` made it
 */
export function kindOf(weightClass_: number): SourceKind {
  const kind = PIECE_KINDS[Math.floor(weightClass_ / RARITY_BANDS)];
  if (kind === undefined) throw new Error(`weight class must be known, got ${weightClass_}`);
  return kind;
}

/**
 * What a text is worth.
 * @param kind what offers the text
 * @param length in characters, 1 to 7
 * @param band as `rarityBand` gives it; 0 for kinds without bands
 */
export function pointsOf(kind: SourceKind, length: number, band = 0): number {
  const points = POINTS[kind][length - 1] ?? 0;
  return Math.round((points * (KEPT_PERCENT[band] ?? 0)) / 100);
}

/** Points by `weightClass << 3 | length`, for the fast path. Small loops: a cold start pays for each turn. */
export const POINTS_TABLE = new Int32Array((PIECE_KINDS.length * RARITY_BANDS) << 3);

for (const kind of PIECE_KINDS) {
  const bands = RANKED_KINDS.has(kind) ? RARITY_BANDS : 1;
  for (let band = 0; band < bands; band++)
    for (let length = 1; length <= SUFFIX_LENGTH; length++)
      POINTS_TABLE[(weightClass(kind, band) << 3) | length] = pointsOf(kind, length, band);
}
