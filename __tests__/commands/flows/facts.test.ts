import { readFileSync } from "node:fs";

import { expect } from "chai";

import { CATALOG_FILE, catalogFile, FACTS_PAGE, factsPage } from "../../../commands/flows/facts";

const hint = "write it anew: npm run flows -- facts --write";
const read = (file: string) => readFileSync(file, "utf8");

describe("What npm run flows -- facts --write has written", () => {
  it("is docs/facts.md", () => {
    expect(read(FACTS_PAGE), hint).to.equal(factsPage());
  });

  it("is docs/catalog.json, for other tools", () => {
    expect(read(CATALOG_FILE), hint).to.equal(catalogFile());
  });
});
