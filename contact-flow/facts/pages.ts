import type { ActionType } from "../catalog";

/** What the page names that a type's `source` in the catalog is, or an older edition of that page. */
interface Named {
  readonly parameters: readonly string[];
  /** `none`: the page says that there is none. */
  readonly errors: readonly string[];
}

/**
 * The parameters and errors that AWS's own pages name. Read in AWS's archive of its guides
 * (awsdocs/amazon-connect-admin-guide, February 2023) and, for what is younger, in flow-as-code's
 * transcripts of October 2026. What stands nowhere here is known from elsewhere.
 */
export const PAGES: Readonly<Partial<Record<ActionType, Named>>> = {
  TagContact: { parameters: ["Tags"], errors: [] },
  UntagContact: { parameters: ["TagKeys"], errors: ["NoMatchingError"] },
  UpdateContactAttributes: {
    parameters: ["Attributes", "TargetContact"],
    errors: ["NoMatchingError"],
  },
  UpdateContactCallbackNumber: {
    parameters: ["CallbackNumber"],
    errors: ["InvalidCallbackNumber", "CallbackNumberNotDialable"],
  },
  UpdateContactData: {
    parameters: [
      "Name",
      "Description",
      "LanguageCode",
      "CustomerId",
      "IsVoiceIdStreamingEnabled",
      "IsVoiceAuthenticationEnabled",
      "IsFraudDetectionEnabled",
      "VoiceAuthenticationThreshold",
      "VoiceAuthenticationResponseTime",
      "FraudDetectionThreshold",
      "WatchlistId",
      "WisdomSessionArn",
      "TargetContact",
    ],
    errors: ["NoMatchingError"],
  },
  UpdateContactEventHooks: { parameters: ["EventHooks"], errors: ["NoMatchingError"] },
  UpdateContactMediaProcessing: {
    parameters: ["ChatProcessor"],
    errors: ["NoMatchingError", "ChannelMismatch"],
  },
  UpdateContactMediaStreamingBehavior: {
    parameters: ["MediaStreamingState", "Participants", "MediaStreamType"],
    errors: ["NoMatchingError"],
  },
  UpdateContactRecordingAndAnalyticsBehavior: {
    parameters: [
      "VoiceBehavior",
      "ChatBehavior",
      "ScreenRecordingBehavior",
      "ScreenRecordingBehavior.ScreenRecordedParticipants",
    ],
    errors: ["NoMatchingError", "ChannelMismatch", "InFlightRedactionConfigurationFailed"],
  },
  UpdateContactRecordingBehavior: {
    parameters: [
      "RecordingBehavior",
      "RecordingBehavior.RecordedParticipants",
      "RecordingBehavior.ScreenRecordedParticipants",
      "RecordingBehavior.IVRRecordingBehavior",
      "AnalyticsBehavior",
    ],
    errors: [],
  },
  UpdateContactRoutingBehavior: {
    parameters: ["QueuePriority", "QueueTimeAdjustmentSeconds"],
    errors: ["none"],
  },
  UpdateContactTargetQueue: { parameters: ["QueueId", "AgentId"], errors: ["NoMatchingError"] },
  UpdateContactTextToSpeechVoice: {
    parameters: ["TextToSpeechVoice", "TextToSpeechEngine", "TextToSpeechStyle"],
    errors: ["NoMatchingError"],
  },
  UpdatePreviousContactParticipantState: {
    parameters: ["PreviousContactParticipantState"],
    errors: ["NoMatchingError"],
  },
  CompleteOutboundCall: {
    parameters: ["CallerId", "VoiceConnector", "ConnectionTimeLimitSeconds"],
    errors: [],
  },
  CreateCase: {
    parameters: ["LinkContactToCase", "CaseRequestFields", "CaseTemplateId"],
    errors: ["ContactNotLinked", "NoMatchingError"],
  },
  GetCase: {
    parameters: [
      "LinkContactToCase",
      "CaseRequestFields",
      "GetLastUpdatedCase",
      "CustomerId",
      "CaseResponseFields",
    ],
    errors: ["ContactNotLinked", "MultipleFound", "NoneFound", "NoMatchingError"],
  },
  UpdateCase: {
    parameters: ["LinkContactToCase", "CaseRequestFields", "CaseId"],
    errors: ["ContactNotLinked", "NoMatchingError"],
  },
  CreateTask: {
    parameters: [
      "Name",
      "Description",
      "ContactFlowId",
      "TaskTemplateId",
      "Attributes",
      "References",
      "DelaySeconds",
    ],
    errors: ["NoMatchingError"],
  },
  CreateWisdomSession: { parameters: ["WisdomAssistantArn"], errors: ["NoMatchingError"] },
  DequeueContactAndTransferToQueue: {
    parameters: ["QueueId", "AgentId"],
    errors: ["QueueAtCapacity", "NoMatchingError"],
  },
  EndFlowModuleExecution: { parameters: [], errors: ["none"] },
  InvokeFlowModule: {
    parameters: ["FlowModuleId"],
    errors: ["NoMatchingError", "NoMatchingCondition"],
  },
  ResumeContact: { parameters: [], errors: ["NoMatchingError"] },
  StartOutboundChatContact: {
    parameters: [
      "SourceEndpoint",
      "DestinationEndpoint",
      "ContactFlowArn",
      "ContactSubtype",
      "InitialSystemMessage",
      "RelatedContact",
    ],
    errors: ["NoMatchingError"],
  },
  TransferContactToAgent: { parameters: [], errors: ["none"] },
  TransferContactToQueue: { parameters: [], errors: ["QueueAtCapacity", "NoMatchingError"] },
  MessageParticipant: {
    parameters: [
      "PromptId",
      "Text",
      "SSML",
      "Media",
      "Media.Uri",
      "Media.SourceType",
      "Media.MediaType",
    ],
    errors: ["NoMatchingError"],
  },
  MessageParticipantIteratively: {
    parameters: [
      "Messages",
      "Messages.PromptId",
      "Messages.Text",
      "Messages.SSML",
      "Messages.Media",
      "Messages.Media.Uri",
      "Messages.Media.SourceType",
      "Messages.Media.MediaType",
      "InterruptFrequencySeconds",
    ],
    errors: ["NoMatchingError"],
  },
  GetParticipantInput: {
    parameters: [
      "PromptId",
      "Text",
      "SSML",
      "Media",
      "Media.Uri",
      "Media.SourceType",
      "Media.MediaType",
      "InputTimeLimitSeconds",
      "StoreInput",
      "InputEncryption",
      "InputValidation",
      "InputValidation.PhoneNumberValidation",
      "InputValidation.PhoneNumberValidation.NumberFormat",
      "InputValidation.PhoneNumberValidation.CountryCode",
      "InputValidation.CustomValidation",
      "InputValidation.CustomValidation.MaximumLength",
      "InputEncryption.EncryptionKeyId",
      "InputEncryption.Key",
      "DTMFConfiguration",
      "DTMFConfiguration.InputTerminationSequence",
      "DTMFConfiguration.DisableCancelKey",
      "DTMFConfiguration.InterdigitTimeLimitSeconds",
    ],
    errors: [
      "InputTimeLimitExceeded",
      "NoMatchingCondition",
      "NoMatchingError",
      "InvalidPhoneNumber",
    ],
  },
  ConnectParticipantWithLexBot: {
    parameters: [
      "PromptId",
      "Text",
      "SSML",
      "Media",
      "Media.Uri",
      "Media.SourceType",
      "Media.MediaType",
      "LexV2Bot",
      "LexV2Bot.AliasArn",
      "LexBot",
      "LexSessionAttributes",
      "LexInitializationData",
      "LexTimeoutSeconds",
      "LexTimeoutSeconds.Text",
    ],
    errors: ["InputTimeLimitExceeded", "NoMatchingError", "NoMatchingCondition"],
  },
  DisconnectParticipant: { parameters: [], errors: ["none"] },
  ShowView: {
    parameters: [
      "ViewResource",
      "ViewResource.Id",
      "ViewResource.Version",
      "InvocationTimeLimitSeconds",
      "ViewData",
      "SensitiveDataConfiguration",
    ],
    errors: ["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"],
  },
  CheckHoursOfOperation: { parameters: ["HoursOfOperationId"], errors: ["NoMatchingError"] },
  CheckMetricData: {
    parameters: ["MetricType", "QueueId", "AgentId"],
    errors: ["NoMatchingError", "NoMatchingCondition"],
  },
  CheckOutboundCallStatus: { parameters: [], errors: ["NoMatchingError"] },
  CheckVoiceId: { parameters: ["CheckVoiceIdOption"], errors: ["NoMatchingError"] },
  Compare: { parameters: ["ComparisonValue"], errors: ["NoMatchingCondition"] },
  DistributeByPercentage: { parameters: [], errors: ["NoMatchingCondition"] },
  EndFlowExecution: { parameters: [], errors: ["none"] },
  GetMetricData: {
    parameters: ["QueueId", "AgentId", "QueueChannel"],
    errors: ["NoMatchingError"],
  },
  Loop: { parameters: ["LoopCount"], errors: [] },
  StartVoiceIdStream: { parameters: [], errors: ["NoMatchingError"] },
  TransferToFlow: { parameters: ["ContactFlowId"], errors: ["NoMatchingError"] },
  UpdateFlowAttributes: { parameters: ["FlowAttributes"], errors: [] },
  UpdateFlowLoggingBehavior: { parameters: ["FlowLoggingBehavior"], errors: ["none"] },
  UpdateContactRoutingCriteria: { parameters: ["RoutingCriteria"], errors: ["NoMatchingError"] },
  Wait: { parameters: ["Events"], errors: ["NoMatchingError", "ParticipantNotFound"] },
  AssociateContactToCustomerProfile: {
    parameters: ["ProfileRequestData", "ProfileResponseData"],
    errors: ["NoMatchingError"],
  },
  CreateCustomerProfile: {
    parameters: ["ProfileRequestData", "ProfileResponseData"],
    errors: ["NoMatchingError"],
  },
  GetCustomerProfile: {
    parameters: ["ProfileRequestData", "ProfileResponseData"],
    errors: ["MultipleFoundError", "NoneFoundError", "NoMatchingError"],
  },
  GetCustomerProfileObject: {
    parameters: ["ProfileRequestData", "ProfileResponseData"],
    errors: ["NoneFoundError", "NoMatchingError"],
  },
  GetCalculatedAttributesForCustomerProfile: {
    parameters: ["ProfileRequestData", "ProfileResponseData"],
    errors: ["NoneFoundError", "NoMatchingError"],
  },
  UpdateCustomerProfile: {
    parameters: ["ProfileRequestData", "ProfileResponseData"],
    errors: ["NoMatchingError"],
  },
  CreateCallbackContact: {
    parameters: [
      "QueueId",
      "AgentId",
      "InitialCallDelaySeconds",
      "MaximumConnectionAttempts",
      "RetryDelaySeconds",
      "ContactFlowId",
      "CallerId",
    ],
    errors: ["NoMatchingError"],
  },
  InvokeLambdaFunction: {
    parameters: [
      "LambdaFunctionARN",
      "InvocationType",
      "LambdaInvocationAttributes",
      "ResponseValidation",
      "ResponseValidation.ResponseType",
      "InvocationTimeLimitSeconds",
    ],
    errors: ["NoMatchingError"],
  },
  TransferParticipantToThirdParty: {
    parameters: [
      "ThirdPartyPhoneNumber",
      "ThirdPartyConnectionTimeLimitSeconds",
      "ContinueFlowExecution",
      "ThirdPartyDTMFDigits",
      "CallerId",
    ],
    errors: ["NoMatchingError", "CallFailed", "ConnectionTimeLimitExceeded"],
  },
  AuthenticateParticipant: { parameters: [], errors: ["TimeLimitExceeded", "NoMatchingError"] },
  LoadContactContent: { parameters: [], errors: ["NoMatchingError"] },
};
