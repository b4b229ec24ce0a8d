import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { format } from "prettier";

import { allowed, type Limit, LIMITS } from "../../constructs/value/limits";

const PAGE = join(__dirname, "..", "..", "docs", "limits.md");

const INTRODUCTION = [
  "# What can a field hold?",
  "",
  "The limits of the fields of a center's value, as [`constructs/value/limits.ts`](../constructs/value/limits.ts)",
  "has them for validation and its messages. The synth refuses what is beyond them. What AWS raises on request is a",
  "quota: [ask for quotas](how-to/ask-for-quotas.md).",
  "",
];

describe("docs/limits.md", () => {
  it("has a row for each limit of the value (UPDATE_SNAPSHOTS=1 writes it)", async () => {
    const rows = Object.entries<Limit>(LIMITS).map(
      ([field, limit]) => `| \`${field}\` | ${allowed(limit)} | ${limit.source} |`,
    );
    const text = [
      ...INTRODUCTION,
      "| field | allowed | source |",
      "| --- | --- | --- |",
      ...rows,
      "",
    ];
    const page = await format(text.join("\n"), { parser: "markdown", printWidth: 100 });
    if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(PAGE, page);
    expect(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "").to.equal(page);
  });
});
