import { expect } from "chai";

import { isHeard, silent, speaks } from "../../../../../plan-review/gate/judgements/flow/speech";
import { type Action, block, by, change, end, there } from "./written";

const heard = (prompt: object, ...filled: string[]) =>
  isHeard({ ...prompt }, (reference) => filled.includes(reference));

describe("what callers hear", () => {
  it("is a recording, or words", () => {
    for (const prompt of [
      { PromptId: "p" },
      { Text: "Hi" },
      { Text: "123" },
      { Text: "你好" },
      { SSML: "<speak>Hi</speak>" },
      { SSML: '<speak><sub alias="Hi">.</sub></speak>' },
      { SSML: "<speak><sub  alias = 'Hi' >.</sub ></speak>" },
      { Text: "&" + "amp;" },
      { Text: "<sub alias=''>x</sub>" },
    ]) {
      expect(heard(prompt), JSON.stringify(prompt)).to.equal(true);
    }
    for (const prompt of [
      {},
      { PromptId: "" },
      { PromptId: 1 },
      { Text: "" },
      { Text: " . \u2026 ! \u{1F600}" },
      { Text: "\u3164 \u115f \u200d" },
      { Text: 1 },
      { SSML: 1 },
      { Text: ".", SSML: "Hi" },
      { SSML: "<speak><break time='3s'/> <mark name=\"x\"/></speak>" },
      { SSML: '<sub alias="">Hi</sub>' },
      { SSML: '<sub alias="\n">Hi\n</sub>' },
      { SSML: "<sub  alias = '' >Hi</sub >" },
      { SSML: "&nbsp; &#65;" },
    ]) {
      expect(heard(prompt), JSON.stringify(prompt)).to.equal(false);
    }
  });

  it("may be what a call has, where it has it", () => {
    expect(heard({ Text: "$.Attributes.a-b" })).to.equal(false);
    expect(heard({ Text: "$.Attributes.a-b" }, "$.Attributes.a-b")).to.equal(true);
    expect(heard({ Text: "$['Attributes']['a b']." })).to.equal(false);
    expect(heard({ Text: "$['Attributes']['a b']." }, "$['Attributes']['a b']")).to.equal(true);
    expect(heard({ Text: "$.External.a: hello" })).to.equal(true);
    expect(heard({ SSML: "<speak>$.External.a</speak>" })).to.equal(false);
  });

  it("comes from blocks that play something", () => {
    const of = (type: string, parameters: object) =>
      speaks({ id: "x", type, parameters: { ...parameters }, exits: [] });
    expect(of("MessageParticipant", { Text: "Hi" })).to.equal(true);
    expect(of("GetParticipantInput", { SSML: "Hi" })).to.equal(true);
    expect(of("MessageParticipant", { Text: "$.StoredCustomerInput" })).to.equal(true);
    expect(of("MessageParticipant", { Text: "$.CustomerEndpoint.Address" })).to.equal(true);
    expect(of("MessageParticipant", { Text: "$.SystemEndpoint.Address" })).to.equal(true);
    expect(of("MessageParticipant", { Text: "$.External.x" })).to.equal(false);
    expect(of("MessageParticipantIteratively", { Messages: [{}, { Text: "Hi" }] })).to.equal(true);
    expect(of("MessageParticipantIteratively", { Text: "Hi" })).to.equal(false);
    expect(of("UpdateContactAttributes", { Text: "Hi" })).to.equal(false);
  });
});

describe("a block that says nothing", () => {
  const says = (Text: string, id = "x"): Action => block(id, "MessageParticipant", { Text });
  const said = (
    before: readonly Action[],
    after: readonly Action[],
    ...more: [{ others?: readonly ReturnType<typeof there>[] }?, boolean?]
  ) => silent(change(before, after, ...more));

  it("is named where it said something, is new, or is another block", () => {
    expect(said([says("Hi"), end], [says("."), end])).to.deep.equal(["x"]);
    expect(said([end], [says("."), end])).to.deep.equal(["x"]);
    expect(said([], [says("."), end])).to.deep.equal(["x"]);
    expect(said([says("."), end], [says(""), end])).to.deep.equal([]);
    const asks = block("x", "GetParticipantInput", { Text: "" });
    expect(said([says("."), end], [asks, end])).to.deep.equal(["x"]);
    expect(said([says("Hi"), end], [says("Hello"), end])).to.deep.equal([]);
    expect(said([says("Hi"), end], [says("."), end], {}, true)).to.deep.equal([]);
  });

  it("is one of several prompts, too, or none at all", () => {
    const plays = (...Messages: object[]) =>
      block("x", "MessageParticipantIteratively", { Messages });
    const hi = { Text: "Hi" };
    expect(said([plays(hi), end], [plays(hi, { Text: "" }), end])).to.deep.equal(["x"]);
    expect(said([plays(hi), end], [plays(), end])).to.deep.equal(["x"]);
    expect(said([plays(hi), end], [plays(hi, hi), end])).to.deep.equal([]);
  });

  it("counts only where a caller can come to it, and plays something", () => {
    const past = by(says("Hi", "first"), { NextAction: "end" });
    expect(said([past, end], [past, says("."), end])).to.deep.equal([]);
    expect(said([end], [block("x", "UpdateContactAttributes"), end])).to.deep.equal([]);
  });

  it("may play an attribute that the flow sets to words, or to what each call has", () => {
    const sets = (value: unknown) =>
      block("set", "UpdateContactAttributes", { Attributes: { a: value } });
    const plays = says("$.Attributes.a");
    expect(said([end], [sets("Hi"), plays, end])).to.deep.equal([]);
    expect(said([end], [sets("$.CustomerEndpoint.Address"), plays, end])).to.deep.equal([]);
    expect(said([end], [sets("."), plays, end])).to.deep.equal(["x"]);
    expect(said([end], [sets("$.External.b"), plays, end])).to.deep.equal(["x"]);
    expect(said([end], [sets(1), plays, end])).to.deep.equal(["x"]);
    expect(said([end], [plays, end])).to.deep.equal(["x"]);
  });

  it("may play what each call has", () => {
    expect(said([end], [says("$.StoredCustomerInput"), end])).to.deep.equal([]);
  });

  it("may play what some flow played until now", () => {
    const plays = says("$.External.name", "y");
    expect(said([says("Dear $.External.name"), end], [plays, end])).to.deep.equal([]);
    const content = (Text: string) =>
      JSON.stringify({
        StartAction: "x",
        Actions: [{ Identifier: "x", Type: "MessageParticipant", Parameters: { Text } }],
      });
    const other = (Text: string) => [
      there("aws_connect_contact_flow.next", { arn: "next", content: content(Text) }),
    ];
    expect(said([end], [plays, end], { others: other("$.External.name") })).to.deep.equal([]);
    expect(said([end], [plays, end], { others: other("$.External.other") })).to.deep.equal(["y"]);
  });

  it("may play what a function answers, where the flow is new", () => {
    const asks = block("ask", "InvokeLambdaFunction", { LambdaFunctionARN: "f" });
    expect(said([], [asks, says("$.External.name"), end])).to.deep.equal([]);
    expect(said([], [says("$.External.name"), end])).to.deep.equal(["x"]);
    expect(said([], [asks, says("$.Attributes.name"), end])).to.deep.equal(["x"]);
    expect(said([end], [asks, says("$.External.name"), end])).to.deep.equal(["x"]);
  });
});
