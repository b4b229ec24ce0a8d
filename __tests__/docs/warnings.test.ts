import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { WARNINGS } from "../../constructs/validation/warnings/warning";

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "warnings.md"), "utf8");

describe("docs/warnings.md", () => {
  it("says of each warning what is so", () => {
    const rows = [...PAGE.matchAll(/^\| `([\w-]+)` +\| (.+?) +\|$/gm)].map(([, name, what]) => [
      name,
      what,
    ]);
    expect(rows).to.deep.equal(Object.entries(WARNINGS));
  });
});
