import {
  failing,
  given,
  MINIMAL,
  only,
  OUTCOMES,
  transfer,
  type Minimal,
  type MinimalType,
} from "./minimal";
import { judgedIn, lacks, type Probe, unknownType, ways } from "./probe";
import { PULUMI } from "./runs";

const { accepted, refused } = judgedIn(PULUMI);

const compares = (Operator: string) =>
  refused({
    type: "Compare",
    given: { ComparisonValue: "$.Attributes.tier" },
    leads: ways(["NoMatchingCondition"], [[Operator, "gold"]]),
    proves: ["Conditions"],
  });
const unknown = (type: MinimalType, parameter: string, value: string) =>
  refused(
    given(type, { [parameter]: value }),
    `Invalid Action property name. Path: Actions[0].Parameters.${parameter}`,
  );
const waits = (given: Minimal["given"], results: readonly string[], proves: readonly string[]) => ({
  type: "Wait",
  given: given ?? {},
  leads: ways(
    ["NoMatchingError"],
    results.map((result) => ["Equals", result] as const),
  ),
  proves,
});

/** What pulumi-amazon-connect has published (docs/wire-format-checks.md). */
export const PULUMI_PROBES: readonly Probe[] = [
  ...["And", "Or", "Not", "All", "Any", "Contains", "Exists"].map(compares),
  accepted({
    type: "Compare",
    given: { ComparisonValue: "$.Attributes.tier" },
    leads: ways(["NoMatchingCondition"], [["KeyExists", "gold"]]),
    proves: ["Conditions"],
  }),
  ...["$.External", "gold"].map((ComparisonValue) =>
    refused({
      ...only("Compare", { ComparisonValue }),
      proves: ["Parameters.ComparisonValue"],
    }),
  ),
  accepted({
    ...only("Compare", { ComparisonValue: "$.External.customer.tier" }),
    proves: ["Parameters.ComparisonValue"],
  }),
  refused(
    {
      type: "Compare",
      given: { ComparisonValue: "$.Attributes.tier" },
      leads: ways(["NoMatchingCondition"], [["Equals", ""]]),
      proves: ["Conditions"],
    },
    "Invalid branch. Path: 0.Evaluate",
  ),
  accepted({
    type: "Compare",
    given: { ComparisonValue: "$.Attributes.tier" },
    leads: ways(["NoMatchingCondition"], [["Equals", " "]]),
    proves: ["Conditions"],
  }),
  refused({
    ...given("ShowView", { ViewData: { a: "" } }),
    proves: ["Parameters.ViewData"],
  }),
  accepted({
    ...given("ShowView", { ViewData: { a: " " } }),
    proves: ["Parameters.ViewData"],
  }),
  refused(
    {
      ...only("UpdateContactAttributes", { Attributes: { tier: "" }, TargetContact: "Current" }),
      proves: ["Parameters.Attributes"],
    },
    "Empty value in Parameters.Attributes",
  ),
  accepted({
    ...only("UpdateContactAttributes", { Attributes: { tier: " " }, TargetContact: "Current" }),
    proves: ["Parameters.Attributes", "Parameters.TargetContact"],
  }),
  refused({
    ...only("MessageParticipant", { Text: "" }),
    proves: ["Parameters.Text"],
  }),
  accepted({
    ...only("MessageParticipant", { Text: " " }),
    proves: ["Parameters.Text"],
  }),
  accepted({
    ...given("MessageParticipant", { SkipWhenDTMFBufferEnabled: "false" }),
    proves: ["Parameters.SkipWhenDTMFBufferEnabled"],
  }),
  unknown("MessageParticipant", "TextType", "text"),
  unknown("UpdateContactTextToSpeechVoice", "LanguageCode", "en-US"),
  unknown("CheckHoursOfOperation", "CheckOverride", "True"),
  unknown("UpdateContactData", "References", "x"),
  unknown("UpdateContactData", "SegmentAttribute", "x"),
  refused(
    {
      ...transfer("False"),
      given: { ...transfer("False").given, ThirdPartyCallerId: "+15551234567" },
      leads: failing,
    },
    "Invalid Action property name. Path: Actions[0].Parameters.ThirdPartyCallerId",
  ),
  refused({ ...only("UpdateContactData", {}), proves: ["Parameters"] }),
  refused(
    { type: "UpdateRoutingCriteria", given: { RoutingCriteria: {} }, leads: failing },
    unknownType("UpdateRoutingCriteria"),
  ),
  accepted({
    type: "UpdateContactRoutingCriteria",
    given: { RoutingCriteria: { Steps: [] } },
    leads: failing,
    proves: ["Parameters.RoutingCriteria", "Errors.NoMatchingError"],
  }),
  refused({
    ...transfer("False"),
    leads: ways(OUTCOMES),
    proves: ["Errors.CallFailed", "Errors.ConnectionTimeLimitExceeded"],
  }),
  ...(["ThirdPartyConnectionTimeLimitSeconds", "ContinueFlowExecution"] as const).map((name) => {
    const rest: Record<string, string> = { ...transfer("False").given };
    Reflect.deleteProperty(rest, name);
    return refused(
      {
        type: "TransferParticipantToThirdParty",
        given: rest,
        leads: failing,
        proves: [`Parameters.${name}`],
      },
      lacks(`Parameters.${name}`),
    );
  }),
  refused({
    ...transfer("True"),
    leads: ways(OUTCOMES),
    in: "AGENT_TRANSFER",
    proves: ["Errors.CallFailed"],
  }),
  accepted({
    type: "UpdatePreviousContactParticipantState",
    given: { PreviousContactParticipantState: "OffHold" },
    leads: failing,
    proves: ["Parameters.PreviousContactParticipantState", "Errors.NoMatchingError", "NextAction"],
  }),
  refused({
    type: "UpdatePreviousContactParticipantState",
    given: { PreviousContactParticipantState: "OnHold" },
    leads: failing,
    proves: ["Parameters.PreviousContactParticipantState"],
  }),
  refused({
    type: "UpdateContactRecordingAndAnalyticsBehavior",
    given: MINIMAL.UpdateContactRecordingAndAnalyticsBehavior.given,
    leads: ways(["NoMatchingError", "ChannelMismatch", "InFlightRedactionConfigurationFailed"]),
    proves: ["Errors.InFlightRedactionConfigurationFailed"],
  }),
  accepted({
    ...given("UpdateContactRecordingBehavior", { AnalyticsBehavior: { Enabled: "True" } }),
    proves: ["Parameters.AnalyticsBehavior"],
  }),
  accepted({
    ...given("InvokeLambdaFunction", { InvocationType: "ASYNCHRONOUS" }),
    proves: ["Parameters.InvocationType", "Parameters.InvocationTimeLimitSeconds"],
  }),
  refused({
    type: "GetParticipantInput",
    given: {
      Text: "Type.",
      StoreInput: "True",
      InputTimeLimitSeconds: "6",
      InputValidation: { PhoneNumberValidation: { NumberFormat: "E164" } },
      InputEncryption: { EncryptionKeyId: "k", Key: "c" },
    },
    leads: ways(["NoMatchingError", "InvalidPhoneNumber"]),
    proves: ["Parameters.InputEncryption"],
  }),
  accepted({
    type: "GetParticipantInput",
    given: {
      Text: "Type.",
      StoreInput: "True",
      InputTimeLimitSeconds: "6",
      InputValidation: { CustomValidation: { MaximumLength: "20" } },
      InputEncryption: { EncryptionKeyId: "k", Key: "c" },
    },
    leads: failing,
    proves: [
      "Parameters.InputEncryption",
      "Parameters.InputEncryption.EncryptionKeyId",
      "Parameters.InputEncryption.Key",
      "Parameters.InputValidation.CustomValidation",
      "Parameters.InputValidation.CustomValidation.MaximumLength",
    ],
  }),
  accepted(
    waits(
      { TimeLimitSeconds: "60", MinimumWaitTimeSeconds: "10", ContinueExecution: "True" },
      ["Continue", "WaitCompleted"],
      ["Parameters.ContinueExecution", "Parameters.MinimumWaitTimeSeconds", "Conditions"],
    ),
  ),
  refused(
    waits(
      { TimeLimitSeconds: "60", ContinueExecution: "True" },
      ["Continue", "WaitCompleted"],
      ["Parameters.MinimumWaitTimeSeconds"],
    ),
    lacks("Parameters.MinimumWaitTimeSeconds"),
  ),
  refused(
    waits(
      { TimeLimitSeconds: "60", MinimumWaitTimeSeconds: "10", ContinueExecution: "True" },
      ["WaitCompleted"],
      ["Conditions"],
    ),
  ),
  refused(
    waits(
      { TimeLimitSeconds: "60", Events: ["LambdaReturned"] },
      ["LambdaReturned", "WaitCompleted"],
      ["Parameters.Events"],
    ),
  ),
  ...(["CUSTOMER_WHISPER", "AGENT_HOLD"] as const).map((flowType) =>
    refused({
      type: "DisconnectParticipant",
      leads: {},
      in: flowType,
      proves: ["flow types"],
    }),
  ),
  refused({ type: "EndFlowExecution", leads: {}, proves: ["flow types"] }),
  refused({ type: "CompleteOutboundCall", leads: ways(), proves: ["flow types"] }),
  accepted({
    type: "ConnectParticipantWithLexBot",
    given: {
      Text: "How can I help?",
      LexV2Bot: { AliasArn: "arn:aws:lex:us-west-2:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST" },
      LexSessionAttributes: { tier: "gold" },
    },
    leads: ways(["NoMatchingError", "NoMatchingCondition"], [["Equals", "BookHotel"]]),
    proves: ["Parameters.LexSessionAttributes"],
    instance: "the alias must be there",
  }),
  accepted({
    type: "UpdateFlowAttributes",
    given: { FlowAttributes: { tier: { Type: "String", Value: "gold" } } },
    leads: failing,
    proves: ["Parameters.FlowAttributes.Type"],
  }),
  refused({
    type: "CheckVoiceId",
    given: { CheckVoiceIdOption: "enrollmentStatus" },
    leads: ways(["NoMatchingError"], [["Equals", "Not enrolled"]]),
    proves: ["Conditions"],
  }),
  accepted({
    ...given("InvokeFlowModule", { Input: { tier: "gold" } }),
    leads: ways(["NoMatchingError", "NoMatchingCondition"], [["Equals", "found"]]),
    proves: ["Parameters.Input", "Conditions", "Errors.NoMatchingCondition"],
    instance: "the module must declare the input and the branch",
  }),
  accepted({
    type: "EndFlowModuleExecution",
    given: { Result: "found", ResultData: { tier: "gold" } },
    leads: {},
    in: "MODULE",
    proves: ["Parameters.Result", "Parameters.ResultData"],
    instance: "the module must declare the branch and the data",
  }),
];
