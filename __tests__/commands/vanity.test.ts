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
import { sentenceOf } from "../../commands/support/failure";
import { makeList, type ListOptions } from "../../commands/vanity/list";
import { makeOne } from "../../commands/vanity/one";
import { ownWordsOf } from "../../commands/vanity/own-words";
import type { ExplainedResult } from "../../commands/vanity/result";
import { OperatorError } from "../../sandbox/machine/errors";

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
    const [result, ...others] = JSON.parse(output) as [ExplainedResult];
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

  it("counts the operator's own words", async () => {
    const own = { never: ["FLOWERS"], allowed: [] };
    const output = await kept(() => makeOne("1-800-FLOWERS", "Jane Doe", false, own));
    expect(output).to.not.include("FLOWERS");
  });

  it("says all that is wrong in their file", () => {
    expect(() => ownWordsOf("no-such-words.txt")).to.throw(OperatorError, /no-such-words\.txt/);
    expect(ownWordsOf(undefined)).to.equal(undefined);
    expect(ownWordsOf("__tests__/constructs/fixtures/vanity-words.txt")).to.deep.equal({
      never: ["TURKEY"],
      allowed: ["NEGRONI"],
    });
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
      .map((line) => JSON.parse(line) as ExplainedResult);
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
    expect(await list()).to.include("0 numbers made, 1530 done earlier, 170 rows rejected");
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
    expect(again.map((line) => (JSON.parse(line) as ExplainedResult).companyName)).to.deep.equal([
      ...names,
      "a [2Jb",
    ]);
  });

  const broken: [string, string, RegExp][] = [
    ["lacks a column", "telephone,companyName\n1,2\n", /missing phone, got telephone, companyName/],
    [
      "names a column twice",
      "phone,companyName,phone\n1,2,3\n",
      /each column once, got phone twice/,
    ],
    ["is empty", "", /must name the columns phone and companyName, got an empty file/],
    ["isn't UTF-8", "phone,companyName\n1,2\n3,Caf\xe9", /in line 3: give --encoding .*3,Café/],
  ];
  for (const [what, content, message] of broken)
    it(`says so when the list ${what}`, async () => {
      writeFileSync(path("clients.csv"), content, "latin1");
      const error: unknown = await list().catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(OperatorError);
      expect(error).to.have.property("message").that.matches(message);
    });

  /** A list's results and rejects, by the company's name. */
  const made = async (
    content: string | Buffer,
    options: Partial<ListOptions> = {},
  ): Promise<{ results: string[]; rejects: string[][] }> => {
    writeFileSync(path("clients.csv"), content);
    const files = { file: path("clients.csv"), out: path("made"), json: false };
    await kept(() => makeList({ ...files, ...options }));
    const [, ...results] = parse(text("made"));
    const [, ...rejects] = parse(text("made.rejects.csv"));
    return { results: results.map(([, name = ""]) => name), rejects };
  };
  const good = (name: string): string => `+13029856970,${name}`;
  const listOf = (...rows: string[]): string => ["phone,companyName", ...rows, ""].join("\n");

  const GOOD = ["A", "B", "C", "D"];
  const bad: [string, string, RegExp][] = [
    [
      "opens a quote and never closes it",
      '+13029856970,"Open',
      /opens a quote that is never closed/,
    ],
    ["opens a quote in its phone", '"+13029856970,Open', /opens a quote that is never closed/],
    ["has a quote inside a cell", '+13029856970,5" Pipes', /must be quoted as a whole/],
    ["has text behind its last quote", '+13029856970,"Open" Inc', /nothing may follow the last/],
    ["is longer than any may be", `+13029856970,${"x".repeat(300_000)}`, /longer than 64 kB/],
    ["has a name that no company has", good("x".repeat(300)), /at most 200 characters, got 300/],
    ["has no phone", ",Nobody", /phone must be/],
  ];
  for (const [what, row, reason] of bad)
    it(`goes on behind a row that ${what}, and says which and why`, async () => {
      const [a, b, c, d] = GOOD.map(good);
      for (const [rows, at] of [
        [[row, a, b, c, d], "1"],
        [[a, b, row, c, d], "3"],
        [[a, b, c, d, row], "5"],
      ] as const) {
        rmSync(path("made"), { force: true });
        rmSync(path("made.rejects.csv"), { force: true });
        const { results, rejects } = await made(listOf(...rows.map(String)));
        expect(results).to.deep.equal(GOOD);
        expect(rejects.map(([number]) => number)).to.deep.equal([at]);
        expect(rejects[0]?.[3]).to.match(reason);
      }
    });

  it("finds each of many open quotes, though the next one closes it for a parser", async () => {
    const rows = [good("A"), '+13029856970,"Open', good("B"), good('"C, Inc"'), good("D"), '"+1,x'];
    const { results, rejects } = await made(listOf(...rows));
    expect(results).to.deep.equal(["A", "B", "C, Inc", "D"]);
    expect(rejects.map(([row, , name]) => [row, name])).to.deep.equal([
      ["2", "Open"],
      ["6", "x"],
    ]);
    rmSync(path("made"));
    rmSync(path("made.rejects.csv"));
    const swallowed = await made(
      listOf('+13029856970,"Open', good("B"), '+13029856970,"', good("D")),
    );
    expect(swallowed.results).to.deep.equal(["B", "D"]);
    expect(swallowed.rejects.map(([row]) => row)).to.deep.equal(["1", "3"]);
  });

  it("has a bad row for one that is no UTF-8 among others that are", async () => {
    const list = Buffer.concat([
      Buffer.from(listOf(good("Café"))),
      Buffer.from(`${good("M\xfcller")}\n${good("B")}\n`, "latin1"),
    ]);
    const { results, rejects } = await made(list);
    expect(results).to.deep.equal(["Café", "B"]);
    expect(rejects[0]?.slice(0, 3)).to.deep.equal(["2", "+13029856970", "Müller"]);
  });

  const written: [string, string | Buffer, Partial<ListOptions>?][] = [
    [
      "in Latin-1, when it is said",
      Buffer.from(listOf(good("Café")), "latin1"),
      { encoding: "latin1" },
    ],
    ["in a spreadsheet's UTF-16", Buffer.from(`\uFEFF${listOf(good("Café"))}`, "utf16le")],
    ["in UTF-16 without a mark", Buffer.from(listOf(good("Café")), "utf16le")],
    ["in UTF-16 of the other order", Buffer.from(listOf(good("Café")), "utf16le").swap16()],
    ["with semicolons", listOf(good("Café")).replaceAll(",", ";")],
    ["with tabs", listOf(good("Café")).replaceAll(",", "\t")],
    ["with bars", listOf(good("Café")).replaceAll(",", "|")],
    [
      "with another delimiter, when it is said",
      listOf(good("Café")).replaceAll(",", "!"),
      { delimiter: "!" },
    ],
    ["with a spreadsheet's line for it", `sep=;\r\n${listOf(good("Café")).replaceAll(",", ";")}`],
    ["with the line ends of Windows", listOf(good("Café")).replaceAll("\n", "\r\n")],
    ["with the line ends of an old Macintosh", listOf(good("Café")).replaceAll("\n", "\r")],
    ["without an end to its last line", listOf(good("Café")).trimEnd()],
  ];
  for (const [what, content, options] of written)
    it(`is read ${what}`, async () => {
      expect(await made(content, options)).to.deep.equal({ results: ["Café"], rejects: [] });
    });

  it("is the same by threads as by one", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index % 1000 === 7
        ? `12,"Bad ${index}`
        : `+1302${String(2_000_000 + index)},Client ${index % 50}`,
    );
    const { results, rejects } = await made(listOf(...rows));
    expect(results).to.deep.equal(
      rows.flatMap((_, index) => (index % 1000 === 7 ? [] : [`Client ${index % 50}`])),
    );
    expect(rejects.map(([row]) => Number(row))).to.deep.equal(
      Array.from({ length: 10 }, (_, index) => index * 1000 + 8),
    );
  });

  it("notices that the list has changed between two runs, and writes nothing over", async () => {
    await list();
    const before = text("out");
    const clients = text("clients.csv");
    const changes = [
      clients.replace("Client 5\r", "Other 5\r"),
      clients.replace("Client 1699", "Other 1699"),
      clients.split("\n").slice(0, 900).join("\n"),
      clients.replace("12,Bad 3\r", "+13022012003,Good\r"),
    ];
    for (const changed of changes) {
      writeFileSync(path("clients.csv"), changed);
      const error: unknown = await list().catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(OperatorError);
      expect(error)
        .to.have.property("message")
        .that.matches(/holds other lines, from line \d+ on/);
      expect(text("out")).to.equal(before);
    }
  });

  it("counts the operator's own words, on one core and on all", async () => {
    const ownWords = { never: ["FLOWERS"], allowed: [] };
    for (const rows of [1, 12_000]) {
      writeFileSync(path("clients.csv"), listOf(...Array<string>(rows).fill("+18003569377,Doe")));
      const out = path(`own-${rows}`);
      await kept(() => makeList({ file: path("clients.csv"), json: false, out, ownWords }));
      const lines = readFileSync(out, "utf8").trim().split("\n");
      expect(lines).to.have.length(rows + 1);
      expect(lines.join()).to.not.include("FLOWERS");
    }
  });

  it("goes on with rows that were added to its end", async () => {
    await list();
    writeFileSync(path("clients.csv"), `${text("clients.csv")}${good("Later")}\r\n`);
    expect(await list()).to.include("1 numbers made, 1530 done earlier, 170 rows rejected");
    expect(text("out")).to.match(/Later,.*\n$/);
  });

  it("fails where the disk is full, and is not taken for done", async function () {
    if (!existsSync("/dev/full")) this.skip();
    const error: unknown = await kept(() =>
      makeList({
        file: path("clients.csv"),
        json: false,
        out: "/dev/full",
        rejects: path("rejects"),
      }),
    ).catch((reason: unknown) => reason);
    expect(sentenceOf(error)).to.match(/the disk is full/);
  });

  it("says so when there is no list", async () => {
    rmSync(path("clients.csv"));
    const error: unknown = await list().catch((reason: unknown) => reason);
    expect(error)
      .to.have.property("message")
      .that.matches(/^--file must exist, got /);
  });
});
