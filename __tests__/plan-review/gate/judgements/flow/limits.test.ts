import { expect } from "chai";

import { type Block, NO_FLOW } from "../../../../../plan-review/gate/judgements/flow/graph";
import { beyondLimits } from "../../../../../plan-review/gate/judgements/flow/limits";

const block = (parameters: Block["parameters"]): Block => ({
  ...{ id: "block", type: "Wait", parameters, exits: [] },
});

/** What is said of a parameter that becomes another one, or that is new. */
const said = (name: string, next: unknown, old?: unknown): readonly string[] =>
  beyondLimits(
    [block(next === undefined ? {} : { [name]: next })],
    old === undefined
      ? NO_FLOW
      : { start: "block", blocks: new Map([["block", block({ [name]: old })]]) },
  );

const LIMITS: readonly (readonly [name: string, least: number, most: number])[] = [
  ["InitialCallDelaySeconds", 0, 3600],
  ["InputTimeLimitSeconds", 3, 60],
  ["InterruptFrequencySeconds", 20, 600],
  ["InvocationTimeLimitSeconds", 3, 8],
  ["LoopCount", 1, 10],
  ["MaximumConnectionAttempts", 1, 5],
  ["RetryDelaySeconds", 60, 86_400],
];

describe("what callers can bear of a flow", () => {
  for (const [name, least, most] of LIMITS) {
    it(`is ${name} from ${least} to ${most}`, () => {
      expect(said(name, String(least))).to.deep.equal([]);
      expect(said(name, most)).to.deep.equal([]);
      expect(said(name, least - 1)).to.have.lengthOf(1);
      expect(said(name, String(most + 1))).to.have.lengthOf(1);
    });
  }

  it("is said in words", () => {
    expect(said("LoopCount", "11", "3")).to.deep.equal(["11 rounds of a loop in block (1 to 10)"]);
    expect(said("LoopCount", "often")).to.deep.equal(["often rounds of a loop in block (1 to 10)"]);
  });

  it("leaves alone what was farther out, and lets it come nearer", () => {
    expect(said("LoopCount", "50", "50")).to.deep.equal([]);
    expect(said("LoopCount", "40", "50")).to.deep.equal([]);
    expect(said("LoopCount", 50, "50")).to.deep.equal([]);
    expect(said("LoopCount", "51", "50")).to.have.lengthOf(1);
    expect(said("InputTimeLimitSeconds", 1, "1")).to.deep.equal([]);
    expect(said("InputTimeLimitSeconds", "2", "1")).to.deep.equal([]);
    expect(said("InputTimeLimitSeconds", "1", "2")).to.have.lengthOf(1);
    expect(said("LoopCount", "twice", "twice")).to.deep.equal([]);
  });

  it("is nothing where a parameter goes, or has no limits", () => {
    expect(said("LoopCount", undefined, "3")).to.deep.equal([]);
    expect(said("Text", "100000")).to.deep.equal([]);
  });
});
