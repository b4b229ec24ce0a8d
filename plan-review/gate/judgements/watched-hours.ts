import { isDeepStrictEqual } from "node:util";
import { isObject, listOf, objectOf } from "../../values.ts";
import type { Judgement } from "../type-rules.ts";
import { openHours } from "./open-hours.ts";

/** Days of UTC's week as the alarm of silence has them, and hours of each: from one to another. */
const DAYS =
  "(?:DAY\\(watched\\) == [1-7]|\\(DAY\\(watched\\) >= [1-7] AND DAY\\(watched\\) <= [1-7]\\))";
const TERM = new RegExp(
  `^\\(\\((${DAYS}(?: OR ${DAYS})*)\\) AND HOUR\\(watched\\) >= (\\d+) AND HOUR\\(watched\\) <= (\\d+)\\)$`,
);
const EXPRESSION = /^IF\((.+), watched, 1\)$/;
const ANY_HOURS = "IF(…, watched, 1)";
/** What has opening hours, and what says whose they are. */
const SCHEDULED = ["aws_connect_hours_of_operation", "aws_connect_queue"];

const WEEK = 7 * 24;

/**
 * What an alarm computes is left alone, but for the hours in which it hears silence: they follow the opening
 * hours that the same plan changes. They lie in them, are half of them or more, and leave it enough in a row to
 * go off.
 *
 * @param otherwise - Judges any other change.
 */
export const unlessOnlyHours =
  (otherwise: Judgement): Judgement =>
  (change, context) => {
    const { before, after } = change;
    const isScheduleChanged = context.resources.some(
      ({ type, kind }) => SCHEDULED.includes(type) && kind !== "no-op",
    );
    const watched = hoursIn(after?.metric_query);
    const open = openHours(context);
    const follows =
      isScheduleChanged &&
      isDeepStrictEqual(hourless(before?.metric_query), hourless(after?.metric_query)) &&
      hoursInARow(after?.metric_query) >= Number(after?.evaluation_periods) &&
      [...watched].every((hour) => open.has(hour)) &&
      watched.size * 2 >= open.size;
    return follows ? [] : otherwise(change, context);
  };

/** How many hours in a row an alarm listens at most; 0 for one that always does, or never. */
export function hoursInARow(queries: unknown): number {
  const hours = hoursIn(queries);
  let [longest, length] = [0, 0];
  // Twice, for hours over the week's end.
  for (let hour = 0; hour < 2 * WEEK; hour++) {
    length = hours.has(hour % WEEK) ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return Math.min(longest, WEEK);
}

/** The queries with any hours that are well formed. */
function hourless(queries: unknown): unknown[] {
  return listOf(queries).map((query) =>
    isObject(query) && hoursOf(query).size > 0 ? { ...query, expression: ANY_HOURS } : query,
  );
}

function hoursIn(queries: unknown): ReadonlySet<number> {
  return new Set(listOf(queries).flatMap((query) => [...hoursOf(query)]));
}

/** The hours of UTC's week in a query's condition; none if it isn't well formed, or a part is never met. */
function hoursOf(query: unknown): ReadonlySet<number> {
  const condition = EXPRESSION.exec(String(objectOf(query).expression))?.[1] ?? "";
  const terms = condition.split(/(?<=\d\)) OR (?=\(\()/).map(hoursOfTerm);
  return new Set(terms.some((hours) => hours.length === 0) ? [] : terms.flat());
}

function hoursOfTerm(term: string): readonly number[] {
  const [, days = "", from, to] = TERM.exec(term) ?? [];
  const hours = Number(to) < 24 ? range(Number(from), Number(to)) : [];
  const all = days.split(" OR ").map((each) => {
    const [first = "", last = first] = each.match(/[1-7]/g) ?? [];
    return range(Number(first), Number(last));
  });
  if (all.some((each) => each.length === 0)) return [];
  return all.flat().flatMap((day) => hours.map((hour) => (day - 1) * 24 + hour));
}

function range(from: number, to: number): readonly number[] {
  return to >= from ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [];
}
