import { expect } from "chai";

import type { Action } from "../../../contact-flow/flow";
import type { Json } from "../../../contact-flow/json";
import { type Finding, lintFlow } from "../../../contact-flow/lint";
import { action, equals, errors } from "../flows";

const INSTANCE =
  "arn:aws:connect:us-east-1:111122223333:instance/11111111-1111-4111-8111-111111111111";
const ID = "22222222-2222-4222-8222-222222222222";
const LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:lookup";
const failing = (id: string) => errors({ NoMatchingError: id });

/** A flow as an export has it, without a fault: greeting, function, menu, queue. */
const good = (): Record<string, Action> => ({
  hello: action(
    "hello",
    "MessageParticipant",
    { Text: "Welcome." },
    { NextAction: "lookup", Errors: failing("lookup") },
  ),
  lookup: action(
    "lookup",
    "InvokeLambdaFunction",
    { LambdaFunctionARN: LAMBDA, InvocationTimeLimitSeconds: "8" },
    { NextAction: "vip", Errors: failing("menu") },
  ),
  vip: action(
    "vip",
    "Compare",
    { ComparisonValue: "$.External.vip" },
    {
      NextAction: "menu",
      Conditions: equals({ yes: "queue" }),
      Errors: errors({ NoMatchingCondition: "menu" }),
    },
  ),
  menu: action(
    "menu",
    "GetParticipantInput",
    { Text: "Press 1 for sales.", StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      NextAction: "again",
      Conditions: equals({ "1": "queue" }),
      Errors: errors({
        InputTimeLimitExceeded: "again",
        NoMatchingCondition: "again",
        NoMatchingError: "bye",
      }),
    },
  ),
  again: action(
    "again",
    "Loop",
    { LoopCount: "2" },
    { NextAction: "bye", Conditions: equals({ ContinueLooping: "menu", DoneLooping: "bye" }) },
  ),
  queue: action(
    "queue",
    "UpdateContactTargetQueue",
    { QueueId: `${INSTANCE}/queue/${ID}` },
    { NextAction: "hours", Errors: failing("bye") },
  ),
  hours: action(
    "hours",
    "CheckHoursOfOperation",
    {},
    {
      NextAction: "bye",
      Conditions: equals({ True: "transfer", False: "bye" }),
      Errors: failing("bye"),
    },
  ),
  transfer: action(
    "transfer",
    "TransferContactToQueue",
    {},
    { NextAction: "bye", Errors: errors({ QueueAtCapacity: "bye", NoMatchingError: "bye" }) },
  ),
  bye: action("bye", "DisconnectParticipant"),
});

const at = (id: string): number => Object.keys(good()).indexOf(id);
const inside = (id: string, rest: string): string => `Actions[${at(id)}].${rest}`;

type Patch = (actions: Record<string, Action>) => void;

const lint = (actions: Record<string, Action>, more: object = {}): Finding[] =>
  lintFlow(
    JSON.stringify({
      Version: "2019-10-30",
      StartAction: "hello",
      Actions: Object.values(actions),
      ...more,
    }),
    { type: "CONTACT_FLOW", origin: "exported" },
  );

const patched = (patch: Patch): Finding[] => {
  const actions = good();
  patch(actions);
  return lint(actions);
};

function actionOf(actions: Readonly<Record<string, Action>>, id: string): Action {
  const found = actions[id];
  if (found === undefined) throw new Error(`no action ${id}`);
  return found;
}

/** Parameters of an action, changed. */
const given =
  (id: string, parameters: Readonly<Record<string, unknown>>): Patch =>
  (actions) => {
    const before = actionOf(actions, id);
    actions[id] = {
      ...before,
      Parameters: { ...before.Parameters, ...(parameters as Record<string, Json>) },
    };
  };

/** Transitions of an action, changed. */
const leading =
  (id: string, transitions: object): Patch =>
  (actions) => {
    const before = actionOf(actions, id);
    actions[id] = { ...before, Transitions: { ...before.Transitions, ...transitions } };
  };

/** Another action in the greeting's place. */
const greeting =
  (Type: string, parameters: Readonly<Record<string, unknown>>, more: object = {}): Patch =>
  (actions) => {
    actions.hello = {
      ...actionOf(actions, "hello"),
      Type,
      Parameters: parameters as Record<string, Json>,
      ...more,
    };
  };

const both =
  (...patches: readonly Patch[]): Patch =>
  (actions) => {
    patches.forEach((patch) => {
      patch(actions);
    });
  };

const compare = (value: string, operator: string, operand: string): Patch =>
  both(
    given("vip", { ComparisonValue: value }),
    leading("vip", {
      Conditions: [{ NextAction: "queue", Condition: { Operator: operator, Operands: [operand] } }],
    }),
  );

const setLanguage = (LanguageCode: string): Patch =>
  greeting("UpdateContactData", { LanguageCode });
const setVoice = (TextToSpeechVoice: string, more: object = {}): Patch =>
  greeting("UpdateContactTextToSpeechVoice", { TextToSpeechVoice, ...more });
const attributes = (Attributes: Readonly<Record<string, unknown>>): Patch =>
  greeting("UpdateContactAttributes", { Attributes });
const ssml = (SSML: string): Patch => greeting("MessageParticipant", { SSML });

/** What people get wrong: the rule that finds it, and where. */
const MISTAKES: Readonly<Record<string, readonly [Patch, string, string]>> = {
  "a block of an unknown type": [
    greeting("PlayMessage", { Text: "Hi" }),
    "action-type",
    inside("hello", "Type"),
  ],
  "a queue that is set without an error branch": [
    leading("queue", { Errors: [] }),
    "missing-error",
    inside("queue", "Transitions.Errors"),
  ],
  "a menu without a branch for silence": [
    leading("menu", { Errors: errors({ NoMatchingCondition: "again", NoMatchingError: "bye" }) }),
    "missing-error",
    inside("menu", "Transitions.Errors"),
  ],
  "a transfer without a branch for a full queue": [
    leading("transfer", { Errors: failing("bye") }),
    "missing-error",
    inside("transfer", "Transitions.Errors"),
  ],
  "an error that the block doesn't know": [
    leading("queue", { Errors: errors({ NoMatchingError: "bye", QueueAtCapacity: "bye" }) }),
    "unknown-error",
    inside("queue", "Transitions.Errors[1]"),
  ],
  "one error twice": [
    leading("queue", { Errors: [...(failing("bye") ?? []), ...(failing("menu") ?? [])] }),
    "duplicate-error",
    inside("queue", "Transitions.Errors[1]"),
  ],
  "a boolean in place of a text": [
    given("menu", { StoreInput: false }),
    "parameter-value",
    inside("menu", "Parameters.StoreInput"),
  ],
  "a limit of no seconds": [
    given("menu", { InputTimeLimitSeconds: "0" }),
    "parameter-value",
    inside("menu", "Parameters.InputTimeLimitSeconds"),
  ],
  "a transition to nowhere": [
    leading("hello", { NextAction: "lokup" }),
    "next-action-target",
    inside("hello", "Transitions.NextAction"),
  ],
  "an identifier twice": [
    (actions) => {
      actions.again = { ...actionOf(actions, "again"), Identifier: "menu" };
    },
    "duplicate-identifier",
    inside("again", "Identifier"),
  ],
  "a function that may take ten seconds": [
    given("lookup", { InvocationTimeLimitSeconds: "10" }),
    "parameter-value",
    inside("lookup", "Parameters.InvocationTimeLimitSeconds"),
  ],
  "more rounds than Loop can count": [
    given("again", { LoopCount: "101" }),
    "parameter-value",
    inside("again", "Parameters.LoopCount"),
  ],
  "a comparison without $": [
    given("vip", { ComparisonValue: "Attributes.vip" }),
    "parameter-value",
    inside("vip", "Parameters.ComparisonValue"),
  ],
  "a comparison of something that no flow knows": [
    given("vip", { ComparisonValue: "$.Atributes.vip" }),
    "parameter-value",
    inside("vip", "Parameters.ComparisonValue"),
  ],
  "a comparison in lower case": [
    compare("$.External.vip", "equals", "yes"),
    "conditions",
    inside("vip", "Transitions.Conditions[0].Condition.Operator"),
  ],
  "a menu that compares numbers": [
    leading("menu", {
      Conditions: [
        { NextAction: "queue", Condition: { Operator: "NumberGreaterThan", Operands: ["1"] } },
      ],
    }),
    "conditions",
    inside("menu", "Transitions.Conditions[0].Condition.Operator"),
  ],
  "a tag that isn't closed": [
    ssml('<speak>Hi <break time="1s">there</speak>'),
    "ssml",
    inside("hello", "Parameters.SSML"),
  ],
  "SSML without speak": [ssml("<p>Hi</p>"), "ssml", inside("hello", "Parameters.SSML")],
  "plain text as SSML": [ssml("Hi there"), "ssml", inside("hello", "Parameters.SSML")],
  "an ampersand in SSML": [
    ssml("<speak>Smith & Sons</speak>"),
    "ssml",
    inside("hello", "Parameters.SSML"),
  ],
  "broken SSML in a text": [
    greeting("MessageParticipant", { Text: "<speak>Hi <prosody>there</speak>" }),
    "ssml",
    inside("hello", "Parameters.Text"),
  ],
  "a tag that no voice knows": [
    ssml("<speak><bold>Hi</bold></speak>"),
    "ssml-tag",
    inside("hello", "Parameters.SSML"),
  ],
  "a pause of a minute": [
    ssml('<speak>Hi<break time="60s"/></speak>'),
    "ssml-value",
    inside("hello", "Parameters.SSML"),
  ],
  "input that nobody has stored": [
    given("vip", { ComparisonValue: "$.StoredCustomerInput" }),
    "unset-value",
    inside("vip", "Parameters.ComparisonValue"),
  ],
  "a function's answer before the function": [
    greeting("MessageParticipant", { Text: "Hello $.External.name" }),
    "unset-value",
    inside("hello", "Parameters.Text"),
  ],
  "a key twice": [
    (actions) => {
      leading("menu", {
        Conditions: [
          ...(actions.menu?.Transitions.Conditions ?? []),
          ...(equals({ "1": "bye" }) ?? []),
        ],
      })(actions);
    },
    "duplicate-condition",
    inside("menu", "Transitions.Conditions[1].Condition.Operands[0]"),
  ],
  "a wider threshold first": [
    leading("vip", {
      Conditions: ["50", "5"].map((operand) => ({
        NextAction: "queue",
        Condition: { Operator: "NumberLessThan", Operands: [operand] },
      })),
    }),
    "unreachable-condition",
    inside("vip", "Transitions.Conditions[1].Condition.Operands[0]"),
  ],
  "a wider beginning first": [
    leading("vip", {
      Conditions: ["+1", "+1302"].map((operand) => ({
        NextAction: "queue",
        Condition: { Operator: "TextStartsWith", Operands: [operand] },
      })),
    }),
    "unreachable-condition",
    inside("vip", "Transitions.Conditions[1].Condition.Operands[0]"),
  ],
  "a prompt in place of a queue": [
    given("queue", { QueueId: `${INSTANCE}/prompt/${ID}` }),
    "reference-kind",
    inside("queue", "Parameters.QueueId"),
  ],
  "a queue in place of hours": [
    given("hours", { HoursOfOperationId: `${INSTANCE}/queue/${ID}` }),
    "reference-kind",
    inside("hours", "Parameters.HoursOfOperationId"),
  ],
  "a queue in place of a prompt": [
    greeting("MessageParticipant", { PromptId: `${INSTANCE}/queue/${ID}` }),
    "reference-kind",
    inside("hello", "Parameters.PromptId"),
  ],
  "a function in place of a flow": [
    greeting("TransferToFlow", { ContactFlowId: LAMBDA }),
    "reference-kind",
    inside("hello", "Parameters.ContactFlowId"),
  ],
  "a flow in place of a function": [
    given("lookup", { LambdaFunctionARN: `${INSTANCE}/contact-flow/${ID}` }),
    "reference-kind",
    inside("lookup", "Parameters.LambdaFunctionARN"),
  ],
  "a module in place of a flow": [
    greeting("UpdateContactEventHooks", {
      EventHooks: { CustomerQueue: `${INSTANCE}/flow-module/${ID}` },
    }),
    "reference-kind",
    inside("hello", "Parameters.EventHooks.CustomerQueue"),
  ],
  "ids of two instances": [
    given("hours", {
      HoursOfOperationId: `${INSTANCE.replace("11111111-", "33333333-")}/operating-hours/${ID}`,
    }),
    "two-instances",
    inside("hours", "Parameters.HoursOfOperationId"),
  ],
  "a function by its name": [
    given("lookup", { LambdaFunctionARN: "lookup" }),
    "reference",
    inside("lookup", "Parameters.LambdaFunctionARN"),
  ],
  "a queue by its name": [
    given("queue", { QueueId: "BasicQueue" }),
    "reference",
    inside("queue", "Parameters.QueueId"),
  ],
  "a number without a country": [
    greeting("TransferParticipantToThirdParty", {
      ThirdPartyPhoneNumber: "3025550123",
      ThirdPartyConnectionTimeLimitSeconds: "30",
      ContinueFlowExecution: "False",
    }),
    "destination",
    inside("hello", "Parameters.ThirdPartyPhoneNumber"),
  ],
  "a number that the caller may choose": [
    greeting("TransferParticipantToThirdParty", {
      ThirdPartyPhoneNumber: "$.Attributes.number",
      ThirdPartyConnectionTimeLimitSeconds: "30",
      ContinueFlowExecution: "False",
    }),
    "dial-target",
    inside("hello", "Parameters.ThirdPartyPhoneNumber"),
  ],
  "a voice in lower case": [
    setVoice("joanna"),
    "voice",
    inside("hello", "Parameters.TextToSpeechVoice"),
  ],
  "a voice that doesn't exist": [
    setVoice("Johanna"),
    "voice",
    inside("hello", "Parameters.TextToSpeechVoice"),
  ],
  "an engine that doesn't exist": [
    setVoice("Joanna", { TextToSpeechEngine: "Turbo" }),
    "voice",
    inside("hello", "Parameters.TextToSpeechEngine"),
  ],
  "a menu that comes back to itself where it fails": [
    leading("menu", {
      Errors: errors({
        InputTimeLimitExceeded: "again",
        NoMatchingCondition: "again",
        NoMatchingError: "menu",
      }),
    }),
    "endless-retry",
    inside("menu", "Transitions.Errors[2]"),
  ],
  "a menu that comes back to itself where nobody presses a key": [
    leading("menu", {
      Errors: errors({
        InputTimeLimitExceeded: "menu",
        NoMatchingCondition: "again",
        NoMatchingError: "bye",
      }),
    }),
    "endless-silence",
    `Actions[${at("menu")}]`,
  ],
  "a full queue that is tried for ever": [
    both(
      leading("transfer", {
        NextAction: "busy",
        Errors: errors({ QueueAtCapacity: "busy", NoMatchingError: "bye" }),
      }),
      (actions) => {
        actions.busy = action(
          "busy",
          "MessageParticipant",
          { Text: "All lines are busy." },
          { NextAction: "transfer", Errors: failing("bye") },
        );
      },
    ),
    "endless-retry",
    inside("transfer", "Transitions.Errors[0]"),
  ],
  "a prompt that is heard for ever": [
    leading("hello", { NextAction: "hello" }),
    "endless-prompt",
    `Actions[${at("hello")}]`,
  ],
  "a language with an underscore": [
    setLanguage("en_US"),
    "language",
    inside("hello", "Parameters.LanguageCode"),
  ],
  "a language in one case": [
    setLanguage("en-us"),
    "language",
    inside("hello", "Parameters.LanguageCode"),
  ],
  "a language that doesn't exist": [
    setLanguage("xx-US"),
    "language",
    inside("hello", "Parameters.LanguageCode"),
  ],
  "an object as an attribute": [
    attributes({ tier: { level: "gold" } }),
    "parameter-value",
    inside("hello", "Parameters.Attributes.tier"),
  ],
  "a boolean as an attribute": [
    attributes({ tier: true }),
    "parameter-value",
    inside("hello", "Parameters.Attributes.tier"),
  ],
  "nothing as an attribute": [
    attributes({ tier: null }),
    "parameter-value",
    inside("hello", "Parameters.Attributes.tier"),
  ],
  "an empty attribute": [
    attributes({ tier: "" }),
    "empty-value",
    inside("hello", "Parameters.Attributes.tier"),
  ],
  "a typing error in a text's JSONPath": [
    greeting("MessageParticipant", { Text: "Hello $.Atributes.name" }),
    "json-path",
    inside("hello", "Parameters.Text"),
  ],
  "a JSONPath in lower case": [
    attributes({ number: "$.customerEndpoint.Address" }),
    "json-path",
    inside("hello", "Parameters.Attributes.number"),
  ],
  "a JSONPath to a field that isn't there": [
    attributes({ number: "$.CustomerEndpoint.Adress" }),
    "json-path",
    inside("hello", "Parameters.Attributes.number"),
  ],
  "a number that is compared with words": [
    compare("$.External.vip", "NumberGreaterThan", "ten"),
    "number-comparison",
    inside("vip", "Transitions.Conditions[0].Condition.Operands"),
  ],
  "a channel in small letters": [
    compare("$.Channel", "Equals", "Voice"),
    "impossible-value",
    inside("vip", "Transitions.Conditions[0].Condition.Operands"),
  ],
  "a parameter that is misspelt": [
    given("menu", { InputTimeLimitSecond: "5" }),
    "unknown-parameter",
    inside("menu", "Parameters.InputTimeLimitSecond"),
  ],
  "a prompt that says nothing": [
    greeting("MessageParticipant", { Text: " " }),
    "blank-text",
    inside("hello", "Parameters.Text"),
  ],
  "a card's number as an attribute": [
    attributes({ creditCardNumber: "$.StoredCustomerInput" }),
    "personal-data",
    inside("hello", "Parameters.Attributes.creditCardNumber"),
  ],
  "a key that is offered and leads nowhere": [
    given("menu", { Text: "Press 1 for sales or 2 for service." }),
    "menu-key-nowhere",
    inside("menu", "Parameters.Text"),
  ],
  "a queue that nothing has set": [
    leading("vip", { Conditions: equals({ yes: "transfer" }) }),
    "queue-not-set",
    `Actions[${at("transfer")}]`,
  ],
  "an end that goes on": [
    leading("bye", { NextAction: "hello" }),
    "terminal-transitions",
    inside("bye", "Transitions"),
  ],
  "markup in a text": [
    given("menu", { Text: "Press <b>1</b> for sales." }),
    "markup-in-text",
    inside("menu", "Parameters.Text"),
  ],
  "a queue's ARN that was cut": [
    given("queue", { QueueId: `${INSTANCE}/queue/${ID}`.slice(0, -4) }),
    "malformed-arn",
    inside("queue", "Parameters.QueueId"),
  ],
  "a function's ARN without an account": [
    given("lookup", { LambdaFunctionARN: LAMBDA.replace("111122223333", "") }),
    "malformed-arn",
    inside("lookup", "Parameters.LambdaFunctionARN"),
  ],
  "an attribute's name with a dot": [
    attributes({ "customer.tier": "gold" }),
    "attribute-name",
    inside("hello", "Parameters.Attributes"),
  ],
  "open and closed that are swapped": [
    leading("hours", { Conditions: equals({ True: "bye", False: "transfer" }) }),
    "hours-reversed",
    inside("hours", "Transitions.Conditions"),
  ],
  "two ways to say something": [
    greeting("MessageParticipant", { Text: "Hi", SSML: "<speak>Hi</speak>" }),
    "exclusive-parameters",
    inside("hello", "Parameters"),
  ],
};

describe("The lint of an export", () => {
  it("has nothing to say of a flow without a fault", () => {
    expect(lint(good())).to.deep.equal([]);
  });

  for (const [mistake, [patch, rule, path]] of Object.entries(MISTAKES)) {
    it(`finds ${mistake}, and says where and what to do`, () => {
      const findings = patched(patch);
      const found = findings.find((each) => each.rule === rule && each.path === path);
      expect(found, JSON.stringify(findings, undefined, 1)).to.not.equal(undefined);
      expect(found?.fix?.length).to.be.greaterThan(10);
    });
  }

  it("tells no mistake twice", () => {
    for (const [mistake, [patch]] of Object.entries(MISTAKES)) {
      const told = patched(patch).map(({ rule, path }) => `${rule} ${path ?? ""}`);
      expect(new Set(told).size, mistake).to.equal(told.length);
    }
  });

  it("tells one mistake that two rules could find once", () => {
    const once: Readonly<Record<string, Patch>> = {
      "an identifier that should have been another's": (actions) => {
        actions.vip = { ...actionOf(actions, "vip"), Identifier: "menu" };
      },
      "broken SSML in a text": greeting("MessageParticipant", { Text: "<speak>Hi<p></speak>" }),
      "an odd tag in a text": greeting("MessageParticipant", { Text: "<speak><b>Hi</b></speak>" }),
      "an attribute of SSML without quotes": ssml("<speak>Hi<break time=1s/></speak>"),
      "a key that no telephone has": leading("menu", { Conditions: equals({ "10": "queue" }) }),
      "hours in small letters": leading("hours", {
        Conditions: equals({ true: "transfer", False: "bye" }),
      }),
      "an error in small letters": leading("hello", {
        Errors: errors({ noMatchingError: "lookup" }),
      }),
      "a queue that is set nowhere": (actions) => {
        actions.queue = action(
          "queue",
          "UpdateContactData",
          { LanguageCode: "en-US" },
          { NextAction: "hours", Errors: failing("bye") },
        );
      },
      "half of a function's ARN": given("lookup", {
        LambdaFunctionARN: LAMBDA.replace("function:", ""),
      }),
    };
    for (const [mistake, patch] of Object.entries(once)) {
      expect(patched(patch), mistake).to.have.length(1);
    }
  });

  it("says how a name was probably meant", () => {
    const words = (patch: Patch) => JSON.stringify(patched(patch));
    expect(words(setVoice("joanna"))).to.include('did you mean \\"Joanna\\"');
    expect(words(setLanguage("en_US"))).to.include('did you mean \\"en-US\\"');
    expect(words(leading("hello", { NextAction: "lokup" }))).to.include(
      'did you mean \\"lookup\\"',
    );
    expect(words(given("menu", { InputTimeLimitSecond: "5" }))).to.include(
      'did you mean \\"InputTimeLimitSeconds\\"',
    );
    expect(words(greeting("MessageParticipant", { Text: "Hello $.Atributes.name" }))).to.include(
      'did you mean \\"Attributes\\"',
    );
    expect(words(greeting("MesageParticipant", { Text: "Hi" }))).to.include(
      "write MessageParticipant",
    );
  });

  it("takes what is right, however odd it looks", () => {
    const right: Readonly<Record<string, Patch>> = {
      "an ampersand outside of SSML": greeting("MessageParticipant", {
        Text: "Smith & Sons, 5 < 6",
      }),
      "a price": greeting("MessageParticipant", { Text: "It costs $5.00, or $.50 for members." }),
      "a limit as a number": given("menu", { InputTimeLimitSeconds: 5 }),
      "an Arabic voice's language": setLanguage("arb"),
      "a language without a country": setLanguage("de"),
      "a generative voice": setVoice("Ruth", { TextToSpeechEngine: "generative" }),
      "an attribute that a function names": both(
        greeting("InvokeLambdaFunction", {
          LambdaFunctionARN: LAMBDA,
          InvocationTimeLimitSeconds: "8",
        }),
        (actions) => {
          actions.lookup = action(
            "lookup",
            "UpdateContactAttributes",
            { Attributes: { "$.External.key": "$.External.value" } },
            { NextAction: "vip", Errors: failing("vip") },
          );
        },
      ),
      "an attribute's attribute": attributes({
        "first name": "Ann",
        name: "$['Attributes']['first name']",
      }),
      "a narrow threshold first": leading("vip", {
        Conditions: ["5", "50"].map((operand) => ({
          NextAction: "queue",
          Condition: { Operator: "NumberLessThan", Operands: [operand] },
        })),
      }),
      "a queue by its bare id": given("queue", { QueueId: ID }),
      "a version of a function": given("lookup", { LambdaFunctionARN: `${LAMBDA}:live` }),
      "a word about an address": attributes({ pinVerified: "true" }),
      "SSML with a JSONPath": ssml("<speak>Hi $.ContactId<break time='500ms'/></speak>"),
    };
    for (const [what, patch] of Object.entries(right)) {
      expect(patched(patch), what).to.deep.equal([]);
    }
  });

  it("says the line of a key that its object has already", () => {
    const json = JSON.stringify({
      Version: "2019-10-30",
      StartAction: "bye",
      Actions: [good().bye],
    });
    const findings = lintFlow(json.replace('"Type"', '\n"Type":"Wait","Type"'), {
      type: "CONTACT_FLOW",
      origin: "exported",
    });
    expect(findings.map(({ rule, message }) => [rule, message])).to.deep.equal([
      ["duplicate-key", 'line 2: "Type" stands there for the second time'],
    ]);
  });

  it("answers whatever stands in a flow, and never breaks", () => {
    const flow = { Version: "2019-10-30", StartAction: "hello", Actions: Object.values(good()) };
    for (const path of placesIn(flow)) {
      for (const value of [null, 0, true, "", "$.", [], [null], {}, { a: null }, "__proto__"]) {
        const changed = structuredClone(flow);
        set(changed, path, value);
        const findings = lintFlow(JSON.stringify(changed), {
          type: "CONTACT_FLOW",
          origin: "exported",
        });
        expect(findings, `${path.join(".")} = ${JSON.stringify(value)}`).to.be.an("array");
      }
    }
  });

  it("takes a designer's metadata that knows other blocks", () => {
    expect(
      lint(good(), { Metadata: { ActionMetadata: { gone: { position: { x: 1, y: 1 } } } } }),
    ).to.deep.equal([]);
  });
});

type Path = readonly (string | number)[];

/** Every place below a JSON value. */
function placesIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const place = [...above, key];
    return [place, ...placesIn(entry, place)];
  });
}

function set(root: object, path: Path, value: unknown): void {
  const holder = path
    .slice(0, -1)
    .reduce((at: object, key) => Reflect.get(at, key) as object, root);
  Reflect.set(holder, path.at(-1) ?? "", value);
}
