import { DAYS } from "../hours";

/** What a text says of one day: closed, or from and to in minutes since midnight. */
export type Announcement = "closed" | readonly [number, number];

const DAY = "(?:sun|mon|tues|wednes|thurs|fri|satur)day";

const TIME = String.raw`(?:\d{1,2}(?::\d{2})?\s*[ap]\.?m\.?|noon|midnight)`;

const THROUGH = String.raw`\s*(?:to|through|until|till|–|-)\s*`;

const DAYS_IN_A_ROW = `${DAY}s?(?:${THROUGH}${DAY}s?)?`;

/** "Monday to Friday", "Mondays, Wednesdays and Fridays". */
const DAY_LIST = String.raw`${DAYS_IN_A_ROW}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+)${DAYS_IN_A_ROW})*`;

/** "Monday to Friday 9 am to 6 pm", "Saturdays from 9:00 a.m. until noon". */
const SPAN = new RegExp(
  String.raw`(?<days>${DAY_LIST}),?\s*(?:from\s+|between\s+)?(?<from>${TIME})(?:${THROUGH}|\s*and\s*)(?<to>${TIME})`,
  "gi",
);

const IN_A_ROW = new RegExp(`(?<first>${DAY})s?(?:${THROUGH}(?<last>${DAY}))?`, "gi");

const CLOSED = new RegExp(`closed (?:on |every )?(?<day>${DAY})`, "gi");

const dayOf = (name: string): number =>
  DAYS.findIndex((day) => day.toLowerCase() === name.toLowerCase());

/** Minutes since midnight of "9 am", "12:30 p.m.", "noon". */
function timeOf(text: string): number {
  const spoken = text.toLowerCase();
  if (spoken.startsWith("noon")) {
    return 12 * 60;
  }
  if (spoken.startsWith("midnight")) {
    return 24 * 60;
  }
  const [, hours = "0", minutes = "0", half = "a"] =
    /^(\d{1,2})(?::(\d{2}))?\s*([ap])/.exec(spoken) ?? [];
  return (Number(hours) % 12) * 60 + Number(minutes) + (half === "p" ? 12 * 60 : 0);
}

/** The days that a list names, as numbers. */
function daysIn(list: string): number[] {
  return [...list.matchAll(IN_A_ROW)].flatMap(({ groups }) => {
    const { first = "", last = first } = groups ?? {};
    const from = dayOf(first);
    const count = (dayOf(last) - from + 7) % 7;
    return Array.from({ length: count + 1 }, (_, index) => (from + index) % 7);
  });
}

/** The opening hours that a text announces, by day (0 is Sunday); empty if it announces none. */
export function announcedHours(text: string): ReadonlyMap<number, Announcement> {
  const week = new Map<number, Announcement>();
  for (const { groups } of text.matchAll(SPAN)) {
    const { days = "", from = "", to = "" } = groups ?? {};
    for (const day of daysIn(days)) week.set(day, [timeOf(from), timeOf(to)]);
  }
  for (const { groups } of week.size === 0 ? [] : text.matchAll(CLOSED)) {
    week.set(dayOf(groups?.day ?? ""), "closed");
  }
  return week;
}
