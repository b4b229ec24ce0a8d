import type { MetricAlarm, MetricDataQuery } from "@aws-sdk/client-cloudwatch";

import { momentOf } from "../../contact-flow/hours";
import { KWGLOBAL } from "../../kwglobal";
import { evaluate } from "../../sandbox/cloudwatch/alarm-state";
import { type ExecutionEnd, executionMetric } from "../../sandbox/cloudwatch/execution-metrics";
import { measured } from "../../sandbox/cloudwatch/function-metrics";
import { MetricStore } from "../../sandbox/cloudwatch/metric-store";
import { Desk } from "../../sandbox/telephone/desk";
import { Exchange } from "../../sandbox/telephone/exchange";
import { Refusal } from "../../sandbox/telephone/refusal";
import type { Center } from "../sandbox/telephone/kwglobal-instance";
import { synthesize } from "./synthesized";

/** When the menu listens, in seconds after the call has begun. */
const MENU = 25;

/** The state machine of long lists. */
const LISTS = "arn:aws:states:us-west-2:123456789012:stateMachine:recordVanityNumberList";

/** The alarms of production as they are synthesized, for the instance of a test. */
export function alarmsFor(instanceId: string): MetricAlarm[] {
  const reporting = { ...KWGLOBAL.reporting, contactRecords: true };
  const bulk = { folder: "vanity-numbers", maxConcurrency: 10 };
  const vanityNumbers = { ...KWGLOBAL.vanityNumbers, bulk };
  const center = synthesize({ reporting, vanityNumbers });
  const all = Object.values(center.resources("aws_cloudwatch_metric_alarm"));
  return all.map((attributes) => {
    const text = JSON.stringify(attributes)
      .replaceAll("${aws_connect_instance.instance.id}", instanceId)
      .replaceAll(
        "${aws_lambda_function.vanity_numbers_function.function_name}",
        "recordVanityNumber",
      )
      .replaceAll("${aws_sfn_state_machine.bulk_vanity_numbers.arn}", LISTS)
      .replaceAll(/\$\{aws_lambda_function\.connect_associations_(\w+)\.function_name\}/g, "$1");
    return alarmOf(JSON.parse(text) as Attributes);
  });
}

interface Attributes {
  readonly alarm_name: string;
  readonly namespace?: string;
  readonly metric_name?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly statistic?: string;
  readonly extended_statistic?: string;
  readonly period?: number;
  readonly evaluation_periods: number;
  readonly threshold: number;
  readonly comparison_operator: string;
  readonly treat_missing_data: string;
  readonly metric_query?: readonly {
    readonly id: string;
    readonly expression?: string;
    readonly period?: number;
    readonly return_data: boolean;
    readonly metric?: {
      readonly namespace: string;
      readonly metric_name: string;
      readonly dimensions: Readonly<Record<string, string>>;
      readonly period: number;
      readonly stat: string;
    };
  }[];
}

const dimensionsOf = (dimensions: Readonly<Record<string, string>> = {}) =>
  Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));

/** An alarm as the provider makes it of its attributes. */
const alarmOf = (attributes: Attributes): MetricAlarm =>
  ({
    AlarmName: attributes.alarm_name,
    Namespace: attributes.namespace,
    MetricName: attributes.metric_name,
    Dimensions: dimensionsOf(attributes.dimensions),
    Statistic: attributes.statistic,
    ExtendedStatistic: attributes.extended_statistic,
    Period: attributes.period,
    EvaluationPeriods: attributes.evaluation_periods,
    Threshold: attributes.threshold,
    ComparisonOperator: attributes.comparison_operator,
    TreatMissingData: attributes.treat_missing_data,
    Metrics: attributes.metric_query?.map(
      ({ id, expression, period, return_data, metric }): MetricDataQuery => ({
        Id: id,
        Expression: expression,
        Period: period,
        ReturnData: return_data,
        ...(metric && {
          MetricStat: {
            Metric: {
              Namespace: metric.namespace,
              MetricName: metric.metric_name,
              Dimensions: dimensionsOf(metric.dimensions),
            },
            Period: metric.period,
            Stat: metric.stat,
          },
        }),
      }),
    ),
  }) as MetricAlarm;

/** What can be done to a center in a scenario. */
export interface Stage {
  readonly exchange: Exchange;
  readonly center: Center;
  readonly pass: (seconds: number) => void;
  /** Somebody calls, from a number of their own, and chooses a key of the menu. @returns the number */
  readonly calls: (key?: string, from?: string) => string;
  readonly desk: (username: string) => Desk;
  /** An execution of the state machine of long lists ends. */
  readonly listEnds: (how: ExecutionEnd) => void;
  /** A function fails, so many times. */
  readonly functionFails: (name: string) => Promise<void>;
}

/** Something that goes wrong, and the alarms that it sets off: those and no others. */
export interface Scenario {
  readonly what: string;
  /** In the center's zone. */
  readonly at?: string;
  readonly happens: (stage: Stage) => void | Promise<void>;
  /** Names without the prefix. */
  readonly rings: readonly string[];
}

/** A flow that never waits. */
const ENDLESS = JSON.stringify({
  Version: "2019-10-30",
  StartAction: "a",
  Metadata: {},
  Actions: [
    {
      Identifier: "a",
      Type: "UpdateContactAttributes",
      Parameters: { Attributes: { a: "b" } },
      Transitions: { NextAction: "a", Errors: [{ NextAction: "a", ErrorType: "NoMatchingError" }] },
    },
  ],
});

/** Everything that the sandbox can let go wrong of what is watched. */
export const SCENARIOS: readonly Scenario[] = [
  {
    what: "A morning on which two callers are answered, and one gives up",
    happens: ({ calls, pass, desk, exchange }) => {
      for (const wait of [5, 30]) {
        const number = calls("1");
        pass(wait);
        desk("mary.jane").setStatus("Available");
        desk("mary.jane").accept();
        pass(120);
        exchange.telephone(number).hangUp();
        desk("mary.jane").setStatus("Break");
      }
      const number = calls("2");
      pass(40);
      exchange.telephone(number).hangUp();
      pass(1800);
    },
    rings: [],
  },
  {
    what: "An agent who is Available lets a call ring",
    happens: ({ calls, pass, desk }) => {
      desk("mary.jane").setStatus("Available");
      calls("1");
      pass(120);
    },
    rings: ["missed-calls"],
  },
  {
    what: "Five wait in one queue for six minutes",
    happens: ({ calls, pass }) => {
      for (let caller = 0; caller < 5; caller++) calls("1");
      pass(360);
    },
    rings: ["queue-size-customer-service"],
  },
  {
    what: "One waits for twelve minutes",
    happens: ({ calls, pass }) => {
      calls("2");
      pass(720);
    },
    rings: ["longest-wait-business-consulting"],
  },
  {
    what: "A callback is left in the evening, and nobody is there",
    at: "2026-11-24T17:40",
    happens: ({ calls, pass, exchange }) => {
      const number = calls("1");
      pass(121);
      exchange.telephone(number).press("1");
      pass(4 * 3600 + 300);
    },
    rings: ["old-callback-customer-service"],
  },
  {
    what: "A queue takes nobody any more",
    happens: ({ calls, pass, exchange }) => {
      exchange.setFaults({ queuesFull: true });
      calls("1");
      pass(120);
    },
    rings: ["queue-full-customer-service"],
  },
  {
    what: "Eight of ten lines are in use for four minutes",
    happens: ({ calls, pass }) => {
      for (let caller = 0; caller < 4; caller++) {
        calls("1");
        calls("2");
      }
      pass(240);
    },
    rings: ["concurrent-calls"],
  },
  {
    what: "A robot calls forty times in a quarter of an hour",
    happens: ({ calls, pass, exchange }) => {
      for (let call = 0; call < 40; call++) {
        exchange.telephone(calls()).hangUp();
        pass(5);
      }
      pass(120);
    },
    rings: ["call-surge"],
  },
  {
    what: "A block of the menu fails for a dozen callers",
    happens: ({ calls, pass, exchange }) => {
      exchange.breakBlock("Set recording and analytics behavior");
      for (let call = 0; call < 12; call++) {
        const number = calls();
        pass(10);
        if (!exchange.telephone(number).isIdle) exchange.telephone(number).hangUp();
      }
      pass(120);
    },
    rings: ["flow-errors-kwglobal-main-menu"],
  },
  {
    what: "The menu breaks off",
    happens: ({ calls, pass, center }) => {
      const flows = [
        ...(center.store.instances.get(center.instanceId)?.contactFlows.values() ?? []),
      ];
      const menu = flows.find(({ Name }) => Name === KWGLOBAL.phoneNumber.flow);
      if (menu === undefined) throw new Error("there is no menu");
      const content = menu.Content ?? "";
      menu.Content = ENDLESS;
      calls();
      menu.Content = content;
      pass(120);
    },
    rings: ["flow-fatal-errors-kwglobal-main-menu"],
  },
  {
    what: "The number has lost its flow",
    happens: ({ calls, pass, center }) => {
      // Minutes are counted from the first call on.
      calls();
      const [number] = center.store.phoneNumbers.values();
      if (number === undefined) throw new Error("there is no number");
      const flow = number.contactFlowId;
      number.contactFlowId = undefined;
      try {
        calls();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
      number.contactFlowId = flow;
      pass(120);
    },
    rings: ["misconfigured-number"],
  },
  {
    what: "A caller from China asks for a callback",
    happens: ({ calls, pass, exchange }) => {
      const number = calls("1", "+8613025550123");
      pass(121);
      exchange.telephone(number).press("1");
      pass(120);
    },
    rings: ["callback-not-dialable"],
  },
  {
    what: "Nobody calls for four open hours",
    happens: ({ calls, pass, exchange }) => {
      exchange.telephone(calls()).hangUp();
      pass(4 * 3600);
    },
    rings: ["no-calls"],
  },
  {
    what: "The vanity-number service fails",
    happens: async ({ calls, pass, functionFails }) => {
      calls();
      await functionFails("recordVanityNumber");
      pass(120);
    },
    rings: ["function-errors-record-vanity-number"],
  },
  {
    what: "A list of vanity numbers is stopped by a person, and one succeeds",
    happens: ({ calls, pass, listEnds }) => {
      calls();
      listEnds("ABORTED");
      listEnds("SUCCEEDED");
      pass(120);
    },
    rings: [],
  },
  {
    what: "A list of vanity numbers breaks off",
    happens: ({ calls, pass, listEnds }) => {
      calls();
      listEnds("FAILED");
      pass(120);
    },
    rings: ["vanity-number-list-failed"],
  },
];

/**
 * Plays a scenario on a center, with the alarms evaluated each minute.
 *
 * @returns the alarms that went off, without the prefix, sorted.
 */
export async function alarmsOf(scenario: Scenario, center: Center): Promise<string[]> {
  const alarms = alarmsFor(center.instanceId);
  const metrics = new MetricStore();
  const rang = new Set<string>();
  const now = () => exchange.timeline.now;
  const exchange: Exchange = new Exchange({
    stores: () => [center.store],
    invoke: () => Promise.resolve({}),
    now: momentOf(scenario.at ?? "2026-11-24T10:00", "America/Los_Angeles"),
    onMetric: (metric, value) => {
      metrics.put({ namespace: "AWS/Connect", ...metric }, value, now());
    },
    onMinute: () => {
      for (const alarm of alarms) {
        if (evaluate(alarm, metrics, now()).state === "ALARM") rang.add(alarm.AlarmName ?? "");
      }
    },
  });
  let callers = 0;
  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  await scenario.happens({
    exchange,
    center,
    pass,
    calls: (key, from) => {
      callers += 1;
      const number = from ?? `+1302555${String(callers).padStart(4, "0")}`;
      exchange.telephone(number).dial(center.number);
      if (key === undefined) return number;
      pass(MENU);
      exchange.telephone(number).press(key);
      return number;
    },
    desk: (username) => new Desk(exchange, center.users.get(username) ?? ""),
    listEnds: (how) => {
      metrics.put(executionMetric(LISTS, how), 1, now());
    },
    functionFails: async (name) => {
      const lambda = measured(
        () =>
          Promise.resolve({
            status: 200,
            headers: { "x-amz-function-error": "Unhandled" },
            body: "{}",
          }),
        (of, value) => {
          metrics.put(of, value, now());
        },
      );
      const url = `/2015-03-31/functions/${name}/invocations`;
      await lambda({ method: "POST", url, headers: {}, body: Buffer.alloc(0) });
    },
  });
  return [...rang].map((name) => name.replace(/^kwglobal-/, "")).sort();
}
