import type { Source } from "../source";

const WORDS =
  "GO TO IN IS IT BE BY ON OR AT AN WE IF SO NO DO MY UP US ME OF AS HE AM OK TV OH PC HI DJ PA OX AD UK HA HO YO";

/** Places that each word is behind the one before it, so that the last is as common as the 1,400th word. */
const RANK_STEP = 35;

/**
 * Words of two letters, best first. The word list's own are mostly abbreviations (CF, OI, XU), so these are chosen by hand. Words of one
 * letter are left out: beside digits, an I is read as a 1, and 39-A-FORD is worse than 392-FORD. Some stand in `phrases.ts`.
 */
export const shortWords: Source = {
  kind: "word",
  texts: WORDS.split(" ").map((text, index) => ({ text, rank: index * RANK_STEP + 1 })),
};
