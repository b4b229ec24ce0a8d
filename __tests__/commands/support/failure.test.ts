import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { isClosedPipe, sentenceOf } from "../../../commands/support/failure";
import { OperatorError } from "../../../sandbox/machine/errors";

/** What some work is refused with. */
function refusalOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it must be refused");
}

const system = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: refused`), { code, ...(path !== undefined && { path }) });

describe("what ended a command, in a sentence", () => {
  let folder: string;
  const at = (...parts: string[]) => join(folder, ...parts);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "failure-"));
    writeFileSync(at("file"), "");
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("is a person's mistake as it is told", () => {
    expect(sentenceOf(new OperatorError("port 4566 is taken"))).to.equal("port 4566 is taken");
  });

  it("names a folder or a file that isn't there", () => {
    const missing = refusalOf(() => {
      writeFileSync(at("none", "out.csv"), "");
    });
    expect(sentenceOf(missing)).to.equal(
      `${at("none", "out.csv")}: the folder ${at("none")} is not there: make it first, or name another place`,
    );
    const noFile = refusalOf(() => readFileSync(at("none.csv")));
    expect(sentenceOf(noFile)).to.equal(
      `${at("none.csv")}: there is no such file or folder: check the name`,
    );
  });

  it("names a folder that is a file, and a file that is a folder", () => {
    expect(sentenceOf(refusalOf(() => openSync(at("file", "out"), "w")))).to.match(
      /out: a part of that path is a file/,
    );
    expect(sentenceOf(refusalOf(() => openSync(folder, "w")))).to.match(/is a folder, and must be/);
  });

  it("names a full disk", () => {
    const full = refusalOf(() => {
      writeFileSync("/dev/full", "x");
    });
    expect(sentenceOf(full)).to.match(/^the disk is full: make room/);
  });

  it("names what a user has no right to, or a disk that can only be read", () => {
    for (const code of ["EACCES", "EPERM"]) {
      expect(sentenceOf(system(code, "/home/mary/x"))).to.match(
        /^\/home\/mary\/x: this user has no/,
      );
    }
    expect(sentenceOf(system("EROFS", "/x"))).to.include("the disk can only be read");
  });

  it("is AWS's own answer", () => {
    const error = Object.assign(new Error("not authorized"), { $metadata: {} });
    error.name = "AccessDeniedException";
    expect(sentenceOf(error)).to.equal("AWS answered AccessDeniedException: not authorized");
    expect(sentenceOf(system("ENOTFOUND"))).to.equal("ENOTFOUND: refused");
  });

  it("is a mistake of ours with its place, and no stack", () => {
    const text = sentenceOf(new TypeError("x is not a function"));
    expect(text).to.match(
      /^TypeError: x is not a function\nThis is a mistake in the program, at __tests__\/commands\/support\/failure\.test\.ts:\d+: please report/,
    );
    expect(text).not.to.include("    at ");
  });

  it("knows a reader that has gone", () => {
    expect([system("EPIPE"), system("ENOSPC"), undefined].map(isClosedPipe)).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});
