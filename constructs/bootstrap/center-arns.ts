import type { ContactCenterValue, Environment } from "../value/contact-center-value";
import { instanceNames } from "../value/instance-names";
import { STORED } from "../connect/instance-storage";
import { budgetOf } from "../reporting/budget";
import { centerTags } from "../value/tags";
import { terraformText } from "../terraform/terraform-text";
import { bootstrapNames } from "./names";

/**
 * The ARNs of one environment's center, as exact as they can be before the apply: Amazon Connect chooses the
 * ids of instances and numbers, and KMS those of keys.
 */
export interface CenterArns {
  /** The account's twelve digits. */
  readonly account: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
  /**
   * Whether the instance exists and the environment has its id. From then on only a person can create or open
   * what the instance needs.
   */
  readonly founded: boolean;
  /**
   * The instance with all that is in it; until the environment has its id, every instance of account and
   * Region.
   */
  readonly instances: string;
  /** The account's claimed numbers in the Region. */
  readonly phoneNumbers: string;
  /** Types of the instance's storage, as Amazon Connect names them. */
  readonly stored: readonly string[];
  /** The roles of the center's functions and streams. */
  readonly roles: readonly string[];
  /** The roles, by the service that assumes them. */
  readonly rolesOf: Readonly<Record<"lambda" | "states" | "firehose", readonly string[]>>;
  /** The permissions boundary of these roles. */
  readonly boundary: string;
  /** The identity provider through which people sign in; none without SAML. */
  readonly samlProviders: readonly string[];
  /** The federated user as which a person who signed in through SAML enters the instance: his own only. */
  readonly signIn: readonly string[];
  /** The Lambda functions. */
  readonly functions: readonly string[];
  /** The function that flows call. */
  readonly called: readonly string[];
  /** The function that every plan calls; it changes nothing. */
  readonly observer: string;
  /** The function that an apply calls. */
  readonly reconciler: string;
  /** The state machine for long lists; none without it. */
  readonly stateMachines: readonly string[];
  /** The log groups of functions, flows and streams. */
  readonly logGroups: readonly string[];
  /** The DynamoDB table of vanity numbers. */
  readonly table: string;
  /** For recordings and reports. */
  readonly bucket: string;
  /** The bucket for recordings and reports, and the one for its access logs. */
  readonly buckets: readonly string[];
  /** What roles of the center read and write in the bucket. */
  readonly objects: readonly string[];
  /** The prefix of the associations' parameters. */
  readonly parameters: string;
  /** The account's KMS keys in the Region. */
  readonly keys: string;
  /** The alias of the center's key. */
  readonly keyAlias: string;
  /** The SNS topic for alarms. */
  readonly topic: string;
  /** Patterns of the addresses that alarms are sent to: any address of a domain that has one today. */
  readonly emails: readonly string[];
  /** All alarms whose names begin with the environment's alias: each flow and queue has some. */
  readonly alarms: string;
  /** The CloudWatch dashboard. */
  readonly dashboard: string;
  /** The account's budget, if the value has one and anybody is notified. */
  readonly budgets: readonly string[];
  /** The EventBridge rule. */
  readonly rules: readonly string[];
  /** The Firehose stream of contact records; none without them. */
  readonly deliveryStreams: readonly string[];
  /** What exists only if a switch of the value is on. */
  readonly switched: Named;
  /** What an apply may create: everything at first, later only what a switch of the value turns on. */
  readonly made: Named;
  /** Whether the value has security profiles of its own; without any, only a person may change one. */
  readonly securityProfiles: boolean;
  /** The keys of the tags that everything has. */
  readonly tags: readonly string[];
  /** The keys of the tags that only users have. */
  readonly userTags: readonly string[];
}

/** ARNs of roles, functions and log groups. */
type Named = Readonly<Record<"roles" | "functions" | "logGroups", readonly string[]>>;

/** @returns the ARNs of an environment's center. */
export function centerArns(center: ContactCenterValue, environment: Environment): CenterArns {
  const { suffix, region, bucketSuffix, instanceId, alarmEmails } = environment;
  const account = environment.account.id;
  const { functionName, roleName, tableName, bulk } = center.vanityNumbers;
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
  const iam = (resource: string) => `arn:aws:iam::${account}:${resource}`;
  const { name: prefix, flowLogGroup, storagePrefix } = instanceNames(center, environment);

  const list = bulk === undefined ? [] : [`${functionName}List${suffix}`];
  const batch = bulk === undefined ? [] : [`${functionName}Batch${suffix}`];
  const batchRole = bulk === undefined ? [] : [`${roleName}-Batch${suffix}`];
  const records = center.reporting.contactRecords === true ? [`${prefix}-contact-records`] : [];
  const saml = center.instance.identity !== undefined;
  const called = `${functionName}${suffix}`;
  const observer = `observeConnectAssociations${suffix}`;
  const reconciler = `reconcileConnectAssociations${suffix}`;
  const functions = [called, observer, reconciler, ...batch];
  const lambdaRoles = [
    `${roleName}${suffix}`,
    `observe-connect-associations${suffix}`,
    `reconcile-connect-associations${suffix}`,
    ...batchRole,
  ];
  const switchedLogGroups = [
    ...batch.map((name) => `/aws/lambda/${name}`),
    ...list.map((name) => `/aws/vendedlogs/states/${name}`),
    ...records.map((name) => `/aws/kinesisfirehose/${name}`),
  ];
  const logGroups = [
    flowLogGroup,
    ...[called, observer, reconciler].map((name) => `/aws/lambda/${name}`),
    ...switchedLogGroups,
  ];
  const bucket = `arn:aws:s3:::amazon-connect-${bucketSuffix}`;
  const roleArns = (names: readonly string[]) => names.map((name) => iam(`role/${name}`));
  const functionArns = (names: readonly string[]) =>
    names.map((name) => arn("lambda", `function:${name}`));
  const logGroupArns = (names: readonly string[]) =>
    names.map((name) => arn("logs", `log-group:${name}`));
  const all = {
    roles: roleArns([
      ...lambdaRoles,
      ...list,
      ...(saml ? [`federate-connect${suffix}`] : []),
      ...records,
    ]),
    functions: functionArns(functions),
    logGroups: logGroupArns(logGroups),
  };
  const switched = {
    roles: roleArns([...batchRole, ...list, ...records]),
    functions: functionArns(batch),
    logGroups: logGroupArns(switchedLogGroups),
  };
  return {
    ...all,
    account,
    region,
    founded: instanceId !== undefined,
    // All ids have the same length, so no other id begins with this one.
    instances: arn("connect", `instance/${instanceId ?? ""}*`),
    phoneNumbers: arn("connect", "phone-number/*"),
    securityProfiles: (center.securityProfiles ?? []).length > 0,
    stored: [
      ...STORED.map(({ resourceType }) => resourceType),
      ...records.map(() => "CONTACT_TRACE_RECORDS"),
    ],
    rolesOf: {
      lambda: roleArns(lambdaRoles),
      states: roleArns(list),
      firehose: roleArns(records),
    },
    boundary: iam(`policy/${bootstrapNames(center, environment).boundary}`),
    samlProviders: saml ? [iam(`saml-provider/${prefix}`)] : [],
    signIn: saml
      ? [arn("connect", `instance/${instanceId ?? "*"}/user/${terraformText("${aws:userid}")}`)]
      : [],
    called: functionArns([called, ...(center.otherFunctions ?? [])]),
    observer: arn("lambda", `function:${observer}`),
    reconciler: arn("lambda", `function:${reconciler}`),
    stateMachines: list.map((name) => arn("states", `stateMachine:${name}`)),
    table: arn("dynamodb", `table/${tableName}${suffix}`),
    bucket,
    buckets: [bucket, `${bucket}-access-logs`],
    objects: [
      ...(bulk === undefined ? [] : [`${bucket}/${bulk.folder}/*`]),
      ...records.map(() => `${bucket}/${storagePrefix}/ContactRecord*`),
    ],
    parameters: arn("ssm", `parameter/connect-associations${suffix}/*`),
    keys: arn("kms", "key/*"),
    keyAlias: arn("kms", `alias/${prefix}`),
    topic: arn("sns", `${prefix}-notifications`),
    emails: [...new Set(alarmEmails.map((email) => email.replace(/^.*@/, "*@")))],
    alarms: arn("cloudwatch", `alarm:${prefix}-*`),
    budgets:
      budgetOf(center, alarmEmails) === undefined
        ? []
        : [`arn:aws:budgets::${account}:budget/${prefix}`],
    dashboard: `arn:aws:cloudwatch::${account}:dashboard/${prefix}`,
    rules: [arn("events", `rule/${prefix}-identity-changes`)],
    deliveryStreams: records.map((name) => arn("firehose", `deliverystream/${name}`)),
    switched,
    made: instanceId === undefined ? all : switched,
    tags: Object.keys(centerTags(center, environment)),
    userTags: center.users.flatMap(({ tags = {} }) => Object.keys(tags)),
  };
}
