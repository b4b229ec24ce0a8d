import { FUNCTION, MINIMAL, type Minimal, type MinimalType } from "./minimal";
import { accepted, lacksError, lacks, type Probe, refused, unknownType, ways } from "./probe";
import { HOLLOW_HOUR, PULUMI } from "./runs";

const failing = ways(["NoMatchingError"]);
const given = (type: MinimalType, more: object) => {
  const form: Minimal = MINIMAL[type];
  return { type, ...form, given: { ...form.given, ...more } };
};
const only = (type: MinimalType, parameters: Minimal["given"]) => ({
  type,
  ...(MINIMAL[type] as Minimal),
  given: parameters ?? {},
});

const OUTCOMES = ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"] as const;
const transfer = (ContinueFlowExecution: string) => ({
  type: "TransferParticipantToThirdParty",
  given: {
    ThirdPartyPhoneNumber: "$.Attributes.number",
    ThirdPartyConnectionTimeLimitSeconds: "30",
    ContinueFlowExecution,
  },
});
const loops = (InterruptFrequencySeconds: string) => ({
  type: "MessageParticipantIteratively",
  in: "CUSTOMER_QUEUE" as const,
  given: { Messages: [{ Text: "Please hold." }], InterruptFrequencySeconds },
  leads: ways(["NoMatchingError"], [["Equals", "MessagesInterrupted"]]),
  run: HOLLOW_HOUR,
  proves: ["Parameters.InterruptFrequencySeconds"],
});

/** What the Hollow Hour example of flow-as-code has published (VERIFY.md). */
export const HOLLOW_HOUR_PROBES: readonly Probe[] = [
  accepted({
    type: "Wait",
    ...MINIMAL.Wait,
    in: "CUSTOMER_QUEUE",
    run: HOLLOW_HOUR,
    proves: ["flow types"],
  }),
  accepted({ type: "Wait", ...MINIMAL.Wait, run: HOLLOW_HOUR, proves: ["flow types"] }),
  ...[[], ["Agent"]].map((RecordedParticipants) =>
    accepted({
      ...given("UpdateContactRecordingBehavior", { RecordingBehavior: { RecordedParticipants } }),
      run: HOLLOW_HOUR,
      proves: ["Parameters.RecordingBehavior.RecordedParticipants"],
    }),
  ),
  ...["-300", "300"].map((QueueTimeAdjustmentSeconds) =>
    accepted({
      ...only("UpdateContactRoutingBehavior", { QueueTimeAdjustmentSeconds }),
      run: HOLLOW_HOUR,
      proves: ["Parameters.QueueTimeAdjustmentSeconds"],
    }),
  ),
  accepted({
    ...transfer("True"),
    leads: ways(OUTCOMES),
    run: HOLLOW_HOUR,
    proves: ["Parameters.ContinueFlowExecution"],
  }),
  ...OUTCOMES.map((error) =>
    refused(
      {
        ...transfer("True"),
        leads: ways(OUTCOMES.filter((each) => each !== error)),
        run: HOLLOW_HOUR,
        proves: [`Errors.${error}`],
      },
      lacksError(error),
    ),
  ),
  refused(
    {
      ...transfer("True"),
      leads: ways(),
      run: HOLLOW_HOUR,
      proves: OUTCOMES.map((error) => `Errors.${error}`),
    },
    ...OUTCOMES.map(lacksError),
  ),
  // Neither associated with the instance nor there at all.
  accepted({
    ...given("InvokeLambdaFunction", { LambdaFunctionARN: `${FUNCTION}-that-is-not-there` }),
    run: HOLLOW_HOUR,
    proves: ["Parameters.LambdaFunctionARN"],
  }),
  ...["1", "5", "30"].map((seconds) => accepted(loops(seconds))),
  refused(loops("0"), "Invalid Action property value. Path: 0.InterruptSeconds"),
];

const compares = (Operator: string) =>
  refused({
    type: "Compare",
    given: { ComparisonValue: "$.Attributes.tier" },
    leads: ways(["NoMatchingCondition"], [[Operator, "gold"]]),
    run: PULUMI,
    proves: ["Conditions"],
  });
const unknown = (type: MinimalType, parameter: string, value: string) =>
  refused(
    { ...given(type, { [parameter]: value }), run: PULUMI },
    `Invalid Action property name. Path: Actions[0].Parameters.${parameter}`,
  );
const waits = (given: Minimal["given"], results: readonly string[], proves: readonly string[]) => ({
  type: "Wait",
  given: given ?? {},
  leads: ways(
    ["NoMatchingError"],
    results.map((result) => ["Equals", result] as const),
  ),
  run: PULUMI,
  proves,
});

/** What pulumi-amazon-connect has published (docs/wire-format-checks.md). */
export const PULUMI_PROBES: readonly Probe[] = [
  ...["And", "Or", "Not", "All", "Any", "Contains", "Exists"].map(compares),
  accepted({
    type: "Compare",
    given: { ComparisonValue: "$.Attributes.tier" },
    leads: ways(["NoMatchingCondition"], [["KeyExists", "gold"]]),
    run: PULUMI,
    proves: ["Conditions"],
  }),
  ...["$.External", "gold"].map((ComparisonValue) =>
    refused({
      ...only("Compare", { ComparisonValue }),
      run: PULUMI,
      proves: ["Parameters.ComparisonValue"],
    }),
  ),
  accepted({
    ...only("Compare", { ComparisonValue: "$.External.customer.tier" }),
    run: PULUMI,
    proves: ["Parameters.ComparisonValue"],
  }),
  refused(
    {
      type: "Compare",
      given: { ComparisonValue: "$.Attributes.tier" },
      leads: ways(["NoMatchingCondition"], [["Equals", ""]]),
      run: PULUMI,
      proves: ["Conditions"],
    },
    "Invalid branch. Path: 0.Evaluate",
  ),
  accepted({
    type: "Compare",
    given: { ComparisonValue: "$.Attributes.tier" },
    leads: ways(["NoMatchingCondition"], [["Equals", " "]]),
    run: PULUMI,
    proves: ["Conditions"],
  }),
  refused({
    ...given("ShowView", { ViewData: { a: "" } }),
    run: PULUMI,
    proves: ["Parameters.ViewData"],
  }),
  accepted({
    ...given("ShowView", { ViewData: { a: " " } }),
    run: PULUMI,
    proves: ["Parameters.ViewData"],
  }),
  refused(
    {
      ...only("UpdateContactAttributes", { Attributes: { tier: "" }, TargetContact: "Current" }),
      run: PULUMI,
      proves: ["Parameters.Attributes"],
    },
    "Empty value in Parameters.Attributes",
  ),
  accepted({
    ...only("UpdateContactAttributes", { Attributes: { tier: " " }, TargetContact: "Current" }),
    run: PULUMI,
    proves: ["Parameters.Attributes", "Parameters.TargetContact"],
  }),
  refused({
    ...only("MessageParticipant", { Text: "" }),
    run: PULUMI,
    proves: ["Parameters.Text"],
  }),
  accepted({
    ...only("MessageParticipant", { Text: " " }),
    run: PULUMI,
    proves: ["Parameters.Text"],
  }),
  accepted({
    ...given("MessageParticipant", { SkipWhenDTMFBufferEnabled: "false" }),
    run: PULUMI,
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
      run: PULUMI,
    },
    "Invalid Action property name. Path: Actions[0].Parameters.ThirdPartyCallerId",
  ),
  refused({ ...only("UpdateContactData", {}), run: PULUMI, proves: ["Parameters"] }),
  refused(
    { type: "UpdateRoutingCriteria", given: { RoutingCriteria: {} }, leads: failing, run: PULUMI },
    unknownType("UpdateRoutingCriteria"),
  ),
  accepted({
    type: "UpdateContactRoutingCriteria",
    given: { RoutingCriteria: { Steps: [] } },
    leads: failing,
    run: PULUMI,
    proves: ["Parameters.RoutingCriteria", "Errors.NoMatchingError"],
  }),
  refused({
    ...transfer("False"),
    leads: ways(OUTCOMES),
    run: PULUMI,
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
        run: PULUMI,
        proves: [`Parameters.${name}`],
      },
      lacks(`Parameters.${name}`),
    );
  }),
  refused({
    ...transfer("True"),
    leads: ways(OUTCOMES),
    in: "AGENT_TRANSFER",
    run: PULUMI,
    proves: ["Errors.CallFailed"],
  }),
  accepted({
    type: "UpdatePreviousContactParticipantState",
    given: { PreviousContactParticipantState: "OffHold" },
    leads: failing,
    run: PULUMI,
    proves: ["Parameters.PreviousContactParticipantState", "Errors.NoMatchingError", "NextAction"],
  }),
  refused({
    type: "UpdatePreviousContactParticipantState",
    given: { PreviousContactParticipantState: "OnHold" },
    leads: failing,
    run: PULUMI,
    proves: ["Parameters.PreviousContactParticipantState"],
  }),
  refused({
    type: "UpdateContactRecordingAndAnalyticsBehavior",
    given: MINIMAL.UpdateContactRecordingAndAnalyticsBehavior.given,
    leads: ways(["NoMatchingError", "ChannelMismatch", "InFlightRedactionConfigurationFailed"]),
    run: PULUMI,
    proves: ["Errors.InFlightRedactionConfigurationFailed"],
  }),
  accepted({
    ...given("UpdateContactRecordingBehavior", { AnalyticsBehavior: { Enabled: "True" } }),
    run: PULUMI,
    proves: ["Parameters.AnalyticsBehavior"],
  }),
  accepted({
    ...given("InvokeLambdaFunction", { InvocationType: "ASYNCHRONOUS" }),
    run: PULUMI,
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
    run: PULUMI,
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
    run: PULUMI,
    proves: [
      "Parameters.InputEncryption",
      "Parameters.InputEncryption.EncryptionKeyId",
      "Parameters.InputEncryption.Key",
      "Parameters.InputValidation.CustomValidation",
      "Parameters.InputValidation.CustomValidation.MaximumLength",
    ],
  }),
  accepted({
    ...waits(
      { TimeLimitSeconds: "60", MinimumWaitTimeSeconds: "10", ContinueExecution: "True" },
      ["Continue", "WaitCompleted"],
      ["Parameters.ContinueExecution", "Parameters.MinimumWaitTimeSeconds", "Conditions"],
    ),
  }),
  refused(
    {
      ...waits(
        { TimeLimitSeconds: "60", ContinueExecution: "True" },
        ["Continue", "WaitCompleted"],
        ["Parameters.MinimumWaitTimeSeconds"],
      ),
    },
    lacks("Parameters.MinimumWaitTimeSeconds"),
  ),
  refused({
    ...waits(
      { TimeLimitSeconds: "60", MinimumWaitTimeSeconds: "10", ContinueExecution: "True" },
      ["WaitCompleted"],
      ["Conditions"],
    ),
  }),
  refused({
    ...waits(
      { TimeLimitSeconds: "60", Events: ["LambdaReturned"] },
      ["LambdaReturned", "WaitCompleted"],
      ["Parameters.Events"],
    ),
  }),
  ...(["CUSTOMER_WHISPER", "AGENT_HOLD"] as const).map((flowType) =>
    refused({
      type: "DisconnectParticipant",
      leads: {},
      in: flowType,
      run: PULUMI,
      proves: ["flow types"],
    }),
  ),
  refused({ type: "EndFlowExecution", leads: {}, run: PULUMI, proves: ["flow types"] }),
  refused({ type: "CompleteOutboundCall", leads: ways(), run: PULUMI, proves: ["flow types"] }),
  accepted({
    type: "ConnectParticipantWithLexBot",
    given: {
      Text: "How can I help?",
      LexV2Bot: { AliasArn: "arn:aws:lex:us-west-2:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST" },
      LexSessionAttributes: { tier: "gold" },
    },
    leads: ways(["NoMatchingError", "NoMatchingCondition"], [["Equals", "BookHotel"]]),
    run: PULUMI,
    proves: ["Parameters.LexSessionAttributes"],
    instance: "the alias must be there",
  }),
  accepted({
    type: "UpdateFlowAttributes",
    given: { FlowAttributes: { tier: { Type: "String", Value: "gold" } } },
    leads: failing,
    run: PULUMI,
    proves: ["Parameters.FlowAttributes.Type"],
  }),
  refused({
    type: "CheckVoiceId",
    given: { CheckVoiceIdOption: "enrollmentStatus" },
    leads: ways(["NoMatchingError"], [["Equals", "Not enrolled"]]),
    run: PULUMI,
    proves: ["Conditions"],
  }),
  accepted({
    ...given("InvokeFlowModule", { Input: { tier: "gold" } }),
    leads: ways(["NoMatchingError", "NoMatchingCondition"], [["Equals", "found"]]),
    run: PULUMI,
    proves: ["Parameters.Input", "Conditions", "Errors.NoMatchingCondition"],
    instance: "the module must declare the input and the branch",
  }),
  accepted({
    type: "EndFlowModuleExecution",
    given: { Result: "found", ResultData: { tier: "gold" } },
    leads: {},
    in: "MODULE",
    run: PULUMI,
    proves: ["Parameters.Result", "Parameters.ResultData"],
    instance: "the module must declare the branch and the data",
  }),
];
