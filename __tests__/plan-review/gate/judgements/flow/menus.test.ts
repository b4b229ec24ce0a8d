import { expect } from "chai";

import { falseKeys, misled } from "../../../../../plan-review/gate/judgements/flow/menus";
import { type Action, ask, block, by, change, end, exit, queue, there, transfer } from "./written";

const TO_QUEUES = { 1: "queue a", 2: "queue b" };
const names = (a: string, b: string) => [
  there("aws_connect_queue.a", { arn: "a", name: a }),
  there("aws_connect_queue.b", { arn: "b", name: b }),
];
const QUEUES = names("Customer Service", "Business Consulting");

const menu = (
  parameters: object,
  keys: Readonly<Record<string, string>> = TO_QUEUES,
): readonly Action[] => [
  ask(keys, { Parameters: parameters }),
  ...[queue("a", "TransferContactToQueue"), queue("b", "TransferContactToQueue")],
  ...[transfer(), end],
];
/** What is said of a menu with another text. */
const said = (
  before: string | undefined,
  after: string | object,
  keys = TO_QUEUES as Readonly<Record<string, string>>,
  { others = QUEUES, firstApply = false } = {},
) =>
  misled(
    change(
      before === undefined ? [] : menu({ Text: before }),
      menu(typeof after === "string" ? { Text: after } : after, keys),
      { others },
      firstApply,
    ),
  );

const TEXT = "press 1 for customer service or 2 for business consulting";

describe("what a menu's text says of its keys", () => {
  it("fits the names of the queues to which they lead", () => {
    expect(said(undefined, TEXT)).to.deep.equal([]);
    expect(said(undefined, "1 for business consulting, 2 for a customer")).to.deep.equal([
      "1 of ask",
      "2 of ask",
    ]);
    expect(said(undefined, "1 for consulting business, 2 for consulting")).to.deep.equal([
      "1 of ask",
    ]);
    expect(said(undefined, { SSML: "<p>1 for consulting</p>, 2 for all" })).to.deep.equal([
      "1 of ask",
    ]);
    expect(said(undefined, "1 for consulting, 2 for all", TO_QUEUES, { firstApply: true })).to.eql(
      [],
    );
  });

  it("may be words of both queues, of neither, or of any place", () => {
    expect(said(undefined, "1 for a business customer, 2 for customer business")).to.deep.equal([]);
    expect(said(undefined, "1 for orders, 2 for all else")).to.deep.equal([]);
    expect(
      said(undefined, "1 for our team, 2 for you", TO_QUEUES, {
        others: names("Desk", "Our Team"),
      }),
    ).to.deep.equal([]);
  });

  it("fits what was said of them", () => {
    const others = names("A", "B");
    const said2 = (before: string, after: string, keys = TO_QUEUES as Record<string, string>) =>
      said(before, after, keys, { others });
    const old = "press 1 for new cards or 2 for lost cards";
    expect(said2(old, "press 1 for new ones or 2 for lost ones")).to.deep.equal([]);
    expect(said2(old, "press 2 for new ones or 1 for lost ones")).to.deep.equal([
      "2 of ask",
      "1 of ask",
    ]);
    expect(
      said2(old, "press 2 for new ones or 1 for lost ones", { 1: "queue b", 2: "queue a" }),
    ).to.deep.equal([]);
    // What is said in the same words is named as that.
    expect(said2(old, "press 2 for new cards or 1 for lost cards")).to.deep.equal([]);
    expect(said2(old, old, { 1: "queue b", 2: "queue a" })).to.deep.equal([]);
  });

  it("leads somewhere", () => {
    const keys = { ...TO_QUEUES, "#": "queue a" };
    for (const more of [
      "or 3",
      "press 3",
      ", 3",
      "dial 3",
      "and 3.",
      "select *",
      "choose 3",
      "hit 3",
    ]) {
      expect(said(undefined, `${TEXT} ${more} for that`, keys), more).to.have.lengthOf(1);
    }
    for (const more of [
      ...["press #", "or 9 am", "or 9 a.m.", "and 9:30", "or 9 to 5", "or 9 o'clock", "in 3"],
      ...["or 30", "factor 3"],
    ]) {
      expect(said(undefined, `${TEXT} ${more} of it`, keys), more).to.deep.equal([]);
    }
    expect(said(undefined, "enter ten digits, and press 9", {})).to.deep.equal([]);
    expect(said(undefined, `${TEXT} or 3 for that or 3 for it`)).to.deep.equal(["3 of ask"]);
  });

  it("names each key that it did, by its digit or its word", () => {
    expect(said(TEXT, "hello")).to.deep.equal(["1 of ask", "2 of ask"]);
    expect(said(TEXT, "press one for service or Two for consulting")).to.deep.equal([]);
    expect(said(TEXT, "press someone or twofold")).to.deep.equal(["1 of ask", "2 of ask"]);
    expect(said(TEXT, "press 11 or 22")).to.deep.equal(["1 of ask", "2 of ask"]);
    expect(said(TEXT, { PromptId: "p" })).to.deep.equal(["1 of ask", "2 of ask"]);
    expect(said(TEXT, "press 1 for customers", { 1: "queue a" })).to.deep.equal([]);
    expect(said(`${TEXT}, or 3 for all`, `hello 1 2`)).to.deep.equal([]);
    const signs = { "*": "queue a", "#": "queue b" };
    const signed = (text: string) =>
      misled(
        change(menu({ Text: "* for cards, # for letters" }, signs), menu({ Text: text }, signs)),
      );
    expect(signed("press star or pound")).to.deep.equal([]);
    expect(signed("press the asterisk or hash")).to.deep.equal([]);
    expect(signed("press *, or #")).to.deep.equal([]);
    expect(signed("press any .  ")).to.deep.equal(["* of ask", "# of ask"]);
  });

  it("names each digit by its word", () => {
    const words = "zero one two three four five six seven eight nine".split(" ");
    for (const [digit, word] of words.entries()) {
      const keys = { [digit]: "queue a" };
      const to = (text: string) =>
        misled(change(menu({ Text: `${digit} for cards` }, keys), menu({ Text: text }, keys)));
      expect(to(`press ${word}`), word).to.deep.equal([]);
      expect(to("press ten"), word).to.deep.equal([`${digit} of ask`]);
    }
  });

  it("fits the name of a new queue, and no other thing's", () => {
    const made = names("Cards", "Letters").map((each) => ({
      ...{ ...each, actions: ["create"], before: null },
    }));
    expect(
      said(undefined, "1 for letters, 2 for cards", TO_QUEUES, { others: made }),
    ).to.have.lengthOf(2);
    const profile = there("aws_connect_routing_profile.p", { name: "Cards" });
    expect(
      said(undefined, "1 for cards, 2 for all", TO_QUEUES, { others: [...QUEUES, profile] }),
    ).to.deep.equal([]);
  });

  it("is new where another block had its name, and counts of menus only", () => {
    const other = block("ask", "MessageParticipant", { Text: TEXT });
    const to = (text: string) =>
      misled(change([other, end], menu({ Text: text }), { others: QUEUES }));
    expect(to("hello")).to.deep.equal([]);
    expect(to("1 for consulting, 2 for all")).to.deep.equal(["1 of ask"]);
    const same = "1 for consulting, 2 for all";
    const told = block("ask", "MessageParticipant", { Text: same });
    expect(misled(change([told, end], menu({ Text: same }), { others: QUEUES }))).to.deep.equal([
      "1 of ask",
    ]);
    const compare = { ...ask(TO_QUEUES, { Parameters: { Text: same } }), Type: "Compare" };
    const [, ...rest] = menu({});
    expect(misled(change([end], [compare, ...rest], { others: QUEUES }))).to.deep.equal([]);
    const says = { ...other, Parameters: { Text: "press 3" } };
    expect(misled(change([end], [says, end]))).to.deep.equal([]);
  });
});

describe("the key that a flow keeps", () => {
  const keep = (menuKey: unknown, id = "keep", next = "end") =>
    by(block(id, "UpdateContactAttributes", { Attributes: { menuKey } }), { NextAction: next });
  const asks = (...exits: object[]) => by(ask({}), { Conditions: exits, NextAction: "other" });
  const kept = (before: readonly Action[], after: readonly Action[], firstApply = false) =>
    falseKeys(change(before, after, {}, firstApply));
  const flow = (key: unknown) => [asks(exit("1", "keep")), keep(key), end];

  it("is the one that was pressed", () => {
    expect(kept([end], flow("1"))).to.deep.equal([]);
    expect(kept([end], flow("2"))).to.deep.equal(['"2" for 1 of ask']);
    expect(kept([], flow(1))).to.deep.equal(["1 for 1 of ask"]);
    expect(kept(flow("2"), flow("2"))).to.deep.equal([]);
    expect(kept([end], flow(undefined))).to.deep.equal([]);
    expect(kept([end], flow("2"), true)).to.deep.equal([]);
  });

  it("is that of the last menu, and any where none was pressed", () => {
    const again = by(ask({}, { Identifier: "again" }), { Conditions: [exit("2", "keep")] });
    expect(kept([end], [asks(exit("1", "again")), again, keep("2"), end])).to.deep.equal([]);
    expect(kept([end], [asks(exit("1", "end")), keep("none", "other"), end])).to.deep.equal([]);
    const twice = [keep("2", "keep", "more"), keep("2", "more")];
    expect(kept([end], [asks(exit("1", "keep")), ...twice, end])).to.have.lengthOf(1);
    const compare = by(block("ask", "Compare"), { Conditions: [exit("1", "keep")] });
    expect(kept([end], [compare, keep("2"), end])).to.deep.equal([]);
  });
});
