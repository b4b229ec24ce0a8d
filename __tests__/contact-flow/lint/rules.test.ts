import { readdirSync } from "node:fs";
import { join } from "node:path";

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
  /** What is changed in the flow's JSON, where an object can't say it. */
  readonly rewrite?: (json: string) => string;
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

/** Only a keyed number that begins with +1 leads to `allowed`. */
const compareKeyed = (allowed: string, refused: string): Action =>
  action(
    "Compare",
    "Compare",
    { ComparisonValue: "$.StoredCustomerInput" },
    {
      NextAction: refused,
      Errors: errors({ NoMatchingCondition: refused }),
      Conditions: [
        { NextAction: allowed, Condition: { Operator: "TextStartsWith", Operands: ["+1"] } },
      ],
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

const LAMBDA = "arn:aws:lambda:us-west-2:123456789012:function:look-up";
const ELSEWHERE = QUEUE.replace("instance/8f2f7b56", "instance/00000000");

const invoke = (id: string, next: string, LambdaFunctionARN = LAMBDA, error = next): Action =>
  action(
    id,
    "InvokeLambdaFunction",
    { LambdaFunctionARN, InvocationTimeLimitSeconds: "8" },
    { NextAction: next, Errors: errors({ NoMatchingError: error }) },
  );

const compare = (
  ComparisonValue: string,
  conditions: readonly (readonly [operator: string, operand: string])[],
  next = "Goodbye",
): Action =>
  action(
    "Compare",
    "Compare",
    { ComparisonValue },
    {
      NextAction: "Goodbye",
      Conditions: conditions.map(([Operator, operand]) => ({
        NextAction: next,
        Condition: { Operator, Operands: [operand] },
      })),
      Errors: errors({ NoMatchingCondition: "Goodbye" }),
    },
  );

const store = (Text: string): Action =>
  action(
    "Store",
    "GetParticipantInput",
    {
      Text,
      StoreInput: "True",
      InputTimeLimitSeconds: "5",
      InputValidation: { CustomValidation: { MaximumLength: "8" } },
    },
    { NextAction: "Goodbye", Errors: errors({ NoMatchingError: "Goodbye" }) },
  );

/** An action that sets something, and the goodbye after it. */
const setting = (Type: string, parameters: Action["Parameters"]): Case =>
  flow(
    action("Set", Type, parameters, {
      NextAction: "Goodbye",
      Errors: errors({ NoMatchingError: "Goodbye" }),
    }),
    ...goodbye,
  );

const ssml = (SSML: string): Case => setting("MessageParticipant", { SSML });
const voice = (TextToSpeechVoice: string, TextToSpeechEngine = "Neural"): Case =>
  setting("UpdateContactTextToSpeechVoice", { TextToSpeechVoice, TextToSpeechEngine });
const language = (LanguageCode: string): Case => setting("UpdateContactData", { LanguageCode });
const attribute = (key: string, value: string): Case =>
  setting("UpdateContactAttributes", { Attributes: { [key]: value } });

const recording = (RecordedParticipants: string[], Enabled: string): Case =>
  flow(
    action(
      "Record",
      "UpdateContactRecordingBehavior",
      {
        RecordingBehavior: { RecordedParticipants },
        AnalyticsBehavior: { Enabled, AnalyticsLanguage: "en-US" },
      },
      { NextAction: "Goodbye" },
    ),
    ...goodbye,
  );

/** A menu with so many seconds of patience. */
const waiting = (seconds: string): Action => {
  const asked = menu({ "1": "Goodbye" }, "Goodbye");
  return { ...asked, Parameters: { ...asked.Parameters, InputTimeLimitSeconds: seconds } };
};

const waitAMinute = action(
  "Wait",
  "Wait",
  { TimeLimitSeconds: "60" },
  {
    NextAction: "Goodbye",
    Conditions: equals({ WaitCompleted: "Goodbye" }),
    Errors: errors({ NoMatchingError: "Goodbye" }),
  },
);

/** A flow that waits with the contacts of one channel. */
const ofChannel = (channel: string, next: string): Case =>
  flow(
    action(
      "Channel",
      "Compare",
      { ComparisonValue: "$.Channel" },
      {
        NextAction: "Goodbye",
        Conditions: equals({ [channel]: next }),
        Errors: errors({ NoMatchingCondition: "Goodbye" }),
      },
    ),
    waitAMinute,
    ...goodbye,
  );

const played = (Uri: string): Case =>
  setting("MessageParticipant", { Media: { Uri, SourceType: "S3", MediaType: "Audio" } });

/** A queue that may be full, before which the hours are checked; what is done when it is full. */
const untilOpen = (full: string): Action[] => [
  setQueue("Hours", "Goodbye"),
  action(
    "Hours",
    "CheckHoursOfOperation",
    {},
    {
      NextAction: "Goodbye",
      Conditions: equals({ True: "Transfer", False: "Goodbye" }),
      Errors: errors({ NoMatchingError: "Goodbye" }),
    },
  ),
  action(
    "Transfer",
    "TransferContactToQueue",
    {},
    {
      NextAction: "Goodbye",
      Errors: errors({ QueueAtCapacity: full, NoMatchingError: "Goodbye" }),
    },
  ),
];

const fine = flow(...goodbye);

const hours = (branches: Readonly<Record<"True" | "False", string>>): Case =>
  flow(
    setQueue("Hours"),
    action(
      "Hours",
      "CheckHoursOfOperation",
      {},
      {
        NextAction: "Goodbye",
        Conditions: equals(branches),
        Errors: errors({ NoMatchingError: "Goodbye" }),
      },
    ),
    action(
      "Queue",
      "TransferContactToQueue",
      {},
      {
        NextAction: "Goodbye",
        Errors: errors({ QueueAtCapacity: "Goodbye", NoMatchingError: "Goodbye" }),
      },
    ),
    ...goodbye,
  );

const distributed = (below: number): Case =>
  flow(
    action(
      "Share",
      "DistributeByPercentage",
      {},
      {
        NextAction: "Goodbye",
        Conditions: [
          {
            NextAction: "Goodbye",
            Condition: { Operator: "NumberLessThan", Operands: [below] },
          },
        ],
        Errors: errors({ NoMatchingCondition: "Goodbye" }),
      },
    ),
    ...goodbye,
  );

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
    rejects: [flow(waitAMinute, ...goodbye), ofChannel("VOICE", "Wait")],
    accepts: ofChannel("TASK", "Wait"),
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
    rejects: [
      flow(callBack("$.StoredCustomerInput"), ...goodbye),
      flow(compareKeyed("Goodbye", "Call back"), callBack("$.StoredCustomerInput"), ...goodbye),
      flow(compareKeyed("Call back", "Goodbye"), callBack("$.Attributes.number"), ...goodbye),
    ],
    accepts: flow(
      compareKeyed("Call back", "Goodbye"),
      callBack("$.StoredCustomerInput"),
      ...goodbye,
    ),
  },
  "reference-kind": {
    rejects: [
      flow(
        { ...setQueue("Transfer"), Parameters: { QueueId: QUEUE.replace("/queue/", "/prompt/") } },
        transfer,
        ...goodbye,
      ),
    ],
    accepts: flow(setQueue("Transfer", "Goodbye"), transfer, ...goodbye),
  },
  "two-instances": {
    rejects: [
      flow(
        setQueue("Again", "Goodbye"),
        { ...setQueue("Goodbye"), Identifier: "Again", Parameters: { QueueId: ELSEWHERE } },
        ...goodbye,
      ),
    ],
    accepts: flow(
      setQueue("Again", "Goodbye"),
      { ...setQueue("Goodbye"), Identifier: "Again" },
      ...goodbye,
    ),
  },
  "malformed-arn": {
    rejects: [QUEUE.slice(0, -3), QUEUE.replace(/:\d+:/, "::")]
      .map((QueueId) => flow({ ...setQueue("Goodbye"), Parameters: { QueueId } }, ...goodbye))
      .concat(flow(invoke("Look up", "Goodbye", LAMBDA.replace("function:", "")), ...goodbye)),
    accepts: flow(setQueue("Goodbye"), ...goodbye),
  },
  "duplicate-key": {
    rejects: [
      {
        ...flow(say("Hi", "Goodbye", "Hello"), ...goodbye),
        rewrite: (json) => json.replace('"Text":"Hello"', '"Text":"Hi","Text":"Hello"'),
      },
    ],
    accepts: flow(say("Hi", "Goodbye", "Hello"), ...goodbye),
  },
  "markup-in-text": {
    rejects: [spoken("<b>Hello</b>"), spoken("Hello<break time='1s'/>there")],
    accepts: spoken("Fewer than 5: <5, or a > b"),
  },
  "attribute-name": {
    rejects: [attribute("customer.name", "x"), attribute("$name", "x"), attribute(" ", "x")],
    accepts: attribute("customer name", "x"),
  },
  "hours-reversed": {
    rejects: [hours({ True: "Goodbye", False: "Queue" })],
    accepts: hours({ True: "Queue", False: "Goodbye" }),
  },
  percentage: {
    rejects: [distributed(120), distributed(1)],
    accepts: distributed(101),
  },
  "duplicate-condition": {
    rejects: [
      flow(
        compare("$.Attributes.a", [
          ["Equals", "1"],
          ["Equals", "1"],
        ]),
        ...goodbye,
      ),
    ],
    accepts: flow(
      compare("$.Attributes.a", [
        ["Equals", "1"],
        ["NumberLessThan", "1"],
      ]),
      ...goodbye,
    ),
  },
  "unreachable-condition": {
    rejects: (
      [
        [
          ["NumberLessThan", "50"],
          ["NumberLessThan", "5"],
        ],
        [
          ["NumberGreaterOrEqualTo", "5"],
          ["NumberGreaterThan", "5"],
        ],
        [
          ["NumberLessThan", "5"],
          ["Equals", "4"],
        ],
        [
          ["TextStartsWith", "a"],
          ["Equals", "abc"],
        ],
        [
          ["TextContains", "b"],
          ["TextEndsWith", "bc"],
        ],
        [
          ["KeyExists", "x"],
          ["Equals", "abc"],
        ],
      ] as const
    ).map((conditions) => flow(compare("$.Attributes.a", conditions), ...goodbye)),
    accepts: flow(
      compare("$.Attributes.a", [
        ["NumberLessThan", "5"],
        ["NumberLessOrEqualTo", "5"],
        ["NumberGreaterThan", "50"],
        ["Equals", "50"],
        ["TextStartsWith", "abc"],
        ["TextStartsWith", "a"],
      ]),
      ...goodbye,
    ),
  },
  "number-comparison": {
    rejects: [flow(compare("$.Attributes.a", [["NumberLessThan", "ten"]]), ...goodbye)],
    accepts: flow(compare("$.Attributes.a", [["NumberLessThan", "-1.5"]]), ...goodbye),
  },
  "impossible-value": {
    rejects: [flow(compare("$.Channel", [["Equals", "Chat"]]), ...goodbye)],
    accepts: flow(compare("$.Channel", [["Equals", "CHAT"]]), ...goodbye),
  },
  "duplicate-error": {
    rejects: [
      flow(
        {
          ...setQueue("Goodbye"),
          Transitions: {
            NextAction: "Goodbye",
            Errors: ["Goodbye", "Disconnect"].map((NextAction) => ({
              ErrorType: "NoMatchingError",
              NextAction,
            })),
          },
        },
        ...goodbye,
      ),
    ],
    accepts: flow(setQueue("Goodbye"), ...goodbye),
  },
  "json-path": {
    rejects: [
      spoken("Hello $.Atributes.name"),
      spoken("You call from $.CustomerEndpoint.Number"),
      spoken("Hello $.Attributes['first name"),
      spoken("Hello $.Attributes[name]"),
    ],
    accepts: spoken("Hello $.Attributes.name, that is $.50"),
  },
  "unset-value": {
    rejects: [
      flow(
        say("Hello", "Look up", "Hello $.External.name"),
        invoke("Look up", "Goodbye"),
        ...goodbye,
      ),
      flow(say("Hello", "Goodbye", "You typed $.StoredCustomerInput"), ...goodbye),
    ],
    accepts: flow(
      invoke("Look up", "Hello", LAMBDA, "Goodbye"),
      say("Hello", "Goodbye", "Hello $.External.name"),
      ...goodbye,
    ),
  },
  "endless-prompt": {
    rejects: [flow(say("Busy", "Busy", "Please wait", "Goodbye"), ...goodbye)],
    accepts: flow(say("Busy", "Loop", "Please wait", "Goodbye"), loop("Busy"), ...goodbye),
  },
  "endless-retry": {
    rejects: [
      flow(
        invoke("Look up", "Goodbye", LAMBDA, "Sorry"),
        say("Sorry", "Look up", "Sorry", "Goodbye"),
        ...goodbye,
      ),
      // The hours don't end, and nothing changes the attribute, while the contact goes round.
      flow(...untilOpen("Hours"), ...goodbye),
      flow(
        ...untilOpen("Compare"),
        compare("$.Attributes.vip", [["Equals", "yes"]], "Set queue"),
        ...goodbye,
      ),
    ],
    accepts: flow(invoke("Look up", "Goodbye", LAMBDA, "Loop"), loop("Look up"), ...goodbye),
  },
  "queue-interrupt": {
    rejects: [
      inQueue(
        {
          ...loopPrompts("End"),
          Parameters: { ...loopPrompts("End").Parameters, InterruptFrequencySeconds: "20" },
        },
        end,
      ),
    ],
    accepts: inQueue(
      {
        ...loopPrompts("End"),
        Parameters: { ...loopPrompts("End").Parameters, InterruptFrequencySeconds: "21" },
      },
      end,
    ),
  },
  "prompt-before-store": {
    rejects: [
      flow(say("Ask", "Store", "Your number?", "Goodbye"), store("Now, please"), ...goodbye),
    ],
    accepts: flow(store("Your number?"), ...goodbye),
  },
  "blank-text": { rejects: [spoken("  ")], accepts: spoken("…") },
  "silent-functions": {
    rejects: [flow(invoke("One", "Two"), invoke("Two", "Goodbye"), ...goodbye)],
    accepts: flow(
      invoke("One", "Wait a moment"),
      say("Wait a moment", "Two", "One moment, please"),
      invoke("Two", "Goodbye"),
      ...goodbye,
    ),
  },
  ssml: {
    rejects: [ssml("<speak>Hi<p></speak>"), ssml("<speak>A & B</speak>"), ssml("Hi")],
    accepts: ssml('<speak>A &amp; B<break time="1s"/></speak>'),
  },
  "ssml-tag": {
    rejects: [ssml("<speak><b>Hi</b></speak>"), ssml("<speak><emphasis>Hi</emphasis></speak>")],
    accepts: ssml('<speak><amazon:effect name="whispered">Hi</amazon:effect></speak>'),
  },
  "ssml-value": {
    rejects: [
      ssml('<speak>Hi<break time="11s"/></speak>'),
      spoken('<speak><prosody rate="quick">Hi</prosody></speak>'),
    ],
    accepts: ssml('<speak>Hi<break time="10s"/></speak>'),
  },
  "key-time-limit": {
    rejects: [flow(waiting("181"), ...goodbye)],
    accepts: flow(waiting("180"), ...goodbye),
  },
  "number-as-text": {
    rejects: [
      setting("UpdateContactAttributes", { Attributes: { tries: 3 } }),
      setting("MessageParticipant", { Text: 5 }),
    ],
    accepts: attribute("tries", "3"),
  },
  "sets-nothing": {
    rejects: [
      setting("UpdateContactAttributes", { Attributes: {} }),
      setting("UpdateContactEventHooks", { EventHooks: {} }),
    ],
    accepts: attribute("tries", "3"),
  },
  "attribute-size": {
    rejects: [attribute("note", "x".repeat(32_765))],
    accepts: attribute("note", "x".repeat(32_764)),
  },
  "media-uri": {
    rejects: [
      played("http://example.com/hello.wav"),
      played("s3://prompts/hello.mp3"),
      played("hello.wav"),
    ],
    accepts: played("s3://prompts/hello.wav"),
  },
  voice: {
    rejects: [
      voice("joanna"),
      voice("Joanna", "Fast"),
      setting("UpdateContactTextToSpeechVoice", {
        TextToSpeechVoice: "Joanna",
        TextToSpeechStyle: "Newsreader",
      }),
    ],
    accepts: voice("Joanna", "Generative"),
  },
  "voice-engine": {
    rejects: [voice("Aditi"), voice("Ruth", "Standard")],
    accepts: voice("Mia"),
  },
  "unset-attribute": {
    rejects: [
      spoken("Hello $.Attributes.name"),
      attribute("name", "$.Attributes.nmae"),
      setting("UpdateFlowAttributes", {
        FlowAttributes: { tries: { Value: "$.FlowAttributes.trys" } },
      }),
    ],
    // It may be asked for before it is set.
    accepts: attribute("name", "$.Attributes.name"),
  },
  "two-regions": {
    rejects: [
      flow(
        setQueue("Look up"),
        invoke("Look up", "Goodbye", LAMBDA.replace("us-west-2", "us-east-1")),
        ...goodbye,
      ),
    ],
    accepts: flow(setQueue("Look up"), invoke("Look up", "Goodbye"), ...goodbye),
  },
  language: { rejects: [language("en_US"), language("xx-YY")], accepts: language("cy-GB") },
  "analytics-without-recording": {
    rejects: [recording(["Customer"], "True")],
    accepts: recording(["Agent", "Customer"], "True"),
  },
  "recording-notice": {
    rejects: [recording(["Agent", "Customer"], "False")],
    accepts: {
      flow: flowOf(
        say("Notice", "Record", "This call is recorded."),
        ...recording(["Agent", "Customer"], "False").flow.Actions,
      ),
    },
  },
  "personal-data": {
    rejects: ["customerSSN", "date_of_birth", "creditCard", "PIN"]
      .map((key) => attribute(key, "$.Attributes.x"))
      .concat(attribute("x", "4111 1111 1111 1111"), attribute("x", "ann@example.com")),
    accepts: attribute("pinVerified", "true"),
  },
};

const lint = ({ flow: content, type = "CONTACT_FLOW", context, rewrite = String }: Case) =>
  lintFlow(rewrite(JSON.stringify(content)), { type, origin: "rendered", ...context });

describe("The rules of the lint", () => {
  it("are the files of their folder, each with the file's name as id", () => {
    const folder = join(__dirname, "..", "..", "..", "contact-flow", "lint", "rules");
    expect(readdirSync(folder)).to.have.members(RULES.map(({ id }) => `${id}.ts`));
  });

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
