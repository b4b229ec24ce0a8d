import { expect } from "chai";
import {
  kindOf,
  MAX_SCORE,
  PIECE_KINDS,
  pointsOf,
  POINTS_TABLE,
  rarityBand,
  RARITY_BANDS,
  STRONG_STEM,
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
            PIECE_KINDS.map((kind) => (best[length - last] ?? 0) + pointsOf(kind, last)),
          ),
        ),
      );
    expect(best.at(-1)).to.be.at.most(MAX_SCORE);
  });

  it("are never negative, so that nothing ranks below the bare digits", () => {
    for (const points of POINTS_TABLE) expect(points).to.be.at.least(0);
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
      expect(kindOf(weightClass(kind, 3))).to.equal(kind);
      expect(weightClass(kind, RARITY_BANDS - 1)).to.be.below(STRONG_STEM);
    }
  });
});
