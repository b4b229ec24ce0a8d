import type { RecurrenceConfig, RecurrencePattern } from "@aws-sdk/client-connect";
import { invalidParameter } from "../store/lookup";

/** What an override says of how it recurs. */
interface Recurring {
  readonly RecurrenceConfig?: RecurrenceConfig | undefined;
  readonly Config?: readonly { readonly Day?: string | undefined }[] | undefined;
}

/**
 * Refuses patterns that Connect's API reference excludes. What it leaves open is accepted.
 *
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_RecurrencePattern.html
 * @throws {ConnectError} InvalidParameterException
 */
export function requirePattern({ RecurrenceConfig: recurrence, Config = [] }: Recurring): void {
  const pattern = recurrence?.RecurrencePattern;
  if (pattern === undefined) return;
  const { ByMonth = [], ByMonthDay = [], ByWeekdayOccurrence = [] } = pattern;
  requireOne("ByMonth", ByMonth);
  requireOne("ByMonthDay", ByMonthDay);
  requireFrequency(pattern, "ByMonth", ["YEARLY"]);
  requireFrequency(pattern, "ByMonthDay", ["MONTHLY", "YEARLY"]);
  requireFrequency(pattern, "ByWeekdayOccurrence", ["MONTHLY", "YEARLY"]);
  requireNotZero("ByMonthDay", ByMonthDay, "1 to 31, or -1 for the last day of the month");
  requireNotZero("ByWeekdayOccurrence", ByWeekdayOccurrence, "1 to 4, or -1 for the last one");
  if (ByMonthDay.length > 0 && ByWeekdayOccurrence.length > 0)
    throw invalidParameter(
      "RecurrencePattern must have ByMonthDay or ByWeekdayOccurrence, not both: a date, or a day of the week",
    );
  const lacksDay = Config.length === 0 || Config.some(({ Day }) => Day === undefined);
  if (ByWeekdayOccurrence.length > 0 && lacksDay)
    throw invalidParameter(
      "Config must name a Day in each of its entries, since ByWeekdayOccurrence counts that day in the month",
    );
}

function requireOne(member: string, values: readonly number[]): void {
  if (values.length > 1)
    throw invalidParameter(`${member} must have one value, got ${values.join(", ")}`);
}

function requireFrequency(
  pattern: RecurrencePattern,
  member: "ByMonth" | "ByMonthDay" | "ByWeekdayOccurrence",
  frequencies: readonly string[],
): void {
  const { Frequency = "" } = pattern;
  if ((pattern[member] ?? []).length > 0 && !frequencies.includes(Frequency))
    throw invalidParameter(
      `${member} must be left out unless Frequency is ${frequencies.join(" or ")}, got ${Frequency}`,
    );
}

function requireNotZero(member: string, values: readonly number[], right: string): void {
  if (values.includes(0)) throw invalidParameter(`${member} must be ${right}, got 0`);
}
