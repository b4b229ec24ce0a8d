import { expect } from "chai";

import { staffAsCsv } from "../../../commands/forecast/files";
import { Forecaster } from "../../../commands/forecast/simulation/forecast";
import type { Scenario } from "../../../commands/forecast/simulation/model";
import { cheapestStaffing } from "../../../commands/forecast/simulation/staffing";
import { ASSUMPTIONS, calls, halfHours, modelOf, SALES, SELLERS, staff } from "./fixtures";

const MODEL = modelOf([SALES], [SELLERS]);
const HOURS = halfHours(3);
const CALLS = [20, 60, 30].flatMap((count, at) =>
  calls(HOURS.slice(at, at + 1), 0, { calls: count, talkSeconds: 180 }),
);
const forecasterOf = (begin: Scenario["staff"]) =>
  new Forecaster(MODEL, { calls: CALLS, staff: begin }, ASSUMPTIONS, 20, 1);

describe("The cheapest staffing", () => {
  for (const [agents, what] of [
    [0, "nobody"],
    [40, "far too many"],
  ] as const) {
    it(`reaches the target, and with no agent to spare, beginning with ${what}`, () => {
      const begin = staff(HOURS, 0, agents);
      const forecaster = forecasterOf(begin);
      const found = cheapestStaffing(forecaster, begin, 0.8);
      const levels = (rows: Scenario["staff"]) =>
        forecaster.forecast(rows).intervals.map(({ serviceLevel }) => serviceLevel?.value ?? 1);
      expect(Math.min(...levels(found?.staff ?? []))).to.be.at.least(0.8);
      for (const row of found?.staff ?? []) {
        const fewer = (found?.staff ?? []).map((each) =>
          each === row ? { ...each, agents: each.agents - 1 } : each,
        );
        expect(Math.min(...levels(fewer))).to.be.below(0.8);
      }
    });
  }

  it("is none where no agent may serve a queue", () => {
    const begin = staff(HOURS.slice(0, 1), 0, 1);
    expect(cheapestStaffing(forecasterOf(begin), begin, 0.8)).to.equal(undefined);
  });

  it("is written in the form in which it is read", () => {
    expect(staffAsCsv(staff(HOURS.slice(0, 1), 0, 7), MODEL)).to.equal(
      "start,routing_profile,agents\n2026-11-24T00:00,Sellers,7\n",
    );
  });
});
