import { expect } from "chai";

import type { OpenHours } from "../../constructs/contact-center-value";
import { spokenHours, spokenMenu } from "../../constructs/spoken";
import { synthesize } from "../support/synthesized";

const hours = (open: readonly OpenHours[]) =>
  spokenHours({ name: "Hours", timeZone: "America/Los_Angeles", open });

describe("Spoken hours", () => {
  it("say the client's schedule to the letter, in the prompt that callers hear when closed", () => {
    const closed = synthesize()
      .flow("kwglobal_main_menu")
      .Actions.find(({ Identifier }) => Identifier === "Closed");
    expect(closed?.Parameters.Text).to.equal(
      "Sorry, we are currently closed. Our normal business hours are Monday to Friday 9 am to 6 pm, and Saturday 9 am to 3 pm. Please call back between the business hours. Goodbye",
    );
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

  it("say minutes, noon and midnight", () => {
    expect(hours([{ days: ["MONDAY"], from: "00:00", to: "12:30" }])).to.equal(
      "Monday 12 am to 12:30 pm",
    );
  });
});

describe("Spoken menu", () => {
  it("says the client's menu to the letter", () => {
    const menu = synthesize()
      .flow("kwglobal_main_menu")
      .Actions.find(({ Identifier }) => Identifier === "Main menu");
    expect(menu?.Parameters.Text).to.equal(
      "Your calls are important to us, please press 1 for customer service or 2 for business consulting",
    );
  });

  it("puts commas between more than two", () => {
    const menu = ["Sales", "Billing", "Support"].map((queue, index) => ({
      key: String(index + 1),
      queue,
    }));
    expect(spokenMenu(menu)).to.equal("1 for sales, 2 for billing or 3 for support");
  });
});
