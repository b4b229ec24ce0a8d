import type { FlowType, Parameters, Transitions } from "../../flow";
import { ways } from "./probe";

const ID = "11111111-1111-4111-8111-111111111111";

/** An ARN of a resource of the instance that judges. */
export const arn = (kind: string): string =>
  `arn:aws:connect:us-west-2:111122223333:instance/${ID}/${kind}/${ID}`;

/** A function of the same account. */
export const FUNCTION = "arn:aws:lambda:us-west-2:111122223333:function:lookup";

/** An action as small as Connect takes it. */
export interface Minimal {
  readonly given?: Parameters;
  readonly leads: Transitions;
  readonly in?: FlowType;
}

/** The one error branch that most types have. */
export const failing = ways(["NoMatchingError"]);
const yesNo = (yes: string, no: string) =>
  [
    ["Equals", yes],
    ["Equals", no],
  ] as const;

/** The smallest form of each type that needs more than a NextAction, or a flow of its own. */
export const MINIMAL = {
  CheckHoursOfOperation: { leads: ways(["NoMatchingError"], yesNo("True", "False")) },
  CheckMetricData: {
    given: { MetricType: "NumberOfAgentsStaffed" },
    leads: ways(["NoMatchingError", "NoMatchingCondition"], [["NumberGreaterThan", "0"]]),
  },
  Compare: {
    given: { ComparisonValue: "$.Attributes.tier" },
    leads: ways(["NoMatchingCondition"], [["Equals", "gold"]]),
  },
  CreateCallbackContact: {
    given: {
      InitialCallDelaySeconds: "5",
      MaximumConnectionAttempts: "1",
      RetryDelaySeconds: "600",
    },
    leads: failing,
  },
  DequeueContactAndTransferToQueue: {
    given: { QueueId: arn("queue") },
    leads: ways(["QueueAtCapacity", "NoMatchingError"]),
    in: "CUSTOMER_QUEUE",
  },
  DistributeByPercentage: { leads: ways(["NoMatchingCondition"], [["NumberLessThan", "51"]]) },
  GetMetricData: { leads: failing },
  GetParticipantInput: {
    given: { Text: "Press 1.", StoreInput: "False", InputTimeLimitSeconds: "5" },
    leads: ways(
      ["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"],
      [["Equals", "1"]],
    ),
  },
  InvokeFlowModule: { given: { FlowModuleId: arn("flow-module") }, leads: failing },
  InvokeLambdaFunction: {
    given: { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: "8" },
    leads: failing,
  },
  Loop: { given: { LoopCount: "2" }, leads: ways([], yesNo("ContinueLooping", "DoneLooping")) },
  MessageParticipant: { given: { Text: "Hello" }, leads: failing },
  ShowView: {
    given: { ViewResource: { Id: arn("view") }, InvocationTimeLimitSeconds: "300" },
    leads: ways(["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"]),
  },
  TagContact: { given: { Tags: { tier: "gold" } }, leads: failing },
  TransferContactToQueue: { leads: ways(["QueueAtCapacity", "NoMatchingError"]) },
  TransferToFlow: { given: { ContactFlowId: arn("contact-flow") }, leads: failing },
  UntagContact: { given: { TagKeys: ["tier"] }, leads: failing },
  UpdateContactAttributes: {
    given: { Attributes: { tier: "gold" }, TargetContact: "Current" },
    leads: failing,
  },
  UpdateContactCallbackNumber: {
    given: { CallbackNumber: "$.CustomerEndpoint.Address" },
    leads: ways(["InvalidCallbackNumber", "CallbackNumberNotDialable"]),
  },
  UpdateContactData: { given: { LanguageCode: "en-US" }, leads: failing },
  UpdateContactEventHooks: {
    given: { EventHooks: { CustomerHold: arn("contact-flow") } },
    leads: failing,
  },
  UpdateContactRecordingAndAnalyticsBehavior: {
    given: {
      VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } },
    },
    leads: ways(["NoMatchingError", "ChannelMismatch"]),
  },
  UpdateContactRecordingBehavior: {
    given: { RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } },
    leads: ways(),
  },
  UpdateContactRoutingBehavior: { given: { QueuePriority: "1" }, leads: ways() },
  UpdateContactTargetQueue: { given: { QueueId: arn("queue") }, leads: failing },
  UpdateContactTextToSpeechVoice: { given: { TextToSpeechVoice: "Joanna" }, leads: failing },
  UpdateFlowAttributes: {
    given: { FlowAttributes: { tier: { Value: "gold" } } },
    leads: failing,
  },
  UpdateFlowLoggingBehavior: { given: { FlowLoggingBehavior: "Enabled" }, leads: ways() },
  Wait: {
    given: { TimeLimitSeconds: "10" },
    leads: ways(["NoMatchingError"], [["Equals", "WaitCompleted"]]),
  },
} as const satisfies Readonly<Record<string, Minimal>>;

/** A type that has a smallest form here. */
export type MinimalType = keyof typeof MINIMAL;

/** The smallest form of a type. */
export const minimal = (type: MinimalType): Minimal & { readonly type: string } => ({
  type,
  ...MINIMAL[type],
});

/** The smallest form with further parameters, or others. */
export const given = (type: MinimalType, more: object) =>
  only(type, { ...minimal(type).given, ...more });

/** The smallest form with these parameters in place of its own. */
export const only = (type: MinimalType, parameters: Parameters) => ({
  ...minimal(type),
  given: parameters,
});

/** The smallest form with other ways out. */
export const leading = (type: MinimalType, leads: Transitions) => ({ ...minimal(type), leads });

/** The error branches of a transfer outside that the flow outlives. */
export const OUTCOMES = ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"] as const;

/** A transfer outside; the ways out depend on whether the flow goes on. */
export const transfer = (ContinueFlowExecution: string) => ({
  type: "TransferParticipantToThirdParty",
  given: {
    ThirdPartyPhoneNumber: "$.Attributes.number",
    ThirdPartyConnectionTimeLimitSeconds: "30",
    ContinueFlowExecution,
  },
});

/** The same form without one of its error branches. */
export const withoutError = ({ leads }: Minimal, error: string): Transitions => ({
  ...leads,
  Errors: (leads.Errors ?? []).filter(({ ErrorType }) => ErrorType !== error),
});
