import type { ContactCenterValue, Environment } from "../contact-center-value";
import { instanceNames } from "../instance-names";
import { STORED } from "../instance-storage";
import { budgetOf } from "../reporting/budget";
import { centerTags } from "../tags";
import { terraformText } from "../terraform-text";
import { bootstrapNames } from "./names";

/**
 * What one environment's center is made of, as IAM names it, as exactly as it is known: Amazon
 * Connect chooses the ids of instances and numbers, KMS those of keys.
 */
export interface CenterArns {
  readonly account: string;
  readonly region: string;
  /** Whether the instance is there and named: then only a person makes or opens what it needs. */
  readonly founded: boolean;
  /** The instance with all that is in it; until it is named, every one of account and Region. */
  readonly instances: string;
  readonly phoneNumbers: string;
  /** Kinds of what the instance stores, as Amazon Connect names them. */
  readonly stored: readonly string[];
  readonly roles: readonly string[];
  /** The roles by the service that works with them. */
  readonly rolesOf: Readonly<Record<"lambda" | "states" | "firehose", readonly string[]>>;
  readonly boundary: string;
  readonly samlProviders: readonly string[];
  /** What whoever signed in through SAML enters the instance as: himself. */
  readonly signIn: readonly string[];
  readonly functions: readonly string[];
  /** The function that flows call. */
  readonly called: string;
  /** The function that every plan calls; it changes nothing. */
  readonly observer: string;
  /** The function that an apply calls. */
  readonly reconciler: string;
  readonly stateMachines: readonly string[];
  readonly logGroups: readonly string[];
  readonly table: string;
  /** For recordings and reports. */
  readonly bucket: string;
  /** The one above, and the one for its access logs. */
  readonly buckets: readonly string[];
  /** What roles of the center read and write in the bucket. */
  readonly objects: readonly string[];
  /** Begins the parameters of the associations. */
  readonly parameters: string;
  readonly keys: string;
  readonly keyAlias: string;
  readonly topic: string;
  /** Patterns of the addresses that are told of alarms: any at a domain that is told today. */
  readonly emails: readonly string[];
  /** All that begin with the environment's alias: there are some for each flow and queue. */
  readonly alarms: string;
  readonly dashboard: string;
  /** The account's, where the value has one and anybody is told. */
  readonly budgets: readonly string[];
  /** EventBridge's. */
  readonly rules: readonly string[];
  readonly deliveryStreams: readonly string[];
  /** What comes and goes with a switch of the value. */
  readonly switched: Named;
  /** What an apply makes: all of it at first, later only what comes with a switch. */
  readonly made: Named;
  /** The keys of the tags that everything has. */
  readonly tags: readonly string[];
  /** The keys of the tags that only users have. */
  readonly userTags: readonly string[];
}

/** ARNs of what has a name of its own. */
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
    // An id is as long as any other, so that none begins with it.
    instances: arn("connect", `instance/${instanceId ?? ""}*`),
    phoneNumbers: arn("connect", "phone-number/*"),
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
    called: arn("lambda", `function:${called}`),
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
