import { expect } from "chai";
import fc from "fast-check";

import { DAYS, type Day, isOpen } from "../../../contact-flow/hours";
import type { HoursOfOperationValue } from "../../../constructs/value/contact-center-value";
import { connectHours } from "../../../constructs/connect/hours-of-operation";
import {
  longestStretch,
  watchedHours,
  watchedHoursExpression,
} from "../../../constructs/value/watched-hours";

const schedule = (
  timeZone: string,
  days: readonly Day[],
  from: string,
  to: string,
): HoursOfOperationValue => ({ name: "Hours", timeZone, open: [{ days, from, to }] });

describe("The hours of UTC in which a center is watched", () => {
  it("are those in which, and after which, it is open however its clock is set", () => {
    // From 15:00 to 23:00 in winter, from 14:00 to 22:00 in summer.
    expect(
      watchedHours([schedule("America/New_York", ["TUESDAY"], "10:00", "18:00")]),
    ).to.deep.equal([{ day: 2, from: 15, to: 20 }]);
  });

  it("go on into the next day, and from Sunday into Monday", () => {
    const hours = watchedHours([schedule("America/Los_Angeles", ["SUNDAY"], "15:00", "20:00")]);
    expect(hours).to.deep.equal([
      { day: 1, from: 0, to: 1 },
      { day: 7, from: 23, to: 23 },
    ]);
    expect(longestStretch(hours)).to.equal(3);
  });

  it("are all around the clock, and none of a schedule too short for one", () => {
    const always = watchedHours([schedule("Asia/Kolkata", DAYS, "00:00", "24:00")]);
    expect(always).to.have.length(7);
    expect(longestStretch(always)).to.equal(168);
    expect(watchedHours([schedule("Asia/Kolkata", DAYS, "09:00", "10:30")])).to.deep.equal([]);
  });

  it("are those of any schedule", () => {
    const hours = watchedHours([
      schedule("UTC", ["MONDAY"], "09:00", "12:00"),
      schedule("UTC", ["MONDAY"], "15:00", "18:00"),
    ]);
    expect(hours).to.deep.equal([
      { day: 1, from: 9, to: 10 },
      { day: 1, from: 15, to: 16 },
    ]);
  });

  it("are told to CloudWatch by days and hours", () => {
    const hours = [
      { day: 1, from: 9, to: 16 },
      { day: 2, from: 9, to: 16 },
      { day: 4, from: 9, to: 16 },
      { day: 6, from: 10, to: 12 },
    ];
    expect(watchedHoursExpression(hours, "m")).to.equal(
      "(((DAY(m) >= 1 AND DAY(m) <= 2) OR DAY(m) == 4) AND HOUR(m) >= 9 AND HOUR(m) <= 16) OR ((DAY(m) == 6) AND HOUR(m) >= 10 AND HOUR(m) <= 12)",
    );
  });

  it("are never an hour in which the center is closed", () => {
    const zone = fc.constantFrom("America/Los_Angeles", "Asia/Kolkata", "Europe/Berlin", "UTC");
    const time = fc.integer({ min: 0, max: 95 });
    const text = (quarter: number) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
    fc.assert(
      fc.property(zone, fc.constantFrom(...DAYS), time, time, (timeZone, day, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
        const value = schedule(timeZone, [day], text(from), text(to));
        const hours = connectHours(value);
        for (const { day: at, from: first, to: last } of watchedHours([value])) {
          for (const month of [0, 6]) {
            // Mondays of a winter and a summer.
            const monday = Date.UTC(2029, month, month === 0 ? 8 : 9);
            for (let hour = first; hour <= last; hour++) {
              const start = monday + ((at - 1) * 24 + hour) * 3_600_000;
              for (let later = 0; later < 120; later += 15) {
                expect(isOpen(hours, start + later * 60_000)).to.equal(true);
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
