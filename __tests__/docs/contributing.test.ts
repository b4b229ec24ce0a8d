import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { expect } from "chai";

const PROJECT = join(__dirname, "..", "..");
const SCRIPTS = (
  JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { scripts: object }
).scripts;

/** A path of the project in code, such as `contact-flow/lint/`: a folder, or a file of ours. */
const PATH = /`((?:\.?[\w-]+\/)+(?:[\w.-]+\.(?:ts|cjs|json|md))?)`/g;

for (const file of [".github/CONTRIBUTING.md", "docs/decisions.md", "docs/CHANGELOG.md"]) {
  const text = readFileSync(join(PROJECT, file), "utf8");
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

  describe(file, () => {
    it("names files and folders that there are", () => {
      expect(all(PATH).filter((path) => !existsSync(join(PROJECT, path)))).to.deep.equal([]);
    });

    it("leads nowhere that isn't there", () => {
      const links = all(/\]\(([^)#]+)/g).filter((link) => !link.startsWith("https:"));
      const from = join(PROJECT, dirname(file));
      expect(links.filter((link) => !existsSync(join(from, link)))).to.deep.equal([]);
    });

    it("names commands that there are", () => {
      const names = all(/npm run ([\w:-]+)/g);
      expect(names.filter((name) => !(name in SCRIPTS))).to.deep.equal([]);
    });
  });
}

describe(".github/CONTRIBUTING.md", () => {
  it("has the paths of which its test is sure", () => {
    const text = readFileSync(join(PROJECT, ".github", "CONTRIBUTING.md"), "utf8");
    expect([...text.matchAll(PATH)].length).to.be.greaterThan(20);
  });
});
