import { isDeepStrictEqual } from "node:util";
import { isObject, listOf, objectOf } from "../../values.ts";
import type { Judgement } from "../type-rules.ts";

/** Days of UTC's week as the alarm of silence has them, and hours of each: from one to another. */
const DAYS =
  "(?:DAY\\(watched\\) == [1-7]|\\(DAY\\(watched\\) >= [1-7] AND DAY\\(watched\\) <= [1-7]\\))";
const TERM = new RegExp(
  `^\\(\\(${DAYS}(?: OR ${DAYS})*\\) AND HOUR\\(watched\\) >= (\\d+) AND HOUR\\(watched\\) <= (\\d+)\\)$`,
);
const FROM_TO = /(?:DAY|HOUR)\(watched\) >= (\d+) AND (?:DAY|HOUR)\(watched\) <= (\d+)/g;
const EXPRESSION = /^IF\((.+), watched, 1\)$/;
const ANY_HOURS = "IF(…, watched, 1)";
/** What has opening hours, and what says whose they are. */
const SCHEDULED = ["aws_connect_hours_of_operation", "aws_connect_queue"];

/**
 * What an alarm computes is left alone, but for the hours in which it hears silence: they follow the opening
 * hours that the same plan changes, and must leave it enough of them to go off.
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
    const periods = Number(after?.evaluation_periods);
    const follows =
      isScheduleChanged &&
      isDeepStrictEqual(hourless(before?.metric_query), hourless(after?.metric_query)) &&
      listOf(after?.metric_query).some((query) => hoursOf(query) >= periods);
    return follows ? [] : otherwise(change, context);
  };

/** The queries with any hours that are well formed. */
function hourless(queries: unknown): unknown[] {
  return listOf(queries).map((query) =>
    isObject(query) && hoursOf(query) > 0 ? { ...query, expression: ANY_HOURS } : query,
  );
}

/** The longest stretch of hours in a query's condition; 0 if it is none, or one that is never met. */
function hoursOf(query: unknown): number {
  const condition = EXPRESSION.exec(String(objectOf(query).expression))?.[1];
  const lengths = condition?.split(/(?<=\d\)) OR (?=\(\()/).map((term) => {
    const [, from, to] = TERM.exec(term) ?? [];
    const isMet = [...term.matchAll(FROM_TO)].every(
      ([, first, last]) => Number(first) <= Number(last),
    );
    return isMet && Number(to) < 24 ? Number(to) - Number(from) + 1 : 0;
  }) ?? [0];
  return lengths.includes(0) ? 0 : Math.max(...lengths);
}
