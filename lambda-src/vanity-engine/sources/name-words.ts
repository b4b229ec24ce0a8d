import type { Source } from "../source";

/**
 * Words that are said before a company's name, as its advertisements have them: GO-TOYOTA, CALL-ATT, THE-CARD, MY-APPLE, GET-ROTO,
 * FOR-AVON, ASK-USPS, FLY-DELTA, 4A-CHILD. They count directly before a name only, where the number begins.
 */
export const openers: Source = {
  kind: "opener",
  texts:
    "GO MY CALL THE GET FOR ASK TRY OUR BUY SEE USE TO AT WE ONE TEAM DIAL RING TEXT SHOP PICK FLY EAT RENT JOIN LOVE TALK HELP HIRE BANK HEAR MEET VISIT DRIVE 4A 4MY 4THE 2GO WWW IFLY ILOVE I4 GO2"
      .split(" ")
      .map((text) => ({ text })),
};

/**
 * Words that end what is said on a telephone's keys: CDC-INFO, AAA-HELP, QUIT-NOW, BETS-OFF. They count beside a name, and behind a word,
 * where the number ends.
 */
export const closers: Source = {
  kind: "closer",
  texts:
    "NOW OFF UP OUT ON ALL ONE USA US ME 4U 4ME 4US 2DAY INFO HELP CARE LINE TEAM PLUS SHOP HOME FIRST TODAY DIRECT ONLINE"
      .split(" ")
      .map((text) => ({ text })),
};
