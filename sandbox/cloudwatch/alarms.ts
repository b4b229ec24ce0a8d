import {
  CloudWatchClient,
  type MetricAlarm,
  paginateDescribeAlarms,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { errorMessage } from "../machine/errors";
import { evaluate } from "./alarm-state";
import type { MetricStore } from "./metric-store";

/** What a topic was told. */
export interface Notification {
  readonly topicArn: string;
  readonly alarmName: string;
  /** When by the sandbox's clock. */
  readonly at: Date;
  readonly reason: string;
}

/** An alarm that is on. */
export interface RingingAlarm {
  readonly name: string;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly since: number;
  readonly reason: string;
}

/** CloudWatch's alarms, evaluated on the sandbox's clock. */
export interface Alarms {
  /** A minute is over: the alarms of these Regions are due. */
  due(regions: readonly string[], now: number): void;
  /** What topics were told, oldest first. */
  readonly notifications: readonly Notification[];
  /** Those that are on, as evaluated last. */
  ringing(): RingingAlarm[];
  /** Settles when all that is due is done. */
  settled(): Promise<void>;
  stop(): void;
}

/**
 * Evaluates the alarms that the emulator keeps, sets their state there, and tells their topics when they go
 * off. What is due waits its turn, each with its own moment: time may pass faster than that.
 *
 * @param endpoint - The sandbox's own.
 * @param metrics - What is known by then.
 */
export function createAlarms(
  endpoint: () => string,
  metrics: MetricStore,
  onFailure: (why: string) => void = console.error,
): Alarms {
  const notifications: Notification[] = [];
  const told = new Set<string>();
  /** By Region. */
  const on = new Map<string, ReadonlyMap<string, RingingAlarm>>();
  let waiting: { readonly regions: readonly string[]; readonly now: number }[] = [];
  let work: Promise<void> | undefined;
  let isOver = false;
  const evaluateAll = async () => {
    while (waiting.length > 0 && !isOver) {
      const due = waiting;
      waiting = [];
      for (const region of new Set(due.flatMap(({ regions }) => regions))) {
        await inRegion(
          region,
          due.map(({ now }) => now),
        );
      }
    }
  };
  const inRegion = async (region: string, moments: readonly number[]) => {
    const settings = {
      endpoint: endpoint(),
      region,
      // The name under which it stands in the sandbox's call log.
      credentials: { accessKeyId: "cloudwatch", secretAccessKey: "cloudwatch" },
    };
    const client = new CloudWatchClient(settings);
    const sns = new SNSClient(settings);
    try {
      const alarms: MetricAlarm[] = [];
      for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, {}))
        alarms.push(...MetricAlarms);
      for (const now of moments) {
        for (const alarm of alarms) await one(client, sns, alarm, now);
        const before = on.get(region);
        const ringing = alarms.filter(({ StateValue }) => StateValue === "ALARM");
        on.set(
          region,
          new Map(
            ringing.map(({ AlarmName: name = "", StateReason: reason = "" }) => [
              name,
              before?.get(name) ?? { name, since: now, reason },
            ]),
          ),
        );
      }
    } finally {
      client.destroy();
      sns.destroy();
    }
  };
  const one = async (client: CloudWatchClient, sns: SNSClient, alarm: MetricAlarm, now: number) => {
    const { AlarmName = "", StateValue, ActionsEnabled, AlarmActions = [] } = alarm;
    const evaluation = evaluated(alarm, now);
    if (evaluation === undefined || evaluation.state === StateValue) return;
    const { state, reason } = evaluation;
    alarm.StateValue = state;
    alarm.StateReason = reason;
    await client.send(
      new SetAlarmStateCommand({ AlarmName, StateValue: state, StateReason: reason }),
    );
    if (state !== "ALARM" || ActionsEnabled === false) return;
    for (const topicArn of AlarmActions) {
      const at = new Date(now);
      notifications.push({ topicArn, alarmName: AlarmName, at, reason });
      await sns.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: `ALARM: "${AlarmName}"`.slice(0, 100),
          Message: JSON.stringify({
            AlarmName,
            AlarmDescription: alarm.AlarmDescription,
            NewStateValue: state,
            NewStateReason: reason,
            StateChangeTime: at.toISOString(),
          }),
        }),
      );
    }
  };
  const evaluated = (alarm: MetricAlarm, now: number) => {
    try {
      return evaluate(alarm, metrics, now);
    } catch (error) {
      const why = `alarm ${alarm.AlarmName} isn't evaluated: ${errorMessage(error)}`;
      if (!told.has(why)) onFailure(why);
      told.add(why);
      return undefined;
    }
  };
  return {
    notifications,
    ringing: () => [...on.values()].flatMap((each) => [...each.values()]),
    due: (regions, now) => {
      waiting.push({ regions, now });
      work ??= evaluateAll()
        .catch((error: unknown) => {
          if (!isOver)
            onFailure(`the alarms of this minute aren't evaluated: ${errorMessage(error)}`);
        })
        .finally(() => {
          work = undefined;
        });
    },
    settled: async () => {
      while (work !== undefined) await work;
    },
    stop: () => {
      isOver = true;
      waiting = [];
    },
  };
}
