import type { Source } from "../source";

/** Words that are one letter, beside the words that they are read with: IFLY, BUYA. */
export const phrases: Source = {
  kind: "word",
  texts: (
    "IFLY IBUY ICAN ILOVE ILIKE INEED IWANT IRENT ISAVE IDRIVE IRIDE IPAY ISELL IWIN ICALL ICARE IDO IAM " +
    "BUYA RENTA SELLA GETA FINDA NEEDA HIREA"
  )
    .split(" ")
    .map((text) => ({ text, rank: 1 })),
};
