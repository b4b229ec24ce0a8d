import type { ActionType } from "../catalog";

/** What the page names that a type's `source` in the catalog is, or an older edition of that page. */
interface Named {
  readonly parameters: readonly string[];
  /** `none`: the page says that there is none. */
  readonly errors: readonly string[];
}

const names = (
  parameters: readonly string[],
  errors: readonly string[] = ["NoMatchingError"],
): Named => ({ parameters, errors });

const within = (parameter: string, members: readonly string[]): string[] =>
  members.map((member) => `${parameter}.${member}`);

/** What is said to a participant. */
const SAID = [
  "PromptId",
  "Text",
  "SSML",
  "Media",
  ...within("Media", ["Uri", "SourceType", "MediaType"]),
];

/** What is asked of a customer profile, and where the answer goes. */
const PROFILE = ["ProfileRequestData", "ProfileResponseData"];

/**
 * The parameters and errors that AWS's own pages name. Read in AWS's archive of its guides
 * (awsdocs/amazon-connect-admin-guide, February 2023) and, for what is younger, in flow-as-code's
 * transcripts of October 2026. What stands nowhere here is known from elsewhere.
 */
export const PAGES: Readonly<Partial<Record<ActionType, Named>>> = {
  TagContact: names(["Tags"], []),
  UntagContact: names(["TagKeys"]),
  UpdateContactAttributes: names(["Attributes", "TargetContact"]),
  UpdateContactCallbackNumber: names(
    ["CallbackNumber"],
    ["InvalidCallbackNumber", "CallbackNumberNotDialable"],
  ),
  UpdateContactData: names([
    ...["Name", "Description", "LanguageCode", "CustomerId", "IsVoiceIdStreamingEnabled"],
    ...["IsVoiceAuthenticationEnabled", "IsFraudDetectionEnabled"],
    ...["VoiceAuthenticationThreshold", "VoiceAuthenticationResponseTime"],
    ...["FraudDetectionThreshold", "WatchlistId", "WisdomSessionArn", "TargetContact"],
  ]),
  UpdateContactEventHooks: names(["EventHooks"]),
  UpdateContactMediaProcessing: names(["ChatProcessor"], ["NoMatchingError", "ChannelMismatch"]),
  UpdateContactMediaStreamingBehavior: names([
    "MediaStreamingState",
    "Participants",
    "MediaStreamType",
  ]),
  UpdateContactRecordingAndAnalyticsBehavior: names(
    [
      ...["VoiceBehavior", "ChatBehavior", "ScreenRecordingBehavior"],
      "ScreenRecordingBehavior.ScreenRecordedParticipants",
    ],
    ["NoMatchingError", "ChannelMismatch", "InFlightRedactionConfigurationFailed"],
  ),
  UpdateContactRecordingBehavior: names(
    [
      ...["RecordingBehavior", "RecordingBehavior.RecordedParticipants"],
      "RecordingBehavior.ScreenRecordedParticipants",
      ...["RecordingBehavior.IVRRecordingBehavior", "AnalyticsBehavior"],
    ],
    [],
  ),
  UpdateContactRoutingBehavior: names(["QueuePriority", "QueueTimeAdjustmentSeconds"], ["none"]),
  UpdateContactTargetQueue: names(["QueueId", "AgentId"]),
  UpdateContactTextToSpeechVoice: names([
    "TextToSpeechVoice",
    "TextToSpeechEngine",
    "TextToSpeechStyle",
  ]),
  UpdatePreviousContactParticipantState: names(["PreviousContactParticipantState"]),
  CompleteOutboundCall: names(["CallerId", "VoiceConnector", "ConnectionTimeLimitSeconds"], []),
  CreateCase: names(
    ["LinkContactToCase", "CaseRequestFields", "CaseTemplateId"],
    ["ContactNotLinked", "NoMatchingError"],
  ),
  GetCase: names(
    [
      ...["LinkContactToCase", "CaseRequestFields", "GetLastUpdatedCase", "CustomerId"],
      "CaseResponseFields",
    ],
    ["ContactNotLinked", "MultipleFound", "NoneFound", "NoMatchingError"],
  ),
  UpdateCase: names(
    ["LinkContactToCase", "CaseRequestFields", "CaseId"],
    ["ContactNotLinked", "NoMatchingError"],
  ),
  CreateTask: names([
    ...["Name", "Description", "ContactFlowId", "TaskTemplateId", "Attributes"],
    ...["References", "DelaySeconds"],
  ]),
  CreateWisdomSession: names(["WisdomAssistantArn"]),
  DequeueContactAndTransferToQueue: names(
    ["QueueId", "AgentId"],
    ["QueueAtCapacity", "NoMatchingError"],
  ),
  EndFlowModuleExecution: names([], ["none"]),
  InvokeFlowModule: names(["FlowModuleId"], ["NoMatchingError", "NoMatchingCondition"]),
  ResumeContact: names([]),
  StartOutboundChatContact: names([
    ...["SourceEndpoint", "DestinationEndpoint", "ContactFlowArn", "ContactSubtype"],
    ...["InitialSystemMessage", "RelatedContact"],
  ]),
  TransferContactToAgent: names([], ["none"]),
  TransferContactToQueue: names([], ["QueueAtCapacity", "NoMatchingError"]),
  MessageParticipant: names(SAID),
  MessageParticipantIteratively: names([
    "Messages",
    ...within("Messages", SAID),
    "InterruptFrequencySeconds",
  ]),
  GetParticipantInput: names(
    [
      ...SAID,
      ...["InputTimeLimitSeconds", "StoreInput", "InputEncryption", "InputValidation"],
      "InputValidation.PhoneNumberValidation",
      "InputValidation.PhoneNumberValidation.NumberFormat",
      "InputValidation.PhoneNumberValidation.CountryCode",
      "InputValidation.CustomValidation",
      "InputValidation.CustomValidation.MaximumLength",
      ...["InputEncryption.EncryptionKeyId", "InputEncryption.Key", "DTMFConfiguration"],
      "DTMFConfiguration.InputTerminationSequence",
      "DTMFConfiguration.DisableCancelKey",
      "DTMFConfiguration.InterdigitTimeLimitSeconds",
    ],
    ["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError", "InvalidPhoneNumber"],
  ),
  ConnectParticipantWithLexBot: names(
    [
      ...SAID,
      ...["LexV2Bot", "LexV2Bot.AliasArn", "LexBot", "LexSessionAttributes"],
      ...["LexInitializationData", "LexTimeoutSeconds", "LexTimeoutSeconds.Text"],
    ],
    ["InputTimeLimitExceeded", "NoMatchingError", "NoMatchingCondition"],
  ),
  DisconnectParticipant: names([], ["none"]),
  ShowView: names(
    [
      ...["ViewResource", "ViewResource.Id", "ViewResource.Version"],
      ...["InvocationTimeLimitSeconds", "ViewData", "SensitiveDataConfiguration"],
    ],
    ["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"],
  ),
  CheckHoursOfOperation: names(["HoursOfOperationId"]),
  CheckMetricData: names(
    ["MetricType", "QueueId", "AgentId"],
    ["NoMatchingError", "NoMatchingCondition"],
  ),
  CheckOutboundCallStatus: names([]),
  CheckVoiceId: names(["CheckVoiceIdOption"]),
  Compare: names(["ComparisonValue"], ["NoMatchingCondition"]),
  DistributeByPercentage: names([], ["NoMatchingCondition"]),
  EndFlowExecution: names([], ["none"]),
  GetMetricData: names(["QueueId", "AgentId", "QueueChannel"]),
  Loop: names(["LoopCount"], []),
  StartVoiceIdStream: names([]),
  TransferToFlow: names(["ContactFlowId"]),
  UpdateFlowAttributes: names(["FlowAttributes"], []),
  UpdateFlowLoggingBehavior: names(["FlowLoggingBehavior"], ["none"]),
  UpdateContactRoutingCriteria: names(["RoutingCriteria"]),
  Wait: names(["Events"], ["NoMatchingError", "ParticipantNotFound"]),
  AssociateContactToCustomerProfile: names(PROFILE),
  CreateCustomerProfile: names(PROFILE),
  GetCustomerProfile: names(PROFILE, ["MultipleFoundError", "NoneFoundError", "NoMatchingError"]),
  GetCustomerProfileObject: names(PROFILE, ["NoneFoundError", "NoMatchingError"]),
  GetCalculatedAttributesForCustomerProfile: names(PROFILE, ["NoneFoundError", "NoMatchingError"]),
  UpdateCustomerProfile: names(PROFILE),
  CreateCallbackContact: names([
    ...["QueueId", "AgentId", "InitialCallDelaySeconds", "MaximumConnectionAttempts"],
    ...["RetryDelaySeconds", "ContactFlowId", "CallerId"],
  ]),
  InvokeLambdaFunction: names([
    ...["LambdaFunctionARN", "InvocationType", "LambdaInvocationAttributes"],
    ...["ResponseValidation", "ResponseValidation.ResponseType"],
    "InvocationTimeLimitSeconds",
  ]),
  TransferParticipantToThirdParty: names(
    [
      ...["ThirdPartyPhoneNumber", "ThirdPartyConnectionTimeLimitSeconds"],
      ...["ContinueFlowExecution", "ThirdPartyDTMFDigits", "CallerId"],
    ],
    ["NoMatchingError", "CallFailed", "ConnectionTimeLimitExceeded"],
  ),
  AuthenticateParticipant: names([], ["TimeLimitExceeded", "NoMatchingError"]),
  LoadContactContent: names([]),
};
