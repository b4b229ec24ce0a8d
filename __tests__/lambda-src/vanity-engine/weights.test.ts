import { expect } from "chai";
import {
  BESIDE_TABLE,
  kindOf,
  MAX_SCORE,
  PIECE_KINDS,
  pointsOf,
  POINTS_TABLE,
  rarityBand,
  RANKED_KINDS,
  RARITY_BANDS,
  SEEDED_LETTER_POINTS,
  SEEDED_SPREAD,
  NEVER_BEGINNING,
  weightClass,
} from "../../../lambda-src/vanity-engine/weights";

const LENGTHS = [1, 2, 3, 4, 5, 6, 7];

describe("the weights", () => {
  it("add up to no more than a packed score holds, however seven characters are cut", () => {
    const best = [0];
    for (const length of LENGTHS)
      best.push(
        Math.max(
          ...LENGTHS.slice(0, length).flatMap((last) =>
            PIECE_KINDS.flatMap((kind) =>
              [false, true].map(
                (beside) => (best[length - last] ?? 0) + pointsOf(kind, last, 0, beside),
              ),
            ),
          ),
        ),
      );
    expect(best.at(-1)).to.be.at.most(MAX_SCORE);
  });

  it("are less than the digits' for crumbs, but never so much that a letter by chance is better", () => {
    expect(pointsOf("word", 2)).to.be.below(0);
    const least = Math.min(...POINTS_TABLE, ...BESIDE_TABLE);
    expect(7 * least).to.be.above(SEEDED_LETTER_POINTS + SEEDED_SPREAD + MAX_SCORE);
  });

  it("put digits before words that only happen to fit beside a name, and said ones before digits", () => {
    expect(pointsOf("word", 3, 0, true)).to.be.below(0);
    expect(pointsOf("opener", 2, 0, true)).to.be.above(0);
  });

  it("put the company's name of three letters before the commonest word of seven", () => {
    expect(pointsOf("company-name", 3)).to.be.above(pointsOf("word", 7));
  });

  it("put one long word before two short ones, and a common word before a rare one", () => {
    expect(pointsOf("word", 7)).to.be.above(pointsOf("word", 3) + pointsOf("word", 4));
    expect(pointsOf("word", 5, 0)).to.be.above(pointsOf("word", 5, 15));
  });

  it("tell words apart in bands of half an octave", () => {
    expect([1, 250, 251, 500, 8_000, 20_000].map(rarityBand)).to.deep.equal([0, 0, 1, 2, 10, 13]);
    expect(rarityBand(1_000_000)).to.equal(RARITY_BANDS - 1);
  });

  it("have a class for each kind below those of the stems", () => {
    for (const kind of PIECE_KINDS) {
      const last = RANKED_KINDS.has(kind) ? RARITY_BANDS - 1 : 0;
      expect(kindOf(weightClass(kind, last))).to.equal(kind);
      expect(weightClass(kind, last)).to.be.below(NEVER_BEGINNING);
    }
  });
});
