import type { Source } from "../source";

/** Texts that people read with a digit in them: 4 as "for", 2 as "to", 8 as "ate", and well-known names. */
export const digitWords: Source = {
  kind: "digit-word",
  texts: (
    "4U 4ME 4US 4YOU 4ALL 4SALE 4RENT 4KIDS 4HOME 4FUN 4LIFE 4HELP 4EVER 4SURE B4 " +
    "2GO 2DAY 2NITE 2U 2YOU U2 GO2 I2I B2B B2C F2F P2P A2Z " +
    "GR8 L8R L8 " +
    "1ST 2ND 3RD 4TH 5TH NO1 NUM1 TOP10 A1 1ON1 " +
    "24HR 24HRS 24X7 4X4 4WD H2O MP3"
  )
    .split(" ")
    .map((text) => ({ text })),
};
