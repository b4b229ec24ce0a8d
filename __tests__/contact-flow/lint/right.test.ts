import { expect } from "chai";

import type { Action, FlowType, Transitions } from "../../../contact-flow/flow";
import type { Json } from "../../../contact-flow/json";
import { lintFlow } from "../../../contact-flow/lint";
import { action, arn, equals, errors } from "../flows";

const ID = "22222222-2222-4222-8222-222222222222";
const QUEUE = arn("queue", ID);
const FLOW = arn("contact-flow", ID);
const MODULE = arn("flow-module", ID);
const PROMPT = arn("prompt", ID);
const HOURS = arn("operating-hours", ID);
const LAMBDA = "arn:aws:lambda:us-west-2:123456789012:function:look-up";
const BOT = "arn:aws:lex:us-west-2:123456789012:bot-alias/ABCDEFGHIJ/TSTALIASID";

type Way = Readonly<Record<string, string>>;

/** An action as the console exports it: parameters, the way on, conditions and errors. */
const block = (
  id: string,
  type: string,
  parameters: Readonly<Record<string, Json>>,
  next?: string,
  conditions: Way = {},
  failures: Way = {},
): Action => {
  const transitions: Transitions = {
    ...(next === undefined ? {} : { NextAction: next }),
    Conditions: equals(conditions),
    Errors: errors(failures),
  };
  return action(
    id,
    type,
    parameters,
    next === undefined && !failures.NoMatchingError ? {} : transitions,
  );
};

const failing = (id: string): Way => ({ NoMatchingError: id });
const bye = action("bye", "DisconnectParticipant");
const end = action("end", "EndFlowExecution");

const say = (id: string, Text: string, next: string): Action =>
  block(
    id,
    "MessageParticipant",
    { Text, SkipWhenDTMFBufferEnabled: "false" },
    next,
    {},
    failing(next),
  );

const hook = (id: string, event: string, next: string): Action =>
  block(id, "UpdateContactEventHooks", { EventHooks: { [event]: FLOW } }, next, {}, failing(next));

const queue = (id: string, next: string): Action =>
  block(id, "UpdateContactTargetQueue", { QueueId: QUEUE }, next, {}, failing("bye"));

const transfer = (id: string): Action =>
  block(
    id,
    "TransferContactToQueue",
    {},
    "bye",
    {},
    {
      QueueAtCapacity: "bye",
      NoMatchingError: "bye",
    },
  );

const invoke = (id: string, next: string, more: Readonly<Record<string, Json>> = {}): Action =>
  block(
    id,
    "InvokeLambdaFunction",
    { LambdaFunctionARN: LAMBDA, InvocationTimeLimitSeconds: "8", ...more },
    next,
    {},
    failing("bye"),
  );

const compare = (id: string, value: string, ways: Way, otherwise: string): Action =>
  block(id, "Compare", { ComparisonValue: value }, otherwise, ways, {
    NoMatchingCondition: otherwise,
  });

const menu = (id: string, Text: string, keys: Way, otherwise: string): Action =>
  block(
    id,
    "GetParticipantInput",
    { Text, StoreInput: "False", InputTimeLimitSeconds: "5" },
    otherwise,
    keys,
    {
      InputTimeLimitExceeded: otherwise,
      NoMatchingCondition: otherwise,
      NoMatchingError: otherwise,
    },
  );

const store = (
  id: string,
  parameters: Readonly<Record<string, Json>>,
  next: string,
  more: Way = {},
) =>
  block(
    id,
    "GetParticipantInput",
    { StoreInput: "True", InputTimeLimitSeconds: "5", ...parameters },
    next,
    {},
    { NoMatchingError: "bye", ...more },
  );

const loopPrompts = (Messages: readonly Json[], more: Readonly<Record<string, Json>> = {}) =>
  action(
    "loop prompts",
    "MessageParticipantIteratively",
    { Messages: [...Messages], ...more },
    "InterruptFrequencySeconds" in more
      ? {
          Conditions: equals({ MessagesInterrupted: "offer" }),
          NextAction: "end",
          Errors: errors(failing("end")),
        }
      : {},
  );

const SETTINGS = {
  InputParameters: [],
  OutputParameters: [],
  Transitions: [
    { DisplayName: "Success", ReferenceName: "Success", Description: "" },
    { DisplayName: "Error", ReferenceName: "Error", Description: "" },
  ],
};

/** Flows as AWS's sample and default flows are, and others of public exports: nothing in them is wrong. */
const RIGHT: Readonly<Record<string, readonly [FlowType, readonly Action[], object?]>> = {
  "the default customer hold": ["CUSTOMER_HOLD", [loopPrompts([{ PromptId: PROMPT }])]],
  "the default agent hold": ["AGENT_HOLD", [loopPrompts([{ Text: "You are on hold." }])]],
  "the default customer queue": [
    "CUSTOMER_QUEUE",
    [loopPrompts([{ Text: "Thank you for waiting." }, { PromptId: PROMPT }])],
  ],
  "the default agent whisper": ["AGENT_WHISPER", [say("name", "$.Queue.Name", "end"), end]],
  "the default customer whisper": [
    "CUSTOMER_WHISPER",
    [block("beep", "MessageParticipant", { PromptId: PROMPT }, "end", {}, failing("end")), end],
  ],
  "the default outbound": [
    "OUTBOUND_WHISPER",
    [
      say("hello", "This call may be recorded.", "record"),
      block(
        "record",
        "UpdateContactRecordingBehavior",
        { RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } },
        "end",
      ),
      end,
    ],
  ],
  "the default agent transfer": [
    "AGENT_TRANSFER",
    [say("wait", "Transferring now.", "agent"), action("agent", "TransferContactToAgent")],
  ],
  "the default queue transfer": [
    "QUEUE_TRANSFER",
    [
      block(
        "staffed",
        "CheckMetricData",
        { MetricType: "NumberOfAgentsAvailable" },
        "bye",
        {},
        { NoMatchingCondition: "bye", NoMatchingError: "bye" },
      ),
      transfer("transfer"),
      bye,
    ].map((each) =>
      each.Identifier === "staffed"
        ? {
            ...each,
            Transitions: {
              ...each.Transitions,
              Conditions: [
                {
                  NextAction: "transfer",
                  Condition: { Operator: "NumberGreaterThan", Operands: ["0"] },
                },
              ],
            },
          }
        : each,
    ),
  ],
  "an interruptible queue with a callback": [
    "CUSTOMER_QUEUE",
    [
      loopPrompts([{ Text: "Please hold." }, { PromptId: PROMPT }], {
        InterruptFrequencySeconds: "30",
      }),
      menu("offer", "Press 1 to be called back.", { "1": "number" }, "end"),
      block(
        "number",
        "UpdateContactCallbackNumber",
        { CallbackNumber: "$.CustomerEndpoint.Address" },
        "callback",
        {},
        { InvalidCallbackNumber: "end", CallbackNumberNotDialable: "end" },
      ),
      block(
        "callback",
        "CreateCallbackContact",
        { InitialCallDelaySeconds: "5", MaximumConnectionAttempts: "2", RetryDelaySeconds: "600" },
        "thanks",
        {},
        failing("end"),
      ),
      say("thanks", "We call you back.", "bye"),
      end,
      bye,
    ],
  ],
  "a callback to a number that was keyed in": [
    "CONTACT_FLOW",
    [
      store(
        "ask",
        {
          Text: "Your number?",
          InputValidation: { PhoneNumberValidation: { NumberFormat: "Local", CountryCode: "US" } },
        },
        "allowed",
        { InvalidPhoneNumber: "bye" },
      ),
      action(
        "allowed",
        "Compare",
        { ComparisonValue: "$.StoredCustomerInput" },
        {
          NextAction: "bye",
          Conditions: [
            {
              NextAction: "number",
              Condition: { Operator: "TextStartsWith", Operands: ["+1302"] },
            },
          ],
          Errors: errors({ NoMatchingCondition: "bye" }),
        },
      ),
      block(
        "number",
        "UpdateContactCallbackNumber",
        { CallbackNumber: "$.StoredCustomerInput" },
        "queue",
        {},
        { InvalidCallbackNumber: "bye", CallbackNumberNotDialable: "bye" },
      ),
      queue("queue", "callback"),
      block(
        "callback",
        "CreateCallbackContact",
        { InitialCallDelaySeconds: "5", MaximumConnectionAttempts: "1", RetryDelaySeconds: "600" },
        "bye",
        {},
        failing("bye"),
      ),
      bye,
    ],
  ],
  "a disconnect flow of a chat": [
    "CONTACT_FLOW",
    [
      compare("channel", "$.Channel", { CHAT: "wait" }, "bye"),
      block(
        "wait",
        "Wait",
        { TimeLimitSeconds: "900", Events: ["CustomerReturned"] },
        "bye",
        { WaitCompleted: "bye", CustomerReturned: "queue" },
        { NoMatchingError: "bye", ParticipantNotFound: "bye" },
      ),
      queue("queue", "transfer"),
      transfer("transfer"),
      bye,
    ],
  ],
  "an A/B test": [
    "CONTACT_FLOW",
    [
      action(
        "share",
        "DistributeByPercentage",
        {},
        {
          NextAction: "two",
          Conditions: [
            { NextAction: "one", Condition: { Operator: "NumberLessThan", Operands: ["51"] } },
          ],
          Errors: errors({ NoMatchingCondition: "two" }),
        },
      ),
      say("one", "This is the one.", "bye"),
      say("two", "This is the other.", "bye"),
      bye,
    ],
  ],
  "a Lex bot with intents": [
    "CONTACT_FLOW",
    [
      block(
        "bot",
        "ConnectParticipantWithLexBot",
        {
          Text: "How can I help?",
          LexV2Bot: { AliasArn: BOT },
          LexSessionAttributes: { "x-amz-lex:audio:max-length-ms:*:*": "8000" },
        },
        "bye",
        { Agent: "queue", FallbackIntent: "bye" },
        { NoMatchingCondition: "bye", NoMatchingError: "bye", InputTimeLimitExceeded: "bye" },
      ),
      queue("queue", "transfer"),
      transfer("transfer"),
      bye,
    ],
  ],
  "a function whose answer is spoken": [
    "CONTACT_FLOW",
    [
      invoke("look up", "hello", {
        LambdaInvocationAttributes: { number: "$.CustomerEndpoint.Address" },
        ResponseValidation: { ResponseType: "JSON" },
      }),
      block(
        "hello",
        "MessageParticipant",
        { SSML: "<speak>Hello $.External.customer.name<break time='300ms'/></speak>" },
        "keep",
        {},
        failing("keep"),
      ),
      block(
        "keep",
        "UpdateContactAttributes",
        { Attributes: { tier: "$.External.customer.tier" }, TargetContact: "Current" },
        "bye",
        {},
        failing("bye"),
      ),
      bye,
    ],
  ],
  "a function that isn't waited for": [
    "CONTACT_FLOW",
    [invoke("log", "bye", { InvocationType: "ASYNCHRONOUS" }), bye],
  ],
  "secure input": [
    "CONTACT_FLOW",
    [
      store(
        "card",
        {
          Text: "Your card's number?",
          InputValidation: { CustomValidation: { MaximumLength: "20" } },
          InputEncryption: {
            EncryptionKeyId: ID,
            Key: "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----",
          },
          DTMFConfiguration: {
            InputTerminationSequence: "#",
            DisableCancelKey: "True",
            InterdigitTimeLimitSeconds: "5",
          },
        },
        "kept",
      ),
      block(
        "kept",
        "UpdateContactAttributes",
        { Attributes: { EncryptedCreditCard: "$.StoredCustomerInput" } },
        "bye",
        {},
        failing("bye"),
      ),
      bye,
    ],
  ],
  "whisper, hold and queue flows that are set": [
    "CONTACT_FLOW",
    [
      hook("whisper", "AgentWhisper", "hold"),
      hook("hold", "CustomerHold", "in queue"),
      hook("in queue", "CustomerQueue", "remaining"),
      hook("remaining", "CustomerRemaining", "guide"),
      hook("guide", "DefaultAgentUI", "queue"),
      queue("queue", "transfer"),
      transfer("transfer"),
      bye,
    ],
  ],
  "hours and staffing of a named queue": [
    "CONTACT_FLOW",
    [
      queue("queue", "hours"),
      block(
        "hours",
        "CheckHoursOfOperation",
        { HoursOfOperationId: HOURS },
        "bye",
        { True: "transfer", False: "bye" },
        failing("bye"),
      ),
      transfer("transfer"),
      bye,
    ],
  ],
  "priority, metrics and a decision": [
    "CONTACT_FLOW",
    [
      block("priority", "UpdateContactRoutingBehavior", { QueuePriority: "1" }, "metrics"),
      block(
        "metrics",
        "GetMetricData",
        { QueueId: QUEUE, QueueChannel: "Voice" },
        "long",
        {},
        failing("bye"),
      ),
      action(
        "long",
        "Compare",
        { ComparisonValue: "$.Metrics.Queue.OldestContactAge" },
        {
          NextAction: "queue",
          Conditions: [
            {
              NextAction: "sorry",
              Condition: { Operator: "NumberGreaterThan", Operands: ["300"] },
            },
          ],
          Errors: errors({ NoMatchingCondition: "queue" }),
        },
      ),
      say("sorry", "It takes long today.", "queue"),
      queue("queue", "transfer"),
      transfer("transfer"),
      bye,
    ],
  ],
  "a task that is made": [
    "CONTACT_FLOW",
    [
      block(
        "task",
        "CreateTask",
        {
          Name: "Call back",
          Description: "$.CustomerEndpoint.Address",
          ContactFlowId: FLOW,
          References: { Site: { Type: "URL", Value: "https://example.com" } },
          Attributes: { from: "menu" },
        },
        "bye",
        {},
        failing("bye"),
      ),
      bye,
    ],
  ],
  "a flow of tasks that waits": [
    "CONTACT_FLOW",
    [
      block(
        "wait",
        "Wait",
        { TimeLimitSeconds: "3600" },
        "bye",
        { WaitCompleted: "queue" },
        failing("bye"),
      ),
      compare("channel", "$.Channel", { TASK: "wait" }, "bye"),
      queue("queue", "transfer"),
      transfer("transfer"),
      bye,
    ],
    { StartAction: "channel" },
  ],
  "a guide with AWS's own view": [
    "CONTACT_FLOW",
    [
      block(
        "view",
        "ShowView",
        {
          ViewResource: { Id: "form", Version: "1" },
          InvocationTimeLimitSeconds: "400",
          ViewData: { Heading: "Hello" },
          SensitiveDataConfiguration: { HideResponseOn: ["TRANSCRIPT"] },
        },
        "bye",
        { Submit: "again" },
        { NoMatchingCondition: "bye", NoMatchingError: "bye", TimeLimitExceeded: "bye" },
      ),
      say("again", "$.Views.ViewResultData.name", "bye"),
      bye,
    ],
  ],
  "a profile that is looked for": [
    "CONTACT_FLOW",
    [
      block(
        "profile",
        "GetCustomerProfile",
        {
          ProfileRequestData: {
            IdentifierName: "_phone",
            IdentifierValue: "$.CustomerEndpoint.Address",
          },
          ProfileResponseData: ["FirstName"],
        },
        "hello",
        {},
        { MultipleFoundError: "bye", NoneFoundError: "bye", NoMatchingError: "bye" },
      ),
      say("hello", "Hello $.Customer.FirstName", "bye"),
      bye,
    ],
  ],
  "a case that is made": [
    "CONTACT_FLOW",
    [
      block(
        "case",
        "CreateCase",
        { LinkContactToCase: "true", CaseTemplateId: ID, CaseRequestFields: { title: "Call" } },
        "bye",
        {},
        { ContactNotLinked: "bye", NoMatchingError: "bye" },
      ),
      bye,
    ],
  ],
  "a module that is invoked": [
    "CONTACT_FLOW",
    [block("module", "InvokeFlowModule", { FlowModuleId: MODULE }, "bye", {}, failing("bye")), bye],
  ],
  "a module with custom exits, as its caller has it": [
    "CONTACT_FLOW",
    [
      block(
        "module",
        "InvokeFlowModule",
        { FlowModuleId: `${MODULE}:live`, Input: { account: "$.Attributes.account" } },
        "bye",
        { Found: "hello", Missing: "bye" },
        { NoMatchingCondition: "bye", NoMatchingError: "bye" },
      ),
      say("hello", "Welcome back.", "bye"),
      bye,
      block(
        "set",
        "UpdateContactAttributes",
        { Attributes: { account: "1" } },
        "module",
        {},
        failing("module"),
      ),
    ],
    { StartAction: "set" },
  ],
  "a module with inputs and outputs": [
    "MODULE",
    [
      say("hello", "Hello $.Modules.Input.name", "return"),
      block("return", "EndFlowModuleExecution", { Result: "Found", ResultData: { account: "1" } }),
    ],
    { Settings: { ...SETTINGS, InputParameters: [{ Name: "name", Type: "String" }] } },
  ],
  "a module that only transfers": [
    "MODULE",
    [queue("queue", "transfer"), transfer("transfer"), bye],
    { Settings: SETTINGS },
  ],
  "attributes of the flow": [
    "CONTACT_FLOW",
    [
      block(
        "set",
        "UpdateFlowAttributes",
        { FlowAttributes: { tries: { Value: "1" } } },
        "say",
        {},
        failing("say"),
      ),
      say("say", "Try $.FlowAttributes.tries", "bye"),
      bye,
    ],
  ],
  "a transfer to a number that comes back": [
    "CONTACT_FLOW",
    [
      block(
        "call",
        "TransferParticipantToThirdParty",
        {
          ThirdPartyPhoneNumber: "+13025550123",
          ThirdPartyConnectionTimeLimitSeconds: "30",
          ContinueFlowExecution: "True",
          ThirdPartyDTMFDigits: "1,,2",
        },
        "bye",
        {},
        { CallFailed: "bye", ConnectionTimeLimitExceeded: "bye", NoMatchingError: "bye" },
      ),
      bye,
    ],
  ],
  "voice, logging, language and tags": [
    "CONTACT_FLOW",
    [
      block("log", "UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "Enabled" }, "voice"),
      block(
        "voice",
        "UpdateContactTextToSpeechVoice",
        { TextToSpeechVoice: "Lupe", TextToSpeechEngine: "Neural", TextToSpeechStyle: "None" },
        "language",
        {},
        failing("language"),
      ),
      block("language", "UpdateContactData", { LanguageCode: "es-US" }, "tag", {}, failing("tag")),
      block("tag", "TagContact", { Tags: { department: "sales" } }, "bye", {}, failing("bye")),
      bye,
    ],
  ],
  "media streaming of the customer": [
    "CONTACT_FLOW",
    [
      block(
        "stream",
        "UpdateContactMediaStreamingBehavior",
        {
          MediaStreamingState: "Enabled",
          Participants: [{ ParticipantType: "Customer", MediaDirections: ["To", "From"] }],
          MediaStreamType: "Audio",
        },
        "bye",
        {},
        failing("bye"),
      ),
      bye,
    ],
  ],
};

describe("The lint of flows without a fault", () => {
  it("has nothing to say of a voice that became a standard one", () => {
    const parameters = { TextToSpeechVoice: "Kevin", TextToSpeechEngine: "Standard" };
    const set = block(
      "set",
      "UpdateContactTextToSpeechVoice",
      parameters,
      "bye",
      {},
      failing("bye"),
    );
    const content = JSON.stringify({
      Version: "2019-10-30",
      StartAction: "set",
      Actions: [set, bye],
    });
    expect(lintFlow(content, { type: "CONTACT_FLOW", origin: "exported" })).to.deep.equal([]);
  });

  for (const [what, [type, Actions, more]] of Object.entries(RIGHT)) {
    it(`has nothing to say of ${what}`, () => {
      const flow = {
        Version: "2019-10-30",
        StartAction: Actions[0]?.Identifier,
        Actions,
        ...more,
      };
      expect(lintFlow(JSON.stringify(flow), { type, origin: "exported" })).to.deep.equal([]);
    });
  }
});
