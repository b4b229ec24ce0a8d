import { expect } from "chai";
import fc from "fast-check";

import type { OpenHours } from "../../../constructs/value/contact-center-value";
import { spokenHours, spokenMenu } from "../../../constructs/value/spoken";
import { WEEK } from "../../../constructs/value/week";
import { announcedHours } from "../../../contact-flow/lint/announced-hours";
import { KWGLOBAL } from "../../../kwglobal";
import { saidBy } from "../../support/kwglobal-texts";

const hours = (open: readonly OpenHours[]) =>
  spokenHours({ name: "Hours", timeZone: "America/Los_Angeles", open });

describe("Spoken hours", () => {
  it("say the client's schedule to the letter, in the prompt that callers hear when closed", () => {
    const open: OpenHours[] = [
      {
        days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        from: "09:00",
        to: "18:00",
      },
      { days: ["SATURDAY"], from: "09:00", to: "15:00" },
    ];
    expect(hours(open)).to.equal("Monday to Friday 9 am to 6 pm, and Saturday 9 am to 3 pm");
    const [flow] = KWGLOBAL.flows;
    const [schedule] = KWGLOBAL.hoursOfOperation;
    expect(flow?.values).to.include({ openingHours: schedule && spokenHours(schedule) });
    expect(saidBy("Closed")).to.include(flow?.values.openingHours);
  });

  it("name a single day, two days, and a range", () => {
    expect(hours([{ days: ["SUNDAY"], from: "10:00", to: "16:00" }])).to.equal(
      "Sunday 10 am to 4 pm",
    );
    expect(hours([{ days: ["SATURDAY", "SUNDAY"], from: "10:00", to: "16:00" }])).to.equal(
      "Saturday and Sunday 10 am to 4 pm",
    );
    expect(hours([{ days: ["MONDAY", "TUESDAY", "FRIDAY"], from: "10:00", to: "16:00" }])).to.equal(
      "Monday, Tuesday and Friday 10 am to 4 pm",
    );
  });

  it("say the midnight that ends a day", () => {
    expect(hours([{ days: ["MONDAY"], from: "18:00", to: "24:00" }])).to.equal(
      "Monday 6 pm to midnight",
    );
  });

  it("say minutes, noon and midnight", () => {
    expect(hours([{ days: ["MONDAY"], from: "00:00", to: "12:30" }])).to.equal(
      "Monday 12 am to 12:30 pm",
    );
  });
});

describe("Spoken hours of any schedule", () => {
  const days = fc.subarray([...WEEK], { minLength: 1 });
  const half = fc.integer({ min: 0, max: 48 });
  const span = fc.tuple(half, half).filter(([from, to]) => from < to);
  const clock = (halves: number) =>
    `${String(halves >> 1).padStart(2, "0")}:${halves % 2 === 0 ? "00" : "30"}`;

  it("are heard by the lint as they are meant", () => {
    fc.assert(
      fc.property(days, span, span, (open, [from, to], [since, until]) => {
        const rest = WEEK.filter((day) => !open.includes(day)).slice(0, 2);
        const stretches = [
          { days: open, from: clock(from), to: clock(to) },
          ...(rest.length > 0 ? [{ days: rest, from: clock(since), to: clock(until) }] : []),
        ];
        const expected = stretches.flatMap((stretch, index) =>
          stretch.days.map((day) => [
            (WEEK.indexOf(day) + 1) % 7,
            (index === 0 ? [from, to] : [since, until]).map((halves) => halves * 30),
          ]),
        );
        expect([...announcedHours(hours(stretches))]).to.have.deep.members(expected);
      }),
    );
  });
});

describe("Spoken menu", () => {
  it("says two keys, in the prompt that callers hear first", () => {
    const menu = [
      { key: "1", queue: "Customer Service" },
      { key: "2", queue: "Business Consulting" },
    ];
    expect(spokenMenu(menu)).to.equal("1 for customer service or 2 for business consulting");
    expect(saidBy("Main menu")).to.include(KWGLOBAL.flows[0]?.values.menuText);
  });

  it("puts commas between more than two", () => {
    const menu = ["Sales", "Billing", "Support"].map((queue, index) => ({
      key: String(index + 1),
      queue,
    }));
    expect(spokenMenu(menu)).to.equal("1 for sales, 2 for billing or 3 for support");
  });
});
