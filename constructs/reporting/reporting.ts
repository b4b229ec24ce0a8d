import type { Construct } from "constructs";

import type { ContactCenterValue } from "../contact-center-value";
import type { EncryptionKey } from "../encryption-key";
import { Group } from "../terraform-addresses";
import { concurrentCalls } from "../validation/quotas";
import { Alarm, type AlarmDefinition } from "./alarm";
import { connectAlarms } from "./connect-alarms";
import { Budget, budgetOf } from "./budget";
import { Dashboard } from "./dashboard";
import { interruptOf, tellingBlocks } from "./flow-blocks";
import { IdentityChanges } from "./identity-changes";
import { NotificationTopic } from "./notification-topic";
import { QueryPack } from "./query-pack";
import { functionAlarms, streamAlarms, tableAlarms, type WatchedFunction } from "./service-alarms";
import { schedulesInUse, watchedHours } from "./watched-hours";

/** A function that is watched, and where its log is. */
export interface ReportedFunction extends WatchedFunction {
  readonly logGroupName: string;
}

/** Properties of {@link Reporting}. */
export interface ReportingProps {
  readonly center: ContactCenterValue;
  /** Begins the names of topic, alarms, dashboard, rule and queries: alias and suffix. */
  readonly prefix: string;
  readonly instanceId: string;
  /** The log group of the flows. */
  readonly flowLogGroupName: string;
  /** Each flow of the center as JSON, in its order. */
  readonly flowContents: readonly string[];
  readonly functions: readonly ReportedFunction[];
  readonly tableName: string;
  /** @default - contact records are not kept */
  readonly deliveryStreamName?: string;
  readonly key: EncryptionKey;
  readonly accountId: string;
  readonly region: string;
  readonly emails: readonly string[];
}

/** What tells people how the center does: alarms to one topic, a dashboard, and log queries. */
export class Reporting extends Group {
  public constructor(scope: Construct, id: string, props: ReportingProps) {
    super(scope, id);
    const { center, prefix, region, tableName, functions, deliveryStreamName } = props;
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
    const definitions: readonly AlarmDefinition[] = [
      ...connectAlarms(instance),
      ...functions.flatMap(functionAlarms),
      ...tableAlarms(tableName),
      ...(deliveryStreamName === undefined ? [] : streamAlarms(deliveryStreamName)),
    ];
    const group = Group.below(this, "Alarms");
    // Nobody would hear them, and each is billed.
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
      blocks: tellingBlocks(props.flowContents),
      logGroupNames: {
        flows: [props.flowLogGroupName],
        functions: functions.map(({ logGroupName }) => logGroupName),
      },
    });
    new IdentityChanges(this, "IdentityChanges", { name: `${prefix}-identity-changes`, topic });
  }
}
