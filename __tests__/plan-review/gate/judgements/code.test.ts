import { expect } from "chai";

import { archive } from "../../../../plan-review/gate/judgements/code";
import { said, there, update } from "./judging";

const OTHER_CODE = ["runs code that isn't the function's own"];
const zip = (construct: string, hash: string, name = "archive") =>
  `assets/${construct}/${hash}/${name}.zip`;
const runs = (before: unknown, after: unknown, others: ReturnType<typeof there>[] = []) =>
  said(archive, update("aws_lambda_function.f", { filename: before }, { filename: after }), others);
const lambda = (local: string, filename: string, type = "aws_lambda_function") =>
  there(`${type}.${local}`, { filename });

describe("a function's code", () => {
  it("is that of its construct, whatever its hash", () => {
    expect(runs(zip("own", "ABC"), zip("own", "DEF0"))).to.deep.equal([]);
    expect(runs(zip("own", "ABC"), zip("other", "ABC"))).to.deep.equal(OTHER_CODE);
    expect(runs(zip("own", "ABC"), zip("own", "ABC", "other"))).to.deep.equal(OTHER_CODE);
  });

  it("lies where cdktf puts it", () => {
    for (const path of [
      ...["/tmp/evil.zip", "x/assets/own/ABC/archive.zip", "assets/own/archive.zip"],
      ...["assets/own/ABC/archive.zip.x", "assets/own//archive.zip", undefined],
    ]) {
      expect(runs(zip("own", "ABC"), path), String(path)).to.deep.equal(OTHER_CODE);
    }
    expect(runs("elsewhere.zip", "elsewhere.zip")).to.deep.equal([]);
    expect(runs("elsewhere.zip", zip("own", "ABC"))).to.deep.equal([]);
  });

  it("is no other function's, neither before nor after", () => {
    const old = zip("own", "ABC");
    const others = (...all: ReturnType<typeof there>[]) => runs(old, zip("own", "DEF"), all);
    expect(others(lambda("g", zip("own", "X")))).to.deep.equal(OTHER_CODE);
    expect(others(lambda("g", zip("other", "X")))).to.deep.equal([]);
    expect(others(lambda("g", zip("own", "X"), "aws_s3_object"))).to.deep.equal([]);
    const moves = (before: string, after: string) =>
      update("aws_lambda_function.g", { filename: before }, { filename: after });
    expect(others(moves(zip("own", "X"), zip("g", "X")))).to.deep.equal(OTHER_CODE);
    expect(others(moves(zip("g", "X"), zip("own", "X")))).to.deep.equal(OTHER_CODE);
    const gone = { ...lambda("g", zip("own", "X")), actions: ["delete"], after: null };
    expect(others(gone)).to.deep.equal(OTHER_CODE);
  });

  it("is known before the apply", () => {
    const change = { ...update("aws_lambda_function.f", { filename: zip("own", "ABC") }, {}) };
    const open = { ...change, after: {}, afterUnknown: { filename: true } };
    expect(said(archive, open)).to.deep.equal(OTHER_CODE);
    expect(
      said(archive, { ...open, before: { filename: undefined } }),
      "not even where it wasn't",
    ).to.deep.equal(OTHER_CODE);
  });

  it("is, for a new function, any construct's that has none yet", () => {
    const made = (filename: unknown, ...others: ReturnType<typeof there>[]) =>
      said(
        archive,
        { address: "aws_lambda_function.f", actions: ["create"], after: { filename } },
        others,
      );
    expect(made(zip("own", "ABC"))).to.deep.equal([]);
    expect(made(zip("own", "ABC"), lambda("g", zip("own", "ABC")))).to.deep.equal(OTHER_CODE);
    expect(made("evil.zip")).to.deep.equal(OTHER_CODE);
  });
});
