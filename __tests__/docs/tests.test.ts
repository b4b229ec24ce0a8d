import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { expect } from "chai";

const TESTS = join(__dirname, "..");
const PAGE = readFileSync(join(TESTS, "..", "docs", "tests.md"), "utf8");

const FILES = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".e2e.test.ts"))
  .map((file) => file.replace(/\.e2e\.test\.ts$/, "").replaceAll("\\", "/"));

/** By the file, what its test begins with; undefined where the table doesn't say. */
const ROWS = [...PAGE.matchAll(/^\| `([\w/-]+)` +\|[^|]+\|(?:([^|]+)\|)?$/gm)].map(
  ([, file = "", beginning]) => [file, beginning?.trim()] as const,
);

/** Which applied center a test asks for. */
const copyOf = (file: string): string | undefined => {
  const source = readFileSync(join(TESTS, `${file}.e2e.test.ts`), "utf8");
  const [, named] = /(?:copy|goldenCenter|Stage\.start)\("(\w+)"\)/.exec(source) ?? [];
  return named ?? (source.includes("DeployedCenter.copy()") ? "prod" : undefined);
};

describe("docs/tests.md", () => {
  it("has each slow test, and each once: add a row for a new one", () => {
    expect(ROWS.map(([file]) => file).sort()).to.deep.equal(FILES.sort());
  });

  for (const [file, beginning] of ROWS) {
    it(`says what ${file} begins with`, () => {
      const copy = copyOf(file);
      expect(beginning ?? "nothing").to.equal(
        copy === undefined ? "nothing" : `a copy of \`${copy}\``,
      );
    });
  }

  it("is of all that `npm run test:sandbox` runs, each file once", () => {
    const { spec } = createRequire(__filename)("../support/sandbox.mocharc.cjs") as {
      spec: readonly string[];
    };
    const named = spec.map((file) => file.replaceAll("\\", "/"));
    expect([...named].sort()).to.deep.equal(
      FILES.map((file) => `__tests__/${file}.e2e.test.ts`).sort(),
    );
  });
});
