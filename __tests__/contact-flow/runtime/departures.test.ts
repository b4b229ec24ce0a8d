import { expect } from "chai";

import { startCall, startCallback } from "../../../contact-flow/runtime";
import type { Action } from "../../../contact-flow/flow";
import { action, equals, errors, flowOf } from "../flows";
import { callTo, centerWith, doneOrFailed, ends, type Other, SALES, say } from "./center";
import { Steps } from "./steps";

const end = action("End", "EndFlowExecution");

const hook = (event: string, flow: string, next = "Set queue") =>
  action(
    "Hook",
    "UpdateContactEventHooks",
    { EventHooks: { [event]: flow } },
    { NextAction: next, Errors: errors({ NoMatchingError: "failed" }) },
  );

const inQueue = [
  action("Set queue", "UpdateContactTargetQueue", { QueueId: SALES }, { NextAction: "Transfer" }),
  action("Transfer", "TransferContactToQueue", {}, { NextAction: "failed" }),
  ...ends("failed"),
];

const flow = (id: string, type: Other["type"], ...actions: readonly Action[]): Other => ({
  id,
  type,
  flow: flowOf(...actions),
});

/** A call that an agent has taken. */
const answered = (others: readonly Other[] = [], hooks: readonly Action[] = []): Steps => {
  const call = new Steps(centerWith([...hooks, ...inQueue], others));
  call.happens({ type: "queued", id: call.last("enterQueue").id });
  call.happens({ type: "agentAccepts", agent: "mary" });
  return call;
};

// https://docs.aws.amazon.com/connect/latest/adminguide/disconnect-flow.html: what runs "after the
// contact's chat or call is ended by the agent".
describe("A disconnect flow", () => {
  const survey = flow("survey", "CONTACT_FLOW", say("Say", "End", "how was it"), end);

  it("has the last word: its end is the end of the contact", () => {
    const call = answered([survey], [hook("CustomerRemaining", "survey")]);
    call.happens({ type: "agentHangsUp" });
    expect(call.said).to.equal("how was it");
    expect(call.state).to.include({ connected: false, agent: undefined });
    call.happens({ type: "spoken", id: call.last("say").id });
    expect(call.state.ended).to.deep.equal({ by: "flow" });
  });

  it("is not run while no agent is connected", () => {
    const call = new Steps(centerWith([hook("CustomerRemaining", "survey"), ...inQueue], [survey]));
    call.happens({ type: "agentHangsUp" });
    expect(call.state.ended).to.equal(undefined);
    expect(call.state.run?.flow).to.equal("main");
  });

  it("runs once: an agent who has left cannot hang up again", () => {
    const call = answered([survey], [hook("CustomerRemaining", "survey")]);
    call.happens({ type: "agentHangsUp" });
    expect(call.happens({ type: "agentHangsUp" })).to.deep.equal([]);
    expect(call.state.ended).to.equal(undefined);
  });
});

describe("The end of a flow", () => {
  it("ends the contact where the flow was what answered it", () => {
    const call = new Steps(centerWith([end]));
    expect(call.state.ended).to.deep.equal({ by: "flow" });
  });

  it("leaves the contact in its queue where it was the queue's flow", () => {
    const call = new Steps(
      centerWith(
        [hook("CustomerQueue", "queue"), ...inQueue],
        [flow("queue", "CUSTOMER_QUEUE", say("Say", "End", "please wait"), end)],
      ),
    );
    call.happens({ type: "queued", id: call.last("enterQueue").id });
    call.happens({ type: "spoken", id: call.last("say").id });
    expect(call.state).to.include({ run: undefined, ended: undefined, connected: false });
    expect(call.state.inQueue?.queue).to.equal("11111111-1111-4111-8111-111111111111");
  });

  it("leaves the contact with its agent where it was a hold flow", () => {
    const call = answered(
      [flow("hold", "CUSTOMER_HOLD", say("Say", "End", "hold on"), end)],
      [hook("CustomerHold", "hold")],
    );
    call.happens({ type: "hold", party: "customer" });
    const before = call.asked.filter(({ type }) => type === "connected").length;
    call.happens({ type: "spoken", id: call.last("say").id });
    expect(call.state).to.include({ run: undefined, connected: true });
    expect(call.asked.filter(({ type }) => type === "connected")).to.have.length(before);
  });
});

describe("A contact that leaves", () => {
  it("is over for the center once it is with an agent, or somebody outside", () => {
    const call = new Steps(centerWith([action("Transfer", "TransferContactToAgent")]));
    expect(call.state.ended).to.deep.equal({ by: "transfer" });
    expect(call.asked.at(-1)).to.deep.equal({ type: "ended", ending: { by: "transfer" } });
  });

  it("leaves its queue when the caller hangs up, and nothing is heard or timed any more", () => {
    const music = action(
      "Loop prompts",
      "MessageParticipantIteratively",
      { Messages: [{ Text: "music" }], InterruptFrequencySeconds: "30" },
      { Conditions: equals({ MessagesInterrupted: "End" }) },
    );
    const call = new Steps(
      centerWith(
        [hook("CustomerQueue", "queue"), ...inQueue],
        [flow("queue", "CUSTOMER_QUEUE", music, end)],
      ),
    );
    call.happens({ type: "queued", id: call.last("enterQueue").id });
    const timer = call.last("startTimer").id;
    expect(call.happens({ type: "hangUp" })).to.deep.equal([
      { type: "stopTimer", id: timer },
      { type: "hush" },
      { type: "leftQueue", queue: "11111111-1111-4111-8111-111111111111" },
      { type: "ended", ending: { by: "customer" } },
    ]);
    expect(call.state).to.include({ connected: false, inQueue: undefined, run: undefined });
    expect(call.state.before).to.deep.equal([]);
  });

  describe("to the interrupt of Loop prompts that continue meanwhile", () => {
    const prompts = action(
      "Loop prompts",
      "MessageParticipantIteratively",
      {
        ...{ Messages: [{ Text: "one" }, { Text: "two" }, { Text: "three" }] },
        ...{ InterruptFrequencySeconds: "60", ContinueMessagingDuringInterrupt: "True" },
      },
      { Conditions: equals({ MessagesInterrupted: "Check" }) },
    );
    const metrics = (next: string) =>
      action(
        "Check",
        "GetMetricData",
        {},
        {
          NextAction: next,
          Errors: errors({ NoMatchingError: next }),
        },
      );
    const leave = action("Leave", "DisconnectParticipant");
    const interrupted = (next: string) => {
      const call = new Steps(
        centerWith(
          [hook("CustomerQueue", "queue"), ...inQueue],
          [
            flow(
              "queue",
              "CUSTOMER_QUEUE",
              ...[prompts, metrics(next), say("Offer", "End", "offer"), end, leave],
            ),
          ],
        ),
      );
      call.happens({ type: "queued", id: call.last("enterQueue").id });
      const one = call.last("say").id;
      call.happens({ type: "spoken", id: one });
      const asked = call.happens({ type: "timer", id: call.last("startTimer").id });
      expect(asked.map(({ type }) => type)).to.deep.equal(["readMetrics"]);
      return call;
    };
    const metricsRead = {
      ...{ agentsAvailable: 0, agentsStaffed: 0, agentsOnline: 0 },
      ...{ contactsInQueue: 1, oldestContactSeconds: 60 },
    };
    const answer = (call: Steps) =>
      call
        .happens({ type: "metrics", id: call.last("readMetrics").id, metrics: metricsRead })
        .map(({ type }) => type);

    it("hears the same message on, and then the next one, where nothing else is said", () => {
      const call = interrupted("End");
      const { id } = call.last("say");
      expect(answer(call)).to.deep.equal(["startTimer"]);
      expect(call.said).to.equal("two");
      call.happens({ type: "spoken", id });
      expect(call.said).to.equal("three");
    });

    it("hears the next message where it ended meanwhile", () => {
      const call = interrupted("End");
      expect(call.happens({ type: "spoken", id: call.last("say").id })).to.deep.equal([]);
      expect(answer(call)).to.deep.equal(["startTimer", "say"]);
      expect(call.said).to.equal("three");
    });

    it("hears the next message after something else was said", () => {
      const call = interrupted("Offer");
      expect(answer(call)).to.deep.equal(["say"]);
      call.happens({ type: "spoken", id: call.last("say").id });
      expect(call.said).to.equal("three");
    });

    it("hears nothing more once it is gone", () => {
      expect(answer(interrupted("Leave"))).to.deep.equal(["hush", "leftQueue", "ended"]);
    });
  });

  it("has nothing to hush while nothing runs", () => {
    const call = answered();
    expect(call.happens({ type: "hangUp" })).to.deep.equal([
      { type: "ended", ending: { by: "customer" } },
    ]);
    expect(call.state.connected).to.equal(false);
  });

  it("leaves the first queue for the second", () => {
    const other = "22222222-2222-4222-8222-222222222222";
    const move = action(
      "Move",
      "DequeueContactAndTransferToQueue",
      { QueueId: other },
      { NextAction: "End", Errors: errors({ QueueAtCapacity: "Full", NoMatchingError: "End" }) },
    );
    const center = centerWith(
      [hook("CustomerQueue", "queue"), ...inQueue],
      [flow("queue", "CUSTOMER_QUEUE", move, say("Full", "End", "full"), end)],
    );
    const call = new Steps(center);
    call.happens({ type: "queued", id: call.last("enterQueue").id });
    const { id } = call.last("enterQueue");
    call.happens({ type: "spoken", id });
    expect(call.state.inQueue?.queue).to.equal("11111111-1111-4111-8111-111111111111");
    const effects = call.happens({ type: "queued", id });
    expect(effects[0]).to.deep.equal({
      type: "leftQueue",
      queue: "11111111-1111-4111-8111-111111111111",
    });
    expect(call.state.inQueue?.queue).to.equal(other);
    const full = new Steps(center);
    full.happens({ type: "queued", id: full.last("enterQueue").id });
    full.happens({ type: "queueFull", id: full.last("enterQueue").id });
    expect(full.said).to.equal("full");
    expect(full.state.inQueue?.queue).to.equal("11111111-1111-4111-8111-111111111111");
  });
});

// https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html
describe("A module", () => {
  const invoke = (id: string, module: string, next: string) =>
    action(
      id,
      "InvokeFlowModule",
      { FlowModuleId: module },
      { NextAction: next, Errors: errors({ NoMatchingError: "failed" }) },
    );
  const back = action("Return", "EndFlowModuleExecution");
  const set = (id: string, next: string, value: string) =>
    action(
      id,
      "UpdateFlowAttributes",
      { FlowAttributes: { who: { Value: value } } },
      { NextAction: next },
    );

  it("has flow attributes of its own: it neither sees the flow's nor leaves any behind", () => {
    const call = new Steps(
      centerWith(
        [
          set("Set", "Module", "flow"),
          invoke("Module", "module", "After"),
          say("After", "Hang up", "after: $.FlowAttributes.who"),
          ...ends("failed"),
        ],
        [
          flow(
            "module",
            "MODULE",
            say("Before", "Own", "before: [$.FlowAttributes.who]"),
            set("Own", "Return", "module"),
            back,
          ),
        ],
      ),
    );
    expect(call.said).to.equal("before: []");
    call.happens({ type: "spoken", id: call.last("say").id });
    expect(call.said).to.equal("after: flow");
  });

  it("returns to the one that invoked it, level by level", () => {
    const call = new Steps(
      centerWith(
        [invoke("Outer", "outer", "home"), ...ends("home", "failed")],
        [
          flow(
            "outer",
            "MODULE",
            invoke("Inner", "inner", "Say"),
            say("Say", "Return", "in outer"),
            back,
          ),
          flow("inner", "MODULE", back),
        ],
      ),
    );
    expect(call.said).to.equal("in outer");
    expect(call.state.run?.modules).to.have.length(1);
    call.happens({ type: "spoken", id: call.last("say").id });
    expect(call.said).to.equal("home");
    expect(call.state.run?.modules).to.deep.equal([]);
  });

  it("may be nested five levels deep, and no deeper", () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, at) =>
        flow(
          `m${at + 1}`,
          "MODULE",
          ...(at + 1 === depth
            ? [say("Say", "Return", "at the bottom")]
            : [invoke("Next", `m${at + 2}`, "Return"), say("failed", "Return", "too deep")]),
          back,
        ),
      );
    const call = (depth: number) =>
      new Steps(
        centerWith([invoke("First", "m1", "home"), ...ends("home", "failed")], nested(depth)),
      );
    expect(call(5).said).to.equal("at the bottom");
    expect(call(6).said).to.equal("too deep");
  });

  it("must be a module, and be there", () => {
    const other = flow("other", "CONTACT_FLOW", say("Say", "Hang up", "other"), ...ends());
    const call = (module: string) =>
      new Steps(centerWith([invoke("M", module, "home"), ...ends("home", "failed")], [other]));
    expect(call("other").said).to.equal("failed");
    expect(call("nowhere").said).to.equal("failed");
  });

  it("takes the way on when it names no branch", () => {
    const center = centerWith(
      [
        action(
          "Module",
          "InvokeFlowModule",
          { FlowModuleId: "module" },
          {
            NextAction: "on",
            Conditions: equals({ vip: "vip" }),
            Errors: errors({ NoMatchingCondition: "other", NoMatchingError: "failed" }),
          },
        ),
        ...ends("on", "vip", "other", "failed"),
      ],
      [flow("module", "MODULE", back)],
    );
    expect(new Steps(center).said).to.equal("on");
  });

  it("that is run by itself ends as a flow does", () => {
    expect(new Steps(centerWith([back])).state.ended).to.deep.equal({ by: "flow" });
  });
});

// https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-flow.html
describe("Transfer to flow", () => {
  const to = (type: Other["type"]) =>
    new Steps(
      centerWith(
        [
          action("To", "TransferToFlow", { ContactFlowId: "next" }, doneOrFailed),
          ...ends("failed", "done"),
        ],
        [flow("next", type, say("Say", "Hang up", "next"), ...ends())],
      ),
    ).said;

  it("goes on in an inbound flow or a transfer flow only", () => {
    for (const type of ["CONTACT_FLOW", "AGENT_TRANSFER", "QUEUE_TRANSFER"] as const) {
      expect(to(type), type).to.equal("next");
    }
    for (const type of ["CUSTOMER_QUEUE", "AGENT_WHISPER", "MODULE"] as const) {
      expect(to(type), type).to.equal("failed");
    }
  });
});

describe("Hold", () => {
  const musicFor = (id: string, type: Other["type"], text: string) =>
    flow(id, type, say("Say", "End", text), end);

  it("plays the agent's hold flow to the agent, and the customer's to the customer", () => {
    const others = [
      { ...musicFor("a", "AGENT_HOLD", "for the agent"), name: "Default agent hold" },
      { ...musicFor("c", "CUSTOMER_HOLD", "for the customer"), name: "Default customer hold" },
    ];
    const call = answered(others);
    call.happens({ type: "hold", party: "agent" });
    expect(call.last("say")).to.deep.include({ to: "agent", speech: { text: "for the agent" } });
    expect(call.state.run?.purpose).to.equal("agentHold");
    call.happens({ type: "retrieve" });
    call.happens({ type: "hold", party: "customer" });
    expect(call.last("say")).to.deep.include({
      to: "customer",
      speech: { text: "for the customer" },
    });
    expect(call.state.run?.purpose).to.equal("customerHold");
  });

  it("is of no effect while nobody is connected", () => {
    const call = new Steps(centerWith([say("hello", "Hang up"), ...ends()]));
    expect(call.happens({ type: "hold", party: "customer" })).to.deep.equal([]);
    expect(call.said).to.equal("hello");
    call.happens({ type: "spoken", id: call.last("say").id });
    expect(call.state.ended).to.deep.equal({ by: "flow" });
  });
});

describe("A callback's contact", () => {
  const request = {
    number: "+13025550123",
    delaySeconds: 0,
    retryDelaySeconds: 60,
    attempts: 1,
    attributes: {},
  };

  it("runs its own flow where it has one, in place of the queue", () => {
    const { state, effects } = startCallback(
      centerWith([say("hello", "Hang up"), ...ends()]),
      { ...request, flow: "main" },
      { id: "2" },
      0,
    );
    expect(effects.map(({ type }) => type)).to.deep.equal(["entered", "say"]);
    expect(state.inQueue).to.equal(undefined);
  });

  it("waits in its queue with the priority of a new contact", () => {
    const { effects } = startCallback(
      centerWith(ends()),
      { ...request, queue: "q" },
      { id: "2" },
      7,
    );
    expect(effects).to.deep.equal([
      { type: "enterQueue", id: 1, queue: "q", priority: 5, timeAdjustmentSeconds: 0 },
    ]);
  });
});

describe("A call to a flow that isn't there", () => {
  it("is refused with the flows that are", () => {
    const center = centerWith(ends("a"), [flow("other", "CONTACT_FLOW", end)]);
    expect(() => startCall(center, "nowhere", { id: "1" }, 0)).to.throw(
      "flow must be one of main, other, got nowhere",
    );
  });

  it("stops where a flow names an action that it has not", () => {
    const center = centerWith([say("hello", "nowhere")]);
    callTo(center)
      .hears("hello")
      .meetsFault(/^nowhere: the flow has no action "nowhere"$/);
  });
});
