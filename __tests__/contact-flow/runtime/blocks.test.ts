import { expect } from "chai";

import type { Json } from "../../../contact-flow/json";
import type { ContactCenter } from "../../../contact-flow/runtime";
import { BLOCKS } from "../../../contact-flow/runtime/blocks";
import { CATALOG } from "../../../contact-flow/catalog";
import { action, equals, errors, flowOf } from "../flows";
import { callTo, centerWith, doneOrFailed, ends, SALES, say, SERVICE } from "./center";

const NEXT = { Errors: errors({ NoMatchingCondition: "other" }) };

const setQueue = (next: string, QueueId = SALES) =>
  action(
    "Set queue",
    "UpdateContactTargetQueue",
    { QueueId },
    {
      NextAction: next,
      Errors: errors({ NoMatchingError: "failed" }),
    },
  );

describe("The blocks of the runtime", () => {
  it("are one for each type, or the reason why there is none", () => {
    expect(Object.keys(BLOCKS)).to.have.members(Object.keys(CATALOG));
    for (const block of Object.values(BLOCKS)) {
      expect(typeof block === "string" ? block : "a block").to.match(/^(needs .{5,}|a block)$/);
    }
  });

  describe("Compare", () => {
    const compare = (operator: string, operand: string, attribute = "7"): ContactCenter =>
      centerWith([
        action(
          "Attributes",
          "UpdateContactAttributes",
          { Attributes: { a: attribute } },
          { NextAction: "Compare" },
        ),
        action(
          "Compare",
          "Compare",
          { ComparisonValue: "$.Attributes.a" },
          {
            NextAction: "other",
            Conditions: [
              { NextAction: "same", Condition: { Operator: operator, Operands: [operand] } },
            ],
            ...NEXT,
          },
        ),
        ...ends("same", "other"),
      ]);

    const HOLDS: readonly (readonly [string, string, string])[] = [
      ["Equals", "7", "7"],
      ["TextStartsWith", "gold", "gold card"],
      ["TextEndsWith", "card", "gold card"],
      ["TextContains", "d c", "gold card"],
      ["NumberGreaterThan", "6.5", "7"],
      ["NumberGreaterOrEqualTo", "7", "7.0"],
      ["NumberLessThan", "10", "9"],
      ["NumberLessOrEqualTo", "7", "7"],
      ["KeyExists", "x", "anything"],
    ];
    for (const [operator, operand, value] of HOLDS) {
      it(`takes the branch when ${value} ${operator} ${operand}`, () => {
        callTo(compare(operator, operand, value))
          .hears("same")
          .isDisconnected();
      });
    }

    it("takes the default when nothing holds, and when a side is no number", () => {
      callTo(compare("Equals", "8")).hears("other");
      callTo(compare("NumberGreaterThan", "1", "seven")).hears("other");
      callTo(compare("NumberLessThan", "", "-1")).hears("other");
    });

    it("takes the first condition that holds", () => {
      const flow = centerWith([
        action(
          "Compare",
          "Compare",
          { ComparisonValue: "$.Channel" },
          {
            NextAction: "other",
            Conditions: [
              ...(equals({ VOICE: "first" }) ?? []),
              ...(equals({ VOICE: "second" }) ?? []),
            ],
            ...NEXT,
          },
        ),
        ...ends("first", "second", "other"),
      ]);
      callTo(flow).hears("first");
    });

    it("finds NULL where there is nothing", () => {
      const flow = centerWith([
        action(
          "Compare",
          "Compare",
          { ComparisonValue: "$.Agent.ARN" },
          {
            NextAction: "other",
            Conditions: equals({ NULL: "nobody" }),
            ...NEXT,
          },
        ),
        ...ends("nobody", "other"),
      ]);
      callTo(flow).hears("nobody");
    });
  });

  describe("Loop", () => {
    it("goes round as often as it counts, then once on, then from the beginning", () => {
      const flow = centerWith([
        action(
          "Loop",
          "Loop",
          { LoopCount: "2" },
          {
            NextAction: "after",
            Conditions: equals({ ContinueLooping: "round", DoneLooping: "after" }),
          },
        ),
        say("round", "Loop"),
        say("after", "Loop again"),
        action(
          "Loop again",
          "Loop",
          { LoopCount: "0" },
          {
            NextAction: "end",
            Conditions: equals({ ContinueLooping: "never", DoneLooping: "end" }),
          },
        ),
        ...ends("never", "end"),
      ]);
      callTo(flow).hears("round").hears("round").hears("after").hears("end").isDisconnected();
    });
  });

  describe("Store customer input", () => {
    const store = (more: Readonly<Record<string, Json>> = {}): ContactCenter =>
      centerWith([
        action(
          "Store",
          "GetParticipantInput",
          {
            Text: "your number",
            StoreInput: "True",
            InputTimeLimitSeconds: "6",
            InputValidation: { CustomValidation: { MaximumLength: "4" } },
            ...more,
          },
          {
            NextAction: "Say",
            Errors: errors({ NoMatchingError: "failed", InvalidPhoneNumber: "invalid" }),
          },
        ),
        say("Say", "Hang up", "you typed $.StoredCustomerInput"),
        ...ends("failed", "invalid"),
      ]);

    it("ends with the greatest length, with #, or with a pause", () => {
      callTo(store()).presses("1234").hears("you typed 1234");
      callTo(store()).presses("12#").hears("you typed 12");
      callTo(store()).presses("12").waits({ seconds: 6 }).hears("you typed 12");
    });

    it("begins again after *, unless that is switched off", () => {
      callTo(store()).presses("12*34#").hears("you typed 34");
      callTo(store({ DTMFConfiguration: { DisableCancelKey: "True" } }))
        .presses("1*2#")
        .hears("you typed 1*2");
    });

    it("stores Timeout when nobody types", () => {
      callTo(store()).hears("your number").hears("you typed Timeout");
    });

    it("checks a phone number where it is asked for, and stores it in E.164", () => {
      const phone = (NumberFormat: string, CountryCode?: string) =>
        store({
          InputValidation: {
            PhoneNumberValidation: {
              NumberFormat,
              ...(CountryCode === undefined ? {} : { CountryCode }),
            },
          },
        });
      callTo(phone("Local", "US")).presses("3025550123#").hears("you typed +13025550123");
      callTo(phone("Local", "US")).presses("12#").hears("invalid");
      callTo(phone("Local", "GB")).presses("02079460018#").hears("you typed +442079460018");
      callTo(phone("Local", "49")).presses("03012345678#").hears("you typed +493012345678");
      callTo(phone("Local")).presses("3025550123#").hears("you typed +13025550123");
      callTo(phone("E164")).presses("442079460018#").hears("you typed +442079460018");
      callTo(phone("E164")).presses("02079460018#").hears("invalid");
    });

    it("knows the cancel key's flag in any spelling", () => {
      callTo(store({ DTMFConfiguration: { DisableCancelKey: "true" } }))
        .presses("1*2#")
        .hears("you typed 1*2");
    });

    it("never shows what is encrypted", () => {
      callTo(store({ InputEncryption: { EncryptionKeyId: "k", Key: "c" } }))
        .presses("1234")
        .hears("you typed encrypted 4 digits");
    });
  });

  describe("Check hours of operation", () => {
    const check = (queue: string, HoursOfOperationId?: string): ContactCenter =>
      centerWith([
        setQueue("Check", queue),
        action(
          "Check",
          "CheckHoursOfOperation",
          HoursOfOperationId === undefined ? {} : { HoursOfOperationId },
          {
            NextAction: "failed",
            Conditions: equals({ True: "open", False: "closed" }),
            Errors: errors({ NoMatchingError: "failed" }),
          },
        ),
        ...ends("open", "closed", "failed"),
      ]);

    it("asks the working queue's hours, or those it names", () => {
      callTo(check(SALES)).hears("open");
      callTo(check(SALES), { at: "2026-11-24T17:00Z" }).hears("closed");
      callTo(check(SERVICE, "office")).hears("open");
    });

    it("fails without any hours", () => {
      callTo(check(SERVICE)).hears("failed");
    });
  });

  describe("Transfer to queue", () => {
    const transfer = action(
      "Transfer",
      "TransferContactToQueue",
      {},
      {
        NextAction: "failed",
        Errors: errors({ QueueAtCapacity: "full", NoMatchingError: "failed" }),
      },
    );
    const flow = centerWith([setQueue("Transfer"), transfer, ...ends("full", "failed")]);

    it("puts the contact in the working queue", () => {
      callTo(flow).isInQueue("Sales").isAnsweredBy("mary");
    });

    it("takes At capacity when the queue is full", () => {
      callTo(flow, { world: { queues: { Sales: { full: true } } } }).hears("full");
    });

    it("fails without a working queue", () => {
      callTo(centerWith([transfer, ...ends("full", "failed")])).hears("failed");
    });
  });

  describe("Check staffing and queue status", () => {
    const check = (MetricType: string, operand: string): ContactCenter =>
      centerWith([
        action(
          "Check",
          "CheckMetricData",
          { MetricType, QueueId: SALES },
          {
            NextAction: "failed",
            Conditions: [
              {
                NextAction: "more",
                Condition: { Operator: "NumberGreaterThan", Operands: [operand] },
              },
            ],
            Errors: errors({ NoMatchingCondition: "other", NoMatchingError: "failed" }),
          },
        ),
        ...ends("more", "other", "failed"),
      ]);

    it("count the agents", () => {
      callTo(check("NumberOfAgentsStaffed", "0")).hears("more");
      callTo(check("NumberOfAgentsStaffed", "0"), {
        world: { queues: { Sales: { agentsStaffed: 0 } } },
      }).hears("other");
    });

    it("compare the age of the oldest contact in milliseconds", () => {
      const world = { queues: { Sales: { oldestContactSeconds: 301 } } };
      callTo(check("OldestContactInQueueAgeSeconds", "300000"), { world }).hears("more");
      callTo(check("OldestContactInQueueAgeSeconds", "301000"), { world }).hears("other");
    });
  });

  it("Get queue metrics makes them readable", () => {
    const flow = centerWith([
      action("Get", "GetMetricData", { QueueId: SALES }, { ...doneOrFailed, NextAction: "Say" }),
      say("Say", "Hang up", "$.Metrics.Queue.Size before you"),
      ...ends("failed"),
    ]);
    callTo(flow, { world: { queues: { Sales: { contactsInQueue: 3 } } } }).hears("3 before you");
  });

  it("Distribute by percentage follows the draw, and the same seed draws the same", () => {
    const flow = centerWith([
      action(
        "Distribute",
        "DistributeByPercentage",
        {},
        {
          NextAction: "rest",
          Conditions: [
            { NextAction: "half", Condition: { Operator: "NumberLessThan", Operands: ["51"] } },
          ],
          Errors: errors({ NoMatchingCondition: "rest" }),
        },
      ),
      ...ends("half", "rest"),
    ]);
    const drawn = (seed: number): string => {
      const { heard } = callTo(flow, { world: { seed } }).line;
      return JSON.stringify(heard[0]?.speech);
    };
    const draws = Array.from({ length: 400 }, (_, seed) => drawn(seed));
    expect(draws.filter((speech) => speech.includes("half")).length).to.be.within(150, 250);
    expect(Array.from({ length: 400 }, (_, seed) => drawn(seed))).to.deep.equal(draws);
  });

  describe("Invoke AWS Lambda function", () => {
    const lambda = (more: Readonly<Record<string, Json>> = {}): ContactCenter =>
      centerWith([
        action(
          "Lambda",
          "InvokeLambdaFunction",
          {
            LambdaFunctionARN: "arn:aws:lambda:us-west-2:123456789012:function:look-up",
            InvocationTimeLimitSeconds: "8",
            LambdaInvocationAttributes: { phone: "$.CustomerEndpoint.Address" },
            ...more,
          },
          { NextAction: "Say", Errors: errors({ NoMatchingError: "failed" }) },
        ),
        say("Say", "Hang up", "hello $.External.name"),
        ...ends("failed"),
      ]);

    it("hands over the event that Connect sends, and reads the answer", () => {
      let event: Json = null;
      const answers = (given: Json): Json => {
        event = given;
        return { name: "Ann" };
      };
      callTo(lambda(), { world: { lambdas: { "look-up": { answers, afterSeconds: 7 } } } }).hears(
        "hello Ann",
      );
      expect(event).to.have.nested.property("Name", "ContactFlowEvent");
      expect(event).to.have.nested.property("Details.Parameters.phone", "+13025550123");
      expect(event).to.have.nested.property("Details.ContactData.Channel", "VOICE");
      expect(event).to.have.nested.property("Details.ContactData.Queue", null);
    });

    it("fails when the function fails, is too slow, or gives what Connect does not understand", () => {
      for (const behaviour of [
        { fails: true },
        { timesOut: true },
        { answers: { name: "Ann" }, afterSeconds: 9 },
        { answers: "Ann" },
        { answers: { name: { first: "Ann" } } },
        { answers: { name: "x".repeat(33_000) } },
      ] as const) {
        callTo(lambda(), { world: { lambdas: { "look-up": behaviour } } }).hears("failed");
      }
    });

    it("takes any JSON where the flow asks for it", () => {
      const center = lambda({ ResponseValidation: { ResponseType: "JSON" } });
      callTo(center, {
        world: { lambdas: { "look-up": { answers: { name: { first: "Ann" } } } } },
      }).hears('hello {"first":"Ann"}');
    });

    it("does not wait for an asynchronous one", () => {
      callTo(lambda({ InvocationType: "ASYNCHRONOUS" }), {
        world: { lambdas: { "look-up": { timesOut: true } } },
      }).hears("hello");
    });
  });

  describe("Set callback number and Transfer to callback queue", () => {
    const callback = centerWith(
      [
        setQueue("Number", SERVICE),
        action(
          "Number",
          "UpdateContactCallbackNumber",
          { CallbackNumber: "$.CustomerEndpoint.Address" },
          {
            NextAction: "Callback",
            Errors: errors({
              InvalidCallbackNumber: "invalid",
              CallbackNumberNotDialable: "abroad",
            }),
          },
        ),
        action(
          "Callback",
          "CreateCallbackContact",
          {
            InitialCallDelaySeconds: "60",
            MaximumConnectionAttempts: "2",
            RetryDelaySeconds: "600",
            QueueId: SALES,
          },
          doneOrFailed,
        ),
        ...ends("done", "failed", "invalid", "abroad"),
      ],
      [],
      { dialable: ["+1"] },
    );

    it("make a callback in the queue that it names", () => {
      callTo(callback).hears("done").hasCallback({ queue: "Sales", attempts: 2, delaySeconds: 60 });
    });

    it("tell an invalid number from one that may not be dialled", () => {
      callTo(callback, { from: null }).hears("invalid");
      callTo(callback, { from: "+1234" }).hears("invalid");
      callTo(callback, { from: "+4930123456" }).hears("abroad").hasNoCallback();
    });

    it("fail when the queue takes no more", () => {
      callTo(callback, { world: { queues: { Sales: { full: true } } } }).hears("failed");
    });
  });

  it("Transfer to phone number comes back, or does not, as it is told", () => {
    const transfer = (ContinueFlowExecution: string): ContactCenter =>
      centerWith([
        action(
          "Transfer",
          "TransferParticipantToThirdParty",
          {
            ThirdPartyPhoneNumber: "+13025550199",
            ThirdPartyConnectionTimeLimitSeconds: "30",
            ContinueFlowExecution,
          },
          {
            NextAction: "back",
            Errors: errors({
              CallFailed: "not put through",
              ConnectionTimeLimitExceeded: "no answer",
              NoMatchingError: "failed",
            }),
          },
        ),
        ...ends("back", "not put through", "no answer", "failed"),
      ]);
    callTo(transfer("False")).isTransferred();
    callTo(transfer("True"), { world: { unreachable: { "+13025550199": "noAnswer" } } }).hears(
      "no answer",
    );
    callTo(transfer("True"), { world: { unreachable: { "+13025550199": "failed" } } }).hears(
      "not put through",
    );
    const talking = callTo(transfer("True"));
    talking.line.happens({ type: "thirdPartyLeft" });
    talking.hears("back");
  });

  it("Wait goes on at Continue on voice, and breaks that off when the time is over", () => {
    const flow = centerWith([
      action(
        "Wait",
        "Wait",
        { TimeLimitSeconds: "60", ContinueExecution: "True" },
        {
          NextAction: "failed",
          Conditions: equals({ WaitCompleted: "waited", Continue: "Menu" }),
          Errors: errors({ NoMatchingError: "failed" }),
        },
      ),
      action(
        "Menu",
        "GetParticipantInput",
        { Text: "press 1", StoreInput: "False", InputTimeLimitSeconds: "180" },
        {
          NextAction: "failed",
          Conditions: equals({ "1": "pressed" }),
          Errors: errors({
            InputTimeLimitExceeded: "failed",
            NoMatchingCondition: "failed",
            NoMatchingError: "failed",
          }),
        },
      ),
      ...ends("waited", "pressed", "failed"),
    ]);
    callTo(flow).hears("press 1").waits({ minutes: 1 }).hears("waited");
    callTo(flow).hears("press 1").presses("1").hears("pressed");
  });

  it("Wait alone works on chat only", () => {
    const flow = centerWith([
      action(
        "Wait",
        "Wait",
        { TimeLimitSeconds: "60", Events: ["CustomerReturned"] },
        {
          NextAction: "failed",
          Conditions: equals({ WaitCompleted: "waited", CustomerReturned: "back" }),
          Errors: errors({ NoMatchingError: "failed" }),
        },
      ),
      ...ends("waited", "back", "failed"),
    ]);
    callTo(flow).hears("failed");
    callTo(flow, { contact: { channel: "CHAT" } })
      .waits({ minutes: 1 })
      .hears("waited");
    const chat = callTo(flow, { contact: { channel: "CHAT" } });
    chat.line.happens({ type: "customerReturns" });
    chat.hears("back");
  });

  it("Invoke module returns on the branch that the module names, with its data", () => {
    const module = flowOf(
      action("Return", "EndFlowModuleExecution", { Result: "vip", ResultData: { name: "Ann" } }),
    );
    const flow = centerWith(
      [
        action(
          "Module",
          "InvokeFlowModule",
          { FlowModuleId: "module" },
          {
            NextAction: "other",
            Conditions: equals({ vip: "Say" }),
            Errors: errors({ NoMatchingError: "failed" }),
          },
        ),
        say("Say", "Hang up", "welcome back $.Modules.ResultData.name"),
        ...ends("other", "failed"),
      ],
      [{ id: "module", type: "MODULE", flow: module }],
    );
    callTo(flow).hears("welcome back Ann");
  });

  it("Transfer to flow leaves flow attributes behind and takes contact attributes along", () => {
    const flow = centerWith(
      [
        action(
          "Flow",
          "UpdateFlowAttributes",
          { FlowAttributes: { here: { Value: "here" } } },
          { NextAction: "Contact" },
        ),
        action(
          "Contact",
          "UpdateContactAttributes",
          { Attributes: { there: "$.FlowAttributes.here" } },
          { NextAction: "To" },
        ),
        action("To", "TransferToFlow", { ContactFlowId: "next" }, doneOrFailed),
        ...ends("failed"),
      ],
      [
        {
          id: "next",
          type: "CONTACT_FLOW",
          flow: flowOf(
            say("Say", "Hang up", "[$.FlowAttributes.here] [$.Attributes.there]"),
            ...ends(),
          ),
        },
      ],
    );
    callTo(flow).hears("[] [here]");
  });

  it("settings stay on the contact", () => {
    const flow = centerWith([
      action(
        "Logging",
        "UpdateFlowLoggingBehavior",
        { FlowLoggingBehavior: "Enabled" },
        { NextAction: "Recording" },
      ),
      action(
        "Recording",
        "UpdateContactRecordingBehavior",
        { RecordingBehavior: { RecordedParticipants: ["Agent"] } },
        { NextAction: "Voice" },
      ),
      action(
        "Voice",
        "UpdateContactTextToSpeechVoice",
        { TextToSpeechVoice: "Matthew" },
        { NextAction: "Priority" },
      ),
      action(
        "Priority",
        "UpdateContactRoutingBehavior",
        { QueuePriority: "1" },
        { NextAction: "Tag" },
      ),
      action("Tag", "TagContact", { Tags: { team: "a", desk: "b" } }, { NextAction: "Untag" }),
      action("Untag", "UntagContact", { TagKeys: ["desk"] }, { NextAction: "Data" }),
      action(
        "Data",
        "UpdateContactData",
        { LanguageCode: "es-US", Name: "call" },
        { NextAction: "bye" },
      ),
      ...ends("bye"),
    ]);
    expect(callTo(flow).line.state.contact).to.deep.include({
      flowLogging: true,
      recorded: ["Agent"],
      voice: "Matthew",
      priority: 1,
      tags: { team: "a" },
      language: "es-US",
      data: { Name: "call" },
    });
  });
});
