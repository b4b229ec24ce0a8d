import { expect } from "chai";

import { endingHooks, hooks } from "../../../../../plan-review/gate/judgements/flow/hooks";
import { block, by, change, end, exit, flow, queue, there, transfer } from "./written";

const hello = block("hello", "MessageParticipant");

describe("an event's flow", () => {
  const sets = (Identifier: string, EventHooks: object) =>
    block(Identifier, "UpdateContactEventHooks", { EventHooks });
  const old = [sets("hooks", { CustomerQueue: "next" }), end];

  it("isn't set to another one beside it", () => {
    expect(
      hooks(
        change(old, [
          sets("hooks", { CustomerQueue: "next" }),
          sets("more", { CustomerQueue: "other" }),
          end,
        ]),
      ),
    ).to.deep.equal(["aws_connect_contact_flow.other for CustomerQueue"]);
  });

  it("may be set twice, or for the first time, be it one that another event has", () => {
    expect(
      hooks(change(old, [...old.slice(0, 1), sets("x", { CustomerQueue: "next" }), end])),
    ).to.deep.equal([]);
    expect(
      hooks(change(old, [sets("hooks", { CustomerQueue: "next", AgentWhisper: "other" }), end])),
    ).to.deep.equal([]);
    expect(hooks(change([end], old))).to.deep.equal([]);
    const on = block("on", "TransferToFlow", { ContactFlowId: "other" });
    const first = block("first", "TransferToFlow", { ContactFlowId: "next" });
    expect(
      hooks(
        change(
          [by(hello, { NextAction: "first", Conditions: [exit("x", "hooks")] }), first, ...old],
          [on],
        ),
      ),
    ).to.deep.equal([]);
  });

  it("may be one of the two that it had, or change places", () => {
    const both = sets("hooks", { CustomerQueue: "next", AgentWhisper: "other" });
    expect(
      hooks(change([both, end], [both, sets("x", { CustomerQueue: "other" }), end])),
    ).to.deep.equal(["aws_connect_contact_flow.other for CustomerQueue"]);
    expect(hooks(change([both, end], [both, end]))).to.deep.equal([]);
  });

  /** What is said where an event gets the flow `h`, which is written so. */
  const ending = (
    content: string,
    { event = "CustomerWhisper", other = [end], first = false } = {},
  ) =>
    endingHooks(
      change(
        [end],
        [sets("hooks", { [event]: "h" }), end],
        {
          others: [
            there("aws_connect_contact_flow.h", { arn: "h", content }),
            there("aws_connect_contact_flow.o", { content: flow(...other) }),
          ],
        },
        first,
      ),
    );
  const goesOn = by(block("on", "EndFlowExecution"), {});

  it("doesn't end the call, unless it did at that event", () => {
    expect(ending(flow(hello, goesOn))).to.deep.equal([]);
    expect(ending(flow(hello, end))).to.deep.equal([
      "aws_connect_contact_flow.h for CustomerWhisper",
    ]);
    expect(ending(flow(hello, end), { first: true })).to.deep.equal([]);
    const [known] = [sets("x", { CustomerWhisper: "h" })];
    expect(ending(flow(hello, end), { other: [known, end] })).to.deep.equal([]);
    expect(
      ending(flow(hello, end), { other: [sets("x", { AgentHold: "h" }), end] }),
    ).to.have.lengthOf(1);
    const had = change([sets("x", { AgentHold: "h" }), end], [sets("y", { AgentHold: "h" }), end], {
      others: [there("aws_connect_contact_flow.h", { arn: "h", content: flow(end) })],
    });
    expect(endingHooks(had)).to.deep.equal([]);
  });

  it("may end it after the agent has left, or once somebody has the caller", () => {
    expect(ending(flow(end), { event: "CustomerRemaining" })).to.deep.equal([]);
    const event = "CustomerQueue";
    expect(ending(flow(queue("a"), transfer(), end), { event })).to.deep.equal([]);
    expect(ending(flow(block("back", "CreateCallbackContact"), end), { event })).to.deep.equal([]);
  });

  it("has an end where the call waits for that", () => {
    const never = flow(by(hello, {}));
    expect(ending(never)).to.have.lengthOf(1);
    expect(ending(never, { event: "AgentWhisper" })).to.have.lengthOf(1);
    expect(ending(never, { event: "CustomerHold" })).to.deep.equal([]);
  });

  it("may end it where something fails, or out of hours, and is judged elsewhere if it can't be read", () => {
    const failing = by(hello, {
      NextAction: "on",
      Errors: [{ ErrorType: "NoMatchingError", NextAction: "end" }],
    });
    expect(ending(flow(failing, goesOn, end))).to.deep.equal([]);
    const hours = by(block("hours", "CheckHoursOfOperation"), {
      Conditions: [exit("True", "on"), exit("False", "end")],
    });
    expect(ending(flow(hours, goesOn, end))).to.deep.equal([]);
    expect(ending("none")).to.deep.equal([]);
  });
});
