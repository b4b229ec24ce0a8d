/** How much a field of the value can hold. */
export interface Limit {
  /** What is counted: the characters of a text, the entries of a list, or the number itself. */
  readonly of: "characters" | "entries" | "number";
  /** The smallest size or number. */
  readonly least: number;
  /**
   * The largest size or number.
   * @default - none
   */
  readonly most?: number;
  /** The unit of a number, if its field's name doesn't say it. */
  readonly unit?: string;
  /** The source in AWS's documentation, or the reason. */
  readonly source: string;
}

const CONNECT = "Amazon Connect, API reference";
/** CreateContactFlow documents only a minimum length of the name. */
const OTHERS = "as of queues: AWS documents none for flows";

const characters = (least: number, most: number, source: string): Limit => ({
  of: "characters",
  least,
  most,
  source,
});
const entries = (least: number, most: number, source: string): Limit => ({
  of: "entries",
  least,
  most,
  source,
});
const numbers = (least: number, most: number, source: string, unit?: string): Limit => ({
  of: "number",
  least,
  most,
  source,
  ...(unit && { unit }),
});
const from = (least: number, source: string, unit?: string): Limit => ({
  of: "number",
  least,
  source,
  ...(unit && { unit }),
});

/**
 * The limits of the value's fields, each by interface and field. Validation and its messages read them;
 * docs/limits.md and the fields' docstrings are compared with them. Limits that AWS raises on request
 * are quotas: `validation/quotas.ts`.
 */
export const LIMITS = {
  "InstanceValue.alias": characters(1, 45, `${CONNECT}, CreateInstance, InstanceAlias`),
  "InstanceValue.concurrentCalls": from(1, "a quota is a whole number"),
  "IdentityValue.metadata": characters(
    1000,
    10_000_000,
    "IAM, API reference, CreateSAMLProvider, SAMLMetadataDocument",
  ),
  "HierarchyValue.levels": entries(0, 5, "Amazon Connect, administrator guide, agent-hierarchy"),
  "HierarchyValue.levels, each": characters(1, 50, `${CONNECT}, HierarchyLevelUpdate, Name`),
  "HierarchyGroupValue.name": characters(1, 100, `${CONNECT}, CreateUserHierarchyGroup, Name`),
  "ContactCenterValue.agentStatuses": entries(
    0,
    48,
    "Amazon Connect, administrator guide, feature limits: 50, Available and Offline among them",
  ),
  "ContactCenterValue.otherFunctions": entries(
    0,
    49,
    "Amazon Connect, administrator guide, feature limits: 50 functions, the center's own among them",
  ),
  "ContactCenterValue.otherFunctions, each": characters(
    1,
    64,
    "Lambda, API reference, CreateFunction, FunctionName",
  ),
  "AgentStatusValue.name": characters(1, 127, `${CONNECT}, CreateAgentStatus, Name`),
  "AgentStatusValue.description": characters(1, 250, `${CONNECT}, CreateAgentStatus, Description`),
  "HoursOfOperationValue.name": characters(1, 127, `${CONNECT}, CreateHoursOfOperation, Name`),
  "HoursOfOperationValue.description": characters(
    1,
    250,
    `${CONNECT}, CreateHoursOfOperation, Description`,
  ),
  "HoursOfOperationValue.holidays": entries(
    0,
    50,
    "Amazon Connect, administrator guide, hours-of-operation-overrides",
  ),
  "HolidayValue.name": characters(
    1,
    116,
    `${CONNECT}, CreateHoursOfOperationOverride, Name: 127, a space and the date among them`,
  ),
  "QueueValue.name": characters(1, 127, `${CONNECT}, CreateQueue, Name`),
  "QueueValue.description": characters(1, 250, `${CONNECT}, CreateQueue, Description`),
  "QueueValue.outboundCallerIdName": characters(
    1,
    255,
    `${CONNECT}, OutboundCallerConfig, OutboundCallerIdName`,
  ),
  "QueueValue.quickConnects": entries(
    0,
    700,
    "Amazon Connect, administrator guide, feature limits: AWS doesn't raise it",
  ),
  "QueueValue.maxContacts": from(0, `${CONNECT}, CreateQueue, MaxContacts`),
  "QuickConnectValue.name": characters(1, 127, `${CONNECT}, CreateQuickConnect, Name`),
  "QuickConnectValue.description": characters(
    1,
    250,
    `${CONNECT}, CreateQuickConnect, Description`,
  ),
  "RoutingProfileValue.name": characters(1, 127, `${CONNECT}, CreateRoutingProfile, Name`),
  "RoutingProfileValue.description": characters(
    1,
    250,
    `${CONNECT}, CreateRoutingProfile, Description`,
  ),
  "RoutingProfileQueueValue.priority": numbers(
    1,
    99,
    `${CONNECT}, RoutingProfileQueueConfig, Priority`,
  ),
  "RoutingProfileQueueValue.delaySeconds": numbers(
    0,
    9999,
    `${CONNECT}, RoutingProfileQueueConfig, Delay`,
    "seconds",
  ),
  "SecurityProfileValue.name": characters(
    1,
    127,
    `${CONNECT}, CreateSecurityProfile, SecurityProfileName`,
  ),
  "SecurityProfileValue.description": characters(
    1,
    250,
    `${CONNECT}, CreateSecurityProfile, Description`,
  ),
  "AgentPhoneValue.afterCallWorkSeconds": numbers(
    0,
    2_000_000,
    `${CONNECT}, UserPhoneConfig, AfterContactWorkTimeLimit`,
    "seconds",
  ),
  "UserValue.username": characters(1, 100, `${CONNECT}, CreateUser, Username, in the API's model`),
  "UserValue.username, SAML": characters(
    2,
    100,
    "Amazon Connect, administrator guide, configure-saml: IAM's name of the session, too",
  ),
  "UserValue.firstName": characters(1, 255, `${CONNECT}, UserIdentityInfo, FirstName`),
  "UserValue.lastName": characters(1, 300, `${CONNECT}, UserIdentityInfo, LastName`),
  "UserValue.firstName, SAML": characters(1, 100, `${CONNECT}, CreateUser, before SAML`),
  "UserValue.lastName, SAML": characters(1, 100, `${CONNECT}, CreateUser, before SAML`),
  "UserValue.securityProfiles": entries(1, 10, `${CONNECT}, CreateUser, SecurityProfileIds`),
  "UserValue.tags": entries(
    0,
    47,
    `${CONNECT}, TagResource: 50, the three among them that everything has`,
  ),
  "FlowValue.name": characters(1, 127, OTHERS),
  "FlowValue.description": characters(1, 250, OTHERS),
  "MessageValue.name": characters(1, 127, `${CONNECT}, CreateContactFlowModule, Name`),
  "VanityNumbersValue.words": characters(
    0,
    3500,
    "AWS Lambda, developer guide, quotas: 4 KB of environment variables, the table's name among them",
  ),
  "BulkVanityNumbersValue.maxConcurrency": numbers(
    1,
    1000,
    "AWS Lambda, developer guide, quotas: so many functions of a new account run at once",
  ),
  "RecordingsValue.infrequentAccessAfterDays": from(
    30,
    "Amazon S3, user guide, lifecycle-transition-general-considerations",
    "days",
  ),
  "ContactLensRuleValue.name": characters(1, 200, `${CONNECT}, CreateRule, Name`),
  "ContactLensRuleValue.silencePercent": numbers(
    1,
    100,
    `${CONNECT}, OnPostCallAnalysisAvailable, NonTalkTimePct: 0 to 100, and every call has 0`,
    "percent",
  ),
  "ReportingValue.queueSize": from(1, "a threshold of 0 is always reached"),
  "ReportingValue.queueWaitSeconds": from(1, "a threshold of 0 is always reached", "seconds"),
  "ReportingValue.missedCalls": from(1, "a threshold of 0 is always reached"),
  "ReportingValue.silentHours": numbers(
    1,
    24,
    "Amazon CloudWatch, API reference, PutMetricAlarm, EvaluationPeriods: a day at most",
    "hours",
  ),
  "ReportingValue.dollarsADay": from(1, "a budget of 0 is always used up", "US dollars"),
  "Account.name": characters(1, 20, "stands in names of IAM roles, of 64 characters at most"),
  "Account.stateBucket": characters(3, 63, "Amazon S3, user guide, bucketnamingrules"),
  "Environment.name": characters(1, 20, "stands in names of IAM roles, of 64 characters at most"),
} as const satisfies Readonly<Record<string, Limit>>;

/** A field that has a limit: interface and field. */
export type LimitedField = keyof typeof LIMITS;

/** A limit's figures in words: `1 to 127`, `at most 50`, `from 1 on`. */
export function range({ of, least, most }: Limit): string {
  if (most === undefined) return `from ${least} on`;
  return least === 0 && of === "entries" ? `at most ${most}` : `${least} to ${most}`;
}

/** A limit as docs and docstrings say it: `1 to 127 characters`, `0 to 9999 seconds`. */
export function allowed(limit: Limit): string {
  const unit = limit.of === "characters" ? limit.of : limit.unit;
  if (unit === undefined) return range(limit);
  return limit.most === undefined ? `${unit}, ${range(limit)}` : `${range(limit)} ${unit}`;
}
