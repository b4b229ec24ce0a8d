import { expect } from "chai";
import { summaryText } from "../../../commands/support/summary-text";

describe("the summary of a contact center", () => {
  it("names what there is, in full", () => {
    const text = summaryText(
      {
        id: "8f0c",
        alias: "kwglobal-dev",
        numbers: [{ number: "+13025550100", flow: "Main Menu" }],
        queues: [
          { name: "Sales", hours: "Weekdays", quickConnects: ["Management", "Mary Jane"] },
          { name: "BasicQueue", hours: "Basic Hours", quickConnects: [] },
        ],
        routingProfiles: [{ name: "Sales", queues: ["Sales (1, 0 s)"], users: ["mary.jane"] }],
        hierarchy: ["KWGlobal", "KWGlobal › Consulting"],
        agentStatuses: ["Available", "Lunch"],
        flows: ["Main Menu"],
        functions: ["recordVanityNumber"],
      },
      ["vanity-numbers"],
    );
    expect(`\n${text}`).to.equal(`
Instance        kwglobal-dev (8f0c)
Number          +13025550100 → Main Menu
Flows           Main Menu
Functions       recordVanityNumber
Tables          vanity-numbers
Agent statuses  Available, Lunch
User hierarchy  KWGlobal
                KWGlobal › Consulting
┌────────────┬────────────────────┬────────────────┐
│ Queue      │ Hours of operation │ Quick connects │
├────────────┼────────────────────┼────────────────┤
│ Sales      │ Weekdays           │ Management     │
│            │                    │ Mary Jane      │
├────────────┼────────────────────┼────────────────┤
│ BasicQueue │ Basic Hours        │ –              │
└────────────┴────────────────────┴────────────────┘
┌─────────────────┬──────────────────────────┬───────────┐
│ Routing profile │ Queues (priority, delay) │ Users     │
├─────────────────┼──────────────────────────┼───────────┤
│ Sales           │ Sales (1, 0 s)           │ mary.jane │
└─────────────────┴──────────────────────────┴───────────┘`);
  });
});
