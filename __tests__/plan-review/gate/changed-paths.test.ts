import { expect } from "chai";

import { changedPaths } from "../../../plan-review/gate/changed-paths";
import { planOf } from "../../support/plans";

const changed = (before: object, after: object, afterUnknown: object = {}) => {
  const [change] = planOf([
    { address: "aws_connect_queue.a", actions: ["update"], before, after, afterUnknown },
  ]).changes;
  return change ? changedPaths(change) : undefined;
};

describe("the paths that a change changes", () => {
  it("are those of attributes with other values", () => {
    expect(changed({ a: 1, b: "x", c: true }, { a: 2, b: "x", c: false })).to.deep.equal([
      "a",
      "c",
    ]);
    expect(changed({ a: 1 }, { b: 1 })).to.deep.equal(["a", "b"]);
    expect(changed({ a: ["x"] }, { a: ["x", "y"] })).to.deep.equal(["a"]);
    expect(changed({ a: ["x"] }, { a: "x" })).to.deep.equal(["a"]);
  });

  it("lead into blocks, by the names of their lists", () => {
    const block = { phone: [{ type: "SOFT", accept: true }] };
    expect(changed(block, { phone: [{ type: "SOFT", accept: false }] })).to.deep.equal([
      "phone.accept",
    ]);
    expect(changed({ a: [{ b: [{ c: 1 }] }] }, { a: [{ b: [{ c: 2 }] }] })).to.deep.equal([
      "a.b.c",
    ]);
    expect(changed({ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 3 }, { b: 4 }] })).to.deep.equal([
      "a.b",
    ]);
    expect(changed({ a: { b: 1 } }, { a: { b: 2 } })).to.deep.equal(["a.b"]);
  });

  it("are those of whole blocks that come, go, or are others", () => {
    expect(changed({ a: [{ b: 1 }] }, { a: [] })).to.deep.equal(["a"]);
    expect(changed({ a: [] }, { a: [{ b: 1 }] })).to.deep.equal(["a"]);
    expect(changed({ a: [{ b: 1 }] }, { a: [{ b: 1 }, { b: 2 }] })).to.deep.equal(["a"]);
    expect(changed({ a: [{ b: 1 }] }, { a: ["b"] })).to.deep.equal(["a"]);
    expect(changed({ a: [{ b: 1 }, "x"] }, { a: [{ b: 2 }, "x"] })).to.deep.equal(["a"]);
  });

  it("are none where Terraform writes what nobody has said in another way", () => {
    const nothing = { a: null, b: "", c: [], d: {} };
    expect(changed(nothing, {})).to.deep.equal([]);
    expect(changed({}, nothing)).to.deep.equal([]);
    expect(changed({ a: null }, { a: "" })).to.deep.equal([]);
    expect(changed({ a: null }, { a: false })).to.deep.equal(["a"]);
    expect(changed({ a: null }, { a: 0 })).to.deep.equal(["a"]);
  });

  it("are those that aren't known yet, whatever they were", () => {
    expect(changed({ a: "x" }, {}, { a: true })).to.deep.equal(["a"]);
    expect(changed({ a: { b: 1 } }, { a: { b: 1 } }, { a: true })).to.deep.equal(["a"]);
    expect(changed({ a: "x" }, { a: "x" }, { a: true, b: true })).to.deep.equal(["a", "b"]);
    expect(changed({ a: [{ b: 1, c: 2 }] }, { a: [{ c: 2 }] }, { a: [{ b: true }] })).to.deep.equal(
      ["a.b"],
    );
    expect(changed({ a: ["x"] }, { a: ["x"] }, { a: [true] })).to.deep.equal(["a"]);
    expect(changed({ a: ["x"] }, { a: ["x"] }, { a: [false], b: {} })).to.deep.equal([]);
  });
});
