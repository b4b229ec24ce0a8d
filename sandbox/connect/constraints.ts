import * as sdk from "@aws-sdk/client-connect";
import { ConnectError } from "./errors";

/** Says what a value must be, or undefined if it is that. */
type Rule = (value: unknown) => string | undefined;

const size =
  (unit: string, sizeOf: (value: unknown) => number) =>
  (min: number, max: number): Rule =>
  (value) => {
    const count = sizeOf(value);
    if (count < min) return `include at least ${min} ${unit}`;
    if (count > max) return `include at most ${max} ${unit}`;
    return undefined;
  };

const length = size("characters", (value) => String(value).length);
const items = size("items", (value) => (value as unknown[]).length);
const between =
  (min: number, max: number): Rule =>
  (value) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? undefined
      : `be a whole number from ${min} to ${max}`;
const oneOf =
  (values: Readonly<Record<string, string>>): Rule =>
  (value) =>
    Object.values(values).includes(String(value))
      ? undefined
      : `be one of ${Object.values(values).slice(0, 15).join(", ")}`;
const matching =
  (pattern: RegExp, words: string): Rule =>
  (value) =>
    pattern.test(String(value)) ? undefined : words;
const eachOf =
  (rule: Rule): Rule =>
  (value) =>
    (value as unknown[]).map(rule).find((broken) => broken !== undefined);

const E164 = matching(/^\+[1-9]\d{1,14}$/, "be a phone number in E.164 form, such as +13025550100");

const DATE = matching(/^\d{4}-\d{2}-\d{2}$/, "be a date such as 2026-12-25");

const TAG_KEY = matching(
  /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u,
  "have keys of 1 to 128 letters, digits, spaces and _.:/=+-@ that do not begin with aws:",
);

const tags: Rule = (value) => {
  const entries = Object.entries(value as Record<string, string>);
  if (entries.length > 50) return "include at most 50 tags";
  if (entries.some(([, text]) => text.length > 256)) return "have values of at most 256 characters";
  return eachOf(TAG_KEY)(entries.map(([key]) => key));
};

/**
 * The limits that an operator can hit, by member or, where operations differ, by operation and
 * member. The SDK's schemas leave them out; they are those of the service's model (botocore,
 * connect 2017-08-08). Descriptions may be empty: the model says at least one character, but the
 * AWS provider clears a description by sending "" and Connect takes it.
 */
const RULES: Readonly<Record<string, Rule>> = {
  Name: length(1, 127),
  Description: length(0, 250),
  "CreateContactFlow.Description": length(0, 500),
  "UpdateContactFlowName.Description": length(0, 500),
  "UpdateContactFlowMetadata.Description": length(0, 500),
  "CreateContactFlowModule.Description": length(0, 500),
  "UpdateContactFlowModuleMetadata.Description": length(0, 500),
  Content: length(1, 256_000),
  Tags: tags,
  tags,
  tagKeys: items(1, 50),

  InstanceAlias: matching(
    /^(?!d-)(?=.{1,45}$)[\da-zA-Z]+(-*[\da-zA-Z])*$/,
    "be 1 to 45 letters, digits and hyphens, begin and end with a letter or digit, and not begin with d-",
  ),
  DirectoryId: matching(/^d-[0-9a-f]{10}$/, "be a directory id such as d-0123456789"),
  IdentityManagementType: oneOf(sdk.DirectoryType),
  AttributeType: oneOf(sdk.InstanceAttributeType),
  ResourceType: oneOf(sdk.InstanceStorageResourceType),
  "ListFlowAssociations.ResourceType": oneOf(sdk.ListFlowAssociationResourceType),
  "BatchGetFlowAssociation.ResourceType": oneOf(sdk.ListFlowAssociationResourceType),
  StorageType: oneOf(sdk.StorageType),
  BucketName: length(1, 128),
  BucketPrefix: length(1, 128),
  RetentionPeriodHours: between(0, 87_600),
  EncryptionType: oneOf(sdk.EncryptionType),
  FunctionArn: length(1, 140),

  Config: items(0, 100),
  EffectiveFrom: DATE,
  EffectiveTill: DATE,
  Day: oneOf(sdk.HoursOfOperationDays),
  Hours: between(0, 23),
  Minutes: between(0, 59),

  MaxContacts: between(0, Number.MAX_SAFE_INTEGER),
  OutboundCallerIdName: length(1, 255),
  "CreateQueue.QuickConnectIds": items(0, 50),
  QuickConnectIds: items(1, 50),
  "UpdateQueueStatus.Status": oneOf(sdk.QueueStatus),
  QueueTypes: eachOf(oneOf(sdk.QueueType)),

  QuickConnectType: oneOf(sdk.QuickConnectType),
  QuickConnectTypes: eachOf(oneOf(sdk.QuickConnectType)),
  PhoneNumber: E164,
  DeskPhoneNumber: matching(/^$|^\+[1-9]\d{1,14}$/, "be a phone number in E.164 form, or empty"),

  Channel: oneOf(sdk.Channel),
  Concurrency: between(1, 10),
  Priority: between(1, 99),
  Delay: between(0, 9999),
  "CreateRoutingProfile.Description": length(1, 250),
  QueueConfigs: items(1, 10),

  Username: matching(/^[\w.@-]{1,100}$/, "be 1 to 100 letters, digits and the characters _ . @ -"),
  FirstName: length(0, 255),
  LastName: length(0, 300),
  PhoneType: oneOf(sdk.PhoneType),
  AfterContactWorkTimeLimit: between(0, 2_000_000),
  SecurityProfileIds: items(1, 10),

  SecurityProfileName: matching(
    /^[ \w@-]{1,127}$/,
    "be 1 to 127 letters, digits, spaces and the characters _ @ -",
  ),
  Permissions: items(0, 500),

  "CreateContactFlow.Type": oneOf(sdk.ContactFlowType),
  "CreateContactFlow.Status": oneOf(sdk.ContactFlowStatus),
  ContactFlowState: oneOf(sdk.ContactFlowState),
  ContactFlowTypes: eachOf(oneOf(sdk.ContactFlowType)),
  "UpdateContactFlowModuleMetadata.State": oneOf(sdk.ContactFlowModuleState),

  "CreateAgentStatus.State": oneOf(sdk.AgentStatusState),
  "UpdateAgentStatus.State": oneOf(sdk.AgentStatusState),
  DisplayOrder: between(1, 50),

  PhoneNumberCountryCode: oneOf(sdk.PhoneNumberCountryCode),
  PhoneNumberType: oneOf(sdk.PhoneNumberType),
  PhoneNumberPrefix: matching(/^\+[0-9]{1,11}$/, "be + and 1 to 11 digits, such as +1302"),
  PhoneNumberDescription: length(0, 500),
};

/** The largest page of the operations that do not allow the usual 1000. */
const PAGE_LIMITS: Readonly<Record<string, number>> = {
  ListInstances: 10,
  ListInstanceStorageConfigs: 10,
  ListInstanceAttributes: 7,
  ListLambdaFunctions: 25,
  ListApprovedOrigins: 25,
  ListHoursOfOperationOverrides: 100,
  ListQueueQuickConnects: 100,
  ListRoutingProfileQueues: 100,
  SearchAvailablePhoneNumbers: 10,
  SearchQueues: 500,
  SearchRoutingProfiles: 500,
  SearchUsers: 500,
};

/** The largest MaxResults that an operation takes. */
export const pageLimit = (operation: string): number =>
  PAGE_LIMITS[operation] ?? (operation.startsWith("Search") ? 100 : 1000);

/**
 * Checks one member of an input against its documented limits.
 *
 * @throws {ConnectError} InvalidParameterException, in the words that Connect uses where known
 *   ("QuickConnectIds must include at most 50 items")
 */
export function checkConstraint(
  operation: string,
  member: string,
  value: unknown,
  path: string,
): void {
  const rule =
    member === "MaxResults"
      ? between(1, pageLimit(operation))
      : (RULES[`${operation}.${member}`] ?? RULES[member]);
  const broken = rule?.(value);
  if (broken === undefined) return;
  const text = JSON.stringify(value);
  // Passwords have no rule here, so that no secret can be quoted in an error.
  const got = Array.isArray(value) ? "" : `, got ${text.slice(0, 80)}`;
  throw new ConnectError("InvalidParameterException", `${path} must ${broken}${got}`);
}
