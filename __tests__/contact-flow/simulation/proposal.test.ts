import { expect } from "chai";

import { exitsOf } from "../../../contact-flow/exits";
import type { Action, Flow, FlowType } from "../../../contact-flow/flow";
import { momentOf } from "../../../contact-flow/hours";
import { createContactCenter } from "../../../contact-flow/runtime";
import { dial, proposeCalls } from "../../../contact-flow/simulation";
import { action, arn, equals, errors, flowOf } from "../flows";
import { ends, SALES } from "../runtime/center";

const AT = momentOf("2026-11-24T12:00", "UTC");
const FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:look-up";
const HOURS = "office";

/** A center with the flow under test as `main`, that asks for exits. */
const centerOf = (flow: Flow, type: FlowType = "CONTACT_FLOW") =>
  createContactCenter({
    flows: [{ id: "main", name: "Main", type, content: JSON.stringify(flow) }],
    queues: [{ id: SALES, name: "Sales", hours: HOURS }],
    hours: [
      {
        id: HOURS,
        TimeZone: "UTC",
        Config: [
          {
            Day: "TUESDAY",
            StartTime: { Hours: 9, Minutes: 0 },
            EndTime: { Hours: 17, Minutes: 0 },
          },
        ],
      },
    ],
    asksForExits: true,
  });

const propose = (actions: readonly Action[], type?: FlowType) => {
  const center = centerOf(flowOf(...actions), type);
  const proposal = proposeCalls(center, { flow: "main", flows: ["main"], at: AT, timeZone: "UTC" });
  const [flow] = proposal.coverage;
  return {
    ...proposal,
    center,
    missed: flow?.missed.map(({ action: id, exit }) => `${id} ${exit}`) ?? [],
  };
};

/** Runs code as a test file would. @returns the titles of its tests */
function paste(code: string, center: ReturnType<typeof centerOf>): string[] {
  const titles: string[] = [];
  // The text is a test's: there is no other way to see that it runs.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function("it", "dial", "center", code) as (...given: unknown[]) => void;
  const it = (title: string, body: () => void): void => {
    titles.push(title);
    body();
  };
  run(it, dial, center);
  return titles;
}

const ERROR = errors({ NoMatchingError: "sorry" });

const menu = (id: string, conditions: Readonly<Record<string, string>>): Action =>
  action(
    id,
    "GetParticipantInput",
    { Text: `${id}?`, StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      NextAction: "sorry",
      Conditions: equals(conditions),
      Errors: errors({
        InputTimeLimitExceeded: "silence",
        NoMatchingCondition: "wrong",
        NoMatchingError: "sorry",
      }),
    },
  );

const compare = (id: string, path: string, conditions: Readonly<Record<string, string>>): Action =>
  action(
    id,
    "Compare",
    { ComparisonValue: path },
    {
      NextAction: "none",
      Conditions: equals(conditions),
      Errors: errors({ NoMatchingCondition: "none" }),
    },
  );

const lambda = (id: string, next: string): Action =>
  action(
    id,
    "InvokeLambdaFunction",
    { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: "3" },
    { NextAction: next, Errors: ERROR },
  );

/** With a sentence and the end of the call for each exit that leads to none of the actions. */
function withEnds(actions: readonly Action[]): Action[] {
  const known = new Set(actions.map(({ Identifier }) => Identifier));
  const targets = new Set(actions.flatMap((each) => exitsOf(each).map(({ target }) => target)));
  return [...actions, ...ends(...[...targets].filter((target) => !known.has(target)))];
}

describe("Named calls that are proposed for a flow", () => {
  it("says what is repeated without end twice, and no more", () => {
    const { calls, missed } = propose([
      action(
        "Busy",
        "MessageParticipant",
        { Text: "All lines are busy." },
        { NextAction: "Busy", Errors: errors({ NoMatchingError: "Bye" }) },
      ),
      action("Bye", "DisconnectParticipant"),
    ]);
    expect(calls.join("").match(/hears/g)).to.have.lengthOf(2);
    expect(missed).to.deep.equal([]);
  });

  const whole: Readonly<Record<string, readonly Action[]>> = {
    "keys, a wrong key and silence": [menu("menu", { "1": "one", "2": "two" })],
    "opening hours": [
      action(
        "hours",
        "CheckHoursOfOperation",
        { HoursOfOperationId: arn("operating-hours", HOURS) },
        { NextAction: "sorry", Conditions: equals({ True: "one", False: "two" }), Errors: ERROR },
      ),
    ],
    "what a function answers, and that it fails": [
      lambda("ask", "is"),
      compare("is", "$.External.level", { gold: "one", silver: "two" }),
    ],
    "an attribute that a function's answer was kept in": [
      lambda("ask", "keep"),
      action(
        "keep",
        "UpdateContactAttributes",
        { Attributes: { level: "$.External.customer.level" }, TargetContact: "Current" },
        { NextAction: "is", Errors: ERROR },
      ),
      compare("is", "$.Attributes.level", { gold: "one" }),
    ].map((each) =>
      each.Identifier === "ask"
        ? {
            ...each,
            Parameters: { ...each.Parameters, ResponseValidation: { ResponseType: "JSON" } },
          }
        : each,
    ),
    "attributes that the contact comes with, and its channel": [
      compare("vip", "$.Attributes.vip", { yes: "chat" }),
      compare("chat", "$.Channel", { CHAT: "one", TASK: "two" }),
    ],
    "digits that are typed and compared": [
      action(
        "type",
        "GetParticipantInput",
        {
          Text: "your pin?",
          StoreInput: "True",
          InputTimeLimitSeconds: "5",
          InputValidation: { CustomValidation: { MaximumLength: "4" } },
        },
        { NextAction: "is", Errors: ERROR },
      ),
      compare("is", "$.StoredCustomerInput", { "1234": "one", Timeout: "two" }),
    ],
    "the length of a queue": [
      action(
        "set",
        "UpdateContactTargetQueue",
        { QueueId: SALES },
        { NextAction: "long", Errors: ERROR },
      ),
      action(
        "long",
        "CheckMetricData",
        { MetricType: "NumberOfContactsInQueue" },
        {
          NextAction: "none",
          Conditions: [
            {
              NextAction: "one",
              Condition: { Operator: "NumberGreaterThan", Operands: ["20"] },
            },
            {
              NextAction: "enter",
              Condition: { Operator: "NumberGreaterThan", Operands: ["5"] },
            },
          ],
          Errors: errors({ NoMatchingCondition: "enter", NoMatchingError: "sorry" }),
        },
      ),
      action(
        "enter",
        "TransferContactToQueue",
        {},
        {
          NextAction: "sorry",
          Errors: errors({ QueueAtCapacity: "two", NoMatchingError: "sorry" }),
        },
      ),
    ],
    chance: [
      action(
        "draw",
        "DistributeByPercentage",
        {},
        {
          NextAction: "two",
          Conditions: [
            { NextAction: "one", Condition: { Operator: "NumberLessThan", Operands: ["10"] } },
          ],
          Errors: errors({ NoMatchingCondition: "two" }),
        },
      ),
    ],
    "a third party that talks, is busy, or doesn't answer": [
      action(
        "dial",
        "TransferParticipantToThirdParty",
        {
          ThirdPartyPhoneNumber: "+13025550142",
          ThirdPartyConnectionTimeLimitSeconds: "30",
          ContinueFlowExecution: "True",
        },
        {
          NextAction: "one",
          Errors: errors({
            CallFailed: "two",
            ConnectionTimeLimitExceeded: "silence",
            NoMatchingError: "sorry",
          }),
        },
      ),
    ],
    "what isn't run here, and what only that knows": [
      action(
        "profile",
        "GetCustomerProfile",
        { ProfileRequestData: { IdentifierName: "_phone", IdentifierValue: "x" } },
        {
          NextAction: "is",
          Errors: errors({
            NoneFoundError: "none",
            MultipleFoundError: "two",
            NoMatchingError: "sorry",
          }),
        },
      ),
      compare("is", "$.Customer.FirstName", { Ann: "one" }),
    ],
    "a loop that ends": [
      action(
        "again",
        "Loop",
        { LoopCount: "2" },
        {
          NextAction: "none",
          Conditions: equals({ ContinueLooping: "menu", DoneLooping: "two" }),
          Errors: ERROR,
        },
      ),
      menu("menu", { "1": "again" }),
    ],
  };
  for (const [what, actions] of Object.entries(whole)) {
    it(`take every transition: ${what}`, () => {
      const { missed, misses, calls, center } = propose(withEnds(actions));
      expect(missed).to.deep.equal([]);
      expect(misses).to.deep.equal([]);
      const titles = paste(calls.join("\n"), center);
      expect(titles).to.have.lengthOf(calls.length);
      expect(new Set(titles).size).to.equal(titles.length);
    });
  }

  it("begin a queue flow in a queue, and let time pass until its interrupt", () => {
    const { misses, calls, center } = propose(
      [
        action(
          "music",
          "MessageParticipantIteratively",
          { Messages: [{ Text: "please hold" }], InterruptFrequencySeconds: "60" },
          {
            NextAction: "end",
            Conditions: equals({ MessagesInterrupted: "offer" }),
            Errors: errors({ NoMatchingError: "end" }),
          },
        ),
        action("offer", "MessageParticipant", { Text: "still busy" }, { NextAction: "end" }),
        action("end", "EndFlowExecution"),
      ],
      "CUSTOMER_QUEUE",
    );
    expect(misses).to.deep.equal([]);
    expect(calls.join("\n")).to.match(/hears\("please hold"\)[^;]*\.hears\("still busy"\)/);
    paste(calls.join("\n"), center);
  });

  it("read as a test does", () => {
    const { calls } = propose(withEnds([menu("menu", { "1": "one" })]));
    expect(calls.find((call) => call.includes("pressing 1"))).to.equal(
      [
        'it("an ordinary call, pressing 1", () => {',
        "  dial(center, {",
        '    flow: "Main",',
        '    at: "2026-11-24T12:00",',
        '    timeZone: "UTC",',
        "  })",
        '    .hears("menu?")',
        '    .presses("1")',
        '    .hears("one")',
        "    .isDisconnected();",
        "});",
        "",
      ].join("\n"),
    );
  });

  it("say which blocks no exit leads to", () => {
    const { misses } = propose([...ends("hello"), action("orphan", "DisconnectParticipant")]);
    expect(misses.map(({ action: id, why }) => [id, why])).to.deep.equal([
      ["orphan", "no exit leads here"],
    ]);
  });

  it("name a condition that an earlier one shadows", () => {
    const { misses } = propose([
      action(
        "long",
        "CheckMetricData",
        { MetricType: "NumberOfContactsInQueue", QueueId: SALES },
        {
          NextAction: "none",
          Conditions: [
            { NextAction: "one", Condition: { Operator: "NumberLessThan", Operands: ["10"] } },
            { NextAction: "two", Condition: { Operator: "NumberLessThan", Operands: ["5"] } },
          ],
          Errors: errors({ NoMatchingCondition: "none", NoMatchingError: "none" }),
        },
      ),
      ...ends("none", "one", "two"),
    ]);
    expect(misses.map(({ action: id, label }) => `${id} ${label}`)).to.deep.equal(["long < 5"]);
  });
});
