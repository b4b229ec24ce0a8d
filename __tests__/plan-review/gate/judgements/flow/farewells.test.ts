import { expect } from "chai";

import { abrupt } from "../../../../../plan-review/gate/judgements/flow/farewells";
import { type Action, ask, block, by, change, end, exit, hello, queue, transfer } from "./written";

const said = (before: readonly Action[], after: readonly Action[], firstApply = false) =>
  abrupt(change(before, after, {}, firstApply));

const hours = (closed: string) =>
  by(block("hours", "CheckHoursOfOperation"), {
    Conditions: [exit("True", "queue a"), exit("False", closed)],
    Errors: [{ ErrorType: "NoMatchingError", NextAction: "end" }],
  });
const bye = by(block("bye", "MessageParticipant", { Text: "We are closed" }), {
  NextAction: "end",
});
const center = (closed: string, ...more: Action[]) => [
  ...[hello, hours(closed), queue("a"), transfer(), bye, end],
  ...more,
];
const AFTER = ["hours (Equals False)"];

describe("callers who are hung up", () => {
  it("hear why, if they did", () => {
    expect(said(center("bye"), center("end"))).to.deep.equal(AFTER);
    expect(said(center("end"), center("end"))).to.deep.equal([]);
    expect(said(center("bye"), center("bye"))).to.deep.equal([]);
    expect(said([], center("end"))).to.deep.equal([]);
    expect(said(center("bye"), center("end"), true)).to.deep.equal([]);
  });

  it("hear it also where something is done in between", () => {
    const sets = (NextAction: string) =>
      by(block("set", "UpdateContactAttributes"), {
        NextAction,
        Errors: [{ ErrorType: "NoMatchingError", NextAction: "end" }],
      });
    expect(said(center("bye"), center("set", sets("end")))).to.deep.equal(AFTER);
    expect(said(center("bye"), center("set", sets("bye")))).to.deep.equal([]);
    const silent = by(block("x", "MessageParticipant", { Text: "" }), { NextAction: "end" });
    expect(said(center("bye"), center("x", silent))).to.deep.equal(AFTER);
  });

  it("hear it after the last decision, not before", () => {
    const asks = (...keys: string[]) =>
      by(ask({}), {
        Conditions: [exit("1", "queue a"), ...keys.map((key) => exit(key, "end"))],
        Errors: [{ ErrorType: "InputTimeLimitExceeded", NextAction: "hours" }],
      });
    const menu = (closed: string, ...keys: string[]) => [asks(...keys), ...center(closed).slice(1)];
    expect(said(menu("bye"), menu("end"))).to.deep.equal(AFTER);
    // Who presses a new key has chosen it, and who presses an old one hasn't.
    expect(said(menu("bye"), menu("bye", "9"))).to.deep.equal([]);
    const led = [
      by(ask({}), { Conditions: [exit("1", "queue a"), exit("9", "bye")] }),
      ...center("bye").slice(1),
    ];
    expect(said(led, menu("bye", "9"))).to.deep.equal(["ask (Equals 9)"]);
  });

  it("have chosen it by a key alone", () => {
    const compare = (...more: object[]) => [
      hello,
      by(block("compare", "Compare"), {
        NextAction: "bye",
        Conditions: [exit("a", "bye"), ...more],
      }),
      ...[bye, end],
    ];
    expect(said(compare(), compare(exit("x", "end")))).to.deep.equal(["compare (Equals x)"]);
    const asks = (...Errors: object[]) => [
      by(ask({}), { Conditions: [exit("1", "bye"), exit("2", "bye")], Errors }),
      ...[bye, end],
    ];
    const late = { ErrorType: "InputTimeLimitExceeded", NextAction: "end" };
    expect(said(asks(), asks(late))).to.deep.equal(["ask (InputTimeLimitExceeded)"]);
  });

  it("are named once where they got to somebody until now", () => {
    const open = (NextAction: string) => [
      hello,
      by(block("hours", "CheckHoursOfOperation"), {
        Conditions: [exit("True", NextAction), exit("False", "bye")],
      }),
      ...[queue("a"), transfer(), bye, end],
    ];
    const other = by(block("compare", "Compare"), {
      NextAction: "queue a",
      Conditions: [exit("x", "end")],
    });
    expect(said(open("queue a"), [...open("compare"), other])).to.deep.equal([]);
  });
});
