import { expect } from "chai";

import type { Action, FlowType } from "../../../contact-flow/flow";
import type { ContactCenter } from "../../../contact-flow/runtime";
import { CallExpectationError, type Caller, dial } from "../../../contact-flow/simulation";
import { action, equals, errors, flowOf } from "../flows";
import { callTo, centerWith, ends, say } from "../runtime/center";

const AT = "2026-11-24T12:00";

const center = centerWith([
  action(
    "Menu",
    "GetParticipantInput",
    { Text: "press  1", StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      NextAction: "sorry",
      Conditions: equals({ "1": "thanks" }),
      Errors: errors({
        InputTimeLimitExceeded: "sorry",
        NoMatchingCondition: "sorry",
        NoMatchingError: "sorry",
      }),
    },
  ),
  ...ends("thanks", "sorry"),
]);

const failure = (test: () => unknown): string => {
  try {
    test();
  } catch (error) {
    if (error instanceof CallExpectationError) {
      return error.message;
    }
    throw error;
  }
  return "no failure";
};

describe("A test of a call", () => {
  it("hears texts whatever their white space, or by a pattern", () => {
    callTo(center).hears("press 1").presses("1").hears(/^than/).isDisconnected();
  });

  it("fails with what was heard in place of what should be, and the call so far", () => {
    expect(failure(() => callTo(center).hears("press 1").presses("1").hears("sorry"))).to.equal(
      [
        'the caller should hear "sorry", but hears "thanks"',
        "the call so far:",
        '  hears "press  1"',
        "  presses 1",
      ].join("\n"),
    );
  });

  it("fails when the call is over too early, too late or in the wrong place", () => {
    expect(failure(() => callTo(center).presses("1").isDisconnected())).to.match(
      /but hears "thanks"/,
    );
    expect(failure(() => callTo(center).presses("1").hears("thanks").hears("more"))).to.match(
      /but hears nothing more/,
    );
    expect(failure(() => callTo(center).presses("1").isInQueue("Sales"))).to.match(
      /in the queue Sales, but is in none/,
    );
    expect(failure(() => callTo(center).presses("1").hears("thanks").presses("2"))).to.match(
      /presses 2, but nothing listens/,
    );
    expect(failure(() => callTo(center).presses("1").hasCallback())).to.match(/but gets none/);
    expect(failure(() => callTo(center).isAnsweredBy("mary"))).to.match(
      /but the caller is in no queue/,
    );
  });

  describe("waits half an hour for what it expects, however often something else happens", () => {
    const lasts = (test: (caller: Caller) => unknown, actions: Action[], more = {}) => {
      const caller = callTo(centerWith(actions), more);
      const from = caller.line.now;
      const message = failure(() => test(caller));
      return { message, minutes: (caller.line.now - from) / 60_000 };
    };
    const playsForEver = [
      action("loop", "MessageParticipantIteratively", { Messages: [{ Text: "please hold" }] }),
    ];
    const asksForEver = [
      action(
        "Wait",
        "Wait",
        { TimeLimitSeconds: "60" },
        {
          NextAction: "Wait",
          Conditions: equals({ WaitCompleted: "Wait" }),
          Errors: errors({ NoMatchingError: "Wait" }),
        },
      ),
    ];

    it("to hear a sentence, while another one is played again and again", () => {
      const { message, minutes } = lasts((caller) => caller.hears("goodbye"), playsForEver);
      expect(message).to.match(/should hear "goodbye", but hears nothing more/);
      expect(minutes).to.be.within(29, 30);
    });

    it("to be asked for a key", () => {
      const { message, minutes } = lasts((caller) => caller.presses("1"), asksForEver, {
        contact: { channel: "CHAT" },
      });
      expect(message).to.match(/presses 1, but nothing listens/);
      expect(minutes).to.be.within(29, 30);
    });
  });

  it("fails where a call goes in a circle in which no time passes", () => {
    const circle = centerWith([
      action(
        "ask",
        "InvokeLambdaFunction",
        {
          LambdaFunctionARN: "arn:aws:lambda:us-west-2:123456789012:function:f",
          InvocationTimeLimitSeconds: "3",
        },
        { NextAction: "ask", Errors: errors({ NoMatchingError: "ask" }) },
      ),
    ]);
    expect(failure(() => callTo(circle).hears("anything"))).to.match(
      /goes in a circle in which no time passes/,
    );
    expect(failure(() => callTo(circle).waits({ seconds: 1 }))).to.match(/circle/);
  });

  it("names the queues there are when one is asked for that is not", () => {
    expect(() => callTo(center, { world: { queues: { Sale: { full: true } } } })).to.throw(
      "queue must be one of Sales, Service, got Sale",
    );
  });

  describe("of a flow that no caller comes in to", () => {
    const whisper = (type: FlowType): ContactCenter =>
      centerWith(
        [],
        [
          {
            id: "whisper",
            type,
            flow: flowOf(say("Hello", "End"), action("End", "EndFlowExecution")),
          },
        ],
      );

    it("begins where the flow does: before agent and customer are joined", () => {
      dial(whisper("CUSTOMER_WHISPER"), { flow: "whisper", at: AT }).hears("Hello").isConnected();
      dial(whisper("AGENT_WHISPER"), { flow: "whisper", at: AT }).agentHears("Hello").isConnected();
    });

    it("fails when the wrong one hears it, or nobody is joined", () => {
      const toAgent = () => dial(whisper("AGENT_WHISPER"), { flow: "whisper", at: AT });
      expect(failure(() => toAgent().hears("Hello"))).to.match(/but hears nothing more/);
      expect(failure(() => toAgent().agentHears("Bye"))).to.match(/the agent should hear "Bye"/);
      expect(failure(() => callTo(center).presses("1").hears("thanks").isConnected())).to.match(
        /should be connected, but are not/,
      );
    });
  });

  describe("of a block that isn't run here", () => {
    const asks = centerWith(
      [
        action(
          "Bot",
          "GetCustomerProfile",
          {},
          {
            NextAction: "thanks",
            Errors: errors({ NoMatchingError: "sorry" }),
          },
        ),
        ...ends("thanks", "sorry"),
      ],
      [],
      { asksForExits: true },
    );

    it("chooses its exit by its name", () => {
      callTo(asks).takesExit("Bot", "Error").hears("sorry").isDisconnected();
    });

    it("fails for another block, and for an exit that it hasn't", () => {
      expect(failure(() => callTo(asks).takesExit("Menu", "Error"))).to.match(/but Bot waits/);
      expect(failure(() => callTo(asks).takesExit("Bot", "Eror"))).to.match(
        /must be one of Success, Error, got Eror/,
      );
    });
  });

  it("has the schedules closed that it names", () => {
    const hours = centerWith([
      action(
        "Hours",
        "CheckHoursOfOperation",
        { HoursOfOperationId: "office" },
        {
          NextAction: "sorry",
          Conditions: equals({ True: "thanks", False: "sorry" }),
          Errors: errors({ NoMatchingError: "sorry" }),
        },
      ),
      ...ends("thanks", "sorry"),
    ]);
    callTo(hours).hears("thanks");
    callTo(hours, { closed: ["office"] }).hears("sorry");
  });
});
