import type { Source } from "../source";

const WORDS =
  "A GO TO IN IS IT BE BY ON OR AT AN WE IF SO NO DO MY UP US ME OF AS HE AM OK TV OH PC HI DJ PA OX AD UK HA HO YO";

/** Places that each word is behind the one before it, so that the last is as common as the 1,400th word. */
const RANK_STEP = 35;

/**
 * Words of one and two letters, best first. The word list's own are mostly abbreviations (CF, OI, XU), so these are chosen by hand; I is left out, since beside digits it is read as a 1.
 */
export const shortWords: Source = {
  kind: "word",
  texts: WORDS.split(" ").map((text, index) => ({ text, rank: index * RANK_STEP + 1 })),
};
