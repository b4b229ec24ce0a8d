import { expect } from "chai";

import { type RecurrencePattern, recursOn } from "../../contact-flow/recurrence";

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

/** The dates of three years that a pattern meets, from its first day on. */
function dates(first: string, pattern: RecurrencePattern, most = 4): string[] {
  const all = Array.from({ length: 3 * 366 }, (_, days) => dayOf(first) + days);
  return all
    .filter((date) => recursOn(pattern, dayOf(first), date))
    .slice(0, most)
    .map((date) => new Date(date * 86_400_000).toISOString().slice(0, 10));
}

describe("A recurrence", () => {
  it("of every other week has all days of its weeks, from Sunday on", () => {
    // 2026-11-25 is a Wednesday.
    expect(dates("2026-11-25", { Frequency: "WEEKLY", Interval: 2 }, 8)).to.deep.equal([
      ...["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"],
      ...["2026-12-06", "2026-12-07", "2026-12-08", "2026-12-09"],
    ]);
  });

  for (const [what, first, pattern, expected] of [
    [
      "of a month on a date",
      "2026-11-20",
      { Frequency: "MONTHLY", Interval: 1, ByMonthDay: [15] },
      ["2026-12-15", "2027-01-15", "2027-02-15", "2027-03-15"],
    ],
    [
      "of a month on its last day",
      "2027-12-01",
      { Frequency: "MONTHLY", Interval: 1, ByMonthDay: [-1] },
      ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"],
    ],
    [
      "of a month on a day that not every month has, which are skipped",
      "2027-01-01",
      { Frequency: "MONTHLY", Interval: 1, ByMonthDay: [31] },
      ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"],
    ],
    [
      "of every third month, across the year",
      "2026-11-30",
      { Frequency: "MONTHLY", Interval: 3, ByMonthDay: [30] },
      ["2026-11-30", "2027-05-30", "2027-08-30", "2027-11-30"],
    ],
    [
      "of a month on the day it began",
      "2026-11-20",
      { Frequency: "MONTHLY", Interval: 1 },
      ["2026-11-20", "2026-12-20", "2027-01-20", "2027-02-20"],
    ],
    [
      "of a year on a date",
      "2026-11-20",
      { Frequency: "YEARLY", Interval: 1, ByMonth: [12], ByMonthDay: [25] },
      ["2026-12-25", "2027-12-25", "2028-12-25"],
    ],
    [
      "of every other year",
      "2026-12-25",
      { Frequency: "YEARLY", Interval: 2, ByMonth: [12], ByMonthDay: [25] },
      ["2026-12-25", "2028-12-25"],
    ],
    [
      "of a year on a day that no year has",
      "2026-01-01",
      { Frequency: "YEARLY", Interval: 1, ByMonth: [2], ByMonthDay: [30] },
      [],
    ],
  ] as const) {
    it(what, () => {
      expect(dates(first, pattern as unknown as RecurrencePattern)).to.deep.equal(expected);
    });
  }

  it("of a month's second or last day of the week leaves which day to the hours", () => {
    const second: RecurrencePattern = {
      ...{ Frequency: "MONTHLY", Interval: 1, ByWeekdayOccurrence: [2] },
    };
    expect(dates("2027-02-01", second, 8)).to.deep.equal([
      ...["2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-02-12", "2027-02-13"],
      ...["2027-02-14", "2027-03-08"],
    ]);
    const last = { ...second, ByWeekdayOccurrence: [-1] };
    expect(dates("2027-03-01", last, 8)).to.deep.equal([
      ...["2027-03-25", "2027-03-26", "2027-03-27", "2027-03-28", "2027-03-29", "2027-03-30"],
      ...["2027-03-31", "2027-04-24"],
    ]);
  });
});
