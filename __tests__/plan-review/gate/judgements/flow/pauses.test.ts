import { expect } from "chai";

import { pauses } from "../../../../../plan-review/gate/judgements/flow/pauses";
import { type Action, block, by, change, end, exit, flow, there } from "./written";

const wait = (seconds: unknown, id = "wait") => block(id, "Wait", { TimeLimitSeconds: seconds });
const ssml = (SSML: string, Type = "MessageParticipant") => block("x", Type, { SSML });
const said = (
  before: readonly Action[],
  after: readonly Action[],
  ...more: [{ others?: readonly ReturnType<typeof there>[] }?, boolean?]
) => pauses(change([...before, end], [...after, end], ...more));
const seconds = (count: number) => [
  `${count} seconds of pauses (60 more at most, in all flows together)`,
];

/** A loop around some blocks, which come before it. */
const loop = (count: unknown, to: string, id = "loop", done = "end") =>
  by(block(id, "Loop", { LoopCount: count }), {
    NextAction: done,
    Conditions: [exit("ContinueLooping", to), exit("DoneLooping", done)],
  });

describe("what keeps callers from somebody", () => {
  it("is a minute more of waiting than until now", () => {
    expect(said([], [wait("60")])).to.deep.equal([]);
    expect(said([], [wait(61)])).to.deep.equal(seconds(61));
    expect(said([], [wait(31), wait("30", "more")])).to.deep.equal(seconds(61));
    expect(said([wait(100)], [wait("160")])).to.deep.equal([]);
    expect(said([wait(100)], [wait(161)])).to.deep.equal(seconds(61));
    expect(said([wait(600)], [wait("600")])).to.deep.equal([]);
    expect(said([], [wait(600)], {}, true)).to.deep.equal([]);
    expect(said([], [block("wait", "MessageParticipant", { TimeLimitSeconds: "600" })])).to.eql([]);
  });

  it("is a wait whose time can't be read", () => {
    expect(said([], [wait("$.Attributes.long")])).to.have.lengthOf(1);
    expect(said([], [wait(undefined)])).to.have.lengthOf(1);
  });

  it("are breaks between words, and recordings", () => {
    expect(said([], [ssml('<break time="50s"/>a<break strength="weak" time=\'10.5s\'/>')])).to.eql(
      seconds(60.5),
    );
    expect(said([], [ssml('<break time="60s"/>')])).to.deep.equal([]);
    expect(said([], [ssml('<break time="61000ms"/>')])).to.deep.equal(seconds(61));
    expect(said([], [ssml('<break  time = " 61s"/>', "GetParticipantInput")])).to.eql(seconds(61));
    const plays = (count: number, Type = "MessageParticipant") =>
      Array.from({ length: count }, (_, index) => block(`${index}`, Type, { PromptId: "p" }));
    expect(said([], plays(3))).to.deep.equal([]);
    expect(said([], plays(4))).to.deep.equal(seconds(80));
    expect(said([], plays(4, "GetParticipantInput"))).to.deep.equal([]);
    const queued = block("x", "MessageParticipantIteratively", {
      Messages: [{ SSML: '<break time="90s"/>' }],
    });
    expect(said([], [queued])).to.deep.equal([]);
  });

  it("counts in each round of a loop, and not after it", () => {
    expect(said([], [wait(31), loop("2", "wait")])).to.deep.equal(seconds(62));
    expect(said([], [wait(31), loop("1", "wait")])).to.deep.equal([]);
    expect(said([], [wait(31), loop("often", "wait")])).to.deep.equal([]);
    expect(said([], [wait(61), loop("often", "wait")])).to.deep.equal(seconds(61));
    expect(
      said(
        [],
        [block("x", "Wait", { TimeLimitSeconds: 0 }), loop("9", "x", "loop", "wait"), wait(31)],
      ),
    ).to.eql([]);
    // What a round leads out of is no part of it.
    expect(
      said([], [loop("9", "wait", "loop", "wait"), by(wait(31), { NextAction: "end" })]),
    ).to.eql([]);
  });

  it("is a loop within a loop, more than ten times and than until now", () => {
    const nested = (outer: number, inner: number) => [
      block("x", "MessageParticipant", { Text: "Hi" }),
      loop(inner, "x", "inner", "outer"),
      loop(outer, "x", "outer"),
    ];
    expect(said([], nested(5, 2))).to.deep.equal([]);
    expect(said([], nested(4, 3))).to.deep.equal(["x 12 times (10 at most)"]);
    expect(said(nested(4, 3), nested(3, 4))).to.deep.equal([]);
    expect(said(nested(4, 3), nested(5, 3))).to.deep.equal(["x 15 times (10 at most)"]);
  });

  it("is summed up over all flows and modules", () => {
    const waits = (address: string, old: number | undefined, next: number | undefined) => {
      const content = (count: number | undefined) =>
        count === undefined ? "" : flow(wait(count), end);
      const { before, after } = there(address, {});
      return {
        ...{ address, actions: ["update"] },
        before: { ...before, content: content(old) },
        after: { ...after, content: content(next) },
      };
    };
    const own = [wait(1)];
    for (const address of ["aws_connect_contact_flow.next", "aws_connect_contact_flow_module.m"]) {
      const others = (old?: number, next?: number) => ({ others: [waits(address, old, next)] });
      expect(said([], own, others(undefined, 59)), address).to.deep.equal([]);
      expect(said([], own, others(undefined, 60)), address).to.deep.equal(seconds(1));
      expect(said([], own, others(20, 79)), address).to.deep.equal([]);
      expect(said([], [], others(undefined, 60)), address).to.deep.equal([]);
      expect(said([], [], others(undefined, 61)), address).to.deep.equal([]);
      expect(said([], [wait(90)], others(40, undefined)), address).to.deep.equal([]);
    }
    const others = [waits("aws_connect_queue.a", undefined, 600)];
    expect(said([], own, { others })).to.deep.equal([]);
    // The flow's own content is counted once.
    expect(
      said([], [wait(40)], { others: [waits("aws_connect_contact_flow.changed", undefined, 40)] }),
    ).to.deep.equal([]);
  });
});
