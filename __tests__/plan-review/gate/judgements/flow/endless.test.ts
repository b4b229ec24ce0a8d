import { expect } from "chai";

import { endless } from "../../../../../plan-review/gate/judgements/flow/endless";
import {
  type Action,
  ask,
  block,
  by,
  change,
  end,
  exit,
  flow,
  queue,
  there,
  transfer,
} from "./written";

const MESSAGE = "MessageParticipant";
const start = block("start", MESSAGE);
const rest = [queue("a"), transfer(), end];
const error = (ErrorType: string, NextAction = "start") => ({ ErrorType, NextAction });
/** What is said where a block comes between the start and the queue. */
const said = (action: Action, others: readonly Action[] = rest) =>
  endless(change([start, ...rest], [start, action, ...others]));
const compares = by(block("x", "Compare"), {
  Conditions: [exit("VOICE", "start")],
  Errors: [error("NoMatchingCondition", "queue a")],
});

describe("a circle in a flow", () => {
  it("is endless where nothing but the flow decides", () => {
    expect(said(compares)).to.deep.equal(["start", "x (Equals VOICE)"]);
    expect(said(by(block("x", MESSAGE), { NextAction: "start" }))).to.deep.equal(["start", "x"]);
    expect(
      said(by(block("x", "InvokeLambdaFunction"), { Errors: [error("NoMatchingError")] })),
    ).to.have.lengthOf(2);
    expect(said(by(block("x", "Wait"), { NextAction: "start" }))).to.have.lengthOf(2);
    expect(said(block("x", MESSAGE))).to.deep.equal([]);
  });

  it("may be there already", () => {
    const old = [start, compares, ...rest];
    expect(endless(change(old, [...old, block("more", MESSAGE)]))).to.deep.equal([]);
    expect(endless(change([], old))).to.have.lengthOf(2);
  });

  it("counts only where callers get to", () => {
    const apart = by(block("apart", MESSAGE), { NextAction: "apart" });
    expect(said(block("x", MESSAGE), [...rest, apart])).to.deep.equal([]);
  });

  it("ends by a key, and not by silence", () => {
    const key = (Transitions: object, StoreInput = "False") =>
      said(by(ask({}, { Parameters: { StoreInput } }), Transitions));
    expect(key({ Conditions: [exit("1", "start")] })).to.deep.equal([]);
    expect(key({ Errors: [error("NoMatchingCondition")] })).to.deep.equal([]);
    expect(key({ Errors: [error("InputTimeLimitExceeded")] })).to.have.lengthOf(2);
    expect(key({ Errors: [error("NoMatchingError")] })).to.have.lengthOf(2);
    expect(key({ NextAction: "start" })).to.have.lengthOf(2);
    expect(key({ NextAction: "start" }, "True")).to.deep.equal([]);
  });

  it("ends by a loop that counts, unless the callers enter it anew", () => {
    const loop = (again: string, done: string) =>
      said(
        by(block("x", "Loop"), {
          Conditions: [exit("ContinueLooping", again), exit("DoneLooping", done)],
        }),
      );
    expect(loop("start", "queue a")).to.deep.equal([]);
    expect(loop("queue a", "start")).to.have.lengthOf(2);
  });

  it("ends by people, and not by the faults before", () => {
    const types = [
      ...["MessageParticipantIteratively", "TransferParticipantToThirdParty"],
      ...["TransferContactToAgent", "TransferContactToQueue"],
    ];
    for (const type of types) {
      const with_ = (ways: object) => said(by(block("x", type), ways));
      expect(with_({ NextAction: "start" }), type).to.deep.equal([]);
      expect(with_({ Conditions: [exit("x", "start")] }), type).to.deep.equal([]);
      expect(with_({ Errors: [error("NoMatchingError")] }), type).to.have.lengthOf(2);
    }
  });

  it("leads through other flows, too", () => {
    const on = (to: string) => block("on", "TransferToFlow", { ContactFlowId: to });
    const here = "aws_connect_contact_flow.changed";
    const round = (content: string, before: readonly Action[] = [start, end]) =>
      endless(
        change(before, [start, on("y"), end], {
          others: [
            there(here, { arn: "here", content: flow(...before) }),
            there("aws_connect_contact_flow.y", { arn: "y", content }),
          ],
        }),
      );
    expect(round(flow(start, on("here")))).to.deep.equal(["start", "on"]);
    expect(round(flow(start, end))).to.deep.equal([]);
    expect(round(flow(ask({ 1: "on" }), on("here")))).to.deep.equal([]);
    expect(round(flow(start, on("here")), [start, on("y"), end])).to.deep.equal([]);
    expect(round("none")).to.deep.equal([]);
  });
});
