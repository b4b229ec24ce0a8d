import { expect } from "chai";

import {
  flowIn,
  NO_FAULT,
  OPEN_WAY,
  reached,
  type Ways,
} from "../../../../../plan-review/gate/judgements/flow/graph";
import { type Action, exit, flow } from "./written";

const from = (first: Action, ways: Ways): readonly string[] => {
  const read = flowIn(flow(first, { Identifier: "next" }, { Identifier: "other" }));
  if (!read) throw new Error("the flow can't be read");
  return [...reached(read, [read.start], ways)].map(({ id }) => id).slice(1);
};
const block = (Type: string, Transitions: object): Action => ({
  ...{ Identifier: "first", Type, Transitions },
});

describe("a flow as a graph", () => {
  it("has what the language and the console write beside the blocks", () => {
    const content = JSON.parse(flow({ Identifier: "a" })) as object;
    const more = { Version: "2019-10-30", Metadata: {}, Settings: {} };
    expect(flowIn(JSON.stringify({ ...content, ...more }))?.start).to.equal("a");
    expect(flowIn(JSON.stringify({ ...content, Name: "x" }))).to.equal(undefined);
  });

  it("names its exits by what leads there", () => {
    const read = flowIn(
      flow(
        block("Compare", {
          NextAction: "a",
          Conditions: [exit("1", "b")],
          Errors: [{ ErrorType: "NoMatchingError", NextAction: "c" }],
        }),
      ),
    );
    expect(read?.blocks.get("first")?.exits).to.deep.equal([
      { kind: "next", by: "", to: "a" },
      { kind: "condition", by: "Equals 1", to: "b" },
      { kind: "error", by: "NoMatchingError", to: "c" },
    ]);
  });

  it("leads on while nothing fails, but where another has the caller", () => {
    for (const type of ["TransferContactToQueue", "TransferContactToAgent", "TransferToFlow"]) {
      expect(from(block(type, { NextAction: "other" }), NO_FAULT), type).to.deep.equal([]);
    }
    expect(from(block("Compare", { NextAction: "other" }), NO_FAULT)).to.deep.equal(["other"]);
  });

  it("leads on by hours as they are, or while they are open", () => {
    const hours = block("CheckHoursOfOperation", {
      NextAction: "third",
      Conditions: [exit("True", "other"), exit("False", "next")],
    });
    expect(from(hours, NO_FAULT)).to.have.members(["next", "other"]);
    expect(from(hours, OPEN_WAY)).to.deep.equal(["other"]);
    const failing = block("CheckHoursOfOperation", { NextAction: "other" });
    expect(from(failing, NO_FAULT)).to.deep.equal([]);
  });
});
