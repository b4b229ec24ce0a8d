import { expect } from "chai";

import type { Json } from "../../../contact-flow/json";
import { action, errors } from "../flows";
import { centerWith, ends, SALES, say } from "./center";
import { Steps } from "./steps";

const ARN = "arn:aws:lambda:us-west-2:123456789012:function:look-up";

const invoking = (parameters: Readonly<Record<string, Json>> = {}) =>
  centerWith(
    [
      action(
        "Lambda",
        "InvokeLambdaFunction",
        { LambdaFunctionARN: ARN, ...parameters },
        { NextAction: "Say", Errors: errors({ NoMatchingError: "failed" }) },
      ),
      say("Say", "Hang up", "hello $.External.name"),
      ...ends("failed"),
    ],
    [],
    { instanceArn: "arn:aws:connect:us-west-2:123456789012:instance/i" },
  );

// https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
describe("Invoke AWS Lambda function", () => {
  it("sends the event that AWS documents", () => {
    const call = new Steps(
      invoking({ LambdaInvocationAttributes: { tier: "$.Attributes.tier", none: "$.External.x" } }),
      {
        id: "c-1",
        systemNumber: "+13025550199",
        targetQueue: "11111111-1111-4111-8111-111111111111",
        attributes: { tier: "gold" },
        data: { Name: "call", CustomerId: "7" },
      },
    );
    expect(call.last("invokeLambda")).to.deep.equal({
      type: "invokeLambda",
      id: 2,
      functionArn: ARN,
      asynchronous: false,
      payload: {
        Name: "ContactFlowEvent",
        Details: {
          Parameters: { tier: "gold", none: "" },
          ContactData: {
            Attributes: { tier: "gold" },
            AwsRegion: "us-west-2",
            Channel: "VOICE",
            ContactId: "c-1",
            CustomerEndpoint: { Address: "+13025550123", Type: "TELEPHONE_NUMBER" },
            CustomerId: "7",
            Description: null,
            InitialContactId: "c-1",
            InitiationMethod: "INBOUND",
            InstanceARN: "arn:aws:connect:us-west-2:123456789012:instance/i",
            LanguageCode: "en-US",
            MediaStreams: { Customer: { Audio: null } },
            Name: "call",
            PreviousContactId: "c-1",
            Queue: { Name: "Sales", ARN: SALES },
            References: {},
            RelatedContactId: null,
            SegmentAttributes: { "connect:Subtype": { ValueString: "connect:Telephony" } },
            SystemEndpoint: { Address: "+13025550199", Type: "TELEPHONE_NUMBER" },
            Tags: {},
          },
        },
      },
    });
  });

  it("waits for three seconds unless it says how long", () => {
    expect(new Steps(invoking()).last("startTimer")).to.deep.equal({
      type: "startTimer",
      id: 1,
      seconds: 3,
      for: "lambda",
    });
    const long = new Steps(invoking({ InvocationTimeLimitSeconds: "8" }));
    expect(long.last("startTimer").seconds).to.equal(8);
  });

  it("stops its timer when the answer comes, and hears no other answer or timer", () => {
    const call = new Steps(invoking());
    call.happens({ type: "lambdaAnswered", id: 9, answer: { name: "Bob" } });
    call.happens({ type: "lambdaFailed", id: 9 });
    call.happens({ type: "timer", id: 9 });
    expect(call.state.run?.waiting?.for).to.equal("answer");
    const effects = call.happens({ type: "lambdaAnswered", id: 2, answer: { name: "Ann" } });
    expect(effects[0]).to.deep.equal({ type: "stopTimer", id: 1 });
    expect(call.said).to.equal("hello Ann");
    expect(call.last("say").id).to.equal(3);
  });

  it("fails when the function fails, or its time is over", () => {
    const broken = new Steps(invoking());
    broken.happens({ type: "lambdaFailed", id: 2 });
    expect(broken.said).to.equal("failed");
    const late = new Steps(invoking());
    expect(late.happens({ type: "timer", id: 1 }).map(({ type }) => type)).to.deep.equal(["say"]);
    expect(late.said).to.equal("failed");
    expect(new Steps(invoking({ LambdaFunctionARN: "$.Attributes.none" })).said).to.equal("failed");
  });

  it("is asked and not waited for where it is asynchronous", () => {
    const call = new Steps(invoking({ InvocationType: "ASYNCHRONOUS" }));
    expect(call.last("invokeLambda")).to.include({ id: 2, asynchronous: true });
    expect(call.last("say").id).to.equal(3);
  });

  it("understands a flat answer of less than 32 KB, or any object where it asks for JSON", () => {
    const said = (answer: Json, parameters = {}) => {
      const call = new Steps(invoking(parameters));
      call.happens({ type: "lambdaAnswered", id: 2, answer });
      return call.said;
    };
    const json = { ResponseValidation: { ResponseType: "JSON" } };
    expect(said({ name: "Ann", more: { deep: 1 } })).to.equal("failed");
    expect(said({ name: "Ann", more: { deep: 1 } }, json)).to.equal("hello Ann");
    expect(
      said({ name: "Ann", more: {} }, { ResponseValidation: { ResponseType: "STRING_MAP" } }),
    ).to.equal("failed");
    for (const wrong of [null, "Ann", ["Ann"], 1]) expect(said(wrong, json)).to.equal("failed");
    // {"name":""} is 11 bytes of it.
    expect(said({ name: "x".repeat(32 * 1024 - 12) })).to.match(/^hello x+$/);
    expect(said({ name: "x".repeat(32 * 1024 - 11) })).to.equal("failed");
  });
});

describe("Get queue metrics", () => {
  it("sets what AWS documents, of the queue that it names", () => {
    const center = centerWith([
      action("Get", "GetMetricData", { QueueId: SALES }, { NextAction: "Say" }),
      say("Say", "Hang up"),
      ...ends(),
    ]);
    const call = new Steps(center);
    const { id } = call.last("readMetrics");
    const metrics = {
      agentsAvailable: 1,
      agentsStaffed: 2,
      agentsOnline: 3,
      contactsInQueue: 4,
      oldestContactSeconds: 5,
    };
    call.happens({ type: "metrics", id: id + 1, metrics });
    expect(call.state.metrics).to.deep.equal({});
    call.happens({ type: "metrics", id, metrics });
    expect(call.state.metrics).to.deep.equal({
      Queue: { Name: "Sales", ARN: SALES, Size: 4, OldestContactAge: 5 },
      Agents: { Online: { Count: 3 }, Available: { Count: 1 }, Staffed: { Count: 2 } },
    });
  });
});

describe("Transfer to phone number", () => {
  const transfer = (ContinueFlowExecution: string) =>
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
          Errors: errors({ CallFailed: "not through", NoMatchingError: "failed" }),
        },
      ),
      ...ends("back", "not through", "failed"),
    ]);

  it("dials for as long as it says, and hears no other call's news", () => {
    const call = new Steps(transfer("true"));
    expect(call.last("dial")).to.deep.equal({
      type: "dial",
      id: 1,
      number: "+13025550199",
      who: "thirdParty",
      seconds: 30,
    });
    call.happens({ type: "notReached", id: 9, why: "failed" });
    call.happens({ type: "reached", id: 9 });
    // Nobody can leave before being reached.
    call.happens({ type: "thirdPartyLeft" });
    expect(call.state.run?.waiting?.memory).to.equal(undefined);
    call.happens({ type: "reached", id: 1 });
    call.happens({ type: "spoken", id: 1 });
    expect(call.state.run?.waiting?.memory).to.equal("talking");
    call.happens({ type: "thirdPartyLeft" });
    expect(call.said).to.equal("back");
  });

  it("ends the contact where the flow does not go on", () => {
    const call = new Steps(transfer("False"));
    call.happens({ type: "reached", id: 1 });
    expect(call.state.ended).to.deep.equal({ by: "transfer" });
  });

  it("is for calls only", () => {
    expect(new Steps(transfer("True"), { channel: "CHAT" }).said).to.equal("failed");
  });
});

describe("Loop prompts", () => {
  const prompts = (parameters: Readonly<Record<string, Json>>) =>
    centerWith([
      action(
        "Prompts",
        "MessageParticipantIteratively",
        { Messages: [{ Text: "one" }, { Text: "two" }], ...parameters },
        {
          Conditions: [
            {
              NextAction: "over",
              Condition: { Operator: "Equals", Operands: ["MessagesInterrupted"] },
            },
          ],
          Errors: errors({ NoMatchingError: "failed" }),
        },
      ),
      ...ends("over", "failed"),
    ]);

  it("plays one after the other, round and round, while its timer goes on", () => {
    const call = new Steps(prompts({ InterruptFrequencySeconds: "30" }));
    expect(call.last("startTimer")).to.deep.equal({
      type: "startTimer",
      id: 1,
      seconds: 30,
      for: "interrupt",
    });
    const heard = Array.from({ length: 5 }, () => {
      const { id, looping } = call.last("say");
      expect(looping).to.equal(true);
      const { said } = call;
      expect(call.happens({ type: "spoken", id }).map(({ type }) => type)).to.deep.equal(["say"]);
      expect(call.last("say").id).to.be.greaterThan(id);
      return said;
    });
    expect(heard).to.deep.equal(["one", "two", "one", "two", "one"]);
  });

  it("is hushed by its own timer, and by no other", () => {
    const call = new Steps(prompts({ InterruptFrequencySeconds: "30" }));
    call.happens({ type: "timer", id: 9 });
    call.happens({ type: "spoken", id: 9 });
    expect(call.said).to.equal("one");
    expect(call.happens({ type: "timer", id: 1 })[0]).to.deep.equal({ type: "hush" });
    expect(call.said).to.equal("over");
  });

  it("goes on for ever without an interrupt, and is for calls only", () => {
    const call = new Steps(prompts({}));
    expect(call.asked.map(({ type }) => type)).to.deep.equal(["entered", "say"]);
    expect(call.last("say").id).to.equal(1);
    expect(new Steps(prompts({}), { channel: "CHAT" }).said).to.equal("failed");
  });
});

describe("What is said", () => {
  const said = (parameters: Readonly<Record<string, Json>>) =>
    new Steps(
      centerWith([
        action("Say", "MessageParticipant", parameters, {
          NextAction: "Hang up",
          Errors: errors({ NoMatchingError: "failed" }),
        }),
        ...ends("failed"),
      ]),
    ).last("say");

  it("is a text, SSML, a prompt or a recording", () => {
    expect(said({ Text: "hello" })).to.deep.equal({
      type: "say",
      id: 1,
      to: "customer",
      speech: { text: "hello" },
      bargeIn: false,
      looping: false,
    });
    expect(said({ SSML: "<speak>hello</speak>" }).speech).to.deep.equal({
      ssml: "<speak>hello</speak>",
    });
    expect(said({ PromptId: "arn:aws:connect:x:1:instance/i/prompt/p" }).speech).to.deep.equal({
      prompt: "p",
    });
    expect(said({ Media: { Uri: "s3://b/hello.wav" } }).speech).to.deep.equal({
      media: "s3://b/hello.wav",
    });
  });

  it("fails where nothing is left to say", () => {
    expect(said({ Text: " " }).speech).to.deep.equal({ text: "failed" });
    expect(said({ Media: {} }).speech).to.deep.equal({ text: "failed" });
  });
});
