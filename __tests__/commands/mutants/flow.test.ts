import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import type { FlowExcuse } from "../../../commands/mutants/flow/excuses";
import { mutantsOf } from "../../../commands/mutants/flow/mutations";
import { flowDetails, flowVerdict } from "../../../commands/mutants/flow/report";
import { tryFlows } from "../../../commands/mutants/flow/try-flows";

const FIXTURES = join(__dirname, "fixtures");
const CALLS = require.resolve("./fixtures/menu-calls");

const mutants = mutantsOf(readFileSync(join(FIXTURES, "menu.json"), "utf8"));
const of = (block: string, what: string) =>
  mutants
    .filter((mutant) => mutant.block === block && mutant.what === what)
    .map(({ was, is }) => `${was} → ${is}`);

const tried = (excuses: readonly FlowExcuse[] = []) =>
  tryFlows({ templates: FIXTURES, tests: [CALLS], readers: [] }, excuses, () => undefined);

describe("The mutants of a flow template", () => {
  it("drop and change each parameter", () => {
    expect(of("Menu", "InputTimeLimitSeconds")).to.deep.equal(["5 → nothing", "5 → 6", "5 → 4"]);
    expect(of("Menu", "StoreInput")).to.deep.equal(["False → nothing", "False → True"]);
    expect(of("Thanks", "Text")).to.deep.equal(["Thanks. → nothing", "Thanks. → Thanks. changed"]);
  });

  it("drop each branch, lead it elsewhere, and ask for another key", () => {
    expect(of("Thanks", "NoMatchingError")).to.deep.equal(["to Bye → nothing", "Bye → Menu"]);
    expect(of("Menu", "Equals 1")).to.deep.equal([
      "to Thanks → nothing",
      "Thanks → Bye",
      "1 → 2",
      "1 → 0",
    ]);
  });

  it("know their line, and are flows themselves", () => {
    const [mutant] = mutants.filter(({ what }) => what === "InputTimeLimitSeconds");
    expect(mutant?.line).to.equal(11);
    for (const { text } of mutants) expect(() => JSON.parse(text) as unknown).not.to.throw();
  });
});

describe("The trial of a flow's mutants", () => {
  it("tells those that neither lint nor a named call notices, with block and line", async () => {
    const scores = await tried();
    const alive = scores.flatMap((score) => score.alive);
    expect(new Set(alive.map(({ block, what }) => `${block}: ${what}`))).to.deep.equal(
      new Set([
        "Menu: InputTimeLimitSeconds",
        "Menu: InputTimeLimitExceeded",
        "Menu: NoMatchingError",
        "Thanks: NoMatchingError",
      ]),
    );
    expect(flowVerdict(scores).passed).to.equal(false);
    expect(flowDetails(scores)).to.include(
      'alive: flow-templates/menu.json:11 "Menu", InputTimeLimitSeconds\n  - 5\n  + 6',
    );
  });

  it("leaves out what is excused, and tells an excuse that fits nothing", async () => {
    const excuse = { template: "menu.json", block: "Menu", why: "nobody waits" };
    const [score] = await tried([
      { ...excuse, what: "InputTimeLimitSeconds" },
      { ...excuse, what: "StoreInput" },
    ]);
    expect(score?.excused.map(({ why }) => why)).to.deep.equal(["nobody waits", "nobody waits"]);
    expect(score?.stale.map(({ what }) => what)).to.deep.equal(["StoreInput"]);
  });
});
