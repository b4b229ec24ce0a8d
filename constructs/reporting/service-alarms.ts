import type { AlarmDefinition } from "./alarm";
import { metric, total } from "./metrics";

const MINUTE = 60;
const FIVE_MINUTES = 300;

/** A Lambda function that is watched. */
export interface WatchedFunction {
  /** The name in the value, without an environment's suffix; it is part of the alarms' names. */
  readonly name: string;
  /** The function's name, a dimension of its metrics. */
  readonly functionName: string;
  /** Whether callers wait for it, so that a slow answer is as bad as none. */
  readonly callersWait: boolean;
}

/**
 * Alarms for a function's failures; if callers wait for it, also for late answers and invocations that don't
 * start.
 */
export function functionAlarms({
  name,
  functionName,
  callersWait,
}: WatchedFunction): AlarmDefinition[] {
  const dimensions = { FunctionName: functionName };
  const alarm = (what: string) => `function-${what}-${kebab(name)}`;
  const errors: AlarmDefinition = {
    name: alarm("errors"),
    why: "the function answers bad input, so each error is a fault of its own or of what it calls",
    meaning: `The function ${functionName} failed`,
    metric: metric("AWS/Lambda", "Errors", dimensions),
    statistic: "Sum",
    threshold: 1,
    periodSeconds: FIVE_MINUTES,
  };
  if (!callersWait) {
    return [errors];
  }
  return [
    errors,
    {
      name: alarm("throttles"),
      why: "each is a caller who hears silence",
      meaning: `The function ${functionName} was not started: the account runs too many at once`,
      metric: metric("AWS/Lambda", "Throttles", dimensions),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: MINUTE,
    },
    {
      name: alarm("duration"),
      why: "Amazon Connect gives up after 8 seconds, the function after 6: 3 leave time to act",
      meaning: `The function ${functionName} takes 3 seconds or more: callers hear silence`,
      metric: metric("AWS/Lambda", "Duration", dimensions),
      statistic: "p99",
      threshold: 3000,
      periodSeconds: FIVE_MINUTES,
      periods: 2,
    },
  ];
}

/**
 * An alarm for bugs in the code of the vanity numbers. The function still answers the other requests, so
 * Lambda doesn't count a bug among its errors.
 */
export function vanityNumberAlarms(functionName: string): AlarmDefinition[] {
  return [faultAlarm("vanity-number-faults", functionName, "a caller or a row")];
}

/** @param harmed - Who or what gets no number by a bug. */
function faultAlarm(name: string, functionName: string, harmed: string): AlarmDefinition {
  return {
    name,
    why: `each is ${harmed} without a number, by a mistake in the code`,
    meaning: `The function ${functionName} met a mistake of its own: its log names the place`,
    metric: metric("KWGlobal", "unexpected-faults", { FunctionName: functionName }),
    statistic: "Sum",
    threshold: 1,
    periodSeconds: FIVE_MINUTES,
  };
}

/** What serves long lists of vanity numbers. */
export interface WatchedLists {
  /** The state machine's ARN, a dimension of its metrics. */
  readonly stateMachineArn: string;
  /** The name of the function that serves a batch. */
  readonly functionName: string;
}

/** Alarms for lists of vanity numbers that broke off, and for bugs in the code that serves them. */
export function listAlarms({ stateMachineArn, functionName }: WatchedLists): AlarmDefinition[] {
  return [
    {
      name: "vanity-number-list-failed",
      why: "each is a list of which rows are missing until somebody redrives it",
      meaning: "A list of vanity numbers broke off: its rows up to there are recorded",
      metric: metric("AWS/States", "ExecutionsFailed", { StateMachineArn: stateMachineArn }),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
    faultAlarm("vanity-number-list-faults", functionName, "a row"),
  ];
}

/**
 * Alarms for a table's throttled and failed requests; throttling can happen although the table is billed by
 * request.
 */
export function tableAlarms(tableName: string): AlarmDefinition[] {
  const table = { TableName: tableName };
  return [
    {
      name: "table-read-throttles",
      why: "each is a request that the table refused",
      meaning: `The table ${tableName} refused reads: they came faster than it can grow`,
      metric: metric("AWS/DynamoDB", "ReadThrottleEvents", table),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: MINUTE,
    },
    {
      name: "table-write-throttles",
      why: "each is a request that the table refused",
      meaning: `The table ${tableName} refused writes: they came faster than it can grow`,
      metric: metric("AWS/DynamoDB", "WriteThrottleEvents", table),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: MINUTE,
    },
    {
      name: "table-system-errors",
      why: "each is a request that DynamoDB failed",
      meaning: `DynamoDB answered requests to the table ${tableName} with errors of its own`,
      metric: total("AWS/DynamoDB", "SystemErrors", table),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
  ];
}

/** An alarm for contact records that don't reach the bucket. */
export function streamAlarms(deliveryStreamName: string): AlarmDefinition[] {
  const stream = { DeliveryStreamName: deliveryStreamName };
  return [
    {
      name: "contact-records-late",
      why: "records are kept back for 5 minutes on purpose, and tried again for 24 hours",
      meaning: "Contact records are 15 minutes old and not in the bucket yet",
      metric: metric("AWS/Firehose", "DeliveryToS3.DataFreshness", stream),
      statistic: "Maximum",
      threshold: 900,
      periodSeconds: FIVE_MINUTES,
    },
    {
      name: "contact-records-throttled",
      why: "each is a record that comes late, or not at all",
      meaning: "Contact records came faster than Firehose takes them: ask for a higher quota",
      metric: metric("AWS/Firehose", "ThrottledRecords", stream),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
  ];
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
