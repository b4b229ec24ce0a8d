import {
  failing,
  given,
  leading,
  minimal,
  MINIMAL,
  type MinimalType,
  withoutError,
} from "./minimal";
import { judgedIn, lacks, lacksError, type Probe, unknownType, ways } from "./probe";
import { ERRORS } from "./runs";

const { accepted, refused } = judgedIn(ERRORS);

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
export const BRANCHES: readonly Probe[] = [
  ...Object.entries(NEEDED).flatMap(([type, needed]) =>
    needed.map((error) =>
      refused(
        {
          ...leading(type as MinimalType, withoutError(MINIMAL[type as MinimalType], error)),
          proves: [`Errors.${error}`],
        },
        lacksError(error),
      ),
    ),
  ),
  refused(
    {
      ...leading("CheckMetricData", ways(["NoMatchingError", "NoMatchingCondition"])),
      proves: ["Conditions"],
    },
    "Action is missing required property. Path: Transitions.Conditions",
  ),
  refused(
    { ...leading("UpdateContactRecordingBehavior", failing), proves: ["Errors"] },
    "Invalid Action error. Error: NoMatchingError, Path: Actions[0]",
  ),
  accepted({
    ...minimal("UpdateContactRecordingBehavior"),
    proves: [
      "Errors",
      "Parameters.RecordingBehavior",
      "Parameters.RecordingBehavior.RecordedParticipants",
    ],
  }),
  accepted({
    ...leading("MessageParticipant", ways()),
    proves: ["Errors.NoMatchingError", "Parameters.Text"],
  }),
  accepted({
    ...STORED,
    leads: failing,
    proves: ["Errors.NoMatchingError", "Parameters.InputValidation"],
  }),
  refused(
    {
      type: "GetParticipantInput",
      given: { Text: "Press 1.", InputTimeLimitSeconds: "5" },
      leads: MINIMAL.GetParticipantInput.leads,
      proves: ["Parameters.StoreInput"],
    },
    lacks("Parameters.StoreInput"),
  ),
  refused({
    ...STORED,
    leads: ways(["NoMatchingError"], [["Equals", "1"]]),
    proves: ["Conditions"],
  }),
  refused({
    ...STORED,
    leads: ways(["NoMatchingError", "NoMatchingCondition"]),
    proves: ["Errors.NoMatchingCondition"],
  }),
  refused({
    ...STORED,
    leads: ways(["NoMatchingError", "InputTimeLimitExceeded"]),
    proves: ["Errors.InputTimeLimitExceeded"],
  }),
  refused(
    {
      type: "GetParticipantInput",
      given: { StoreInput: "True", InputTimeLimitSeconds: "6", Text: "Type." },
      leads: failing,
      proves: ["Parameters.InputValidation"],
    },
    lacks("Parameters.InputValidation"),
  ),
  accepted({
    ...leading(
      "GetParticipantInput",
      ways(["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"]),
    ),
    proves: ["Conditions", "Parameters.InputTimeLimitSeconds"],
  }),
  refused(
    {
      ...given("UpdateContactData", { IsVoiceIdStreamingEnabled: "TRUE" }),
      instance: "the instance has no Voice ID",
    },
    unknownType("UpdateContactData"),
  ),
];
