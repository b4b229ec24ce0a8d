import { expect } from "chai";

import type { Json } from "../../../contact-flow/json";
import { createContactCenter } from "../../../contact-flow/runtime";
import { idOf } from "../../../contact-flow/runtime/center";
import { isDialable, toE164 } from "../../../contact-flow/runtime/phone-number";
import { action, arn, equals, errors } from "../flows";
import { centerWith, doneOrFailed, ends, SALES, say, SERVICE } from "./center";
import { Steps } from "./steps";

type Parameters = Readonly<Record<string, Json>>;

/** One block that may fail, then `done` or `failed` is said. */
const block = (type: string, parameters: Parameters, other: Record<string, string> = {}) =>
  centerWith([
    action("Block", type, parameters, {
      NextAction: "done",
      Errors: errors({ NoMatchingError: "failed", ...other }),
    }),
    ...ends("done", "failed", ...Object.values(other)),
  ]);

// https://docs.aws.amazon.com/connect/latest/adminguide/set-recording-behavior.html
describe("Set recording, analytics and processing behavior", () => {
  const TYPE = "UpdateContactRecordingAndAnalyticsBehavior";
  const set = (parameters: Parameters, channel: "VOICE" | "CHAT" = "VOICE") =>
    new Steps(block(TYPE, parameters, { ChannelMismatch: "mismatch" }), { channel });
  const voice = {
    VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } },
  };

  it("records the voices that it names", () => {
    const call = set(voice);
    expect(call.said).to.equal("done");
    expect(call.state.contact.recorded).to.deep.equal(["Agent", "Customer"]);
  });

  it("leaves the voices as they were where it names none", () => {
    const center = block(TYPE, { VoiceBehavior: {} });
    const call = new Steps(center, { recorded: ["Agent"] });
    expect(call.said).to.equal("done");
    expect(call.state.contact.recorded).to.deep.equal(["Agent"]);
    expect(new Steps(block(TYPE, {}), { recorded: ["Agent"] }).said).to.equal("done");
  });

  it("takes Channel mismatch where the contact is of the other channel", () => {
    expect(set(voice, "CHAT").said).to.equal("mismatch");
    expect(set({ ChatBehavior: {} }).said).to.equal("mismatch");
    expect(set({ ChatBehavior: {} }, "CHAT").said).to.equal("done");
    expect(set({}, "CHAT").said).to.equal("done");
  });

  it("records nobody where the older block names nobody", () => {
    const center = block("UpdateContactRecordingBehavior", { RecordingBehavior: {} });
    expect(new Steps(center, { recorded: ["Agent"] }).state.contact.recorded).to.deep.equal([]);
  });
});

describe("Set working queue", () => {
  it("sets an agent's own queue, and Transfer to queue waits there", () => {
    const center = centerWith([
      action(
        "Set",
        "UpdateContactTargetQueue",
        { AgentId: arn("agent", "mary") },
        { NextAction: "Transfer", Errors: errors({ NoMatchingError: "failed" }) },
      ),
      action("Transfer", "TransferContactToQueue", {}, { NextAction: "failed" }),
      ...ends("failed"),
    ]);
    const call = new Steps(center, { targetQueue: "sales" });
    expect(call.state.contact).to.include({ targetAgent: "mary", targetQueue: undefined });
    expect(call.last("enterQueue")).to.include({ queue: "mary", priority: 5 });
    call.happens({ type: "spoken", id: call.last("enterQueue").id });
    expect(call.state.inQueue).to.equal(undefined);
    call.happens({ type: "queued", id: call.last("enterQueue").id });
    expect(call.state.inQueue?.queue).to.equal("mary");
  });

  it("fails for a queue that is not there", () => {
    expect(new Steps(block("UpdateContactTargetQueue", { QueueId: "nowhere" })).said).to.equal(
      "failed",
    );
    expect(new Steps(block("UpdateContactTargetQueue", {})).said).to.equal("failed");
  });

  it("is what the metrics are read of, unless a block names a queue or an agent", () => {
    const asked = (parameters: Parameters, contact = {}) =>
      new Steps(block("GetMetricData", parameters), contact).last("readMetrics").queue;
    expect(asked({}, { targetQueue: "own" })).to.equal("own");
    expect(asked({}, { targetAgent: "mary" })).to.equal("mary");
    expect(asked({ AgentId: arn("agent", "peter") }, { targetQueue: "own" })).to.equal("peter");
    expect(asked({ QueueId: SALES }, { targetQueue: "own" })).to.equal(idOf(SALES));
    expect(new Steps(block("GetMetricData", { QueueId: "nowhere" })).said).to.equal("failed");
  });
});

// https://docs.aws.amazon.com/connect/latest/adminguide/change-routing-priority.html
describe("Change routing priority / age", () => {
  const change = (parameters: Parameters) =>
    new Steps(block("UpdateContactRoutingBehavior", parameters), {
      priority: 3,
      queueTimeAdjustmentSeconds: 4,
    }).state.contact;

  it("changes the one that it names and leaves the other", () => {
    expect(change({ QueuePriority: "1" })).to.include({
      priority: 1,
      queueTimeAdjustmentSeconds: 4,
    });
    expect(change({ QueueTimeAdjustmentSeconds: "60" })).to.include({
      priority: 3,
      queueTimeAdjustmentSeconds: 60,
    });
  });

  it("goes with the contact into the queue", () => {
    const center = centerWith([
      action("Transfer", "TransferContactToQueue", {}, { NextAction: "failed" }),
      ...ends("failed"),
    ]);
    const contact = { targetQueue: "q", priority: 2, queueTimeAdjustmentSeconds: 30 };
    expect(new Steps(center, contact).last("enterQueue")).to.deep.equal({
      type: "enterQueue",
      id: 1,
      queue: "q",
      priority: 2,
      timeAdjustmentSeconds: 30,
    });
  });
});

describe("Contact tags", () => {
  // "six user-defined tags": https://docs.aws.amazon.com/connect/latest/adminguide/contact-tags-block.html
  const tags = (count: number) => ({
    Tags: Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${at}`, "x"])),
  });

  it("are six at most", () => {
    expect(new Steps(block("TagContact", tags(6))).said).to.equal("done");
    expect(new Steps(block("TagContact", tags(7))).said).to.equal("failed");
  });
});

describe("Set event flow", () => {
  it("knows no flow that is not there, and no event that Connect has not", () => {
    const hook = (event: string, id: string) =>
      new Steps(block("UpdateContactEventHooks", { EventHooks: { [event]: id } })).said;
    expect(hook("CustomerRemaining", "main")).to.equal("done");
    expect(hook("CustomerRemaining", "nowhere")).to.equal("failed");
    expect(hook("Anything", "nowhere")).to.equal("failed");
  });
});

describe("Create task", () => {
  it("makes a task and goes on at once", () => {
    const call = new Steps(block("CreateTask", { Name: "Call $.ContactId", Description: "now" }));
    expect(call.last("makeTask")).to.deep.equal({
      type: "makeTask",
      name: "Call 1",
      description: "now",
    });
    expect(call.said).to.equal("done");
    const bare = new Steps(block("CreateTask", { Name: "Call" }));
    expect(bare.last("makeTask").description).to.equal("");
    expect(new Steps(block("CreateTask", {})).said).to.equal("failed");
  });
});

// https://docs.aws.amazon.com/connect/latest/adminguide/hold-customer-agent.html
describe("Hold customer or agent", () => {
  it("is for contacts that came by a transfer", () => {
    const center = block("UpdatePreviousContactParticipantState", {
      PreviousContactParticipantState: "AgentOnHold",
    });
    const call = new Steps(center, { initiationMethod: "QUEUE_TRANSFER" });
    expect(call.last("holdPrevious")).to.deep.equal({ type: "holdPrevious", state: "AgentOnHold" });
    expect(call.said).to.equal("done");
    expect(new Steps(center).said).to.equal("failed");
  });
});

// https://docs.aws.amazon.com/connect/latest/adminguide/loop.html
describe("Loop", () => {
  const loop = (LoopCount: string) =>
    centerWith([
      action(
        "Loop",
        "Loop",
        { LoopCount },
        {
          NextAction: "over",
          Conditions: equals({ ContinueLooping: "round", DoneLooping: "over" }),
          Errors: errors({ NoMatchingError: "failed" }),
        },
      ),
      ...ends("round", "over", "failed"),
    ]);

  it("counts from 0 to 100", () => {
    const first = (count: string) => new Steps(loop(count)).said;
    expect(first("0")).to.equal("over");
    expect(first("1")).to.equal("round");
    expect(first("100")).to.equal("round");
    for (const wrong of ["101", "-1", "1.5", "many"])
      expect(first(wrong), wrong).to.equal("failed");
  });

  it("begins again after it is done", () => {
    const center = centerWith([
      action(
        "Loop",
        "Loop",
        { LoopCount: "1" },
        { NextAction: "over", Conditions: equals({ ContinueLooping: "in", DoneLooping: "over" }) },
      ),
      say("in", "Loop"),
      say("over", "Loop"),
    ]);
    const call = new Steps(center);
    const heard = Array.from({ length: 5 }, () => {
      const { said } = call;
      call.happens({ type: "spoken", id: call.last("say").id });
      return said;
    });
    expect(heard).to.deep.equal(["in", "over", "in", "over", "in"]);
  });
});

describe("A callback number", () => {
  const center = centerWith([], [], { dialable: ["+1", "+49"] });
  const anywhere = createContactCenter({ flows: [], queues: [], hours: [] });

  it("gets the center's country code where it has none", () => {
    expect(toE164("3025550123", center)).to.equal("+13025550123");
    expect(toE164("13025550123", center)).to.equal("+13025550123");
    expect(toE164("1302555012", center)).to.equal("+11302555012");
    expect(toE164("30255501234", center)).to.equal("+130255501234");
    expect(toE164("+4930123456", center)).to.equal("+4930123456");
  });

  // https://www.itu.int/rec/T-REC-E.164
  it("has 7 to 15 digits, and nothing before, after or between", () => {
    expect(toE164("+1234567", center)).to.equal("+1234567");
    expect(toE164("+123456789012345", center)).to.equal("+123456789012345");
    for (const wrong of [
      "+123456",
      "+1234567890123456",
      "+0234567",
      "+1302555012x",
      "x+13025550",
      "",
    ]) {
      expect(toE164(wrong, center), wrong).to.equal(undefined);
    }
  });

  it("may be dialled where one of the center's beginnings fits, by default anywhere", () => {
    expect(isDialable("+4930123456", center)).to.equal(true);
    expect(isDialable("+3312345678", center)).to.equal(false);
    expect(isDialable("+3312345678", anywhere)).to.equal(true);
    expect(anywhere).to.deep.include({ instanceArn: "", region: "us-east-1", countryCode: "1" });
    expect(anywhere.dialable).to.deep.equal(["+"]);
  });

  it("is what the callback goes to, rather than the caller's own", () => {
    const flow = centerWith([
      action(
        "Number",
        "UpdateContactCallbackNumber",
        { CallbackNumber: "+13025550199" },
        { NextAction: "Callback", Errors: errors({ InvalidCallbackNumber: "failed" }) },
      ),
      action(
        "Callback",
        "CreateCallbackContact",
        { InitialCallDelaySeconds: "60", RetryDelaySeconds: "600", MaximumConnectionAttempts: "2" },
        doneOrFailed,
      ),
      ...ends("done", "failed"),
    ]);
    const call = new Steps(flow, { targetQueue: "q", attributes: { a: "b" } });
    expect(call.last("makeCallback").callback).to.deep.equal({
      number: "+13025550199",
      queue: "q",
      delaySeconds: 60,
      retryDelaySeconds: 600,
      attempts: 2,
      attributes: { a: "b" },
    });
    call.happens({ type: "spoken", id: call.last("makeCallback").id });
    expect(call.asked.filter(({ type }) => type === "say")).to.deep.equal([]);
    call.happens({ type: "callbackMade", id: call.last("makeCallback").id });
    expect(call.said).to.equal("done");
  });

  // https://docs.aws.amazon.com/connect/latest/devguide/interactions-createcallbackcontact.html
  it("needs a queue or a flow; with a flow of its own there is no delay", () => {
    const callback = (parameters: Parameters) =>
      new Steps(
        block("CreateCallbackContact", {
          InitialCallDelaySeconds: "60",
          RetryDelaySeconds: "600",
          MaximumConnectionAttempts: "2",
          ...parameters,
        }),
      );
    expect(callback({}).said).to.equal("failed");
    const own = callback({ ContactFlowId: arn("contact-flow", "own") });
    expect(own.last("makeCallback").callback).to.deep.equal({
      number: "+13025550123",
      flow: "own",
      delaySeconds: 0,
      retryDelaySeconds: 600,
      attempts: 2,
      attributes: {},
    });
    expect(callback({ QueueId: SERVICE }).last("makeCallback").callback.queue).to.equal(
      idOf(SERVICE),
    );
  });
});

describe("The id of a resource", () => {
  it("is the end of its ARN, without an alias", () => {
    expect(idOf(SALES)).to.equal("11111111-1111-4111-8111-111111111111");
    expect(idOf(`${arn("contact-flow", "abc")}:$LATEST`)).to.equal("abc");
    expect(idOf("abc:$SAVED")).to.equal("abc");
    expect(idOf("abc")).to.equal("abc");
    const topic = "arn:aws:sns:us-west-2:123456789012:topic";
    expect(idOf(topic)).to.equal(topic);
  });
});
