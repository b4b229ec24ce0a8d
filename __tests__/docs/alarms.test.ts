import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { format } from "prettier";

import type { AlarmDefinition } from "../../constructs/reporting/alarm";
import { alarmsFor, SCENARIOS } from "../support/alarm-scenarios";
import { ALARMS, watchedBy } from "../constructs/reporting/kinds-of-alarms";

const FILE = join(__dirname, "..", "..", "docs", "reporting.md");
const PAGE = readFileSync(FILE, "utf8");

/** An alarm's name with what it is of left out. */
const kind = (name: string) =>
  name.replace(/^(.*)-(queue|flow|function|waiting)$/, (_, what: string, of: string) =>
    of === "waiting" ? `${what}-… (those who wait)` : `${what}-…`,
  );

/** An alarm's kind: its name up to the queue, flow or function that it watches. */
const kindOf = (name: string) =>
  /^(queue-size|longest-wait|old-callback|queue-full|flow-errors|flow-fatal-errors|function-(?:errors|throttles|duration))-/.exec(
    name,
  )?.[1] ?? name;

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
  it("says of each alarm what makes it ring, and why from this figure on (UPDATE_SNAPSHOTS=1 writes it)", async () => {
    const [, before = "", , after = ""] =
      /^([\s\S]*?\| alarm +\| rings at [^\n]*\n)([\s\S]*?)(\n\n[\s\S]*)$/.exec(PAGE) ?? [];
    const rows = ALARMS.map(
      (alarm) => `| \`${kind(alarm.name)}\` | ${figure(alarm)} | ${alarm.why} |`,
    );
    const told = await format(`${before}${["| - | - | - |", ...rows].join("\n")}${after}`, {
      parser: "markdown",
      printWidth: 100,
    });
    if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(FILE, told);
    const rowsOf = (page: string) => page.slice(before.length).split("\n", rows.length + 2);
    const [is, should] = [rowsOf(readFileSync(FILE, "utf8")), rowsOf(told)];
    expect(should.filter((row) => !is.includes(row))).to.deep.equal([]);
    expect(is).to.deep.equal(should);
  });

  it("says of each thing that the sandbox can let go wrong which alarms go off, and which it can't", () => {
    const [, table = ""] =
      /\| what goes wrong +\| goes off +\|\n\|[-| ]+\n([\s\S]*?)\n\n/.exec(PAGE) ?? [];
    const rows = table.split("\n").map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(rows).to.deep.equal(
      SCENARIOS.map(({ what, rings }) => [
        what,
        rings.map((name) => `\`${name}\``).join(", ") || "none",
      ]),
    );
    const [, unplayed = ""] = /No scenario sets off these: ([^.]*)\./.exec(PAGE) ?? [];
    const left = [...unplayed.matchAll(/`([\w-]+)(?:-…)?`/g)].map(([, name = ""]) => name);
    const driven = new Set(SCENARIOS.flatMap(({ rings }) => rings));
    for (const { AlarmName = "" } of alarmsFor("i")) {
      const name = AlarmName.replace(/^kwglobal-/, "");
      // Each queue, flow and function has the same alarms.
      const isDriven = [...driven].some((each) => kindOf(each) === kindOf(name));
      expect(isDriven !== left.some((each) => name.startsWith(each)), name).to.equal(true);
    }
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
