import Holidays from "date-holidays";

import type { HolidayValue } from "../../constructs/value/contact-center-value";
import { OperatorError } from "../../sandbox/machine/errors";

/** Where holidays are asked for. */
export interface Place {
  /** ISO code: `US`. */
  readonly country: string;
  /**
   * A state or region, as the country writes it: `OR`.
   * @default - the country's own holidays only
   */
  readonly state?: string | undefined;
}

/**
 * The public holidays of the twelve months from a day on, one a date, as the value lists them. They are
 * those of date-holidays, which knows no company's own days.
 *
 * @param from - The first day.
 * @throws OperatorError that names what there is, where the place is unknown.
 */
export function proposeHolidays({ country, state }: Place, from: Date): HolidayValue[] {
  const known = new Holidays();
  const countries = known.getCountries("en");
  if (!Object.hasOwn(countries, country)) {
    throw new OperatorError(
      `the country must be an ISO code such as US, got "${country}"; there are: ${Object.keys(countries).join(", ")}`,
    );
  }
  // Its types don't know that most countries have none.
  const named = known.getStates(country, "en") as Record<string, string> | undefined;
  const states = Object.keys(named ?? {});
  if (state !== undefined && !states.includes(state)) {
    throw new OperatorError(
      `the state must be one of ${country}'s: ${states.join(", ") || "there is none"}; got "${state}"`,
    );
  }
  const calendar = state === undefined ? new Holidays(country) : new Holidays(country, state);
  calendar.setLanguages("en");
  const first = from.toISOString().slice(0, 10);
  const year = from.getUTCFullYear();
  const last = `${year + 1}${first.slice(4)}`;
  const byDate = new Map<string, HolidayValue>();
  for (const { name, date: start, type } of [year, year + 1].flatMap((each) =>
    calendar.getHolidays(each),
  )) {
    const date = start.slice(0, 10);
    if (type === "public" && date >= first && date < last && !byDate.has(date)) {
      byDate.set(date, { name, date });
    }
  }
  return [...byDate.values()];
}

/** Holidays as lines of kwglobal.ts. */
export function holidayLines(holidays: readonly HolidayValue[]): string {
  const lines = holidays.map(
    ({ name, date }) => `    { name: ${JSON.stringify(name)}, date: "${date}" },`,
  );
  return ["  holidays: [", ...lines, "  ],"].join("\n");
}
