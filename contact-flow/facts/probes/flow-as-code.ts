import type { Transitions } from "../../flow";
import { arn, MINIMAL, type Minimal, type MinimalType, withoutError } from "./minimal";
import {
  accepted,
  lacks,
  lacksError,
  type Probe,
  refused,
  unknownType,
  ways,
  withoutNext,
} from "./probe";
import { ERRORS, FIRST, NEXT, TYPES } from "./runs";

const failing = ways(["NoMatchingError"]);
const minimal = (type: MinimalType): Minimal & { readonly type: string } => ({
  type,
  ...MINIMAL[type],
});
const given = (type: MinimalType, more: object) => {
  const form: Minimal = MINIMAL[type];
  return { type, ...form, given: { ...form.given, ...more } };
};
const leading = (type: MinimalType, leads: Transitions) => ({ ...minimal(type), leads });

/** Parameters, branches and spellings that were tried one by one. */
const SINGLE: readonly Probe[] = [
  accepted({
    ...leading("Loop", { ...MINIMAL.Loop.leads, Errors: failing.Errors ?? [] }),
    run: FIRST,
    proves: ["Errors.NoMatchingError"],
  }),
  accepted({ ...given("Loop", { LoopCount: 2 }), run: FIRST, proves: ["Parameters.LoopCount"] }),
  refused(
    {
      type: "Wait",
      run: FIRST,
      leads: MINIMAL.Wait.leads,
      proves: ["Parameters.TimeLimitSeconds"],
    },
    lacks("Parameters.TimeLimitSeconds"),
  ),
  refused({
    type: "Wait",
    run: FIRST,
    given: { TimeoutSeconds: "10" },
    leads: MINIMAL.Wait.leads,
    proves: ["Parameters.TimeLimitSeconds"],
  }),
  accepted({
    ...leading("DistributeByPercentage", ways(["NoMatchingCondition"], [["NumberLessThan", 51]])),
    run: FIRST,
    proves: ["Conditions"],
  }),
  refused({
    ...given("UpdateFlowAttributes", { FlowAttributes: { tier: "gold" } }),
    run: FIRST,
    proves: ["Parameters.FlowAttributes"],
  }),
  accepted({
    ...minimal("UpdateFlowAttributes"),
    run: FIRST,
    proves: ["Parameters.FlowAttributes", "Parameters.FlowAttributes.Value"],
  }),
  refused(
    { ...leading("TagContact", ways()), run: FIRST, proves: ["Errors.NoMatchingError"] },
    lacksError("NoMatchingError"),
  ),
  refused(
    {
      ...given("TagContact", { Tags: { a: "1", b: "2", c: "3", d: "4", e: "5", f: "6", g: "7" } }),
      run: FIRST,
      proves: ["Parameters.Tags"],
    },
    "More than 6 tags in Parameters.Tags",
  ),
  accepted({
    ...given("TagContact", { Tags: { "aws:tier": "gold" } }),
    run: FIRST,
    proves: ["Parameters.Tags"],
  }),
  refused(
    { type: "UnTagContact", run: FIRST, given: { TagKeys: ["tier"] }, leads: failing },
    unknownType("UnTagContact"),
  ),
  refused(
    { ...given("UntagContact", { TagKeys: [] }), run: FIRST, proves: ["Parameters.TagKeys"] },
    "Invalid Action property value. Path: Actions[0].Parameters.TagKeys",
  ),
  ...["neural", "Neural", "Turbo"].map((TextToSpeechEngine) =>
    accepted({
      ...given("UpdateContactTextToSpeechVoice", { TextToSpeechEngine }),
      run: FIRST,
      proves: ["Parameters.TextToSpeechEngine"],
    }),
  ),
  accepted({
    ...leading("UpdateContactTextToSpeechVoice", ways()),
    run: FIRST,
    proves: ["Errors.NoMatchingError", "Parameters.TextToSpeechVoice"],
  }),
  accepted({ ...minimal("UpdateContactData"), run: FIRST, proves: ["Parameters.TargetContact"] }),
  accepted({
    ...given("UpdateContactEventHooks", { EventHooks: {} }),
    run: FIRST,
    proves: ["Parameters.EventHooks"],
  }),
  accepted({
    ...given("UpdateContactEventHooks", {
      EventHooks: { CustomerHold: arn("contact-flow"), CustomerQueue: arn("contact-flow") },
    }),
    run: FIRST,
    proves: ["Parameters.EventHooks"],
  }),
  refused({
    ...given("UpdateContactEventHooks", {
      EventHooksConfiguration: { CustomerHold: { DisableExecution: "true" } },
    }),
    run: FIRST,
  }),
  refused(
    {
      type: "ShowView",
      run: FIRST,
      given: { ViewResource: { Id: arn("view") } },
      leads: MINIMAL.ShowView.leads,
      proves: ["Parameters.InvocationTimeLimitSeconds"],
    },
    lacks("Parameters.InvocationTimeLimitSeconds"),
  ),
  accepted({
    ...minimal("ShowView"),
    run: FIRST,
    proves: ["Conditions", "Parameters.ViewResource", "Parameters.ViewResource.Id"],
  }),
  ...["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"].map((error) =>
    refused(
      {
        ...leading("ShowView", withoutError(MINIMAL.ShowView, error)),
        run: FIRST,
        proves: [`Errors.${error}`],
      },
      lacksError(error),
    ),
  ),
  refused({
    ...given("UpdateContactRecordingAndAnalyticsBehavior", {
      ScreenRecordingBehavior: { ScreenRecordedParticipants: ["Agent"] },
    }),
    run: FIRST,
    proves: ["Parameters.VoiceBehavior", "Parameters.ScreenRecordingBehavior"],
  }),
  refused({
    type: "UpdateContactRecordingAndAnalyticsBehavior",
    run: FIRST,
    leads: MINIMAL.UpdateContactRecordingAndAnalyticsBehavior.leads,
  }),
  refused(
    {
      ...leading("UpdateContactRecordingAndAnalyticsBehavior", failing),
      run: FIRST,
      proves: ["Errors.ChannelMismatch"],
    },
    lacksError("ChannelMismatch"),
  ),
  accepted({
    ...leading(
      "UpdateContactRecordingAndAnalyticsBehavior",
      ways(["ChannelMismatch", "NoMatchingError"]),
    ),
    run: FIRST,
    proves: ["Errors.NoMatchingError", "Parameters.VoiceBehavior"],
  }),
  refused(
    {
      type: "UpdateContactRecordingAndAnalyticsBehavior",
      run: FIRST,
      given: { ChatBehavior: { ChatRecordingBehavior: { RecordedParticipants: ["All"] } } },
      leads: ways(["NoMatchingError", "ChannelMismatch"]),
      proves: ["Parameters.ChatBehavior", "Errors.InFlightRedactionConfigurationFailed"],
    },
    lacksError("InFlightRedactionConfigurationFailed"),
  ),
  accepted({
    ...minimal("UpdateFlowLoggingBehavior"),
    run: FIRST,
    proves: ["Parameters.FlowLoggingBehavior"],
  }),
];

/** Each branch that an action needs, taken away. */
const NEEDED: Readonly<Partial<Record<MinimalType, readonly string[]>>> = {
  CheckHoursOfOperation: ["NoMatchingError"],
  CheckMetricData: ["NoMatchingCondition", "NoMatchingError"],
  Compare: ["NoMatchingCondition"],
  CreateCallbackContact: ["NoMatchingError"],
  DequeueContactAndTransferToQueue: ["QueueAtCapacity", "NoMatchingError"],
  DistributeByPercentage: ["NoMatchingCondition"],
  GetMetricData: ["NoMatchingError"],
  GetParticipantInput: ["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"],
  InvokeFlowModule: ["NoMatchingError"],
  InvokeLambdaFunction: ["NoMatchingError"],
  TransferContactToQueue: ["QueueAtCapacity", "NoMatchingError"],
  TransferToFlow: ["NoMatchingError"],
  UntagContact: ["NoMatchingError"],
  UpdateContactAttributes: ["NoMatchingError"],
  UpdateContactCallbackNumber: ["InvalidCallbackNumber", "CallbackNumberNotDialable"],
  UpdateContactData: ["NoMatchingError"],
  UpdateContactEventHooks: ["NoMatchingError"],
  UpdateContactTargetQueue: ["NoMatchingError"],
  UpdateFlowAttributes: ["NoMatchingError"],
  Wait: ["NoMatchingError"],
};

const STORED = {
  type: "GetParticipantInput",
  given: {
    Text: "Type your number.",
    StoreInput: "True",
    InputTimeLimitSeconds: "6",
    InputValidation: { CustomValidation: { MaximumLength: "20" } },
  },
} as const;

/** What the sweep over the error branches found besides. */
const BRANCHES: readonly Probe[] = [
  ...Object.entries(NEEDED).flatMap(([type, needed]) =>
    needed.map((error) =>
      refused(
        {
          ...leading(type as MinimalType, withoutError(MINIMAL[type as MinimalType], error)),
          run: ERRORS,
          proves: [`Errors.${error}`],
        },
        lacksError(error),
      ),
    ),
  ),
  refused(
    {
      ...leading("CheckMetricData", ways(["NoMatchingError", "NoMatchingCondition"])),
      run: ERRORS,
      proves: ["Conditions"],
    },
    "Action is missing required property. Path: Transitions.Conditions",
  ),
  refused(
    { ...leading("UpdateContactRecordingBehavior", failing), run: ERRORS, proves: ["Errors"] },
    "Invalid Action error. Error: NoMatchingError, Path: Actions[0]",
  ),
  accepted({
    ...minimal("UpdateContactRecordingBehavior"),
    run: ERRORS,
    proves: [
      "Errors",
      "Parameters.RecordingBehavior",
      "Parameters.RecordingBehavior.RecordedParticipants",
    ],
  }),
  accepted({
    ...leading("MessageParticipant", ways()),
    run: ERRORS,
    proves: ["Errors.NoMatchingError", "Parameters.Text"],
  }),
  accepted({
    ...STORED,
    leads: failing,
    run: ERRORS,
    proves: ["Errors.NoMatchingError", "Parameters.InputValidation"],
  }),
  refused(
    {
      type: "GetParticipantInput",
      given: { Text: "Press 1.", InputTimeLimitSeconds: "5" },
      leads: MINIMAL.GetParticipantInput.leads,
      run: ERRORS,
      proves: ["Parameters.StoreInput"],
    },
    lacks("Parameters.StoreInput"),
  ),
  refused({
    ...STORED,
    leads: ways(["NoMatchingError"], [["Equals", "1"]]),
    run: ERRORS,
    proves: ["Conditions"],
  }),
  refused({
    ...STORED,
    leads: ways(["NoMatchingError", "NoMatchingCondition"]),
    run: ERRORS,
    proves: ["Errors.NoMatchingCondition"],
  }),
  refused({
    ...STORED,
    leads: ways(["NoMatchingError", "InputTimeLimitExceeded"]),
    run: ERRORS,
    proves: ["Errors.InputTimeLimitExceeded"],
  }),
  refused(
    {
      type: "GetParticipantInput",
      given: { StoreInput: "True", InputTimeLimitSeconds: "6", Text: "Type." },
      leads: failing,
      run: ERRORS,
      proves: ["Parameters.InputValidation"],
    },
    lacks("Parameters.InputValidation"),
  ),
  accepted({
    ...leading(
      "GetParticipantInput",
      ways(["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"]),
    ),
    run: ERRORS,
    proves: ["Conditions", "Parameters.InputTimeLimitSeconds"],
  }),
  refused(
    {
      ...given("UpdateContactData", { IsVoiceIdStreamingEnabled: "TRUE" }),
      run: ERRORS,
      instance: "the instance has no Voice ID",
    },
    unknownType("UpdateContactData"),
  ),
];

const swept = Object.keys(MINIMAL) as MinimalType[];

/** NextAction, with and without it. */
const NEXT_ACTION: readonly Probe[] = [
  ...swept.flatMap((type) => {
    const form = minimal(type);
    return [
      refused(
        { ...form, leads: withoutNext(form.leads), run: NEXT, proves: ["NextAction"] },
        lacks("Transitions.NextAction"),
      ),
      accepted({ ...form, run: NEXT, proves: ["NextAction"] }),
    ];
  }),
  refused(
    {
      ...minimal("Compare"),
      leads: withoutNext(MINIMAL.Compare.leads),
      in: "CUSTOMER_QUEUE",
      run: NEXT,
      proves: ["NextAction"],
    },
    lacks("Transitions.NextAction"),
  ),
  refused(
    {
      ...leading("Compare", ways([], [["Equals", "gold"]])),
      run: NEXT,
      proves: ["Errors.NoMatchingCondition"],
    },
    lacksError("NoMatchingCondition"),
  ),
  ...(["CUSTOMER_QUEUE", "CUSTOMER_HOLD"] as const).flatMap((type) => [
    accepted({
      type: "MessageParticipantIteratively",
      in: type,
      given: { Messages: [{ Text: "Please hold." }] },
      leads: {},
      run: NEXT,
      proves: ["NextAction", "Parameters.Messages", "Parameters.Messages.Text"],
    }),
    accepted({
      type: "MessageParticipantIteratively",
      in: type,
      given: { Messages: [{ Text: "Please hold." }] },
      run: NEXT,
      proves: ["NextAction"],
    }),
  ]),
  accepted({
    type: "MessageParticipantIteratively",
    in: "CUSTOMER_QUEUE",
    given: { Messages: [{ Text: "Please hold." }], InterruptFrequencySeconds: "30" },
    leads: withoutNext(ways(["NoMatchingError"], [["Equals", "MessagesInterrupted"]])),
    run: NEXT,
    proves: ["Conditions", "Errors.NoMatchingError"],
  }),
  ...(
    [
      ["DisconnectParticipant", "CONTACT_FLOW"],
      ["EndFlowExecution", "CUSTOMER_WHISPER"],
      ["TransferContactToAgent", "QUEUE_TRANSFER"],
      ["EndFlowModuleExecution", "MODULE"],
    ] as const
  ).flatMap(([type, flowType]) => [
    refused(
      { type, in: flowType, run: NEXT, leads: ways(), proves: ["NextAction"] },
      "Action does not support transitions. Path: Actions[0]",
    ),
    accepted({ type, in: flowType, run: NEXT, leads: {}, proves: ["NextAction", "Conditions"] }),
  ]),
];

/** Types that no category page lists. */
const OTHER_TYPES: readonly Probe[] = [
  refused(
    {
      type: "AuthenticateParticipant",
      leads: failing,
      run: TYPES,
      proves: [
        "Errors.TimeLimitExceeded",
        "Conditions",
        "Parameters.CognitoConfiguration",
        "Parameters.CustomerProfilesConfiguration",
        "Parameters.TimeLimitMinutes",
      ],
    },
    lacksError("TimeLimitExceeded"),
    "Invalid Action property value. Path: Actions[0].Transitions.Conditions",
    lacks("Parameters.CognitoConfiguration"),
    lacks("Parameters.CustomerProfilesConfiguration"),
    lacks("Parameters.TimeLimitMinutes"),
  ),
  refused(
    { type: "CheckSegmentMembership", leads: failing, run: TYPES },
    unknownType("CheckSegmentMembership"),
  ),
  refused(
    { type: "RouteContactToAgent", leads: failing, in: "CUSTOMER_QUEUE", run: TYPES },
    unknownType("RouteContactToAgent"),
  ),
  accepted({
    type: "LoadContactContent",
    leads: failing,
    run: TYPES,
    proves: ["Errors.NoMatchingError"],
  }),
  accepted({
    type: "TransferParticipantToThirdParty",
    given: {
      ThirdPartyPhoneNumber: "+15551234567",
      ThirdPartyConnectionTimeLimitSeconds: "30",
      ContinueFlowExecution: "False",
    },
    leads: failing,
    run: TYPES,
    proves: ["Parameters.ThirdPartyPhoneNumber", "Errors.NoMatchingError"],
  }),
];

/** What the project flow-as-code has published of Amazon Connect's answers. */
export const FLOW_AS_CODE: readonly Probe[] = [
  ...SINGLE,
  ...BRANCHES,
  ...NEXT_ACTION,
  ...OTHER_TYPES,
];
