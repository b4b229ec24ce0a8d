import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { makeList } from "../../commands/vanity/list";
import { makeOne } from "../../commands/vanity/one";
import type { VanityResult } from "../../commands/vanity/result";
import { OperatorError } from "../../sandbox/errors";

/** Runs some work with the terminal's output kept instead of shown. */
async function kept(work: () => Promise<unknown>): Promise<string> {
  const streams = [process.stdout, process.stderr] as const;
  const writes = streams.map((stream) => stream.write.bind(stream));
  let text = "";
  for (const stream of streams) {
    stream.write = (part: string | Uint8Array) => {
      text += String(part);
      return true;
    };
  }
  try {
    await work();
  } finally {
    streams.forEach((stream, index) => {
      Object.assign(stream, { write: writes[index] });
    });
  }
  return text;
}

describe("npm run vanity, one number", () => {
  it("prints the five with points and reasons, and what to do next", async () => {
    const output = await kept(() => makeOne("1-800-FLOWERS", "1-800-Flowers.com", false));
    expect(output).to.match(/1 {2}1-800-FLOWERS +980 {2}FLOWERS — the whole company name/);
    expect(output).to.include("npm run vanity -- --file");
  });

  it("prints JSON as one list", async () => {
    const output = await kept(() => makeOne("+13029856970", "KWGlobal", true));
    const [result, ...others] = JSON.parse(output) as [VanityResult];
    expect(others).to.deep.equal([]);
    expect(Object.keys(result)).to.deep.equal([
      "phone",
      "companyName",
      "vanityNumber",
      "vanityNumbers",
    ]);
    expect(result.vanityNumbers).to.have.length(5);
    for (const vanityNumber of result.vanityNumbers) {
      expect(vanityNumber).to.have.all.keys("number", "letters", "score", "pieces", "explanation");
      expect(vanityNumber.letters).to.have.length(7);
    }
  });

  it("says what is wrong with a phone", async () => {
    const error: unknown = await makeOne("12", "x", false).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(OperatorError);
    expect(error).to.have.property("message").that.includes('got "12"');
  });
});

describe("npm run vanity, a list", () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const text = (name: string): string => readFileSync(path(name), "utf8");
  const list = (json = false, out = "out"): Promise<string> =>
    kept(() => makeList({ file: path("clients.csv"), json, out: path(out) }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vanity-list-"));
    const rows = Array.from({ length: 1_700 }, (_, index) =>
      index % 10 === 3
        ? `12,Bad ${index}`
        : `+1302${String(2_000_000 + index * 4_001)},Client ${index}`,
    );
    writeFileSync(path("clients.csv"), `\uFEFFphone,companyName\r\n${rows.join("\r\n")}\r\n`);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("has a line for each good row, in order, and a reject with the reason for each bad one", async () => {
    const summary = await list();
    const lines = text("out").trim().split("\n");
    expect(lines[0]).to.equal(
      "phone,companyName,vanityNumber,vanityNumber1,vanityNumber2,vanityNumber3,vanityNumber4,vanityNumber5",
    );
    expect(lines.slice(1).map((line) => /Client (\d+)/.exec(line)?.[1])).to.deep.equal(
      Array.from({ length: 1_700 }, (_, index) => String(index)).filter(
        (_, index) => index % 10 !== 3,
      ),
    );
    const [header, first] = text("out.rejects.csv").split("\n");
    expect(header).to.equal("row,phone,companyName,reason");
    expect(first).to.match(/^4,12,Bad 3,"phone must have at least seven digits.*12/);
    expect(summary).to.include("1530 numbers made, 170 rows rejected");
  });

  it("is JSON Lines when asked", async () => {
    await list(true);
    const results = text("out")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as VanityResult);
    expect(results).to.have.length(1_530);
    expect(results[3]).to.include({ phone: "+13022016004", companyName: "Client 4" });
  });

  for (const bytes of [0, 60, 5_000, 70_000])
    it(`goes on after an interruption that left ${bytes} bytes of results, to the same bytes`, async () => {
      await list(false, "whole");
      copyFileSync(path("whole"), path("broken"));
      copyFileSync(path("whole.rejects.csv"), path("broken.rejects.csv"));
      truncateSync(path("broken"), bytes);
      await list(false, "broken");
      expect(text("broken")).to.equal(text("whole"));
      expect(text("broken.rejects.csv")).to.equal(text("whole.rejects.csv"));
    });

  it("changes nothing when it was done already", async () => {
    await list();
    const before = text("out");
    expect(await list()).to.include("0 numbers made, 1700 done earlier, 0 rows rejected");
    expect(text("out")).to.equal(before);
  });

  it("refuses to write over another file", async () => {
    writeFileSync(path("out"), "my notes\n");
    const error: unknown = await list().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(OperatorError);
    expect(text("out")).to.equal("my notes\n");
    expect(existsSync(path("out.rejects.csv"))).to.equal(false);
  });

  it("has no cell that a spreadsheet would take for a formula, and its results are a list again", async () => {
    const names = ['=HYPERLINK("http://evil.example","x")', "@SUM(1+1)*cmd|calc", "-2+3", "KW"];
    const rows = [
      ...names.map((name) => ["+13029856970", name]),
      ["=1+1", "KW"],
      ["+1-302-985-6970-1-1-1-1-1-1", "x;=1+1"],
      ["+1302985\n6970", "a\u001b[2Jb"],
    ];
    writeFileSync(path("clients.csv"), stringify([["phone", "companyName"], ...rows]));
    await list();
    const results = parse(text("out"));
    const rejects = parse(text("out.rejects.csv"));
    expect(results.slice(1).map(([phone, name]) => [phone, name])).to.deep.equal([
      ...names.map((name) => ["+13029856970", name === "KW" ? name : `'${name}`]),
      ["+13029856970", "a [2Jb"],
    ]);
    expect(rejects.slice(1).map(([, phone, name]) => [phone, name])).to.deep.equal([
      ["'=1+1", "KW"],
      ["'+1-302-985-6970-1-1-1-1-1-1", "x;'=1+1"],
    ]);
    for (const cell of [...results, ...rejects].flat()) {
      expect(cell).not.to.match(/^(?![+]\d+$)[=+\-@]|;\s*[=+\-@]/);
    }
    writeFileSync(path("clients.csv"), text("out"));
    await list(true, "again");
    const again = text("again").trim().split("\n");
    expect(again.map((line) => (JSON.parse(line) as VanityResult).companyName)).to.deep.equal([
      ...names,
      "a [2Jb",
    ]);
  });

  const broken: [string, string, RegExp][] = [
    ["lacks a column", "telephone,companyName\n1,2\n", /missing phone, got telephone, companyName/],
    ["has an open quote", 'phone,companyName\n"1,2\n', /the list must be CSV; after row 0/],
  ];
  for (const [what, content, message] of broken)
    it(`says so when the list ${what}`, async () => {
      writeFileSync(path("clients.csv"), content);
      const error: unknown = await list().catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(OperatorError);
      expect(error).to.have.property("message").that.matches(message);
    });

  it("says so when there is no list", async () => {
    rmSync(path("clients.csv"));
    const error: unknown = await list().catch((reason: unknown) => reason);
    expect(error)
      .to.have.property("message")
      .that.matches(/^--file must exist, got /);
  });
});
