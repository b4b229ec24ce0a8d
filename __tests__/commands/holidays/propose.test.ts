import { expect } from "chai";

import { holidayLines, proposeHolidays } from "../../../commands/holidays/propose";
import type { HoursOfOperationValue } from "../../../constructs/value/contact-center-value";
import { checkHours } from "../../../constructs/validation/hours";
import { holidayWarnings } from "../../../constructs/validation/warnings/holidays";
import { OperatorError } from "../../../sandbox/machine/errors";
import { KWGLOBAL } from "../../../kwglobal";

const TODAY = new Date("2026-11-26T12:00:00Z");

describe("Proposed holidays", () => {
  it("are the public ones of twelve months from today on, each date once", () => {
    const us = proposeHolidays({ country: "US" }, TODAY);
    const dates = us.map(({ date }) => date);
    expect(us).to.deep.include({ name: "Christmas Day", date: "2026-12-25" });
    expect([dates[0], dates.at(-1)]).to.deep.equal(["2026-11-26", "2027-11-25"]);
    expect(dates).to.deep.equal([...new Set(dates)].sort());
    // Observed by many, a day off for nobody.
    expect(us.map(({ name }) => name)).not.to.include("Valentine's Day");
  });

  it("may be those of a state", () => {
    const names = (state?: string) =>
      proposeHolidays({ country: "US", state }, TODAY).map(({ name }) => name);
    expect(names("OR")).not.to.deep.equal(names());
    expect(names("AK")).to.include("Alaska Day");
  });

  it("can stand in a schedule as they are, which is then warned of no more", () => {
    for (const country of ["US", "CN", "AT"]) {
      const holidays = proposeHolidays({ country }, TODAY);
      const [hours] = KWGLOBAL.hoursOfOperation as readonly [HoursOfOperationValue];
      const hoursOfOperation = [{ ...hours, holidays }];
      checkHours(hoursOfOperation, (place, problem) => {
        throw new Error(`${place}: ${problem}`);
      });
      expect(holidayWarnings({ ...KWGLOBAL, hoursOfOperation }, TODAY)).to.deep.equal([]);
    }
  });

  it("are lines of TypeScript", () => {
    expect(holidayLines([{ name: 'Day of "rest"', date: "2027-01-02" }])).to.equal(
      '  holidays: [\n    { name: "Day of \\"rest\\"", date: "2027-01-02" },\n  ],',
    );
  });

  it("need a place that is known, and name those that are", () => {
    expect(() => proposeHolidays({ country: "XX" }, TODAY)).to.throw(
      OperatorError,
      /^the country must be an ISO code such as US, got "XX"; there are: .*\bUS\b/,
    );
    expect(() => proposeHolidays({ country: "US", state: "XX" }, TODAY)).to.throw(
      OperatorError,
      /^the state must be one of US's: AL, .*; got "XX"$/,
    );
    expect(() => proposeHolidays({ country: "toString" }, TODAY)).to.throw(OperatorError);
  });
});
