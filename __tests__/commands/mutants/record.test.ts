import { readFileSync } from "node:fs";

import { expect } from "chai";

import { AREAS } from "../../../commands/mutants/areas";
import { withScore } from "../../../commands/mutants/record";
import { scoreOf } from "../../../commands/mutants/score";

const HEAD =
  "| area | mutants | killed by tests | of these endless | by the compiler | excused | alive | score | measured |";

const page = (...rows: string[]) =>
  ["Scores:", "", HEAD, "| --- | --- |", ...rows, "", "And so on."].join("\n");

const score = (area: string) => scoreOf(area, [], []);

/** The table's rows, without the spaces that line them up. */
const rowsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.replace(/ +/g, " "))
    .slice(2);

describe("The table of scores", () => {
  it("gets a row for each area, in their order, measured or not", () => {
    const rows = rowsOf(withScore(page(), score("policy"), "2026-11-26"));
    expect(rows.map((row) => row.split(" ")[1])).to.deep.equal(Object.keys(AREAS));
    expect(rows[0]).to.equal("| gate | – | – | – | – | – | – | – | never |");
    expect(rows[1]).to.equal("| policy | 0 | 0 | 0 | 0 | 0 | 0 | 100.0 % | 2026-11-26 |");
  });

  it("keeps the other areas' scores, and what stands around", () => {
    const gate = "| gate | 10 | 9 | 0 | 0 | 0 | 1 | 90.0 % | 2026-11-25 |";
    const stranger = "| gone | 10 | 9 | 0 | 0 | 0 | 1 | 90.0 % | 2026-11-25 |";
    const written = withScore(page(gate, stranger), score("policy"), "2026-11-26");
    expect(rowsOf(written)[0]).to.equal(gate);
    expect(rowsOf(written)).to.have.length(Object.keys(AREAS).length);
    expect(written).to.match(/^Scores:\n\n\|.*\|\n\nAnd so on\.$/s);
    expect(withScore(written, score("policy"), "2026-11-26")).to.equal(written);
  });

  it("must be there", () => {
    expect(() => withScore("no table", score("policy"), "2026-11-26")).to.throw(
      "the page has no table with the columns area, mutants,",
    );
  });

  describe("in ARCHITECTURE.md", () => {
    const text = readFileSync("ARCHITECTURE.md", "utf8");
    const table = text.slice(text.indexOf("| area "));
    const rows = rowsOf(table.slice(0, table.indexOf("\n\n"))).map((row) =>
      row.split("|").map((cell) => cell.trim()),
    );

    it("has a row for each area", () => {
      expect(rows.map(([, area]) => area)).to.deep.equal(Object.keys(AREAS));
    });

    for (const [, area = "", all, killed, endless, refused, excused, alive, score, date] of rows) {
      it(`says of ${area} what its counts say`, () => {
        if (date === "never") return;
        const noticed = Number(killed) + Number(refused);
        expect(Number(all)).to.equal(noticed + Number(excused) + Number(alive));
        expect(Number(endless)).to.be.at.most(Number(killed));
        const percent = (100 * noticed) / (noticed + Number(alive));
        expect(score).to.equal(`${(Math.floor(percent * 10) / 10).toFixed(1)} %`);
        expect(date).to.match(/^20\d\d-\d\d-\d\d$/);
      });
    }
  });
});
