import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import type { AlarmDefinition } from "../../constructs/reporting/alarm";
import { ALARMS, watchedBy } from "../constructs/reporting/kinds-of-alarms";

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "reporting.md"), "utf8");

/** An alarm's name with what it is of left out. */
const kind = (name: string) =>
  name.replace(/^(.*)-(queue|flow|function|waiting)$/, (_, what: string, of: string) =>
    of === "waiting" ? `${what}-… (those who wait)` : `${what}-…`,
  );

function figure(alarm: AlarmDefinition): string {
  const { statistic, threshold, periodSeconds, periods = 1 } = alarm;
  const watched = watchedBy(alarm);
  const times = periods === 1 ? "" : `, ${periods} times in a row`;
  const condition = "whileAny" in watched ? ` while \`${watched.whileAny.name}\` is above 0` : "";
  if ("during" in watched) {
    return `\`${watched.of.name}\`, 0 for ${periodSeconds / 60} min of the open hours${times}`;
  }
  return `\`${watched.of.name}\`, ${statistic.toLowerCase()} of ${periodSeconds / 60} min, from ${threshold} on${times}${condition}`;
}

describe("docs/reporting.md", () => {
  it("says of each alarm what makes it ring, and why from this figure on", () => {
    const rows = ALARMS.map((alarm) => [`\`${kind(alarm.name)}\``, figure(alarm), alarm.why]);
    const table = [...PAGE.matchAll(/^\| (`[^|]+`) +\| (`[A-Z][^|]+?) +\| ([^|]+?) +\|$/gm)].map(
      ([, ...cells]) => cells,
    );
    expect(table).to.deep.equal(rows);
  });

  it("says what to do at each", () => {
    const [, doing = ""] = /\| alarm +\| do +\|\n([\s\S]*?)\n\n/.exec(PAGE) ?? [];
    const told = [...doing.matchAll(/`([\w…-]+)`/g)].map(([, name = ""]) => name);
    for (const { name } of ALARMS) {
      const isTold = told.some((each) => name === each || name.startsWith(each.replace("…", "")));
      expect(isTold || /-(throttles|duration)-/.test(name), name).to.equal(true);
    }
  });
});
