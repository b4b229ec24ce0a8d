import { expect } from "chai";

import { callsOtherNumbers } from "../../../../../plan-review/gate/judgements/flow/callbacks";
import { type Flow, flowIn } from "../../../../../plan-review/gate/judgements/flow/graph";
import { logsWhatIsKeyedIn } from "../../../../../plan-review/gate/judgements/flow/logging";
import { type Action, end, flow } from "./written";

const read = (...actions: Action[]): Flow => {
  const found = flowIn(flow(...actions));
  if (!found) throw new Error("the flow can't be read");
  return found;
};

const input = (InputValidation: unknown = "x", StoreInput: unknown = "True"): Action => ({
  ...{ Identifier: "ask", Type: "GetParticipantInput" },
  Parameters: { StoreInput, InputValidation },
});
const exit = (Operator: string, operand: string, NextAction: string) => ({
  ...{ Condition: { Operator, Operands: [operand] }, NextAction },
});
/** Turns numbers away by their beginnings, in this order, unless it is told where they lead. */
const check = (
  prefixes: readonly (readonly [prefix: string, to: string])[],
  ComparisonValue = "$.StoredCustomerInput",
): Action => ({
  ...{ Identifier: "check", Type: "Compare", Parameters: { ComparisonValue } },
  Transitions: {
    NextAction: "end",
    Conditions: prefixes.map(([prefix, to]) => exit("TextStartsWith", prefix, to)),
  },
});
const back = (CallbackNumber = "$.StoredCustomerInput", Identifier = "back"): Action => ({
  ...{ Identifier, Type: "UpdateContactCallbackNumber", Parameters: { CallbackNumber } },
  Transitions: { NextAction: "end" },
});

const OLD = [
  ["+1900", "end"],
  ["+1", "back"],
] as const;
const checked = (prefixes: Parameters<typeof check>[0] = OLD) =>
  read(input(), check(prefixes), back(), end);

describe("the check of a number that callers key in", () => {
  it("may stay, turn more away, and be of another text", () => {
    expect(callsOtherNumbers(checked(), checked())).to.equal(false);
    expect(callsOtherNumbers(checked(), checked([["+1876", "end"], ...OLD]))).to.equal(false);
    expect(
      callsOtherNumbers(checked(), checked([["+1876", "end"], ["+1809", "end"], ...OLD])),
    ).to.equal(false);
  });

  it("must turn away what it did", () => {
    expect(callsOtherNumbers(checked(), checked([["+1", "back"]]))).to.equal(true);
    expect(callsOtherNumbers(checked(), checked([...OLD].reverse()))).to.equal(true);
    expect(callsOtherNumbers(checked(), checked([["+44", "back"], ...OLD]))).to.equal(true);
    expect(
      callsOtherNumbers(checked(), checked([["+1876", "end"], ["+44", "back"], ...OLD])),
    ).to.equal(true);
    expect(callsOtherNumbers(checked(), checked([["+44", "back"]]))).to.equal(true);
  });

  it("must not be passed by", () => {
    const passed = read(input(), back(), check(OLD), end);
    expect(callsOtherNumbers(checked(), passed)).to.equal(true);
    expect(callsOtherNumbers(passed, passed)).to.equal(false);
    expect(callsOtherNumbers(passed, checked())).to.equal(false);
    const another = read(input(), check(OLD, "$.Attributes.number"), back(), end);
    expect(callsOtherNumbers(checked(), another)).to.equal(true);
  });

  it("needn't be there where nothing keyed in is called back", () => {
    const [caller, keyed] = [read(back("$.CustomerEndpoint.Address")), read(input(), back(), end)];
    expect(callsOtherNumbers(caller, keyed)).to.equal(false);
    expect(callsOtherNumbers(checked(), caller)).to.equal(false);
    const spoken = { ...back(), Type: "MessageParticipant" };
    expect(callsOtherNumbers(checked(), read(input(), spoken, end))).to.equal(false);
  });

  it("lets no other numbers be keyed in", () => {
    const of = (validation: unknown, store?: unknown) =>
      read(input(validation, store), check(OLD), back(), end);
    expect(callsOtherNumbers(of("local"), of("local"))).to.equal(false);
    expect(callsOtherNumbers(of("local"), of("international"))).to.equal(true);
    expect(callsOtherNumbers(of("local"), of("international", true))).to.equal(true);
    for (const nothing of ["False", false]) {
      expect(callsOtherNumbers(of("local", nothing), of("other", nothing))).to.equal(false);
    }
    const first = { ...input("local"), Identifier: "new" };
    expect(
      callsOtherNumbers(of("local"), read(first, input("local"), check(OLD), back(), end)),
    ).to.equal(false);
  });

  it("leads where it did, though another check may be there", () => {
    const second = { ...check([["+44", "back"]]), Identifier: "second" };
    const both = read(
      input(),
      { ...check([["+1900", "end"]]), Transitions: check([["+1", "second"]]).Transitions },
      second,
      back(),
      end,
    );
    const one = read(input(), check([["+1", "back"]]), back(), end);
    expect(callsOtherNumbers(both, both)).to.equal(false);
    expect(callsOtherNumbers(one, both)).to.equal(true);
  });
});

describe("the log of what callers key in", () => {
  const log = (FlowLoggingBehavior: string, Type = "UpdateFlowLoggingBehavior"): Action => ({
    ...{ Identifier: `log ${FlowLoggingBehavior}`, Type, Parameters: { FlowLoggingBehavior } },
  });
  const [off, on] = [log("Disabled"), log("Enabled")];

  it("is off before they do, if it was", () => {
    expect(logsWhatIsKeyedIn(read(off, input()), read(off, input()))).to.equal(false);
    expect(logsWhatIsKeyedIn(read(off, input()), read(input(), off))).to.equal(true);
    expect(logsWhatIsKeyedIn(read(off, input()), read(on, input(), end))).to.equal(true);
    expect(logsWhatIsKeyedIn(read(off, input()), read(off, on, input()))).to.equal(true);
    const message = log("Disabled", "MessageParticipant");
    expect(logsWhatIsKeyedIn(read(off, input()), read(message, input()))).to.equal(true);
  });

  it("may be on where it was, or where nothing is kept or was asked", () => {
    expect(logsWhatIsKeyedIn(read(on, input()), read(on, input()))).to.equal(false);
    expect(logsWhatIsKeyedIn(read(off, end), read(on, input()))).to.equal(false);
    for (const nothing of ["False", false, undefined]) {
      const asked = read(on, { ...input(), Parameters: { StoreInput: nothing } });
      expect(logsWhatIsKeyedIn(read(off, input()), asked)).to.equal(false);
    }
    for (const keeps of ["True", true]) {
      expect(logsWhatIsKeyedIn(read(off, input()), read(on, input("x", keeps)))).to.equal(true);
    }
  });
});
