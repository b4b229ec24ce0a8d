import { expect } from "chai";
import fc from "fast-check";

import { DAYS, type HoursOfOperation, isOpen, minutesOf } from "../../contact-flow/hours";

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
