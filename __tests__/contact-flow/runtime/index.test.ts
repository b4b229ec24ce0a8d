import { expect } from "chai";

import { advance, startCall, startCallback } from "../../../contact-flow/runtime";
import { action, equals, errors, flowOf } from "../flows";
import { callTo, centerWith, ends, SALES, say } from "./center";

const inQueue = [
  action("Set queue", "UpdateContactTargetQueue", { QueueId: SALES }, { NextAction: "Transfer" }),
  action("Transfer", "TransferContactToQueue", {}, { NextAction: "failed" }),
  ...ends("failed"),
];

const hook = (event: string, flow: string) =>
  action(
    "Hook",
    "UpdateContactEventHooks",
    { EventHooks: { [event]: flow } },
    {
      NextAction: "Set queue",
      Errors: errors({ NoMatchingError: "failed" }),
    },
  );

const loopPrompts = (seconds: string, ...texts: readonly string[]) =>
  action(
    "Loop prompts",
    "MessageParticipantIteratively",
    { Messages: texts.map((Text) => ({ Text })), InterruptFrequencySeconds: seconds },
    { Conditions: equals({ MessagesInterrupted: "interrupt" }) },
  );

const end = action("End", "EndFlowExecution");

describe("The interpreter", () => {
  it("is pure: the same call and event give the same answer, and the call is left as it was", () => {
    const center = centerWith([say("hello", "Hang up"), ...ends()]);
    const { state } = startCall(center, "main", { id: "1" }, 0);
    const before = JSON.stringify(state);
    const once = advance(center, state, { type: "spoken", id: 1 }, 1);
    const again = advance(center, state, { type: "spoken", id: 1 }, 1);
    expect(again).to.deep.equal(once);
    expect(JSON.stringify(state)).to.equal(before);
    expect(once.state.ended).to.deep.equal({ by: "flow" });
  });

  it("can be written down at any moment and taken up again", () => {
    const center = centerWith(
      [hook("CustomerQueue", "queue"), ...inQueue],
      [
        {
          id: "queue",
          type: "CUSTOMER_QUEUE",
          flow: flowOf(loopPrompts("60", "music"), say("interrupt", "End"), end),
        },
      ],
    );
    let { state, effects } = startCall(center, "main", { id: "1" }, 0);
    for (let at = 1; at < 40 && effects.length > 0; at++) {
      const asked = effects.find(
        ({ type }) => type === "enterQueue" || type === "say" || type === "startTimer",
      );
      if (asked === undefined || !("id" in asked)) {
        break;
      }
      const type =
        asked.type === "enterQueue" ? "queued" : asked.type === "say" ? "spoken" : "timer";
      const event = { type, id: asked.id } as const;
      const copy = JSON.parse(JSON.stringify(state)) as typeof state;
      const taken = (call: typeof state): unknown =>
        JSON.parse(JSON.stringify(advance(center, call, event, at)));
      expect(taken(copy)).to.deep.equal(taken(state));
      ({ state, effects } = advance(center, state, event, at));
    }
    expect(state.inQueue?.queue).to.equal("11111111-1111-4111-8111-111111111111");
  });

  it("ignores the answer to a question that is over, and everything after the end", () => {
    const center = centerWith([say("hello", "Hang up"), ...ends()]);
    const { state } = startCall(center, "main", { id: "1" }, 0);
    expect(advance(center, state, { type: "spoken", id: 99 }, 1).effects).to.deep.equal([]);
    const over = advance(center, state, { type: "hangUp" }, 1).state;
    expect(advance(center, over, { type: "spoken", id: 1 }, 2)).to.deep.equal({
      state: over,
      effects: [],
    });
  });

  it("stops at an action that it cannot run, with the action's name", () => {
    callTo(centerWith([action("Ask the bot", "ConnectParticipantWithLexBot")])).meetsFault(
      /^Ask the bot: ConnectParticipantWithLexBot cannot be run here: needs an Amazon Lex bot$/,
    );
    callTo(centerWith([action("New", "NotYetInvented")])).meetsFault(
      /^New: NotYetInvented cannot be run here: no such type$/,
    );
    callTo(
      centerWith([action("Buffer", "GetParticipantInput", { EnableDTMFBuffer: "true" })]),
    ).meetsFault(/touchtone buffer/);
  });

  it("stops a flow that goes round without ever waiting", () => {
    const round = (id: string, next: string) =>
      action(id, "UpdateContactAttributes", { Attributes: { a: "b" } }, { NextAction: next });
    callTo(centerWith([round("one", "two"), round("two", "one")])).meetsFault(
      /1000 actions without waiting/,
    );
  });

  it("ends a call whose failure is left to nobody", () => {
    callTo(
      centerWith([
        action(
          "Set queue",
          "UpdateContactTargetQueue",
          { QueueId: "nowhere" },
          { NextAction: "x" },
        ),
        ...ends("x"),
      ]),
    ).isDisconnected();
  });

  it("fails an action that the world has broken, until it is mended", () => {
    const center = centerWith([
      action(
        "Menu",
        "GetParticipantInput",
        { Text: "press", StoreInput: "False", InputTimeLimitSeconds: "5" },
        {
          NextAction: "again",
          Errors: errors({
            InputTimeLimitExceeded: "again",
            NoMatchingCondition: "again",
            NoMatchingError: "again",
          }),
        },
      ),
      action(
        "again",
        "MessageParticipant",
        { Text: "again" },
        { NextAction: "Menu", Errors: errors({ NoMatchingError: "broken" }) },
      ),
      ...ends("broken"),
    ]);
    const caller = callTo(center).hears("press");
    caller.line.happens({ type: "breakAction", action: "again", error: "NoMatchingError" });
    caller.line.happens({ type: "breakAction", action: "again" });
    caller.presses("1").hears("again");
    caller.line.happens({ type: "breakAction", action: "again", error: "NoMatchingError" });
    caller.hears("press").presses("1").hears("broken");
  });
});

describe("A contact in a queue", () => {
  const queueFlow = flowOf(loopPrompts("30", "first", "second"), say("interrupt", "End"), end);

  it("hears Default customer queue without a flow of its own, or else that", () => {
    const standard = {
      id: "standard",
      name: "Default customer queue",
      type: "CUSTOMER_QUEUE" as const,
      flow: flowOf(loopPrompts("30", "standard")),
    };
    const own = { id: "own", type: "CUSTOMER_QUEUE" as const, flow: queueFlow };
    callTo(centerWith(inQueue, [standard])).hears("standard");
    callTo(centerWith([hook("CustomerQueue", "own"), ...inQueue], [standard, own])).hears("first");
  });

  it("hears the prompts from the first again after an interrupt", () => {
    const own = { id: "own", type: "CUSTOMER_QUEUE" as const, flow: queueFlow };
    const caller = callTo(centerWith([hook("CustomerQueue", "own"), ...inQueue], [own]));
    caller
      .hears("first")
      .hears("second")
      .waits({ seconds: 30 })
      .hears("interrupt")
      .hears("first")
      .isInQueue("Sales");
  });

  it("stays in line, in silence, when the prompts fail: there is nothing to resume", () => {
    const own = { id: "own", type: "CUSTOMER_QUEUE" as const, flow: queueFlow };
    const center = centerWith([hook("CustomerQueue", "own"), ...inQueue], [own]);
    const broken = { "Loop prompts": "NoMatchingError" };
    callTo(center, { world: { broken } }).isInQueue("Sales").isAnsweredBy("mary");
    const later = callTo(center).hears("first");
    later.line.happens({ type: "breakAction", action: "Loop prompts", error: "NoMatchingError" });
    later.waits({ seconds: 30 }).hears("interrupt").isInQueue("Sales").isAnsweredBy("mary");
  });

  it("may not have a flow of another type", () => {
    const own = { id: "own", type: "CUSTOMER_WHISPER" as const, flow: flowOf(end) };
    callTo(centerWith([hook("CustomerQueue", "own"), ...inQueue], [own])).hears("failed");
  });

  it("can be moved to another queue", () => {
    const moving = flowOf(
      loopPrompts("30", "music"),
      action(
        "interrupt",
        "DequeueContactAndTransferToQueue",
        { QueueId: "22222222-2222-4222-8222-222222222222" },
        {
          NextAction: "End",
          Errors: errors({ QueueAtCapacity: "End", NoMatchingError: "End" }),
        },
      ),
      end,
    );
    const caller = callTo(
      centerWith(
        [hook("CustomerQueue", "own"), ...inQueue],
        [{ id: "own", type: "CUSTOMER_QUEUE", flow: moving }],
      ),
    );
    caller.isInQueue("Sales").waits({ seconds: 30 }).isInQueue("Service");
  });

  it("is answered after both whispers, each to its own party", () => {
    const whisper = (type: "AGENT_WHISPER" | "CUSTOMER_WHISPER", name: string, text: string) => ({
      id: name,
      name,
      type,
      flow: flowOf(say("Say", "End", text), end),
    });
    const caller = callTo(
      centerWith(inQueue, [
        whisper("AGENT_WHISPER", "Default agent whisper", "a sale"),
        whisper("CUSTOMER_WHISPER", "Default customer whisper", "here we are"),
      ]),
    );
    caller.isInQueue("Sales").isAnsweredBy("mary");
    expect(caller.line.heard.map(({ to, speech }) => [to, Object.values(speech)[0]])).to.deep.equal(
      [
        ["agent", "a sale"],
        ["customer", "here we are"],
      ],
    );
  });
});

describe("A contact with an agent", () => {
  it("hears the hold flow until it is retrieved", () => {
    const hold = {
      id: "hold",
      name: "Default customer hold",
      type: "CUSTOMER_HOLD" as const,
      flow: flowOf(loopPrompts("9", "please hold")),
    };
    const caller = callTo(centerWith(inQueue, [hold]))
      .isInQueue("Sales")
      .isAnsweredBy("mary");
    caller.line.happens({ type: "hold", party: "customer" });
    caller.hears("please hold");
    caller.line.happens({ type: "retrieve" });
    expect(caller.line.state).to.include({ connected: true, run: undefined });
  });

  it("hears the disconnect flow when the agent hangs up, if there is one", () => {
    const survey = {
      id: "survey",
      type: "CONTACT_FLOW" as const,
      flow: flowOf(say("Say", "Hang up", "how was it"), ...ends()),
    };
    const caller = callTo(centerWith([hook("CustomerRemaining", "survey"), ...inQueue], [survey]))
      .isInQueue("Sales")
      .isAnsweredBy("mary");
    caller.line.happens({ type: "agentHangsUp" });
    caller.hears("how was it").isDisconnected();

    const plain = callTo(centerWith(inQueue)).isInQueue("Sales").isAnsweredBy("mary");
    plain.line.happens({ type: "agentHangsUp" });
    expect(plain.line.state.ended).to.deep.equal({ by: "agent" });
  });
});

describe("A callback", () => {
  const request = {
    queue: "11111111-1111-4111-8111-111111111111",
    number: "+13025550123",
    delaySeconds: 5,
    retryDelaySeconds: 600,
    attempts: 2,
    attributes: { vip: "yes" },
  };
  const outbound = {
    id: "outbound",
    name: "Default outbound",
    type: "OUTBOUND_WHISPER" as const,
    flow: flowOf(say("Say", "End", "this call is not being recorded"), end),
  };
  const center = centerWith(inQueue, [outbound]);

  it("waits for an agent, dials the customer, whispers, and joins them", () => {
    const queued = startCallback(center, request, { id: "2" }, 0);
    expect(queued.effects.map(({ type }) => type)).to.deep.equal(["enterQueue"]);
    const dialling = advance(center, queued.state, { type: "agentAccepts", agent: "mary" }, 1);
    expect(dialling.effects).to.deep.include({
      type: "dial",
      id: 2,
      number: "+13025550123",
      who: "customer",
      seconds: 60,
    });
    const whispering = advance(center, dialling.state, { type: "reached", id: 2 }, 2);
    expect(whispering.effects.map(({ type }) => type)).to.include("say");
    const joined = advance(center, whispering.state, { type: "spoken", id: 3 }, 3);
    expect(joined.effects).to.deep.include({ type: "connected", agent: "mary" });
    expect(joined.state.contact).to.deep.include({
      initiationMethod: "CALLBACK",
      attributes: { vip: "yes" },
    });
  });

  it("tries again after the pause, as often as it may", () => {
    const queued = startCallback(center, request, { id: "2" }, 0).state;
    const first = advance(center, queued, { type: "agentAccepts", agent: "mary" }, 1).state;
    const pausing = advance(center, first, { type: "notReached", id: 2, why: "noAnswer" }, 2);
    expect(pausing.effects).to.deep.equal([
      { type: "startTimer", id: 3, seconds: 600, for: "retry" },
    ]);
    const again = advance(center, pausing.state, { type: "timer", id: 3 }, 3);
    expect(again.effects.map(({ type }) => type)).to.deep.equal(["enterQueue"]);
    const second = advance(center, again.state, { type: "agentAccepts", agent: "mary" }, 4);
    const dial = second.effects.find(({ type }) => type === "dial");
    const id = dial !== undefined && "id" in dial ? dial.id : 0;
    expect(
      advance(center, second.state, { type: "notReached", id, why: "noAnswer" }, 5).state.ended,
    ).to.deep.equal({ by: "notReached" });
  });
});
