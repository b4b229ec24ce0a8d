import { expect } from "chai";
import fc from "fast-check";

import { closedUntil, MOST_DAYS, readUntil } from "../../../commands/message/until";
import { connectHours } from "../../../constructs/connect/hours-of-operation";
import { messageHours } from "../../../constructs/connect/message";
import { isOpen, localTimeOf, momentOf, nextOpening } from "../../../contact-flow/hours";

const ZONE = "America/Los_Angeles";
/** A Tuesday. */
const NOW = momentOf("2026-11-24T10:00", ZONE);
const MINUTE = 60_000;

const fault = (text: string, now = NOW): string => {
  try {
    readUntil(text, now, ZONE);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

/** The schedule of a message, with its override. */
const schedule = (end: string, now = NOW, timeZone = ZONE) => ({
  ...connectHours(messageHours({ name: "Message", timeZone })),
  Overrides: [closedUntil(readUntil(end, now, timeZone), now, timeZone)],
});

describe("the end of a message", () => {
  it("is a time of today, or of a day to come, on the center's clock", () => {
    const read = (text: string) => localTimeOf(readUntil(text, NOW, ZONE).moment, ZONE);
    expect(read("14:00")).to.equal("2026-11-24T14:00");
    expect(read("24:00")).to.equal("2026-11-25T00:00");
    expect(read("2026-11-27 08:30")).to.equal("2026-11-27T08:30");
    expect(read("2026-11-27T08:30")).to.equal("2026-11-27T08:30");
    expect(read("2026-11-30 24:00")).to.equal("2026-12-01T00:00");
  });

  it("must be to come, and says how tomorrow is written", () => {
    expect(fault("09:00")).to.equal(
      'must be to come: 09:00 has passed, it is 2026-11-24 10:00 in America/Los_Angeles; for tomorrow write "2026-11-25 09:00"',
    );
    expect(fault("10:00")).to.match(/has passed/);
    expect(fault("2026-11-23 14:00")).to.match(/has passed, it is 2026-11-24 10:00 in [^;]*$/);
    expect(fault("10:01")).to.equal("");
  });

  it("is within a week, since what lasts longer is no message", () => {
    expect(fault("2026-11-30 24:00")).to.equal("");
    expect(fault("2026-12-01 00:00")).to.match(/up to "2026-11-30 24:00".*edit of a prompt$/);
  });

  for (const text of [
    "",
    "2 pm",
    "14",
    "25:00",
    "24:01",
    "14:60",
    "2026-11-31 14:00",
    "2026-13-01 14:00",
    "2026-11-27",
    "tomorrow",
  ]) {
    it(`is no "${text}", and the fault says what it could be`, () => {
      expect(fault(text)).to.match(/^must be a time of today such as 14:00, or a day and a time/);
    });
  }

  it("closes the schedule from now until then, and never again", () => {
    const zones = ["America/Los_Angeles", "Asia/Shanghai", "Europe/Berlin", "Asia/Kathmandu"];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }),
        fc.integer({ min: 0, max: MOST_DAYS - 1 }),
        fc.integer({ min: 0, max: 24 * 60 }),
        fc.constantFrom(...zones),
        (minutes, days, ofDay, zone) => {
          const now = Date.UTC(2026, 0, 1) + minutes * MINUTE;
          const today = localTimeOf(now, zone).slice(0, 10);
          const date = new Date(Date.parse(today) + days * 24 * 60 * MINUTE)
            .toISOString()
            .slice(0, 10);
          const two = (number: number) => String(number).padStart(2, "0");
          const end = `${date} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
          let until: number;
          try {
            until = readUntil(end, now, zone).moment;
          } catch {
            fc.pre(false);
            return;
          }
          const hours = schedule(end, now, zone);
          // Where clocks are set back an hour comes twice: the message ends in one of the two.
          const slack = 60 * MINUTE;
          expect(isOpen(hours, now)).to.equal(false);
          expect(Math.abs((nextOpening(hours, now) ?? 0) - until)).to.be.at.most(slack);
          for (
            let later = until + slack;
            later < until + 15 * 24 * 60 * MINUTE;
            later += 7 * MINUTE
          )
            if (!isOpen(hours, later)) expect.fail(`${end} ${zone}: closed at ${later}`);
        },
      ),
      { numRuns: 30, seed: 2026 },
    );
  });

  it("is told by the schedule to the minute", () => {
    for (const end of ["14:00", "24:00", "2026-11-30 00:00", "2026-11-30 23:59"]) {
      expect(nextOpening(schedule(end), NOW)).to.equal(readUntil(end, NOW, ZONE).moment);
    }
  });
});
