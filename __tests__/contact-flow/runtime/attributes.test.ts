import { expect } from "chai";

import { evaluate, read } from "../../../contact-flow/runtime/read";
import { newCall } from "../../../contact-flow/runtime/new-call";
import { centerWith, ends, SALES, SERVICE } from "./center";

const INSTANCE = "arn:aws:connect:us-west-2:123456789012:instance/8f2f7b56";

const center = centerWith(ends(), [], {
  instanceArn: INSTANCE,
  queues: [
    { id: SALES, name: "Sales", outboundCallerId: "+13025550100" },
    { id: SERVICE, name: "Service" },
  ],
});

const call = {
  ...newCall(
    {
      id: "c-1",
      initiationMethod: "TRANSFER",
      customerNumber: "+13025550123",
      systemNumber: "+13025550199",
      callbackNumber: "+13025550124",
      targetQueue: "11111111-1111-4111-8111-111111111111",
      attributes: { tier: "gold" },
      tags: { team: "a" },
      data: { Name: "call", Description: "about money", CustomerId: "7" },
    },
    0,
  ),
  agent: "mary",
  external: { name: "Ann", nested: { deep: 1 }, none: null, yes: true },
  storedInput: "1234",
  metrics: { Queue: { Size: 3 } },
  modulesResult: { vip: "yes" },
};

// https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
const READS: readonly (readonly [string, string | undefined])[] = [
  ["$.Agent.UserName", "mary"],
  ["$.Agent.ARN", "mary"],
  ["$.Attributes.tier", "gold"],
  ["$.AwsRegion", "us-west-2"],
  ["$.Channel", "VOICE"],
  ["$.ContactId", "c-1"],
  ["$.CustomerCallbackNumber", "+13025550124"],
  ["$.CustomerEndpoint.Address", "+13025550123"],
  ["$.CustomerEndpoint.Type", "TELEPHONE_NUMBER"],
  ["$.CustomerId", "7"],
  ["$.Description", "about money"],
  ["$.External.name", "Ann"],
  ["$.External.nested", '{"deep":1}'],
  ["$.External.nested.deep", "1"],
  ["$.External.yes", "true"],
  ["$.External.none", undefined],
  ["$.External.nothing", undefined],
  ["$.External.name.length", undefined],
  ["$.InitialContactId", "c-1"],
  ["$.InitiationMethod", "TRANSFER"],
  ["$.InstanceARN", INSTANCE],
  ["$.LanguageCode", "en-US"],
  ["$.Metrics.Queue.Size", "3"],
  ["$.Modules.ResultData.vip", "yes"],
  ["$.Name", "call"],
  ["$.Queue.Name", "Sales"],
  ["$.Queue.ARN", SALES],
  ["$.Queue.OutboundCallerId.Address", "+13025550100"],
  ["$.Queue.OutboundCallerId.Type", "TELEPHONE_NUMBER"],
  ["$.StoredCustomerInput", "1234"],
  ["$.SystemEndpoint.Address", "+13025550199"],
  ["$.SystemEndpoint.Type", "TELEPHONE_NUMBER"],
  ["$.Tags.team", "a"],
  ["$.TextToSpeechVoiceId", "Joanna"],
  ["$.Nothing", undefined],
  ["$.constructor", undefined],
];

describe("What a flow can read", () => {
  for (const [path, value] of READS) {
    it(`${path} is ${value ?? "nothing"}`, () => {
      expect(read(path, call, center)).to.equal(value);
    });
  }

  it("is nothing where nothing is set yet", () => {
    const fresh = newCall({ id: "1" }, 0);
    for (const path of [
      "$.Agent.UserName",
      "$.CustomerCallbackNumber",
      "$.CustomerEndpoint.Address",
      "$.Queue.Name",
      "$.StoredCustomerInput",
      "$.FlowAttributes.any",
    ]) {
      expect(read(path, fresh, center), path).to.equal(undefined);
    }
  });

  it("has no caller id of a queue without one", () => {
    const contact = { ...call.contact, targetQueue: "22222222-2222-4222-8222-222222222222" };
    expect(read("$.Queue.Name", { ...call, contact }, center)).to.equal("Service");
    expect(read("$.Queue.OutboundCallerId", { ...call, contact }, center)).to.equal(undefined);
  });

  it("is filled into texts, and a number is read as its digits", () => {
    expect(evaluate("Hello $.External.name, you are $.Attributes.tier", call, center)).to.equal(
      "Hello Ann, you are gold",
    );
    expect(evaluate(5, call, center)).to.equal("5");
    expect(evaluate(undefined, call, center)).to.equal(undefined);
    expect(evaluate({ a: 1 }, call, center)).to.equal(undefined);
  });
});

describe("A new contact", () => {
  it("is as Connect has it until a flow says otherwise", () => {
    expect(newCall({ id: "1" }, 0).contact).to.deep.equal({
      id: "1",
      channel: "VOICE",
      initiationMethod: "INBOUND",
      attributes: {},
      tags: {},
      hooks: {},
      // https://docs.aws.amazon.com/connect/latest/adminguide/change-routing-priority.html
      priority: 5,
      queueTimeAdjustmentSeconds: 0,
      language: "en-US",
      voice: "Joanna",
      flowLogging: false,
      recorded: [],
      data: {},
    });
  });
});
