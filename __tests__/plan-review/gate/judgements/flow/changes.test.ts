import { expect } from "chai";

import {
  isNewWay,
  keys,
  leaks,
  lost,
  waitsByNight,
} from "../../../../../plan-review/gate/judgements/flow/changes";
import { type Block } from "../../../../../plan-review/gate/judgements/flow/graph";
import type { ChangeJson } from "../../../../support/plans";
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

const hello = block("hello", "MessageParticipant");

describe("the way to somebody", () => {
  const menu = (keys: Record<string, string>) => ask(keys, { Parameters: { Text: "Welcome" } });
  const rest = [queue("a"), transfer(), end];

  it("may be left by a new key of a menu that was there", () => {
    const old = [menu({ 1: "queue a" }), ...rest];
    expect(leaks(change(old, [menu({ 1: "queue a", 9: "end" }), ...rest]))).to.deep.equal([]);
    expect(leaks(change(old, [menu({ 1: "end", 2: "queue a" }), ...rest]))).to.deep.equal([
      "ask (Equals 1)",
    ]);
  });

  it("is left by no other block, no error of a menu, and no new menu", () => {
    const compare = block("ask", "Compare");
    const keyed = (action: Action, keys: Record<string, string>): Action =>
      by(action, { Conditions: Object.entries(keys).map(([key, to]) => exit(key, to)) });
    expect(
      leaks(
        change(
          [keyed(compare, { 1: "queue a" }), ...rest],
          [keyed(compare, { 1: "queue a", 9: "end" }), ...rest],
        ),
      ),
    ).to.deep.equal(["ask (Equals 9)"]);
    const conditions = [exit("1", "queue a")];
    const times = { ErrorType: "InputTimeLimitExceeded", NextAction: "end" };
    expect(
      leaks(
        change(
          [menu({ 1: "queue a" }), ...rest],
          [by(menu({}), { Conditions: conditions, Errors: [times] }), ...rest],
        ),
      ),
    ).to.deep.equal(["ask (InputTimeLimitExceeded)"]);
    const made = by(menu({}), { Conditions: [...conditions, exit("9", "end")] });
    expect(leaks(change([hello, ...rest], [made, ...rest]))).to.deep.equal(["ask (Equals 9)"]);
  });

  it("isn't left where another way's fault leads, nor by who gives callers to somebody", () => {
    const back = by(block("back", "CreateCallbackContact"), { NextAction: "end" });
    expect(leaks(change([hello, transfer(), end], [hello, back, end]))).to.deep.equal([]);
    const fault = by(hello, {
      NextAction: "queue a",
      Errors: [{ ErrorType: "NoMatchingError", NextAction: "end" }],
    });
    expect(leaks(change([hello, ...rest], [fault, ...rest]))).to.deep.equal([]);
    const nowhere = by(hello, { NextAction: "queue a", Conditions: [exit("x", "nowhere")] });
    expect(leaks(change([hello, ...rest], [nowhere, ...rest]))).to.deep.equal([]);
  });

  it("is of a new flow nobody's yet", () => {
    const made = [menu({ 1: "queue a", 9: "end" }), ...rest];
    expect(leaks(change([], made))).to.deep.equal([]);
    expect(leaks(change([end], made))).to.have.lengthOf(1);
  });

  it("goes on at the end of the flow of who waits in a queue", () => {
    const ended = block("ended", "EndFlowExecution");
    const loop = (keys: Record<string, string>) => menu(keys);
    const [old, next] = [
      [loop({ 1: "queue a" }), ...rest, ended],
      [
        { ...loop({}), ...by(hello, { NextAction: "queue a", Conditions: [exit("x", "ended")] }) },
        ...[...rest, ended],
      ],
    ];
    expect(leaks(change(old, next, { type: "CUSTOMER_QUEUE" }))).to.deep.equal([]);
    expect(leaks(change(old, next, { type: "CONTACT_FLOW" }))).to.deep.equal(["hello (Equals x)"]);
  });

  it("leads through a flow that gives callers to somebody", () => {
    const content = (...actions: Action[]) => ({ arn: "next", content: flow(...actions) });
    const on = block("on", "TransferToFlow", { ContactFlowId: "next" });
    const said = (values: object) =>
      leaks(
        change(
          [menu({ 1: "on" }), on, end],
          [by(menu({}), { NextAction: "end", Conditions: [exit("1", "on")] }), on, end],
          { others: [there("aws_connect_contact_flow.next", values)] },
        ),
      );
    expect(said(content(hello, transfer(), end))).to.deep.equal(["ask"]);
    expect(said(content(hello, block("back", "CreateCallbackContact"), end))).to.deep.equal([
      "ask",
    ]);
    expect(said(content(hello, end))).to.deep.equal([]);
    // What can't be read may do so.
    expect(said({ arn: "next", content: "{" })).to.deep.equal(["ask"]);
    const foreign = { ...on, Parameters: { ContactFlowId: "arn:elsewhere" } };
    const next = [by(menu({}), { NextAction: "end", Conditions: [exit("1", "on")] }), foreign, end];
    expect(leaks(change([menu({ 1: "on" }), foreign, end], next))).to.deep.equal(["ask"]);
  });

  it("leads through a flow as the apply will write it, or as it was until it goes", () => {
    const on = block("on", "TransferToFlow", { ContactFlowId: "next" });
    const said = (before: Action[], after: Action[] | undefined) =>
      leaks(
        change(
          [menu({ 1: "on" }), on, end],
          [by(menu({}), { NextAction: "end", Conditions: [exit("1", "on")] }), on, end],
          {
            others: [
              {
                address: "aws_connect_contact_flow.next",
                actions: [after ? "update" : "delete"],
                before: { arn: "next", name: "next", content: flow(...before) },
                after: after ? { arn: "next", name: "next", content: flow(...after) } : null,
              },
            ],
          },
        ),
      );
    expect(said([end], [transfer()])).to.deep.equal(["ask"]);
    expect(said([transfer()], [end])).to.deep.equal([]);
    expect(said([end], undefined)).to.deep.equal([]);
  });
});

describe("a queue at night", () => {
  const hours = (open: string, closed: string, Parameters: object = {}): Action => ({
    ...{ Identifier: "hours", Type: "CheckHoursOfOperation", Parameters },
    Transitions: { NextAction: "end", Conditions: [exit("True", open), exit("False", closed)] },
  });
  const rest = [queue("a"), transfer(), end];
  const checked = [hours("queue a", "end"), ...rest];

  it("gets nobody whom it didn't get", () => {
    expect(waitsByNight(change(checked, checked))).to.equal(false);
    expect(waitsByNight(change(checked, [hours("queue a", "queue a"), ...rest]))).to.equal(true);
    expect(waitsByNight(change(checked, rest))).to.equal(true);
    expect(waitsByNight(change(rest, rest))).to.equal(false);
    expect(waitsByNight(change(rest, checked))).to.equal(false);
    expect(waitsByNight(change([], rest))).to.equal(false);
    expect(waitsByNight(change([end], rest))).to.equal(true);
    expect(waitsByNight(change([end], [end]))).to.equal(false);
  });

  it("isn't kept from callers by a schedule that is named, nor by what isn't hours", () => {
    expect(
      waitsByNight(
        change(checked, [hours("queue a", "end", { HoursOfOperationId: "h" }), ...rest]),
      ),
    ).to.equal(true);
    const compare = { ...hours("queue a", "end"), Type: "Compare" };
    expect(waitsByNight(change(checked, [compare, ...rest]))).to.equal(true);
  });

  it("isn't reached by a fault", () => {
    const failing = { ...hours("end", "end"), Transitions: { NextAction: "queue a" } };
    expect(waitsByNight(change(checked, [failing, ...rest]))).to.equal(false);
  });
});

describe("what is lost in a flow", () => {
  it("is that the call goes on, where an agent waits for that", () => {
    const old = [by(block("on", "EndFlowExecution"), {}), end];
    const said = (type: string, before = old) => lost(change(before, [hello, end], { type }));
    for (const type of ["AGENT_WHISPER", "CUSTOMER_WHISPER", "OUTBOUND_WHISPER"]) {
      expect(said(type), type).to.deep.equal(["lets the call go on"]);
      expect(said(type, [end]), type).to.deep.equal([]);
    }
    expect(said("CONTACT_FLOW")).to.deep.equal([]);
    expect(said("CUSTOMER_QUEUE")).to.deep.equal([]);
  });

  it("isn't what the plan deletes: a schedule with what looks at it", () => {
    const looks = block("looks", "CheckHoursOfOperation", { HoursOfOperationId: "h" });
    const gone = (type: string): ChangeJson => ({
      ...{ address: `${type}.h`, actions: ["delete"] },
      ...{ before: { name: "h", arn: "h" }, after: null },
    });
    const of = (...others: ChangeJson[]) => lost(change([looks, end], [end], { others }));
    expect(of(gone("aws_connect_hours_of_operation"))).to.deep.equal([]);
    expect(of(gone("aws_connect_queue"))).to.deep.equal([
      "looks at aws_connect_hours_of_operation.h",
    ]);
  });

  it("is a queue to which only a fault leads on, or from which none does", () => {
    const fails: Action = {
      ...queue("a"),
      Transitions: {
        Errors: [{ ErrorType: "NoMatchingError", NextAction: transfer().Identifier }],
      },
    };
    const keys = (first: Action) => [
      ask({ 1: first.Identifier, 2: "queue b" }),
      first,
      queue("b"),
      transfer(),
    ];
    expect(
      lost(
        change(
          keys({ ...queue("a"), Transitions: { NextAction: transfer().Identifier } }),
          keys(fails),
        ),
      ),
    ).to.deep.equal(["leads callers to aws_connect_queue.a"]);
  });
});

describe("a menu's keys", () => {
  const rest = [
    queue("a", "TransferContactToQueue"),
    queue("b", "TransferContactToQueue"),
    transfer(),
  ];
  const menu = (Text: string, to: Record<string, string>, Errors: object[] = []): Action[] => [
    {
      ...ask({}, { Parameters: { Text } }),
      Transitions: { Conditions: Object.entries(to).map(([key, next]) => exit(key, next)), Errors },
    },
    ...rest,
  ];
  const old = menu("1 for sales, 2 for service", { 1: "queue a", 2: "queue b" });

  it("lead where the new text says, and did", () => {
    expect(
      keys(change(old, menu("1 for service, 2 for sales", { 1: "queue b", 2: "queue a" }))),
    ).to.deep.equal([]);
    expect(
      keys(change(old, menu("1 for service, 2 for sales", { 1: "queue a", 2: "queue b" }))),
    ).to.deep.equal(["2 of ask", "1 of ask"]);
    expect(
      keys(change(old, menu("3 for sales, 2 for service", { 3: "queue b", 2: "queue b" }))),
    ).to.deep.equal(["3 of ask"]);
  });

  it("may be for something new", () => {
    expect(
      keys(change(old, menu("1 for orders, 2 for bills", { 1: "queue b", 2: "queue a" }))),
    ).to.deep.equal([]);
    expect(keys(change(old, menu("2 for service", { 2: "queue b" })))).to.deep.equal([]);
  });

  it("are what callers press, not what happens else", () => {
    const error = (NextAction: string) => [{ ErrorType: "NoMatchingCondition", NextAction }];
    const text = "1 for sales";
    expect(
      keys(
        change(
          menu(text, { 1: "queue a" }, error("queue a")),
          menu(text, { 1: "queue a" }, error("queue b")),
        ),
      ),
    ).to.deep.equal([]);
  });
});

describe("a new flow's way", () => {
  const through = ({ id }: Block) => id === "record";
  const past = ({ id }: Block) => id === "notice";
  const [record, notice] = [block("record", "Wait"), block("notice", "Wait")];
  const isWay = (
    actions: Action[],
    more: Parameters<typeof change>[2] = {},
    before: Action[] = [],
  ) => isNewWay(change(before, actions, more), through, past);

  it("leads through the one to somebody, and past the other", () => {
    expect(isWay([record, hello, transfer()])).to.equal(true);
    expect(isWay([hello, record, transfer()])).to.equal(true);
    expect(isWay([record, notice, transfer()])).to.equal(false);
    expect(isWay([notice, record, transfer()])).to.equal(false);
    expect(isWay([record, hello, end])).to.equal(false);
    expect(isWay([hello, transfer()])).to.equal(false);
    const two = [ask({ 1: "record", 2: "hello" }), record, end, hello, transfer()];
    expect(
      isWay(two.slice(0, 3).concat(by(hello, { NextAction: transfer().Identifier }), transfer())),
    ).to.equal(false);
  });

  it("is each way: one of two is enough", () => {
    expect(
      isWay([
        ask({ 1: "record", 2: "notice" }),
        by(notice, { NextAction: "record" }),
        record,
        transfer(),
      ]),
    ).to.equal(true);
    const first = by({ ...record }, { NextAction: "end" });
    const ways = isNewWay(
      change(
        [],
        [ask({ 1: "record", 2: "again" }), first, end, block("again", "Wait"), transfer()],
      ),
      ({ id }) => ["record", "again"].includes(id),
      past,
    );
    expect(ways).to.equal(true);
  });

  it("ends, for a call out, where the flow ends", () => {
    const ended = block("ended", "EndFlowExecution");
    expect(isWay([record, ended], { type: "OUTBOUND_WHISPER" })).to.equal(true);
    expect(isWay([record, ended], { type: "CONTACT_FLOW" })).to.equal(false);
    expect(isWay([record, transfer()], { type: "OUTBOUND_WHISPER" })).to.equal(false);
  });

  it("isn't judged of a flow that was there, or is made with the center", () => {
    expect(isWay([record, transfer()], {}, [end])).to.equal(false);
    expect(isNewWay(change([], [record, transfer()], {}, true), through, past)).to.equal(false);
  });
});
