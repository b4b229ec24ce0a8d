import type { ContactCenterValue, Environment } from "../contact-center-value";
import { bootstrapNames } from "./names";

/**
 * What one environment's center is made of, as IAM names it, as exactly as it is known before the
 * first apply: Amazon Connect chooses the ids of instances and numbers, KMS those of keys.
 */
export interface CenterArns {
  readonly account: string;
  readonly region: string;
  /** Every instance of the account in this Region, with all that is in it. */
  readonly instances: string;
  readonly phoneNumbers: string;
  readonly roles: readonly string[];
  readonly boundary: string;
  readonly samlProviders: readonly string[];
  readonly functions: readonly string[];
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
  /** Begins the parameters of the associations. */
  readonly parameters: string;
  readonly keys: string;
  readonly keyAlias: string;
  readonly topic: string;
  /** All that begin with the environment's alias: there are some for each flow and queue. */
  readonly alarms: string;
  readonly dashboard: string;
  /** EventBridge's. */
  readonly rules: readonly string[];
  readonly deliveryStreams: readonly string[];
}

/** @returns the ARNs of an environment's center. */
export function centerArns(center: ContactCenterValue, environment: Environment): CenterArns {
  const { suffix, region, bucketSuffix } = environment;
  const account = environment.account.id;
  const { functionName, roleName, tableName, bulk } = center.vanityNumbers;
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
  const iam = (resource: string) => `arn:aws:iam::${account}:${resource}`;
  const prefix = `${center.instance.alias}${suffix}`;

  const list = bulk === undefined ? [] : [`${functionName}List${suffix}`];
  const batch = bulk === undefined ? [] : [`${functionName}Batch${suffix}`];
  const records = center.reporting.contactRecords === true ? [`${prefix}-contact-records`] : [];
  const saml = center.instance.identity !== undefined;
  const observer = `observeConnectAssociations${suffix}`;
  const reconciler = `reconcileConnectAssociations${suffix}`;
  const functions = [`${functionName}${suffix}`, observer, reconciler, ...batch];
  const roles = [
    `${roleName}${suffix}`,
    `observe-connect-associations${suffix}`,
    `reconcile-connect-associations${suffix}`,
    ...(bulk === undefined ? [] : [`${roleName}-Batch${suffix}`]),
    ...list,
    ...(saml ? [`federate-connect${suffix}`] : []),
    ...records,
  ];
  const logGroups = [
    `/aws/connect/${center.company}${suffix}`,
    ...functions.map((name) => `/aws/lambda/${name}`),
    ...list.map((name) => `/aws/vendedlogs/states/${name}`),
    ...records.map((name) => `/aws/kinesisfirehose/${name}`),
  ];
  const bucket = `arn:aws:s3:::amazon-connect-${bucketSuffix}`;
  return {
    account,
    region,
    instances: arn("connect", "instance/*"),
    phoneNumbers: arn("connect", "phone-number/*"),
    roles: roles.map((name) => iam(`role/${name}`)),
    boundary: iam(`policy/${bootstrapNames(center, environment).boundary}`),
    samlProviders: saml ? [iam(`saml-provider/${prefix}`)] : [],
    functions: functions.map((name) => arn("lambda", `function:${name}`)),
    observer: arn("lambda", `function:${observer}`),
    reconciler: arn("lambda", `function:${reconciler}`),
    stateMachines: list.map((name) => arn("states", `stateMachine:${name}`)),
    logGroups: logGroups.map((name) => arn("logs", `log-group:${name}`)),
    table: arn("dynamodb", `table/${tableName}${suffix}`),
    bucket,
    buckets: [bucket, `${bucket}-access-logs`],
    parameters: arn("ssm", `parameter/connect-associations${suffix}/*`),
    keys: arn("kms", "key/*"),
    keyAlias: arn("kms", `alias/${prefix}`),
    topic: arn("sns", `${prefix}-notifications`),
    alarms: arn("cloudwatch", `alarm:${prefix}-*`),
    dashboard: `arn:aws:cloudwatch::${account}:dashboard/${prefix}`,
    rules: [arn("events", `rule/${prefix}-identity-changes`)],
    deliveryStreams: records.map((name) => arn("firehose", `deliverystream/${name}`)),
  };
}
