import type { Construct } from "constructs";

import type { ContactCenterValue } from "../value/contact-center-value";
import type { EncryptionKey } from "../storage/encryption-key";
import { Group } from "../terraform/terraform-addresses";
import { concurrentCalls } from "../validation/quotas";
import { Alarm } from "./alarm";
import { Budget, budgetOf } from "./budget";
import { centerAlarms } from "./center-alarms";
import { Dashboard } from "./dashboard";
import { interruptOf, recognizedPrompts } from "./flow-blocks";
import { IdentityChanges } from "./identity-changes";
import { NotificationTopic } from "./notification-topic";
import { QueryPack } from "./query-pack";
import type { WatchedFunction, WatchedLists } from "./service-alarms";
import { schedulesInUse, watchedHours } from "../value/watched-hours";

/** A function that is watched, and its log group. */
export interface ReportedFunction extends WatchedFunction {
  /** The name of its log group. */
  readonly logGroupName: string;
}

/** What serves long lists of vanity numbers, and the log group of its function. */
export interface ReportedLists extends WatchedLists {
  /** The name of the function's log group. */
  readonly logGroupName: string;
}

/** Properties of {@link Reporting}. */
export interface ReportingProps {
  /** The center's value. */
  readonly center: ContactCenterValue;
  /** The first part of the names of topic, alarms, dashboard, rule and queries: alias and suffix. */
  readonly prefix: string;
  /** The id of the instance that is watched. */
  readonly instanceId: string;
  /** The log group of the flows. */
  readonly flowLogGroupName: string;
  /** Each flow of the center as JSON, in its order. */
  readonly flowContents: readonly string[];
  /** The functions that are watched. */
  readonly functions: readonly ReportedFunction[];
  /** The function that makes vanity numbers; it is one of the functions above. */
  readonly vanityFunctionName: string;
  /** @default - there is no state machine for long lists */
  readonly vanityNumberLists?: ReportedLists;
  /** The table that is watched. */
  readonly tableName: string;
  /** @default - contact records are not kept */
  readonly deliveryStreamName?: string;
  /** The key that encrypts the topic. */
  readonly key: EncryptionKey;
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
  /** The addresses that get the alarms; without any address there are no alarms. */
  readonly emails: readonly string[];
}

/** The monitoring of the center: alarms to one topic, a dashboard, and log queries. */
export class Reporting extends Group {
  public constructor(scope: Construct, id: string, props: ReportingProps) {
    super(scope, id);
    const { center, prefix, region, tableName, functions, deliveryStreamName, vanityFunctionName } =
      props;
    const { vanityNumberLists: lists } = props;
    const dollarsADay = budgetOf(center, props.emails);
    const topic = new NotificationTopic(this, "Notifications", {
      name: `${prefix}-notifications`,
      key: props.key,
      accountId: props.accountId,
      emails: props.emails,
      budget: dollarsADay !== undefined,
    });
    if (dollarsADay !== undefined) {
      new Budget(this, "Budget", { name: prefix, dollarsADay, topic });
    }
    const instance = {
      instanceId: props.instanceId,
      queues: center.queues.map(({ name }) => name),
      flows: center.flows.map(({ name }, index) => ({
        name,
        ...interruptOf(props.flowContents[index] ?? ""),
      })),
      thresholds: center.reporting,
      openHours: watchedHours(schedulesInUse(center)),
      concurrentCalls: concurrentCalls(center),
    };
    const definitions = centerAlarms({
      instance,
      functions,
      vanityFunctionName,
      lists,
      tableName,
      deliveryStreamName,
    });
    const group = Group.below(this, "Alarms");
    // Nobody would get the alarms, and each is billed.
    const heard = props.emails.length === 0 ? [] : definitions;
    const alarms = heard.map(
      (definition) => new Alarm(group, definition.name, { definition, prefix, topic }),
    );
    new Dashboard(this, "Dashboard", {
      name: prefix,
      region,
      instance,
      functions,
      tableName,
      alarmArns: alarms.map(({ arn }) => arn),
    });
    new QueryPack(this, "Queries", {
      folder: prefix,
      blocks: recognizedPrompts(props.flowContents),
      logGroupNames: {
        flows: [props.flowLogGroupName],
        functions: [...functions, ...(lists === undefined ? [] : [lists])].map(
          ({ logGroupName }) => logGroupName,
        ),
      },
    });
    new IdentityChanges(this, "IdentityChanges", { name: `${prefix}-identity-changes`, topic });
  }
}
