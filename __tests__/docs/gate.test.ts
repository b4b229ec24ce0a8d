import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { parseAllowance } from "../../plan-review/gate/allowances";
import { EFFECTS } from "../../plan-review/gate/finding";

const PROJECT = join(__dirname, "..", "..");
const PAGES = ["README.md", "ARCHITECTURE.md"].concat(
  readdirSync(join(PROJECT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
);

/** What a page tells to allow, but for forms with words in capitals or angle brackets. */
const allowances = (page: string) =>
  [...page.matchAll(/--allow '([^']+)'|^Allows: (.+)$/gm)]
    .map(([, option, trailer]) => option ?? trailer ?? "")
    .filter((text) => !/[A-Z<]/.test(text));

describe("The pages on the gate", () => {
  it("tell to allow only what can be allowed", () => {
    const all = PAGES.flatMap((page) => allowances(readFileSync(join(PROJECT, page), "utf8")));
    expect(all).to.have.length.above(5);
    for (const text of all) expect(parseAllowance(text), text).to.have.property("effect");
  });

  it("know no allowance without what may happen", () => {
    for (const page of PAGES) {
      expect(readFileSync(join(PROJECT, page), "utf8"), page).not.to.match(/--allow [a-z<]/);
    }
  });

  it("say what each word is for", () => {
    const page = readFileSync(join(PROJECT, "docs", "gate.md"), "utf8");
    for (const effect of Object.keys(EFFECTS)) expect(page).to.include(`\`${effect}\`: `);
  });
});
