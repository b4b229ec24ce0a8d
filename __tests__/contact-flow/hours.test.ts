import { expect } from "chai";
import fc from "fast-check";

import {
  DAYS,
  type HoursOfOperation,
  isOpen,
  minutesOf,
  nextOpening,
} from "../../contact-flow/hours";
import type { RecurrencePattern } from "../../contact-flow/recurrence";

const span = (Day: (typeof DAYS)[number], from: string, to: string) => {
  const time = (text: string) => ({
    Hours: Number(text.slice(0, 2)),
    Minutes: Number(text.slice(3)),
  });
  return { Day, StartTime: time(from), EndTime: time(to) };
};

const schedule = (TimeZone: string, ...Config: HoursOfOperation["Config"]): HoursOfOperation => ({
  TimeZone,
  Config,
});

const open = (hours: HoursOfOperation, moment: string): boolean =>
  isOpen(hours, Date.parse(moment));

describe("Hours of operation", () => {
  const office = schedule("America/Los_Angeles", span("TUESDAY", "09:00", "18:00"));

  it("open with the start minute and are closed from the end minute on", () => {
    expect(open(office, "2026-11-24T16:59:59Z")).to.equal(false);
    expect(open(office, "2026-11-24T17:00:00Z")).to.equal(true);
    expect(open(office, "2026-11-25T01:59:59Z")).to.equal(true);
    expect(open(office, "2026-11-25T02:00:00Z")).to.equal(false);
  });

  it("go by the clock of their zone, summer time and all", () => {
    expect(open(office, "2026-07-21T16:00:00Z")).to.equal(true);
    expect(open(office, "2026-11-24T16:00:00Z")).to.equal(false);
  });

  it("may run past midnight, also from Saturday into Sunday", () => {
    const night = schedule("UTC", span("SATURDAY", "22:00", "06:00"));
    expect(open(night, "2026-11-28T23:00:00Z")).to.equal(true);
    expect(open(night, "2026-11-29T05:59:00Z")).to.equal(true);
    expect(open(night, "2026-11-29T06:00:00Z")).to.equal(false);
    expect(open(night, "2026-11-28T05:00:00Z")).to.equal(false);
  });

  it("from 00:00 to 00:00 are the whole day and no more", () => {
    const monday = schedule("UTC", span("MONDAY", "00:00", "00:00"));
    expect(open(monday, "2026-11-23T00:00:00Z")).to.equal(true);
    expect(open(monday, "2026-11-23T23:59:59Z")).to.equal(true);
    expect(open(monday, "2026-11-24T00:00:00Z")).to.equal(false);
    expect(open(monday, "2026-11-22T23:59:59Z")).to.equal(false);
  });

  it("without any stretch are never open", () => {
    expect(open(schedule("UTC"), "2026-11-24T12:00:00Z")).to.equal(false);
  });

  it("agree with a minute-by-minute reading of the week", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), minute, minute, minute, (day, from, to, now) => {
        const time = (at: number) => ({ Hours: Math.floor(at / 60), Minutes: at % 60 });
        const config = { Day: DAYS[day] ?? "SUNDAY", StartTime: time(from), EndTime: time(to) };
        const inside = new Set<number>();
        for (
          let at = from, left = to > from ? to - from : to - from + 1440;
          left > 0;
          at++, left--
        ) {
          inside.add((day * 1440 + at) % 10_080);
        }
        for (let today = 0; today < 7; today++) {
          // 2026-11-22 is a Sunday.
          const at = Date.UTC(2026, 10, 22 + today, 0, now);
          const expected = inside.has(today * 1440 + now);
          if (isOpen({ TimeZone: "UTC", Config: [config] }, at) !== expected) {
            return false;
          }
        }
        return minutesOf(config.StartTime) === from;
      }),
    );
  });
});

describe("Hours of a holiday", () => {
  const office = schedule("America/Los_Angeles", ...DAYS.map((day) => span(day, "09:00", "18:00")));
  const holiday = (date: string, ...Config: HoursOfOperation["Config"]) => ({
    EffectiveFrom: date,
    EffectiveTill: date,
    Config,
  });
  const christmas = holiday("2026-12-25");
  const eve = holiday("2026-12-24", span("THURSDAY", "09:00", "12:00"));

  it("close the day, by the clock of the zone, and no other", () => {
    const hours = { ...office, Overrides: [christmas] };
    expect(open(hours, "2026-12-25T18:00:00Z")).to.equal(false);
    expect(open(hours, "2026-12-26T01:00:00Z")).to.equal(false);
    expect(open(hours, "2026-12-25T01:00:00Z")).to.equal(true);
    expect(open(hours, "2026-12-26T18:00:00Z")).to.equal(true);
  });

  it("take the place of the day's own", () => {
    const hours = { ...office, Overrides: [christmas, eve] };
    expect(open(hours, "2026-12-24T19:59:00Z")).to.equal(true);
    expect(open(hours, "2026-12-24T20:00:00Z")).to.equal(false);
  });

  it("cover every day from the first to the last", () => {
    const Overrides = [{ ...christmas, EffectiveTill: "2026-12-27" }];
    for (const [day, isOpenThen] of [
      ["24", true],
      ["25", false],
      ["26", false],
      ["27", false],
      ["28", true],
    ] as const) {
      expect(open({ ...office, Overrides }, `2026-12-${day}T18:00:00Z`), day).to.equal(isOpenThen);
    }
  });

  it("let a night that began before it run to its end", () => {
    const night = schedule("UTC", ...DAYS.map((day) => span(day, "22:00", "06:00")));
    const hours = { ...night, Overrides: [christmas] };
    expect(open(hours, "2026-12-25T05:00:00Z")).to.equal(true);
    expect(open(hours, "2026-12-25T23:00:00Z")).to.equal(false);
    expect(open(hours, "2026-12-26T05:00:00Z")).to.equal(false);
  });
});

describe("Overrides that compete", () => {
  const override = (
    OverrideType: "STANDARD" | "OPEN" | "CLOSED",
    ...Config: HoursOfOperation["Config"]
  ) => ({ OverrideType, Config, EffectiveFrom: "2026-11-24", EffectiveTill: "2026-11-24" });
  /** The hours of that Tuesday at which it is open. */
  const openHours = (hours: HoursOfOperation) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
      isOpen(hours, Date.UTC(2026, 10, 24, hour)),
    );
  const office = schedule("UTC", span("TUESDAY", "09:00", "12:00"));
  const temporary = override("STANDARD", span("TUESDAY", "10:00", "11:00"));
  const extended = override("OPEN", span("TUESDAY", "14:00", "16:00"));
  const closed = override("CLOSED", span("TUESDAY", "10:00", "15:00"));

  it("count closed before open before temporary before the week, minute by minute, in any order", () => {
    const at = (...Overrides: NonNullable<HoursOfOperation["Overrides"]>) => [
      openHours({ ...office, Overrides }),
      openHours({ ...office, Overrides: [...Overrides].reverse() }),
    ];
    const both = (...hours: number[]) => [hours, hours];
    expect(at()).to.deep.equal(both(9, 10, 11));
    expect(at(temporary)).to.deep.equal(both(10));
    expect(at(extended)).to.deep.equal(both(9, 10, 11, 14, 15));
    expect(at(temporary, extended)).to.deep.equal(both(10, 14, 15));
    expect(at(closed)).to.deep.equal(both(9));
    expect(at(closed, extended)).to.deep.equal(both(9, 15));
    expect(at(closed, extended, temporary)).to.deep.equal(both(15));
  });

  it("are closed all day where closed hours name no stretch, and open nothing where open hours name none", () => {
    const Overrides = [override("CLOSED"), extended];
    expect(openHours({ ...office, Overrides })).to.deep.equal([]);
    expect(openHours({ ...office, Overrides: [override("OPEN")] })).to.deep.equal([9, 10, 11]);
  });

  it("tell when the schedule opens next: at the end of closed hours, at the start of open ones", () => {
    const next = (hour: number, ...Overrides: NonNullable<HoursOfOperation["Overrides"]>) =>
      new Date(nextOpening({ ...office, Overrides }, Date.UTC(2026, 10, 24, hour)) ?? 0)
        .toISOString()
        .slice(0, 16);
    const short = override("CLOSED", span("TUESDAY", "10:00", "11:00"));
    expect(next(10, short)).to.equal("2026-11-24T11:00");
    expect(next(13, extended)).to.equal("2026-11-24T14:00");
    expect(next(13, closed, extended)).to.equal("2026-11-24T15:00");
    const always = schedule("UTC", ...DAYS.map((day) => span(day, "00:00", "00:00")));
    const Overrides = [override("CLOSED")];
    expect(nextOpening({ ...always, Overrides }, Date.UTC(2026, 10, 24, 8))).to.equal(
      Date.UTC(2026, 10, 25),
    );
  });

  it("recur as their pattern says, from their first day to their last", () => {
    const open = (RecurrencePattern: RecurrencePattern, day: string) => {
      const Config = DAYS.map((each) => span(each, "09:00", "10:00"));
      const range = { EffectiveFrom: "2026-11-24", EffectiveTill: "2027-11-24" };
      const RecurrenceConfig = { RecurrencePattern };
      const Overrides = [{ OverrideType: "OPEN" as const, Config, ...range, RecurrenceConfig }];
      return isOpen({ TimeZone: "UTC", Config: [], Overrides }, Date.parse(`${day}T09:00Z`));
    };
    const yearly: RecurrencePattern = { Frequency: "YEARLY", Interval: 1 };
    expect(open(yearly, "2025-11-24")).to.equal(false);
    expect(open(yearly, "2026-11-24")).to.equal(true);
    expect(open(yearly, "2026-11-25")).to.equal(false);
    expect(open(yearly, "2027-11-24")).to.equal(true);
    expect(open(yearly, "2028-11-24")).to.equal(false);
  });
});
