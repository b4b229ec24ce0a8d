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
  readonly samlProvider: string;
  readonly functions: readonly string[];
  /** The function that every plan calls; it changes nothing. */
  readonly observer: string;
  /** The function that an apply calls. */
  readonly reconciler: string;
  readonly stateMachines: readonly string[];
  readonly logGroups: readonly string[];
  readonly table: string;
  readonly buckets: readonly string[];
  /** Begins the parameters of the associations. */
  readonly parameters: string;
  readonly keys: string;
  readonly keyAlias: string;
  readonly topics: string;
  readonly alarms: string;
  readonly dashboards: string;
  readonly deliveryStreams: string;
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
  const observer = `observeConnectAssociations${suffix}`;
  const reconciler = `reconcileConnectAssociations${suffix}`;
  const functions = [`${functionName}${suffix}`, observer, reconciler, ...batch];
  const roles = [
    `${roleName}${suffix}`,
    `observe-connect-associations${suffix}`,
    `reconcile-connect-associations${suffix}`,
    ...(bulk === undefined ? [] : [`${roleName}-Batch${suffix}`]),
    ...list,
    ...(center.instance.identity === undefined ? [] : [`federate-connect${suffix}`]),
  ];
  const logGroups = [
    `/aws/connect/${center.company}${suffix}`,
    ...functions.map((name) => `/aws/lambda/${name}`),
    ...list.map((name) => `/aws/vendedlogs/states/${name}`),
  ];
  const bucket = `arn:aws:s3:::amazon-connect-${bucketSuffix}`;
  return {
    account,
    region,
    instances: arn("connect", "instance/*"),
    phoneNumbers: arn("connect", "phone-number/*"),
    roles: roles.map((name) => iam(`role/${name}`)),
    boundary: iam(`policy/${bootstrapNames(center, environment).boundary}`),
    samlProvider: iam(`saml-provider/${prefix}`),
    functions: functions.map((name) => arn("lambda", `function:${name}`)),
    observer: arn("lambda", `function:${observer}`),
    reconciler: arn("lambda", `function:${reconciler}`),
    stateMachines: list.map((name) => arn("states", `stateMachine:${name}`)),
    logGroups: logGroups.map((name) => arn("logs", `log-group:${name}`)),
    table: arn("dynamodb", `table/${tableName}${suffix}`),
    buckets: [bucket],
    parameters: arn("ssm", `parameter/connect-associations${suffix}/*`),
    keys: arn("kms", "key/*"),
    keyAlias: arn("kms", `alias/${prefix}`),
    topics: arn("sns", `${prefix}-*`),
    alarms: arn("cloudwatch", `alarm:${prefix}-*`),
    dashboards: `arn:aws:cloudwatch::${account}:dashboard/${prefix}*`,
    deliveryStreams: arn("firehose", `deliverystream/${prefix}-*`),
  };
}
