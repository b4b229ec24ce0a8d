import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { estimate, totalOf, type Usage } from "../../commands/cost/estimate";
import { type Price, PRICES } from "../../commands/cost/prices";
import { type Block, Configuration } from "../../commands/docs/configuration";
import { synthesize } from "../support/synthesized";

describe("docs/cost.md", () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "cost.md"), "utf8");
  const rows = new Map(
    [...page.matchAll(/^\| ([^|]+?) +\| +\$([\d.]+) +\|/gm)].map(([, what = "", dollars]) => [
      what,
      Number(dollars),
    ]),
  );
  const kwglobal = new Configuration(synthesize().json as Block);
  const month = (usage: Partial<Usage>) =>
    estimate(kwglobal, { calls: 0, talkMinutes: 4, waitMinutes: 1, outboundCalls: 0, ...usage });
  const calling = (usage: Partial<Usage>) => totalOf(month(usage)) - totalOf(month({}));

  it("tells what the command computes", () => {
    const told = (what: string) => rows.get(what);
    expect(told("an idle month")).to.be.closeTo(totalOf(month({})), 0.005);
    expect(told("a call: 1 minute of waiting, 4 of talk")).to.be.closeTo(
      calling({ calls: 1 }),
      0.0005,
    );
    expect(told("a minute of waiting")).to.be.closeTo(
      calling({ calls: 1, waitMinutes: 2 }) - calling({ calls: 1 }),
      0.0005,
    );
    expect(told("a caller who is forgotten in the queue for 9 hours")).to.be.closeTo(
      calling({ calls: 1, talkMinutes: 0, waitMinutes: 540 }),
      0.005,
    );
    expect(told("a month of 2,000 calls")).to.be.closeTo(totalOf(month({ calls: 2000 })), 0.005);
  });

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
