import { expect } from "chai";

import type { Action, Flow, FlowType } from "../../../contact-flow/flow";
import type { HoursOfOperation } from "../../../contact-flow/hours";
import { type LintContext, lintFlow, RULES } from "../../../contact-flow/lint";
import { action, arn, equals, errors, flowOf, goodbye } from "../flows";

const QUEUE = arn("queue", "11111111-1111-4111-8111-111111111111");

/** A flow that a rule judges: by default a CONTACT_FLOW with its values filled in. */
interface Case {
  readonly flow: Flow;
  readonly type?: FlowType;
  readonly context?: Partial<LintContext>;
}

const flow = (...actions: readonly Action[]): Case => ({ flow: flowOf(...actions) });

const say = (id: string, next: string, Text: string, error = next): Action =>
  action(
    id,
    "MessageParticipant",
    { Text },
    {
      NextAction: next,
      Errors: errors({ NoMatchingError: error }),
    },
  );

const menu = (
  keys: Readonly<Record<string, string>>,
  next: string,
  Text = "Press 1 to go on",
): Action =>
  action(
    "Menu",
    "GetParticipantInput",
    { Text, StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      NextAction: next,
      Conditions: equals(keys),
      Errors: errors({
        InputTimeLimitExceeded: next,
        NoMatchingCondition: next,
        NoMatchingError: next,
      }),
    },
  );

const call = (number: string): Action =>
  action(
    "Call",
    "TransferParticipantToThirdParty",
    {
      ThirdPartyPhoneNumber: number,
      ThirdPartyConnectionTimeLimitSeconds: "30",
      ContinueFlowExecution: "False",
    },
    { NextAction: "Goodbye", Errors: errors({ NoMatchingError: "Goodbye" }) },
  );

const callBack = (number: string): Action =>
  action(
    "Call back",
    "UpdateContactCallbackNumber",
    { CallbackNumber: number },
    {
      NextAction: "Goodbye",
      Errors: errors({ InvalidCallbackNumber: "Goodbye", CallbackNumberNotDialable: "Goodbye" }),
    },
  );

const setQueue = (next: string, error = next): Action =>
  action(
    "Set queue",
    "UpdateContactTargetQueue",
    { QueueId: QUEUE },
    {
      NextAction: next,
      Errors: errors({ NoMatchingError: error }),
    },
  );

const transfer = action(
  "Transfer",
  "TransferContactToQueue",
  {},
  {
    NextAction: "Goodbye",
    Errors: errors({ QueueAtCapacity: "Goodbye", NoMatchingError: "Goodbye" }),
  },
);

const loop = (next: string): Action =>
  action(
    "Loop",
    "Loop",
    { LoopCount: "2" },
    {
      NextAction: "Goodbye",
      Conditions: equals({ ContinueLooping: next, DoneLooping: "Goodbye" }),
    },
  );

const loopPrompts = (interrupted: string): Action =>
  action(
    "Loop prompts",
    "MessageParticipantIteratively",
    { InterruptFrequencySeconds: "60", Messages: [{ Text: "Please hold" }] },
    { Conditions: equals({ MessagesInterrupted: interrupted }) },
  );

const end = action("End", "EndFlowExecution");

const inQueue = (...actions: readonly Action[]): Case => ({
  flow: flowOf(...actions),
  type: "CUSTOMER_QUEUE",
});

const WEEKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const;
const HOURS: HoursOfOperation = {
  TimeZone: "America/Los_Angeles",
  Config: WEEKDAYS.map((Day) => ({
    Day,
    StartTime: { Hours: 9, Minutes: 0 },
    EndTime: { Hours: 18, Minutes: 0 },
  })),
};

const spoken = (text: string): Case => ({
  ...flow(say("Goodbye", "Disconnect", text), action("Disconnect", "DisconnectParticipant")),
  context: { hours: HOURS },
});

const fine = flow(...goodbye);

/** For each rule a flow that it rejects and one that it accepts, as like to it as can be. */
const CASES: Readonly<Record<string, { rejects: readonly Case[]; accepts: Case }>> = {
  "content-length": { rejects: [spoken("x".repeat(256_001))], accepts: fine },
  version: { rejects: [{ flow: { ...fine.flow, Version: "2020-01-01" } }], accepts: fine },
  "start-action": { rejects: [{ flow: { ...fine.flow, StartAction: "Hello" } }], accepts: fine },
  "action-count": {
    rejects: [
      flow(
        ...Array.from({ length: 250 }, (_, at) =>
          say(`Say ${at}`, at === 249 ? "Disconnect" : `Say ${at + 1}`, "x"),
        ),
        action("Disconnect", "DisconnectParticipant"),
      ),
    ],
    accepts: fine,
  },
  identifier: {
    rejects: [
      flow(action("50% off", "DisconnectParticipant")),
      flow(action("constructor", "DisconnectParticipant")),
      flow(action("x".repeat(51), "DisconnectParticipant")),
    ],
    accepts: flow(action("Ende – vorbei!", "DisconnectParticipant")),
  },
  "duplicate-identifier": {
    rejects: [flow(...goodbye, action("Disconnect", "DisconnectParticipant"))],
    accepts: fine,
  },
  "module-settings": {
    rejects: [
      { flow: { ...fine.flow, Settings: {} } },
      { flow: flowOf(action("Return", "EndFlowModuleExecution")), type: "MODULE" },
    ],
    accepts: {
      flow: { ...flowOf(action("Return", "EndFlowModuleExecution")), Settings: {} },
      type: "MODULE",
    },
  },
  "action-type": {
    rejects: [flow(action("Play", "PlayPrompt")), flow(action("Play", "messageParticipant"))],
    accepts: fine,
  },
  "unknown-parameter": {
    rejects: [
      flow(setQueue("Transfer"), { ...transfer, Parameters: { QueueId: QUEUE } }, ...goodbye),
    ],
    accepts: flow(setQueue("Transfer", "Goodbye"), transfer, ...goodbye),
  },
  "missing-parameter": {
    rejects: [
      flow(
        action(
          "Menu",
          "GetParticipantInput",
          { Text: "x", InputTimeLimitSeconds: "5" },
          menu({}, "Disconnect").Transitions,
        ),
        action("Disconnect", "DisconnectParticipant"),
      ),
      flow(
        { ...setQueue("Disconnect"), Parameters: {} },
        action("Disconnect", "DisconnectParticipant"),
      ),
    ],
    accepts: flow(menu({}, "Disconnect", "Hello"), action("Disconnect", "DisconnectParticipant")),
  },
  "parameter-value": {
    rejects: [
      flow({ ...loop("Goodbye"), Parameters: { LoopCount: "101" } }, ...goodbye),
      flow(
        action(
          "Callback number",
          "UpdateContactCallbackNumber",
          { CallbackNumber: "+13025550100" },
          {
            NextAction: "Goodbye",
            Errors: errors({
              InvalidCallbackNumber: "Goodbye",
              CallbackNumberNotDialable: "Goodbye",
            }),
          },
        ),
        ...goodbye,
      ),
      flow(
        action(
          "Compare",
          "Compare",
          { ComparisonValue: "$.External" },
          {
            NextAction: "Goodbye",
            Conditions: equals({ gold: "Goodbye" }),
            Errors: errors({ NoMatchingCondition: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ],
    accepts: flow({ ...loop("Goodbye"), Parameters: { LoopCount: "100" } }, ...goodbye),
  },
  "exclusive-parameters": {
    rejects: [
      flow(
        {
          ...say("Goodbye", "Disconnect", "x"),
          Parameters: { Text: "x", SSML: "<speak>x</speak>" },
        },
        end,
      ),
    ],
    accepts: fine,
  },
  "empty-value": {
    rejects: [
      flow(
        action(
          "Attributes",
          "UpdateContactAttributes",
          { Attributes: { language: "" } },
          {
            NextAction: "Goodbye",
            Errors: errors({ NoMatchingError: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ],
    accepts: fine,
  },
  reference: {
    rejects: [
      flow(
        { ...setQueue("Transfer"), Parameters: { QueueId: "BasicQueue" } },
        transfer,
        ...goodbye,
      ),
    ],
    accepts: flow(setQueue("Transfer", "Goodbye"), transfer, ...goodbye),
  },
  "terminal-transitions": {
    rejects: [
      flow(action("Disconnect", "DisconnectParticipant", {}, { NextAction: "Disconnect" })),
    ],
    accepts: fine,
  },
  "next-action-required": {
    rejects: [flow(action("Play", "MessageParticipant", { Text: "x" }, { Errors: [] }))],
    accepts: fine,
  },
  "next-action-target": { rejects: [flow(say("Play", "Nowhere", "x"))], accepts: fine },
  "missing-error": {
    rejects: [
      flow(
        setQueue("Transfer", "Goodbye"),
        {
          ...transfer,
          Transitions: { NextAction: "Goodbye", Errors: errors({ NoMatchingError: "Goodbye" }) },
        },
        ...goodbye,
      ),
    ],
    accepts: flow(setQueue("Transfer", "Goodbye"), transfer, ...goodbye),
  },
  "unknown-error": {
    rejects: [
      flow(
        action(
          "Logging",
          "UpdateFlowLoggingBehavior",
          { FlowLoggingBehavior: "Enabled" },
          {
            NextAction: "Goodbye",
            Errors: errors({ NoMatchingError: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ],
    accepts: fine,
  },
  conditions: {
    rejects: [
      flow(
        menu({ "12": "Disconnect" }, "Disconnect", "x"),
        action("Disconnect", "DisconnectParticipant"),
      ),
      flow(
        {
          ...loop("Goodbye"),
          Transitions: { NextAction: "Goodbye", Conditions: equals({ DoneLooping: "Goodbye" }) },
        },
        ...goodbye,
      ),
      flow(
        {
          ...say("Play", "Disconnect", "x"),
          Transitions: { NextAction: "Disconnect", Conditions: equals({ "1": "Disconnect" }) },
        },
        action("Disconnect", "DisconnectParticipant"),
      ),
    ],
    accepts: flow(
      menu({ "#": "Disconnect" }, "Disconnect", "x"),
      action("Disconnect", "DisconnectParticipant"),
    ),
  },
  "flow-type": {
    rejects: [flow(end), { ...flow(...goodbye), type: "CUSTOMER_WHISPER" }],
    accepts: { ...flow(end), type: "AGENT_WHISPER" },
  },
  "unreachable-action": {
    rejects: [flow(...goodbye, say("Forgotten", "Goodbye", "x"))],
    accepts: fine,
  },
  "unhandled-error": {
    rejects: [
      flow(
        action("Play", "MessageParticipant", { Text: "x" }, { NextAction: "End" }),
        action("End", "DisconnectParticipant"),
      ),
    ],
    accepts: fine,
  },
  "endless-loop": {
    rejects: [flow(say("One", "Two", "x"), say("Two", "One", "x"))],
    accepts: flow(loop("One"), say("One", "Loop", "x"), ...goodbye),
  },
  "endless-silence": {
    rejects: [
      flow(menu({ "1": "Disconnect" }, "Menu"), action("Disconnect", "DisconnectParticipant")),
    ],
    accepts: flow(menu({ "1": "Goodbye" }, "Loop"), loop("Menu"), ...goodbye),
  },
  "queue-not-set": {
    rejects: [
      flow(transfer, ...goodbye),
      flow(setQueue("Transfer", "Transfer"), transfer, ...goodbye),
    ],
    accepts: flow(setQueue("Transfer", "Goodbye"), transfer, ...goodbye),
  },
  "before-loop-prompts": {
    rejects: [
      inQueue(say("Hello", "Loop prompts", "x"), loopPrompts("End"), end),
      inQueue(loopPrompts("Sorry"), say("Sorry", "Loop prompts", "x")),
    ],
    accepts: inQueue(loopPrompts("Sorry"), say("Sorry", "End", "x"), end),
  },
  "menu-key-nowhere": {
    rejects: [
      flow(menu({ "1": "Goodbye" }, "Goodbye", "Press 1 for sales or 2 for service"), ...goodbye),
      flow(
        menu({ "1": "Goodbye" }, "Goodbye", "Press one, or press star to hear this again"),
        ...goodbye,
      ),
    ],
    accepts: flow(
      menu({ "1": "Goodbye", "2": "Goodbye" }, "Goodbye", "Press 1 for sales or 2 for service"),
      ...goodbye,
    ),
  },
  "menu-key-secret": {
    rejects: [flow(menu({ "1": "Goodbye", "9": "Goodbye" }, "Goodbye"), ...goodbye)],
    accepts: flow(menu({ "1": "Goodbye" }, "Goodbye"), ...goodbye),
  },
  "next-action-mirror": {
    rejects: [
      flow(
        {
          ...menu({ "1": "Goodbye" }, "Goodbye"),
          Transitions: {
            ...menu({ "1": "Goodbye" }, "Goodbye").Transitions,
            NextAction: "Disconnect",
          },
        },
        ...goodbye,
      ),
    ],
    accepts: flow(menu({ "1": "Goodbye" }, "Goodbye"), ...goodbye),
  },
  "announced-hours": {
    rejects: [
      spoken("We are open Monday to Friday 9 am to 5 pm"),
      spoken("We are open Monday to Friday 9 am to 6 pm, and Saturday 9 am to 3 pm"),
      spoken("We are open Monday to Thursday from 9:00 a.m. until 6 p.m."),
    ],
    accepts: spoken(
      "We are open Monday through Friday, from 9 a.m. until 6:00 p.m., and closed on Sunday",
    ),
  },
  "text-length": {
    rejects: [spoken("word ".repeat(601))],
    accepts: spoken("word ".repeat(600).trim()),
  },
  "literal-id": {
    rejects: [
      {
        ...flow(setQueue("Transfer", "Goodbye"), transfer, ...goodbye),
        context: { origin: "template" },
      },
    ],
    accepts: {
      ...flow(
        {
          ...setQueue("Transfer", "Goodbye"),
          Parameters: { QueueId: "{{queue:Customer Service}}" },
        },
        transfer,
        ...goodbye,
      ),
      context: { origin: "template" },
    },
  },
  channel: {
    rejects: [
      flow(
        action(
          "Wait",
          "Wait",
          { TimeLimitSeconds: "60" },
          {
            NextAction: "Goodbye",
            Conditions: equals({ WaitCompleted: "Goodbye" }),
            Errors: errors({ NoMatchingError: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ],
    accepts: fine,
  },
  destination: {
    rejects: ["+18765550123", "+19005550123", "+12029765550", "+442071838750", "13025550100"].map(
      (number) => flow(call(number), ...goodbye),
    ),
    accepts: {
      ...flow(call("+18765550123"), ...goodbye),
      context: { allowedDestinations: ["Jamaica"] },
    },
  },
  "dial-target": {
    rejects: [flow(call("$.Attributes.manager"), ...goodbye)],
    accepts: flow(call("+13025550123"), ...goodbye),
  },
  "callback-number": {
    rejects: [flow(callBack("$.StoredCustomerInput"), ...goodbye)],
    accepts: flow(callBack("$.CustomerEndpoint.Address"), ...goodbye),
  },
};

const lint = ({ flow: content, type = "CONTACT_FLOW", context }: Case) =>
  lintFlow(JSON.stringify(content), { type, origin: "rendered", ...context });

describe("The rules of the lint", () => {
  it("each have a case here", () => {
    expect(Object.keys(CASES)).to.have.members(RULES.map(({ id }) => id));
  });

  it("each give a reason and a way to fix it", () => {
    for (const { id, reason, fix } of RULES) {
      expect(reason.length, id).to.be.greaterThan(20);
      expect(fix.length, id).to.be.greaterThan(10);
    }
  });

  for (const [id, { rejects, accepts }] of Object.entries(CASES)) {
    it(`${id} rejects ${rejects.length === 1 ? "a flow" : `${rejects.length} flows`} and accepts one`, () => {
      for (const rejected of rejects) {
        const findings = lint(rejected);
        expect(
          findings.map(({ rule }) => rule),
          JSON.stringify(findings),
        ).to.include(id);
      }
      expect(lint(accepts).filter(({ rule }) => rule === id)).to.deep.equal([]);
    });
  }
});
