import { SUFFIX_LENGTH } from "./keypad";

/**
 * What a piece of a vanity number is worth. A number's score is the sum of its pieces' points: change a table here and every
 * result, explanation and test follows. Only the word list's choice of words is made earlier, by `npm run words`.
 *
 * A digit that belongs to no piece stays a digit and is worth nothing: it reads better than a letter by chance. So a number of nothing
 * but digits ranks by its points like any other. `npm run vanity:quality` shows what a change does to real and random numbers.
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
  "phrase",
  "opener",
  "closer",
  "negative-word",
] as const;

/** A kind of piece that a source of texts can offer. */
export type SourceKind = (typeof PIECE_KINDS)[number];

/** A kind of piece of a result: also digits that nothing fits, and the letter by chance that makes up five results. */
export type PieceKind = SourceKind | "digits" | "seeded-letter";

type Points = readonly [number, number, number, number, number, number, number];

/**
 * Points by kind and by length: the first figure is for one character, the last for seven. Digits as they are have none, so what has
 * less than none is worse than its digits: words of two letters that happen to fit (80-UK-419), and words that nobody wants to be
 * known by.
 *
 * The company comes first: its name of three letters outweighs the commonest word of seven. Length counts for more than twice
 * its share (one word of seven beats a three and a four), two words that are said together for nearly as much as one, and a whole
 * word for more than a part of a name: GAMBLER beats GAMBL-37.
 */
const POINTS: Record<SourceKind, Points> = {
  "company-name": [0, 230, 420, 560, 700, 840, 980],
  "company-plural": [0, 0, 0, 440, 585, 725, 870],
  "company-word": [0, 150, 300, 420, 530, 640, 760],
  "company-initials": [0, 130, 260, 340, 420, 500, 580],
  "company-overdial": [0, 0, 260, 440, 560, 680, 800],
  "company-prefix": [0, -20, 60, 170, 290, 410, 660],
  "company-skeleton": [0, -20, 60, 160, 260, 350, 450],
  "company-phonetic": [0, -20, 80, 180, 290, 390, 490],
  word: [-30, -30, 60, 150, 240, 330, 415],
  overdial: [0, 0, 0, 80, 160, 245, 335],
  "digit-word": [-20, -20, 60, 130, 220, 290, 360],
  "digit-run": [0, 0, 20, 90, 200, 320, 450],
  phrase: [0, 0, 50, 165, 260, 330, 405],
  opener: [-30, -30, -30, -30, -30, -30, -30],
  closer: [-30, -10, 130, -30, -30, -30, -30],
  "negative-word": [-30, -30, -10, -10, -10, -10, -10],
};

/**
 * What differs beside a part of the company's name. A word of three letters that only happens to fit is worse there than digits
 * (822-AUDI, not TAB-AUDI; 222-SONY, not B2B-SONY), while the words that are said before a name or at the end (GO-TOYOTA, CDC-INFO) are worth more.
 */
const BESIDE_NAME: Partial<Record<SourceKind, Points>> = {
  word: [-30, -40, -25, 50, 120, 200, 280],
  overdial: [0, 0, 0, -25, 90, 130, 180],
  "digit-word": [-20, -20, -10, 40, 60, 80, 100],
  "digit-run": [0, 0, 10, 40, 80, 120, 160],
  phrase: [0, 0, -25, 50, 120, 200, 280],
  opener: [0, 60, 90, 140, 160, 190, 220],
  closer: [-30, 20, 70, 110, 140, 170, 200],
};

/**
 * What a scrap of the company's name (a prefix, skeleton or sound of two or three letters) is worth where the digits show more of it
 * elsewhere, that begins so. Said twice, a name is no clearer: 925-WALM, not WAL-WALM; but CAN-TIRE.
 */
export const SCRAP_POINTS = -20;
const LONGEST_SCRAP = 3;

/** The kinds whose texts are told apart by how common they are. Only these have bands. */
export const RANKED_KINDS: ReadonlySet<SourceKind> = new Set(["word", "overdial"]);

/** How many bands the word list tells apart by how common a word is. */
export const RARITY_BANDS = 16;

/**
 * How much of its points a word keeps, in percent, by band. The fall is steep from the 8,000th word on (band 11): there begin
 * the words that people have to look up.
 */
const KEPT_PERCENT = [100, 99, 98, 97, 96, 95, 94, 92, 90, 87, 83, 77, 70, 64, 60, 60];

/**
 * Weight classes that mark what the guard looks for, no pieces: a word of `own-words.ts` without its last letter, such a word, and a stem
 * of `offensive.ts`. The first of them: what lies below is a piece.
 */
export const NEVER_BEGINNING = 252;
export const NEVER_STEM = 253;
export const STRONG_STEM = 254;

/** As `STRONG_STEM`, for stems that innocent words may hold. */
export const AMBIGUOUS_STEM = 255;

/** Of the five, at most so many share their main word, unless nothing else is worth printing. */
export const MOST_OF_ONE_WORD = 2;

/** How many of the best ways are looked through for five that differ. */
export const WAYS_CONSIDERED = 128;

/** Only one letter by chance is ever needed, and a number with one ranks below every number without. */
export const SEEDED_LETTER_POINTS = -2000;

/** Letters by chance are told apart by 0 to 27 points: four on each of seven keys, drawn from the seed. */
export const SEEDED_SPREAD = 28;

/** The largest score that the packed form holds, ten bits; the smallest is as far below 0. */
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
 * @param band 0 for kinds without bands; of a phrase, the place where its second word begins
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

/** Whether a kind is a part of the company's name: its ways are counted by what is worth something beside one. */
export const isOfCompany = (kind: PieceKind): boolean => kind.startsWith("company-");

/**
 * What a text is worth.
 * @param kind what offers the text
 * @param length in characters, 1 to 7
 * @param band as `rarityBand` gives it; 0 for kinds without bands
 * @param besideName whether a part of the company's name stands in the same number
 */
export function pointsOf(kind: SourceKind, length: number, band = 0, besideName = false): number {
  const table = (besideName ? BESIDE_NAME[kind] : undefined) ?? POINTS[kind];
  const points = table[length - 1] ?? 0;
  if (points < 0 || !RANKED_KINDS.has(kind)) return points;
  return Math.round((points * (KEPT_PERCENT[band] ?? 0)) / 100);
}

/** How many weight classes there are, those of the stems included. */
const CLASSES = 256;

/** Points by `weightClass << 3 | length`, for the fast path: alone, and beside a part of the company's name. */
export const POINTS_TABLE = new Int32Array(CLASSES << 3);
export const BESIDE_TABLE = new Int32Array(CLASSES << 3);

// Small loops: a cold start pays for each turn.
for (const kind of PIECE_KINDS) {
  const bands = RANKED_KINDS.has(kind) || kind === "phrase" ? RARITY_BANDS : 1;
  for (let band = 0; band < bands; band++)
    for (let length = 1; length <= SUFFIX_LENGTH; length++) {
      const place = (weightClass(kind, band) << 3) | length;
      POINTS_TABLE[place] = pointsOf(kind, length, band);
      BESIDE_TABLE[place] = pointsOf(kind, length, band, true);
    }
}

/** The weight classes of the company's parts are the first ones: below this. */
export const COMPANY_CLASSES = weightClass("word");

/**
 * Whether a part of the company's name is a scrap of it.
 * @param weightClass_ of the part
 * @param length in characters
 */
export const isScrap = (weightClass_: number, length: number): boolean =>
  length <= LONGEST_SCRAP && weightClass_ >= FIRST_SCRAP_CLASS && weightClass_ < COMPANY_CLASSES;

const FIRST_SCRAP_CLASS = weightClass("company-prefix");

/** The class of the digits that read well. */
export const DIGIT_RUN = weightClass("digit-run");

const PHRASE = weightClass("phrase");

/**
 * Where a piece's second word begins.
 * @param weightClass_ of the piece
 * @returns its place in the piece; 0 if it is one word
 */
export const secondWordAt = (weightClass_: number): number =>
  weightClass_ >= PHRASE && weightClass_ < PHRASE + RARITY_BANDS ? weightClass_ - PHRASE : 0;

/**
 * Where a number is parted at a piece, by `weightClass << 3 | length`: bit `place` for each place of the piece that a hyphen stands before,
 * the one behind it included. Alone stands what has more than one character and is no digits that read well among others; and so
 * does each of the words of a phrase.
 */
export const PARTED_TABLE = new Uint8Array(CLASSES << 3);
for (let class_ = 0; class_ < NEVER_BEGINNING; class_++)
  for (let length = 2; length <= SUFFIX_LENGTH && class_ !== DIGIT_RUN; length++)
    PARTED_TABLE[(class_ << 3) | length] = 1 | (1 << secondWordAt(class_)) | (1 << length);

/** The class of the words that only begin a number. */
export const OPENER = weightClass("opener");
