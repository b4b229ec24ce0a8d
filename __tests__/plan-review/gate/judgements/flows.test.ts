import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";
import {
  type Action,
  ask,
  end,
  exit,
  flow,
  hello,
  menu,
  out,
  queue,
  records,
  STACK,
  there,
  transfer,
} from "./flow/written";

/** What is said of a flow that gets another content. */
const said = (
  before: unknown,
  after: unknown,
  more: object = {},
  plan: object = {},
  ...others: ChangeJson[]
) => {
  const change = {
    address: "aws_connect_contact_flow.a",
    actions: ["update"],
    ...{ before: { content: before }, after: { content: after }, ...more },
  };
  const addresses = others.map(({ address }) => address);
  const stack = STACK.filter(({ address }) => !addresses.includes(address));
  return judge(planOf([change, ...stack, ...others], plan)).refused.map(
    ({ effect, happens }) => `${effect ?? "never"}: ${happens}`,
  );
};
const made = (content: string) => said(undefined, content, { actions: ["create"], before: null });

const ELSEWHERE = "grant: sends callers to another telephone number, or calls one back";
const SILENT = "unprotect: no longer records the calls";
const OTHERWISE = "unprotect: records, transcribes or redacts in another way";
const UNTOLD = "unprotect: records callers who aren't told so";
const UNREADABLE = "disrupt: writes a flow that can't be read here";
const nobodyFor = (...queues: string[]) =>
  `disrupt: no longer ${queues.map((each) => `leads callers to aws_connect_queue.${each}`).join(", ")}`;
const OUTSIDE = "grant: leads to, or asks, what isn't in this stack:";

describe("a flow's other content", () => {
  it("leads to every queue still", () => {
    expect(said(menu("a", "b", "c"), menu("a", "c"))).to.deep.equal([nobodyFor("b")]);
    expect(said(menu("a", "b", "c"), menu("c"))).to.deep.equal([nobodyFor("a", "b")]);
    expect(said(menu("a", "b"), menu("b", "a"))).to.deep.equal([]);
    expect(said(menu("a"), menu("a", "b"))).to.deep.equal([]);
  });

  it("may leave out a queue that goes in the same plan, and no other", () => {
    const gone = {
      ...{ address: "aws_connect_queue.b", actions: ["delete"] },
      ...{ before: { arn: "b" }, after: null },
    };
    // That a queue goes to which a flow led is said of the queue.
    const queueGoes = "destroy: deletes a queue to which aws_connect_contact_flow.a leads callers";
    expect(said(menu("a", "b"), menu("a"), {}, {}, gone)).to.deep.equal([queueGoes]);
    expect(said(menu("a", "b"), menu("b"), {}, {}, gone)).to.have.members([
      queueGoes,
      nobodyFor("a"),
    ]);
  });

  it("leads into a queue that no other one follows, and from which callers are transferred", () => {
    const [one, both] = [menu("a"), flow(hello, queue("a"), queue("b"), transfer())];
    expect(said(one, both)).to.deep.equal([nobodyFor("a")]);
    const ends = flow(ask({ 0: "queue a", 1: "queue b" }), queue("a"), end, queue("b"), transfer());
    expect(said(menu("a", "b"), ends)[0]).to.equal(nobodyFor("a"));
  });

  it("must lead somebody on, if it did: to an agent, a flow or a callback", () => {
    for (const [type, no] of [
      ["TransferContactToAgent", "transfers callers to agents"],
      ["CreateCallbackContact", "calls back"],
    ] as const) {
      const old = flow({ Identifier: "hello" }, transfer(type), end);
      const lost = `disrupt: no longer ${no}`;
      const known = { Identifier: "good day" };
      expect(said(old, flow(known, transfer(type), end))).to.deep.equal([]);
      expect(said(old, flow({ Identifier: "hello" }, end)), type).to.deep.equal([lost]);
      expect(said(old, flow(end, transfer(type))), type).to.deep.equal([lost]);
    }
    const on = (ContactFlowId: string): Action => ({
      ...{ Identifier: "on", Type: "TransferToFlow", Parameters: { ContactFlowId } },
    });
    expect(said(flow(on("next")), flow(on("other")))).to.deep.equal([
      "disrupt: no longer goes on with aws_connect_contact_flow.next",
    ]);
    expect(said(flow({ Identifier: "whisper" }, end), flow(end))).to.deep.equal([]);
  });

  it("leads on while nothing fails: by a key, without one, and while the center is open", () => {
    const old = menu("a");
    const asked = (ways: object) =>
      said(old, flow({ ...ask({}), Transitions: ways }, queue("a"), transfer(), end));
    const hours = (ways: object) =>
      said(
        old,
        flow(
          hello,
          { Identifier: "hours", Type: "CheckHoursOfOperation", Transitions: ways },
          queue("a"),
          transfer(),
          end,
        ),
      );
    const error = (ErrorType: string) => ({ Errors: [{ ErrorType, NextAction: "queue a" }] });
    const key = { Conditions: [exit("1", "queue a")] };
    expect(asked(key)).to.deep.equal([]);
    expect(asked({ NextAction: "queue a" })).to.deep.equal([]);
    expect(asked(error("NoMatchingCondition"))).to.deep.equal([]);
    expect(asked(error("InputTimeLimitExceeded"))).to.deep.equal([]);
    expect(asked(error("NoMatchingError"))).to.have.lengthOf(1);
    expect(hours({ Conditions: [exit("True", "queue a")] })).to.deep.equal([]);
    expect(hours({ Conditions: [exit("False", "queue a")] })).to.have.lengthOf(1);
    expect(hours({ NextAction: "queue a" })).to.have.lengthOf(1);
  });

  it("may go round in a circle, and lead somewhere from each place in it", () => {
    const again = { ...transfer(), Transitions: { NextAction: "queue a" } };
    expect(said(menu("a"), flow(hello, queue("a"), again))).to.deep.equal([]);
    const round = flow(
      { Identifier: "x", Transitions: { NextAction: "x" } },
      queue("a"),
      transfer(),
    );
    // It is lost, and it is a circle.
    expect(said(flow({ Identifier: "x" }, queue("a"), transfer()), round)).to.have.lengthOf(2);
  });

  it("lets nobody end at a place where nobody did", () => {
    const compare = (keys: object): Action => ({
      ...{ Identifier: "compare", Type: "Compare" },
      Transitions: { NextAction: "queue a", ...keys },
    });
    const old = flow(compare({}), queue("a"), transfer(), end);
    const conditions = (to: string) => ({ Conditions: [exit("x", to)] });
    expect(
      said(old, flow(compare(conditions("queue a")), queue("a"), transfer(), end)),
    ).to.deep.equal([]);
    expect(said(old, flow(compare(conditions("end")), queue("a"), transfer(), end))).to.deep.equal([
      "disrupt: lets callers end without anybody after compare (Equals x)",
    ]);
    const errors = { Errors: [{ ErrorType: "NoMatchingError", NextAction: "end" }] };
    expect(said(old, flow(compare(errors), queue("a"), transfer(), end))).to.deep.equal([]);
    expect(said(flow(compare(conditions("end")), queue("a"), transfer(), end), old)).to.deep.equal(
      [],
    );
  });

  it("leads a key where the menu says", () => {
    const keys = (Text: string, to: Readonly<Record<string, string>>) =>
      flow(
        ask(to, { Parameters: { Text, StoreInput: "False" } }),
        ...[queue("a", "TransferContactToQueue"), queue("b", "TransferContactToQueue"), transfer()],
      );
    const old = keys("1 for a, 2 for b", { 1: "queue a", 2: "queue b" });
    const swapped = { 2: "queue a", 1: "queue b" };
    expect(said(old, keys("1 for a, 2 for b", swapped))).to.deep.equal([
      "disrupt: says the same of a key, and lets it lead to somebody else: 1 of ask, 2 of ask",
    ]);
    expect(said(old, keys("2 for a, 1 for b", swapped))).to.deep.equal([]);
    expect(
      said(old, keys("1 for a, 2 for b", { 1: "queue a", 2: "queue b", 3: "queue a" })),
    ).to.deep.equal([]);
    const renumbered = keys("1 for a, 2 for b", { 8: "queue a", 9: "queue b" });
    expect(said(old, renumbered)).to.have.lengthOf(1);
  });

  it("uses what it used: functions, modules, event flows, hours", () => {
    const block = (Type: string, Parameters: object): Action => ({
      Identifier: Type,
      Type,
      Parameters,
    });
    const uses = [
      [block("InvokeLambdaFunction", { LambdaFunctionARN: "f" }), "invokes aws_lambda_function.f"],
      [
        block("InvokeFlowModule", { FlowModuleId: "m" }),
        "invokes aws_connect_contact_flow_module.m",
      ],
      [
        block("UpdateContactEventHooks", { EventHooks: { CustomerQueue: "next" } }),
        "has for CustomerQueue aws_connect_contact_flow.next",
      ],
      [block("CheckHoursOfOperation", {}), "looks at the queue's hours"],
      [
        block("CheckHoursOfOperation", { HoursOfOperationId: "h" }),
        "looks at aws_connect_hours_of_operation.h",
      ],
    ] as const;
    for (const [used, words] of uses) {
      expect(said(flow(used, end), flow(used, end)), words).to.deep.equal([]);
      expect(said(flow(used, end), flow(end)), words).to.deep.equal([
        `disrupt: no longer ${words}`,
      ]);
      expect(said(flow(end), flow(used, end)), words).to.deep.equal([]);
    }
  });

  it("names things of this stack alone, be it new or not", () => {
    const block = (Type: string, Parameters: object): Action => ({
      Identifier: Type,
      Type,
      Parameters,
    });
    const outside = [
      [queue("e"), "e"],
      [block("InvokeLambdaFunction", { LambdaFunctionARN: "arn:x" }), "arn:x"],
      // A queue is no function.
      [block("InvokeLambdaFunction", { LambdaFunctionARN: "a" }), "a"],
      [block("InvokeFlowModule", { FlowModuleId: "$.Attributes.m" }), "$.Attributes.m"],
      [block("UpdateContactEventHooks", { EventHooks: { CustomerHold: "arn:x" } }), "arn:x"],
      [
        block("MessageParticipant", { SSML: '<sub alias="s3://evil/x.wav">x</sub>' }),
        "s3://evil/x.wav",
      ],
      [
        block("MessageParticipant", { PromptId: "${data.aws_connect_queue.p.arn}" }),
        "${data.aws_connect_queue.p.arn}",
      ],
      [block("MessageParticipantIteratively", { Messages: [{ PromptId: "p" }] }), "p"],
      [queue("${aws_connect_queue.nobody.arn}"), "${aws_connect_queue.nobody.arn}"],
      [block("UpdateContactAttributes", { Attributes: { x: "see arn:x" } }), "arn:x"],
    ] as const;
    for (const [used, thing] of outside) {
      expect(made(flow(used)), thing).to.deep.equal([`${OUTSIDE} ${thing}`]);
      expect(said(flow(used), flow(used, { Identifier: "more" })), thing).to.deep.equal([]);
    }
    const own = [
      block("MessageParticipant", { Text: "Visit https://www.kwglobal.com, or s3:// whatever" }),
      block("MessageParticipantIteratively", {
        Messages: [{ PromptId: "${data.aws_connect_prompt.p.arn}" }],
      }),
      queue("${aws_connect_queue.a.arn}"),
    ];
    expect(made(flow(...own))).to.deep.equal([]);
  });

  it("has blocks and parameters that are known to be harmless, or that it had", () => {
    const block = (Type: string, Parameters: object = {}): Action => ({
      Identifier: "x",
      Type,
      Parameters,
    });
    const UNJUDGED = "change: uses blocks or parameters that nobody has judged:";
    const [bot, more] = [
      block("ConnectParticipantWithLexBot"),
      block("Loop", { LoopCount: "1", Evil: "1" }),
    ];
    expect(said(flow(end), flow(bot))).to.deep.equal([`${UNJUDGED} ConnectParticipantWithLexBot`]);
    expect(made(flow(more))).to.deep.equal([`${UNJUDGED} Loop.Evil`]);
    expect(said(flow(bot), flow(bot))).to.deep.equal([]);
    expect(said(flow(more), flow(more))).to.deep.equal([]);
    expect(said(flow(more), flow(block("Loop", { LoopCount: "2", Evil: "1" })))).to.deep.equal([]);
    expect(said(flow(more), flow(block("Loop")))).to.deep.equal([`${UNJUDGED} Loop.Evil`]);
    expect(said(flow(block("Wait")), flow(bot))).to.have.lengthOf(1);
    expect(said(flow(bot), flow(block(String(bot.Type), { Text: "x" })))).to.have.lengthOf(1);
    expect(said(flow(block("toString")), flow(block("toString", { x: 1 })))).to.have.lengthOf(1);
  });

  it("keeps nothing that callers key in, unless it did", () => {
    const keeps = (StoreInput: unknown) => flow(ask({}, { Parameters: { Text: "x", StoreInput } }));
    const KEEPS = "unprotect: keeps what callers key in";
    expect(said(keeps("False"), keeps("True"))).to.deep.equal([KEEPS]);
    expect(said(keeps("true"), keeps("True"))).to.deep.equal([]);
    expect(said(keeps("False"), keeps("false"))).to.deep.equal([]);
    expect(made(keeps(true))).to.deep.equal([KEEPS]);
  });

  it("tells callers that they are recorded, where it did", () => {
    const notice: Action = { Identifier: "Recording notice", Parameters: { Text: "x" } };
    const all = records(["Agent", "Customer"]);
    const told = flow(all, hello, notice, queue("a"), transfer());
    expect(said(told, flow(all, hello, queue("a"), transfer()))).to.deep.equal([UNTOLD]);
    expect(
      said(told, flow(all, { ...notice, Parameters: { Text: "y" } }, queue("a"), transfer())),
    ).to.deep.equal([]);
    const text = { Identifier: "x", Parameters: { Text: "Calls are Recorded." } };
    expect(said(told, flow(all, text, queue("a"), transfer()))).to.deep.equal([]);
    const skipped = flow(
      all,
      ask({ 1: "Recording notice", 2: "queue a" }),
      notice,
      queue("a"),
      transfer(),
    );
    expect(said(told, skipped)).to.deep.equal([UNTOLD]);
    expect(
      said(flow(all, queue("a"), transfer()), flow(all, queue("a"), transfer())),
    ).to.deep.equal([]);
    expect(said(told, flow(hello, queue("a"), transfer()))).to.deep.equal([SILENT]);
  });

  it("leads nobody past the recording", () => {
    const all = records(["Agent", "Customer"]);
    const skipped = flow(ask({ 1: "record", 2: "queue a" }), all, queue("a"), transfer());
    expect(said(flow(all, queue("a"), transfer()), skipped)).to.deep.equal([
      "unprotect: leads some callers past the block that records the calls",
    ]);
    expect(said(skipped, skipped.replace('"2"', '"3"'))).to.deep.equal([
      "disrupt: says the same of a key, and lets it lead to somebody else: 2 of ask",
    ]);
  });

  it("sends nobody to a telephone that it didn't know", () => {
    expect(said(flow(out("+15550100")), flow(out("+15550100")))).to.deep.equal([]);
    expect(said(flow(out("+15550100")), flow(out("$.Attributes.to")))).to.deep.equal([ELSEWHERE]);
    expect(said(flow(out("+15550100")), flow(end))).to.deep.equal([
      "disrupt: no longer transfers callers outside",
    ]);
    expect(made(flow(out("+15550100")))).to.deep.equal([ELSEWHERE]);
    expect(said(flow(end), flow({ ...end, Transitions: {} }, out("+15550100")))).to.deep.equal([]);
  });

  it("calls nobody back whom it didn't call", () => {
    const back = (CallbackNumber: string): Action => ({
      Identifier: "back",
      Type: "UpdateContactCallbackNumber",
      Parameters: { CallbackNumber },
    });
    const caller = flow(back("$.CustomerEndpoint.Address"));
    expect(made(caller)).to.deep.equal([]);
    expect(made(flow(back("$.Attributes.number")))).to.deep.equal([ELSEWHERE]);
    expect(said(caller, caller.replace("back", "again"))).to.deep.equal([]);
    expect(said(caller, flow(back("+9005550123")))).to.deep.equal([ELSEWHERE]);
  });

  it("records as before", () => {
    expect(said(flow(records(["Agent", "Customer"])), flow(records(["Agent"])))).to.deep.equal([
      OTHERWISE,
    ]);
    expect(said(flow(records(["Agent"])), flow(records([])))).to.deep.equal([SILENT]);
    expect(said(flow(records(["Agent"])), flow(end))).to.deep.equal([SILENT]);
    expect(said(flow(end), flow(records(["Agent"])))).to.deep.equal([]);
  });

  it("records as before with analytics, too", () => {
    const analysed = (RecordedParticipants: string[]): Action => ({
      Identifier: "record",
      Type: "UpdateContactRecordingAndAnalyticsBehavior",
      Parameters: { VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants } } },
    });
    const one = flow(analysed(["Agent"]));
    expect(said(one, one)).to.deep.equal([]);
    expect(said(one, flow(analysed([])))).to.deep.equal([SILENT]);
    expect(said(one, flow(analysed(["Customer"])))).to.deep.equal([OTHERWISE]);
    const both = flow(analysed(["Agent"]), { ...records(["Customer"]), Identifier: "more" });
    expect(said(both, both)).to.deep.equal([]);
  });

  it("tells it in the same notice still", () => {
    const notice = (Text: string): Action => ({ Identifier: "Recording", Parameters: { Text } });
    const of = (Text: string) => flow(records(["Agent"]), notice(Text), queue("a"), transfer());
    expect(said(of("We record"), of("It is recorded"))).to.deep.equal([]);
    expect(said(of("We record"), of("Good day"))).to.deep.equal([UNTOLD]);
    expect(said(of("Good day"), of("Welcome"))).to.deep.equal([]);
  });

  it("records everybody still, where it did, and logs every part", () => {
    const off = { ...records([]), Identifier: "off" };
    expect(said(flow(records(["Agent"])), flow(records(["Agent"]), off))).to.deep.equal([SILENT]);
    expect(said(flow(records(["Agent"]), off), flow(off, records(["Agent"])))).to.deep.equal([]);
    const log = (FlowLoggingBehavior: string): Action => ({
      Identifier: FlowLoggingBehavior,
      Type: "UpdateFlowLoggingBehavior",
      Parameters: { FlowLoggingBehavior },
    });
    const [on, no] = [log("Enabled"), log("Disabled")];
    expect(said(flow(on), flow(on, no))).to.deep.equal(["disrupt: turns the flow's log off"]);
    expect(said(flow(on, no), flow(no, on))).to.deep.equal([]);
  });

  it("can be read", () => {
    const twice = flow(end, { ...end, Type: "MessageParticipant" });
    const { Actions } = JSON.parse(flow(end)) as { Actions: object[] };
    const broken = (more: object) =>
      JSON.stringify({ StartAction: "end", Actions: [{ ...Actions[0], ...more }] });
    for (const content of [
      ...["", "{", "[]", '{"Actions":{}}', '{"Actions":[]}', null, twice],
      ...[flow(end).replace("{", '{"Evil":1,'), flow(end).replace("{", '{"StartAction":"x",')],
      ...[broken({ Evil: 1 }), broken({ Identifier: 1 }), broken({ Type: 1 })],
      ...[broken({ Parameters: [] }), broken({ Transitions: [] })],
      ...[broken({ Transitions: { Evil: 1 } }), broken({ Transitions: { NextAction: 1 } })],
      ...[broken({ Transitions: { Errors: {} } }), broken({ Transitions: { Conditions: {} } })],
      broken({ Transitions: { Errors: ["x"] } }),
    ]) {
      expect(said(flow(end), content), String(content)).to.deep.equal([UNREADABLE]);
    }
    expect(said("{", flow(end))).to.deep.equal([]);
  });

  it("is read in the configuration where the id of a new thing is missing in it", () => {
    const of = (text: string): [object, object] => [
      { afterUnknown: { content: true } },
      {
        configuration: {
          root_module: {
            resources: [
              {
                ...{ address: "aws_connect_contact_flow.a", mode: "managed", name: "a" },
                ...{ type: "aws_connect_contact_flow", provider_config_key: "aws" },
                ...{ schema_version: 0, expressions: { content: { constant_value: text } } },
              },
            ],
          },
        },
      },
    ];
    const old = menu("arn:a");
    const known = there("aws_connect_queue.a", { arn: "arn:a" });
    const fresh = { address: "aws_connect_queue.new", actions: ["create"], after: { name: "new" } };
    const next = (name: string) =>
      menu(`\${aws_connect_queue.${name}.arn}`, "${aws_connect_queue.new.arn}");
    expect(said(old, undefined, ...of(next("a")), known, fresh)).to.deep.equal([]);
    expect(said(old, undefined, ...of(next("b")), known, fresh)).to.deep.equal([nobodyFor("a")]);
    expect(said(old, undefined, ...of(flow(end)), known)).to.have.lengthOf(1);
    expect(said(old, undefined, ...of("${local.flow}"))).to.deep.equal([UNREADABLE]);
  });

  it("matters little where the flow is new: nobody was led on by it yet", () => {
    expect(made(flow(end))).to.deep.equal([]);
    expect(made(flow(ask({ 1: "queue a", 2: "end" }), queue("a"), transfer(), end))).to.deep.equal(
      [],
    );
  });
});

describe("a flow that goes", () => {
  const gone = (...others: ChangeJson[]) =>
    judge(
      planOf([
        {
          ...{ address: "aws_connect_contact_flow.a", actions: ["delete"] },
          ...{ before: { arn: "arn:flow", contact_flow_id: "the-id" }, after: null },
        },
        ...others,
      ]),
    ).refused.map(({ happens }) => happens);

  it("may be one to which nothing leads", () => {
    expect(gone(there("aws_connect_queue.q", { arn: "q" }))).to.deep.equal([]);
    expect(gone(there("aws_connect_queue.q", { outbound: "the-id" }))).to.deep.equal([
      "deletes the flow to which aws_connect_queue.q still leads",
    ]);
    expect(
      gone(there("aws_connect_contact_flow.b", { content: '{"x":"arn:flow"}' })),
    ).to.have.lengthOf(1);
  });
});
