import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { estimate, totalOf, type Usage } from "../../commands/cost/estimate";
import { type Price, PRICES } from "../../commands/cost/prices";
import { type Block, Configuration } from "../../commands/docs/configuration";
import { synthesize } from "../support/synthesized";

const PAGE = join(__dirname, "..", "..", "docs", "cost.md");

describe("docs/cost.md", () => {
  const kwglobal = new Configuration(synthesize().json as Block);
  const month = (usage: Partial<Usage>) =>
    estimate(kwglobal, { calls: 0, talkMinutes: 4, waitMinutes: 1, outboundCalls: 0, ...usage });
  const calling = (usage: Partial<Usage>) => totalOf(month(usage)) - totalOf(month({}));
  /** What the page tells, in dollars with so many digits behind the point. */
  const FIGURES: readonly (readonly [what: string, dollars: number, digits: number])[] = [
    ["an idle month", totalOf(month({})), 2],
    ["a call: 1 minute of waiting, 4 of talk", calling({ calls: 1 }), 3],
    ["a minute of waiting", calling({ calls: 1, waitMinutes: 2 }) - calling({ calls: 1 }), 4],
    [
      "a caller who is forgotten in the queue for 9 hours",
      calling({ calls: 1, talkMinutes: 0, waitMinutes: 540 }),
      2,
    ],
    ["a month of 2,000 calls", totalOf(month({ calls: 2000 })), 2],
  ];
  let page = readFileSync(PAGE, "utf8");

  for (const [what, dollars, digits] of FIGURES) {
    it(`tells what the command computes: ${what}`, () => {
      const row = new RegExp(`^(\\| ${what} +\\| )( *\\$[\\d.]+)(?= \\|)`, "m");
      if (process.env.UPDATE_SNAPSHOTS === "1") {
        page = page.replace(row, (_, before: string, old: string) => {
          return before + `$${dollars.toFixed(digits)}`.padStart(old.length);
        });
        writeFileSync(PAGE, page);
      }
      expect(row.exec(page)?.[2]?.trim()).to.equal(`$${dollars.toFixed(digits)}`);
    });
  }

  it("has the table of prices", () => {
    const prices = [
      ...page.matchAll(/^\| `(\w+)` +\| +\$([\d.]+) +\| ([^|]+?) +\| ([^|]+?) +\|/gm),
    ];
    expect(
      prices.map(([, name, dollars, unit, read]) => [name, Number(dollars), unit, read]),
    ).to.deep.equal(
      Object.entries(PRICES as Readonly<Record<string, Price>>).map(
        ([name, { dollars, unit, read }]) => [name, dollars, unit, read ?? "not yet"],
      ),
    );
  });
});
