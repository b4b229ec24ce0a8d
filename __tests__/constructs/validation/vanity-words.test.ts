import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { expect } from "chai";

import { checkVanityNumbers } from "../../../constructs/validation/vanity-numbers";
import { readVanityWords } from "../../../constructs/value/vanity-words";
import {
  readEnvironment,
  writtenWords,
} from "../../../lambda-src/record-vanity-number/environment";

const ROOT = join(__dirname, "..", "..", "..");

describe("The file of an operator's own words", () => {
  let folder: string;
  let file: string;

  before(() => {
    folder = mkdtempSync(join(ROOT, "node_modules", ".vanity-words-"));
    file = relative(ROOT, join(folder, "words.txt"));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const reading = (text: string) => {
    writeFileSync(join(ROOT, file), text);
    return readVanityWords(file);
  };
  const faultsOf = (text: string) =>
    reading(text).faults.map((fault) => fault.slice(file.length + 1));

  it("says of a word a line whether it is never shown or allowed", () => {
    const text = "\uFEFF# ours\r\nnever turkey\r\n\r\n  Allowed Negroni # a bar's\r\nnever 4SKIN";
    expect(reading(text)).to.deep.equal({
      never: ["4SKIN", "TURKEY"],
      allowed: ["NEGRONI"],
      faults: [],
    });
  });

  it("may be empty", () => {
    expect(reading("")).to.deep.equal({ never: [], allowed: [], faults: [] });
  });

  it("has each mistake told with its line, all at once", () => {
    const text = [
      ...["TURKEY", "forbidden TURKEY", "never", "never WILD TURKEY", "never MÜLL", "never T-BONE"],
      ...[
        "never A",
        "never 411",
        `never ${"A".repeat(21)}`,
        "never RAT",
        "never rat",
        "allowed RAT",
      ],
    ].join("\n");
    const line = (written: string) =>
      `must be "never" or "allowed" and one word, such as "never TURKEY", got "${written}"`;
    const word = (written: string) =>
      `a word must have 2 to 20 letters A to Z and digits, a letter among them, got "${written}"`;
    expect(faultsOf(text)).to.deep.equal([
      `1: ${line("TURKEY")}`,
      `2: ${line("forbidden TURKEY")}`,
      `3: ${line("never")}`,
      `4: ${line("never WILD TURKEY")}`,
      `5: ${word("MÜLL")}`,
      `6: ${word("T-BONE")}`,
      `7: ${word("A")}`,
      `8: ${word("411")}`,
      `9: ${word("A".repeat(21))}`,
      '11: "RAT" stands in line 10 already: take one of the two out',
      '12: "RAT" is never in line 10 and allowed here: take one of the two out',
    ]);
  });

  const reported = (words: string) => {
    const faults: string[] = [];
    const names = { functionName: "f", roleName: "r", tableName: "t" };
    checkVanityNumbers({ ...names, words }, (place, problem) =>
      faults.push(`${place}: ${problem}`),
    );
    return faults;
  };

  it("is checked at synth, a missing one too", () => {
    writeFileSync(join(ROOT, file), "never RAT\nRAT\n");
    expect(reported(file)).to.have.length(1);
    expect(reported(file)[0]).to.match(/^vanityNumbers\.words: .*words\.txt:2: must be "never"/);
    expect(reported("no-such-words.txt").join()).to.match(/must be a file of this project.*ENOENT/);
  });

  it("holds no more than a function's environment has room for", () => {
    const words = Array.from({ length: 500 }, (_, n) => `AA${String(n).padStart(4, "0")}`);
    writeFileSync(join(ROOT, file), words.map((each) => `never ${each}\n`).join(""));
    expect(reported(file)).to.deep.equal([]);
    expect(Buffer.byteLength(writtenWords(readVanityWords(file)))).to.be.below(4096 - 512);
    writeFileSync(join(ROOT, file), [...words, "AA0500"].map((each) => `never ${each}\n`).join(""));
    expect(reported(file).join()).to.match(/together must have 0 to 3500 characters, got 3506/);
  });
});

describe("The function's variable with the operator's own words", () => {
  const read = (VANITY_WORDS?: string) => readEnvironment({ TABLE_NAME: "t", VANITY_WORDS });

  it("is read as it is written", () => {
    for (const words of [
      { never: [], allowed: [] },
      { never: ["RAT", "TURKEY"], allowed: [] },
      { never: [], allowed: ["NEGRONI"] },
      { never: ["ALLOWED"], allowed: ["NEVER", "4SALE"] },
    ])
      expect(read(writtenWords(words)).ownWords).to.deep.equal(words);
  });

  it("may be absent", () => {
    expect(read()).to.deep.equal({ tableName: "t" });
  });

  it("is refused where nobody could have written it so", () => {
    expect(() => read("RAT")).to.throw(/VANITY_WORDS must be "never: … allowed: …".*got "RAT"/);
  });
});
