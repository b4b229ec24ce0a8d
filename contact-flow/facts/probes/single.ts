import { arn, failing, given, leading, minimal, MINIMAL, withoutError } from "./minimal";
import { judgedIn, lacks, lacksError, type Probe, unknownType, ways } from "./probe";
import { FIRST } from "./runs";

const { accepted, refused } = judgedIn(FIRST);

/** Parameters, branches and spellings that were tried one by one. */
export const SINGLE: readonly Probe[] = [
  accepted({
    ...leading("Loop", { ...MINIMAL.Loop.leads, Errors: failing.Errors ?? [] }),
    proves: ["Errors.NoMatchingError"],
  }),
  accepted({ ...given("Loop", { LoopCount: 2 }), proves: ["Parameters.LoopCount"] }),
  refused(
    {
      type: "Wait",
      leads: MINIMAL.Wait.leads,
      proves: ["Parameters.TimeLimitSeconds"],
    },
    lacks("Parameters.TimeLimitSeconds"),
  ),
  refused({
    type: "Wait",
    given: { TimeoutSeconds: "10" },
    leads: MINIMAL.Wait.leads,
    proves: ["Parameters.TimeLimitSeconds"],
  }),
  accepted({
    ...leading("DistributeByPercentage", ways(["NoMatchingCondition"], [["NumberLessThan", 51]])),
    proves: ["Conditions"],
  }),
  refused({
    ...given("UpdateFlowAttributes", { FlowAttributes: { tier: "gold" } }),
    proves: ["Parameters.FlowAttributes"],
  }),
  accepted({
    ...minimal("UpdateFlowAttributes"),
    proves: ["Parameters.FlowAttributes", "Parameters.FlowAttributes.Value"],
  }),
  refused(
    { ...leading("TagContact", ways()), proves: ["Errors.NoMatchingError"] },
    lacksError("NoMatchingError"),
  ),
  refused(
    {
      ...given("TagContact", { Tags: { a: "1", b: "2", c: "3", d: "4", e: "5", f: "6", g: "7" } }),
      proves: ["Parameters.Tags"],
    },
    "More than 6 tags in Parameters.Tags",
  ),
  accepted({
    ...given("TagContact", { Tags: { "aws:tier": "gold" } }),
    proves: ["Parameters.Tags"],
  }),
  refused(
    { type: "UnTagContact", given: { TagKeys: ["tier"] }, leads: failing },
    unknownType("UnTagContact"),
  ),
  refused(
    { ...given("UntagContact", { TagKeys: [] }), proves: ["Parameters.TagKeys"] },
    "Invalid Action property value. Path: Actions[0].Parameters.TagKeys",
  ),
  ...["neural", "Neural", "Turbo"].map((TextToSpeechEngine) =>
    accepted({
      ...given("UpdateContactTextToSpeechVoice", { TextToSpeechEngine }),
      proves: ["Parameters.TextToSpeechEngine"],
    }),
  ),
  accepted({
    ...leading("UpdateContactTextToSpeechVoice", ways()),
    proves: ["Errors.NoMatchingError", "Parameters.TextToSpeechVoice"],
  }),
  accepted({ ...minimal("UpdateContactData"), proves: ["Parameters.TargetContact"] }),
  accepted({
    ...given("UpdateContactEventHooks", { EventHooks: {} }),
    proves: ["Parameters.EventHooks"],
  }),
  accepted({
    ...given("UpdateContactEventHooks", {
      EventHooks: { CustomerHold: arn("contact-flow"), CustomerQueue: arn("contact-flow") },
    }),
    proves: ["Parameters.EventHooks"],
  }),
  refused({
    ...given("UpdateContactEventHooks", {
      EventHooksConfiguration: { CustomerHold: { DisableExecution: "true" } },
    }),
  }),
  refused(
    {
      type: "ShowView",
      given: { ViewResource: { Id: arn("view") } },
      leads: MINIMAL.ShowView.leads,
      proves: ["Parameters.InvocationTimeLimitSeconds"],
    },
    lacks("Parameters.InvocationTimeLimitSeconds"),
  ),
  accepted({
    ...minimal("ShowView"),
    proves: ["Conditions", "Parameters.ViewResource", "Parameters.ViewResource.Id"],
  }),
  ...["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"].map((error) =>
    refused(
      {
        ...leading("ShowView", withoutError(MINIMAL.ShowView, error)),
        proves: [`Errors.${error}`],
      },
      lacksError(error),
    ),
  ),
  refused({
    ...given("UpdateContactRecordingAndAnalyticsBehavior", {
      ScreenRecordingBehavior: { ScreenRecordedParticipants: ["Agent"] },
    }),
    proves: ["Parameters.VoiceBehavior", "Parameters.ScreenRecordingBehavior"],
  }),
  refused({
    type: "UpdateContactRecordingAndAnalyticsBehavior",
    leads: MINIMAL.UpdateContactRecordingAndAnalyticsBehavior.leads,
  }),
  refused(
    {
      ...leading("UpdateContactRecordingAndAnalyticsBehavior", failing),
      proves: ["Errors.ChannelMismatch"],
    },
    lacksError("ChannelMismatch"),
  ),
  accepted({
    ...leading(
      "UpdateContactRecordingAndAnalyticsBehavior",
      ways(["ChannelMismatch", "NoMatchingError"]),
    ),
    proves: ["Errors.NoMatchingError", "Parameters.VoiceBehavior"],
  }),
  refused(
    {
      type: "UpdateContactRecordingAndAnalyticsBehavior",
      given: { ChatBehavior: { ChatRecordingBehavior: { RecordedParticipants: ["All"] } } },
      leads: ways(["NoMatchingError", "ChannelMismatch"]),
      proves: ["Parameters.ChatBehavior", "Errors.InFlightRedactionConfigurationFailed"],
    },
    lacksError("InFlightRedactionConfigurationFailed"),
  ),
  accepted({
    ...minimal("UpdateFlowLoggingBehavior"),
    proves: ["Parameters.FlowLoggingBehavior"],
  }),
];
