import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { readArtifact } from "../../plan-review/artifact";

describe("A file of an artifact", () => {
  let folder: string;
  let outside: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "artifact-"));
    outside = mkdtempSync(join(tmpdir(), "outside-"));
    mkdirSync(join(folder, "flow-changes"));
    writeFileSync(join(outside, "secret"), "the state");
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
    rmSync(outside, { recursive: true });
  });

  const read = (name = "flow-changes/flows.json") => readArtifact(folder, name, 100);
  const file = () => join(folder, "flow-changes", "flows.json");

  it("is read where it is an ordinary one", () => {
    expect(read()).to.equal(undefined);
    expect(read("review-prod/review.json")).to.equal(undefined);
    writeFileSync(file(), "[]");
    expect(read()).to.equal("[]");
  });

  it("may be no link, symbolic or hard, to what is there or not", () => {
    symlinkSync(join(outside, "secret"), file());
    expect(read).to.throw("flows.json must be an ordinary file, and no link");
    rmSync(file());
    symlinkSync("/nowhere", file());
    expect(read).to.throw("must be an ordinary file, and no link");
    rmSync(file());
    linkSync(join(outside, "secret"), file());
    expect(read).to.throw("flows.json must have no other name: it may be a hard link");
  });

  it("may not lie behind a folder that is one", () => {
    rmSync(join(folder, "flow-changes"), { recursive: true });
    symlinkSync(outside, join(folder, "flow-changes"));
    expect(() => read("flow-changes/secret")).to.throw(
      "flow-changes must be a folder, and no link",
    );
  });

  it("may be no device, no pipe and no folder, which would never end", () => {
    execFileSync("mkfifo", [file()]);
    expect(read).to.throw("must be an ordinary file");
    rmSync(file());
    symlinkSync("/dev/zero", file());
    expect(read).to.throw("must be an ordinary file");
    rmSync(file());
    mkdirSync(file());
    expect(read).to.throw("must be an ordinary file");
  });

  it("may be no larger than expected", () => {
    writeFileSync(file(), "x".repeat(101));
    expect(read).to.throw("flows.json must have at most 100 bytes, got 101");
  });
});
