import { expect } from "chai";

import { choose, holds } from "../../../contact-flow/runtime/choose";
import { centerWith } from "./center";
import { action, equals, errors } from "../flows";
import type { PreparedAction } from "../../../contact-flow/runtime/center";

const prepared = (type: string, transitions: Parameters<typeof action>[3]): PreparedAction => {
  const found = centerWith([action("A", type, {}, transitions)])
    .flows.get("main")
    ?.actions.get("A");
  if (found === undefined) throw new Error("there is no such action");
  return found;
};

const condition = (Operator: string, operand?: string) => ({
  Operator,
  Operands: operand === undefined ? [] : [operand],
});

// https://docs.aws.amazon.com/connect/latest/APIReference/flow-language.html
describe("The exit that an action takes", () => {
  const menu = prepared("GetParticipantInput", {
    NextAction: "next",
    Conditions: equals({ "1": "one" }),
    Errors: errors({ NoMatchingCondition: "other", InputTimeLimitExceeded: "late" }),
  });

  it("is the condition that holds", () => {
    expect(choose(menu, { kind: "result", value: "1" })).to.include({
      key: "Conditions[0]",
      target: "one",
    });
  });

  it("is NoMatchingCondition, not NextAction, where none holds", () => {
    expect(choose(menu, { kind: "result", value: "2" })).to.include({
      key: "Errors[0]",
      target: "other",
    });
  });

  it("is NoMatchingCondition before NextAction also where the two lead elsewhere", () => {
    const both = prepared("UpdateContactAttributes", {
      NextAction: "next",
      Conditions: equals({ "1": "one" }),
      Errors: errors({ NoMatchingCondition: "other" }),
    });
    expect(choose(both, { kind: "result", value: "2" })?.target).to.equal("other");
  });

  it("is NextAction where none holds and nobody looks after that", () => {
    const bare = prepared("UpdateContactAttributes", {
      NextAction: "next",
      Conditions: equals({ "1": "one" }),
    });
    expect(choose(bare, { kind: "result", value: "2" })).to.include({
      key: "NextAction",
      target: "next",
    });
  });

  it("is the error's own branch, else the catch-all, else none", () => {
    const both = prepared("UpdateContactAttributes", {
      NextAction: "next",
      Errors: errors({ QueueAtCapacity: "full", NoMatchingError: "failed" }),
    });
    const target = (error: string) => choose(both, { kind: "error", error })?.target;
    expect(target("QueueAtCapacity")).to.equal("full");
    expect(target("NoMatchingError")).to.equal("failed");
    expect(target("Anything")).to.equal("failed");
    const none = prepared("UpdateContactAttributes", { NextAction: "next" });
    expect(choose(none, { kind: "error", error: "Anything" })).to.equal(undefined);
    expect(choose(none, { kind: "done" })).to.include({ key: "NextAction", target: "next" });
  });
});

describe("A condition", () => {
  it("compares numbers strictly or not, as it says", () => {
    expect(holds(condition("NumberLessThan", "7"), "7")).to.equal(false);
    expect(holds(condition("NumberLessThan", "7"), "6")).to.equal(true);
    expect(holds(condition("NumberGreaterThan", "7"), "7")).to.equal(false);
    expect(holds(condition("NumberGreaterOrEqualTo", "7"), "6")).to.equal(false);
    expect(holds(condition("NumberLessOrEqualTo", "7"), "8")).to.equal(false);
  });

  it("of numbers is false where a side is blank or no number", () => {
    expect(holds(condition("NumberLessThan", "1"), " ")).to.equal(false);
    expect(holds(condition("NumberLessThan", " "), "-1")).to.equal(false);
    expect(holds(condition("NumberLessOrEqualTo", "x"), "1")).to.equal(false);
  });

  it("of texts tells beginning, end and middle apart", () => {
    expect(holds(condition("TextStartsWith", "card"), "gold card")).to.equal(false);
    expect(holds(condition("TextEndsWith", "gold"), "gold card")).to.equal(false);
    expect(holds(condition("TextContains", "silver"), "gold card")).to.equal(false);
  });

  it("on what is not there holds for Equals NULL only", () => {
    expect(holds(condition("Equals", "NULL"), undefined)).to.equal(true);
    expect(holds(condition("Equals", "x"), undefined)).to.equal(false);
    expect(holds(condition("TextContains", "NULL"), undefined)).to.equal(false);
    expect(holds(condition("KeyExists", "x"), undefined)).to.equal(false);
    expect(holds(condition("KeyExists", "x"), "")).to.equal(true);
  });

  it("without an operand compares with the empty text, and an unknown operator never holds", () => {
    expect(holds(condition("Equals"), "")).to.equal(true);
    expect(holds(condition("Resembles", "x"), "x")).to.equal(false);
  });
});
