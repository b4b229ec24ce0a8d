import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { expect } from "chai";
import { buildSync } from "esbuild";

import { EVALUATION_COLUMNS } from "../../../commands/report/evaluation-fields";
import { JSON_COLUMNS } from "../../../commands/report/fields";
import { QUESTIONS, question } from "../../../commands/report/figures";

interface TrinoParser {
  validate(sql: string): readonly { readonly startLine: number; readonly message: string }[];
}

/** The package names its files in a way that only bundlers understand. */
function trinoParser(): TrinoParser {
  const [file] = buildSync({
    stdin: { contents: 'export { TrinoSQL } from "dt-sql-parser"', resolveDir: __dirname },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    treeShaking: true,
  }).outputFiles;
  const module = { exports: {} as { TrinoSQL: new () => TrinoParser } };
  const load = runInThisContext(
    `(function (module, exports, require) {${file?.text ?? ""}\n})`,
  ) as (...scope: unknown[]) => void;
  load(module, module.exports, require);
  return new module.exports.TrinoSQL();
}

const SCOPE = { timeZone: "America/Los_Angeles", serviceLevelSeconds: 20 };
const names = readdirSync(QUESTIONS).map((file) => file.replace(".sql", ""));

describe("The report's questions", () => {
  let trino: TrinoParser;
  before(function () {
    this.timeout(60_000);
    trino = trinoParser();
  });

  for (const name of names) {
    it(`${name} is Trino's SQL, and so Athena's`, async () => {
      const sql = await question(name, SCOPE);
      expect(sql).not.to.include("{{");
      expect(trino.validate(sql)).to.deep.equal([]);
    });

    it(`${name} begins with its meaning, and names AWS's page`, () => {
      const sql = readFileSync(join(QUESTIONS, `${name}.sql`), "utf8");
      expect(sql).to.match(/^-- [A-Z]/);
      expect(sql).to.include("https://docs.aws.amazon.com/connect/latest/adminguide/");
    });
  }

  it("would not pass with what only DuckDB understands", () => {
    expect(trino.validate("SELECT x::integer FROM contacts")).not.to.deep.equal([]);
    expect(trino.validate("SELECT * EXCLUDE (x) FROM contacts")).not.to.deep.equal([]);
  });

  it("find every field that they ask for in the table that the page makes in Athena", () => {
    const table = readFileSync("docs/reporting.md", "utf8").toLowerCase();
    const fields = JSON_COLUMNS.match(/\w+(?="? ?(: '|JSON))/g) ?? [];
    expect(fields).to.include.members(["ContactId", "EnqueueTimestamp", "Username", "menuKey"]);
    const exported = EVALUATION_COLUMNS.match(/\w+(?=:| VARCHAR| STRUCT| DOUBLE| BOOLEAN)/g) ?? [];
    expect(exported).to.include.members(["evaluationId", "contactId", "score", "automaticFail"]);
    for (const field of [...fields, ...exported])
      expect(table).to.match(new RegExp(`\\b${field.toLowerCase()}[ :]`));
  });

  it("can't be left by a value", async () => {
    const sql = await question("contacts", { ...SCOPE, timeZone: "x' OR 'a' = 'a" });
    expect(sql).to.include("AT TIME ZONE 'x'' OR ''a'' = ''a'");
  });
});
