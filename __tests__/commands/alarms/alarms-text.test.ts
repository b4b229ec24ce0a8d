import { expect } from "chai";

import { alarmsText } from "../../../commands/alarms/alarms-text";

const NOW = new Date("2026-11-24T17:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const ALARMS = [
  { AlarmName: "kwglobal-no-calls", StateValue: "OK" as const, StateUpdatedTimestamp: ago(4000) },
  {
    AlarmName: "kwglobal-missed-calls",
    AlarmDescription: "Agents missed calls (docs/reporting.md)",
    StateValue: "ALARM" as const,
    StateReason: "1, threshold 1\u001b[2J",
    StateUpdatedTimestamp: ago(70),
  },
  {
    AlarmName: "kwglobal-packet-loss",
    StateValue: "INSUFFICIENT_DATA" as const,
    StateUpdatedTimestamp: ago(5),
  },
];

const text = (all: boolean) => alarmsText(ALARMS, "kwglobal-", { all, now: NOW }).split("\n");

describe("What npm run alarms shows", () => {
  it("is those that are on, with what has happened and why, then those without data", () => {
    expect(text(false)).to.deep.equal([
      "ON  missed-calls, for 1 h",
      "    Agents missed calls (docs/reporting.md)",
      "    1, threshold 1\\u{1b}[2J",
      "no data  packet-loss, for 5 min",
      "3 alarms, 1 on",
    ]);
  });

  it("has the quiet ones at the end where all are asked for", () => {
    expect(text(true).at(-2)).to.equal("quiet  no-calls, for 2 d");
  });

  it("says that there are none", () => {
    expect(alarmsText([], "kwglobal-", { all: true, now: NOW })).to.equal("0 alarms, 0 on");
  });
});
