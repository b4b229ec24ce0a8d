import type * as sdk from "@aws-sdk/client-connect";

/** `T` with the members `K` required: Connect always returns them, though the SDK types all members as optional. */
type WithRequired<T, K extends keyof T> = T & { [P in K]-?: NonNullable<T[P]> };

/** A schedule. */
export type HoursOfOperation = WithRequired<
  sdk.HoursOfOperation,
  "HoursOfOperationId" | "HoursOfOperationArn" | "Name" | "TimeZone" | "Config"
> & { overrides?: Map<string, HoursOfOperationOverride> };

/** A name with values by which contacts are routed or described. */
export type PredefinedAttribute = WithRequired<sdk.PredefinedAttribute, "Name" | "Values">;

/** Days of a schedule with hours of their own. */
export type HoursOfOperationOverride = WithRequired<
  sdk.HoursOfOperationOverride,
  "HoursOfOperationOverrideId" | "Name" | "Config" | "EffectiveFrom" | "EffectiveTill"
>;

/** A queue, with the ids of the quick connects that its agents see, in the order of association. */
export type Queue = WithRequired<
  sdk.Queue,
  "QueueId" | "QueueArn" | "Name" | "HoursOfOperationId" | "Status"
> & { quickConnectIds: string[] };

/** A quick connect. */
export type QuickConnect = WithRequired<
  sdk.QuickConnect,
  "QuickConnectId" | "QuickConnectARN" | "Name" | "QuickConnectConfig"
>;

/** One queue and channel of a routing profile: lower priority first, after `Delay` seconds. */
export interface RoutingProfileQueue {
  QueueReference: { QueueId: string; Channel: sdk.Channel };
  Priority: number;
  Delay: number;
}

/** A routing profile, with the queues that its agents serve. */
export type RoutingProfile = WithRequired<
  sdk.RoutingProfile,
  | "RoutingProfileId"
  | "RoutingProfileArn"
  | "Name"
  | "DefaultOutboundQueueId"
  | "MediaConcurrencies"
> & { queues: RoutingProfileQueue[] };

/** A user: an agent, a supervisor or an administrator. Passwords are checked and not kept. */
export type User = WithRequired<
  sdk.User,
  "Id" | "Arn" | "Username" | "RoutingProfileId" | "SecurityProfileIds" | "PhoneConfig"
>;

/** A group of the user hierarchy; the groups of level one have no parent. */
export type HierarchyGroup = WithRequired<sdk.HierarchyGroup, "Id" | "Arn" | "Name" | "LevelId"> & {
  parentGroupId: string | undefined;
};

/** A security profile, with its permissions. */
export type SecurityProfile = WithRequired<
  sdk.SecurityProfile,
  "Id" | "Arn" | "SecurityProfileName"
> & {
  permissions: string[];
};

/**
 * A contact flow. `Content` is what callers hear; it is absent until the flow is first published.
 * `saved` is what the designer shows: the last content given, published or not.
 */
export type ContactFlow = WithRequired<
  sdk.ContactFlow,
  "Id" | "Arn" | "Name" | "Type" | "State"
> & {
  saved: string;
  versions?: ContactFlowVersion[];
};

/** What a flow's content was when the version was made. A deleted one keeps its number. */
export interface ContactFlowVersion {
  readonly number: number;
  readonly content: string;
  readonly description: string | undefined;
  deleted: boolean;
}

/** A contact flow module. */
export type ContactFlowModule = WithRequired<
  sdk.ContactFlowModule,
  "Id" | "Arn" | "Name" | "Content" | "State"
>;

/** A prompt: a recording by name. */
export type Prompt = WithRequired<sdk.Prompt, "PromptId" | "PromptARN" | "Name">;

/** A status that agents set themselves to. */
export type AgentStatus = WithRequired<
  sdk.AgentStatus,
  "AgentStatusId" | "AgentStatusARN" | "Name" | "Type" | "State"
>;

/** A custom vocabulary of Contact Lens. */
export type Vocabulary = WithRequired<
  sdk.Vocabulary,
  "Id" | "Arn" | "Name" | "LanguageCode" | "State" | "LastModifiedTime"
>;

/** An evaluation form: its versions, oldest first, of which one at most is active. */
export interface EvaluationForm {
  readonly EvaluationFormId: string;
  readonly EvaluationFormArn: string;
  readonly versions: EvaluationFormVersion[];
  LastActivatedTime?: Date;
  Tags: Record<string, string>;
}

/** A version of an evaluation form. A locked one can't be changed any more. */
export type EvaluationFormVersion = Omit<
  WithRequired<
    sdk.EvaluationForm,
    "EvaluationFormVersion" | "Locked" | "Title" | "Status" | "Items" | "CreatedTime"
  >,
  "EvaluationFormId" | "EvaluationFormArn" | "Tags"
>;

/** An evaluation of a contact, with the version of the form that it was started with. */
export interface ContactEvaluation {
  readonly EvaluationId: string;
  readonly EvaluationArn: string;
  readonly ContactId: string;
  readonly EvaluationFormId: string;
  readonly EvaluationFormVersion: number;
  readonly CreatorArn: string;
  readonly CreatedTime: Date;
  /** Who changed it last: a user, or the caller of the API. */
  EvaluatorArn: string;
  LastModifiedTime: Date;
  Status: "DRAFT" | "SUBMITTED";
  /** How often it was submitted. */
  submissions: number;
  answers: Record<string, sdk.EvaluationAnswerOutput>;
  notes: Record<string, sdk.EvaluationNote>;
  /** Since it was submitted, if the form has scores. */
  scores?: {
    readonly form: sdk.EvaluationScore;
    /** By the id of a section or question. */
    readonly items: Readonly<Record<string, sdk.EvaluationScore>>;
  };
  Tags: Record<string, string>;
}

/** A rule: the event that triggers it, its condition and its actions. */
export type Rule = WithRequired<
  sdk.Rule,
  "RuleId" | "RuleArn" | "Name" | "TriggerEventSource" | "Function" | "Actions" | "PublishStatus"
>;

/** A contact: a call that was made, also once it is over. */
export type Contact = WithRequired<sdk.Contact, "Id" | "Arn"> & { readonly told: ContactTold };

/** What a contact's record tells, and the API doesn't. */
export interface ContactTold {
  /** When it left its queue: it was answered, given up, or goes on as another contact. */
  dequeued?: Date;
  /** How often it was offered to an agent. */
  connectionAttempts: number;
  /** When the agent had it on hold; the last one has no end while it lasts. */
  holds: { readonly from: Date; till?: Date }[];
  /** The contact that this one goes on as: a transfer, or the callback that was asked for. */
  nextContactId?: string;
  transferCompleted?: Date;
  /** In E.164: a telephone outside the center that it was transferred to. */
  transferredTo?: string;
}

/** What an instance contains, by kind. */
export interface Entities {
  hoursOfOperations: HoursOfOperation;
  queues: Queue;
  quickConnects: QuickConnect;
  routingProfiles: RoutingProfile;
  users: User;
  hierarchyGroups: HierarchyGroup;
  securityProfiles: SecurityProfile;
  contactFlows: ContactFlow;
  contactFlowModules: ContactFlowModule;
  prompts: Prompt;
  agentStatuses: AgentStatus;
  vocabularies: Vocabulary;
  evaluationForms: EvaluationForm;
  rules: Rule;
}

/** A kind of thing that an instance contains. */
export type Kind = keyof Entities;

/** The collections of an instance, each by id, in the order of creation. */
export type Collections = { readonly [K in Kind]: Map<string, Entities[K]> };

/** Where an instance stores one type of data: recordings, transcripts, events, … */
export interface StorageConfig {
  resourceType: sdk.InstanceStorageResourceType;
  config: sdk.InstanceStorageConfig;
}

/** A Connect instance and all in it. */
export type Instance = WithRequired<
  sdk.Instance,
  "Id" | "Arn" | "IdentityManagementType" | "InboundCallsEnabled" | "OutboundCallsEnabled"
> &
  Collections & {
    attributes: Map<sdk.InstanceAttributeType, string>;
    storageConfigs: Map<string, StorageConfig>;
    lambdaFunctions: string[];
    approvedOrigins: string[];
    bots: sdk.LexBotConfig[];
    /** Ids of vocabularies, by language. */
    defaultVocabularies: Map<sdk.VocabularyLanguageCode, string>;
    contacts: Map<string, Contact>;
    contactEvaluations: Map<string, ContactEvaluation>;
    integrationAssociations: Map<string, sdk.IntegrationAssociationSummary>;
    /** By name, which is their id. */
    predefinedAttributes: Map<string, PredefinedAttribute>;
    hierarchyStructure: sdk.HierarchyStructure;
    /** The ids of what the instance was made with: these do not count towards its quotas. */
    stock: Set<string>;
  };

/**
 * A phone number that a search has handed out. Its type and country are known only from here: a
 * claim names the number alone. A released number stays, because nobody gets it again.
 */
export interface OfferedNumber {
  readonly type: sdk.PhoneNumberType;
  readonly countryCode: sdk.PhoneNumberCountryCode;
  status: "OFFERED" | "CLAIMED" | "RELEASED";
}

/** A claimed phone number, with the flow that answers it. */
export type ClaimedPhoneNumber = WithRequired<
  sdk.ClaimedPhoneNumberSummary,
  "PhoneNumberId" | "PhoneNumberArn" | "PhoneNumber" | "PhoneNumberStatus"
> & { contactFlowId: string | undefined };

/** All that an account has of Amazon Connect. Only operations write it, and the telephone its contacts. */
export interface Store {
  readonly instances: Map<string, Instance>;
  readonly phoneNumbers: Map<string, ClaimedPhoneNumber>;
  /** Every number that a search has handed out, by its E.164 form. */
  readonly offeredNumbers: Map<string, OfferedNumber>;
  /** What was made for a ClientToken, by operation and token: a repeated request gets it again. */
  readonly clientTokens: Map<string, string>;
}

/** An account without any instance. */
export const emptyStore = (): Store => ({
  instances: new Map(),
  phoneNumbers: new Map(),
  offeredNumbers: new Map(),
  clientTokens: new Map(),
});
