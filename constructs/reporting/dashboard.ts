import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { Construct } from "constructs";

import type { WatchedInstance } from "./connect-alarms";
import { metric } from "./metrics";
import type { WatchedFunction } from "./service-alarms";
import { alarmStates, graph, layOut, text } from "./widgets";

/** Properties of a {@link Dashboard}. */
export interface DashboardProps {
  /** Letters, digits, `-` and `_`. */
  readonly name: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
  /** The instance whose metrics it shows. */
  readonly instance: WatchedInstance;
  /** The functions whose metrics it shows. */
  readonly functions: readonly WatchedFunction[];
  /** The table whose metrics it shows. */
  readonly tableName: string;
  /** The alarms whose state it shows. */
  readonly alarmArns: readonly string[];
}

/** The contact center at a glance: alarms first, then calls, queues, flows, and what serves them. */
export class Dashboard extends Construct {
  public constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    new CloudwatchDashboard(this, "Resource", {
      dashboardName: props.name,
      dashboardBody: JSON.stringify({ start: "-PT12H", widgets: layOut(rows(props)) }),
    });
  }
}

function rows({ name, region, instance, functions, tableName, alarmArns }: DashboardProps) {
  const { instanceId: InstanceId, queues, flows } = instance;
  const calls = { InstanceId };
  const flowNames = flows.map((flow) => flow.name);
  const inRegion = graph(region);
  return [
    [text(`# ${name}\n${elsewhere(name)}`, 3)],
    ...alarmStates("Alarms", alarmArns).map((widget) => [widget]),
    [
      inRegion("Calls", "Sum", [metric("AWS/Connect", "CallsPerInterval", calls)]),
      inRegion("Calls at the same time", "Maximum", [
        metric("AWS/Connect", "ConcurrentCalls", calls),
      ]),
      inRegion("Share of the quota in use", "Maximum", [
        metric("AWS/Connect", "ConcurrentCallsPercentage", calls),
      ]),
    ],
    [
      inRegion(
        "Contacts in each queue",
        "Maximum",
        labelled(queues, (QueueName) =>
          metric("AWS/Connect", "QueueSize", { InstanceId, QueueName }),
        ),
      ),
      inRegion(
        "Longest wait in each queue, in seconds",
        "Maximum",
        labelled(queues, (QueueName) =>
          metric("AWS/Connect", "LongestQueueWaitTime", { InstanceId, QueueName }),
        ),
      ),
    ],
    [
      inRegion("Share of the agents' packets that are lost", "Average", [
        metric("AWS/Connect", "ToInstancePacketLossRate", calls),
      ]),
      inRegion("Calls that agents missed", "Sum", [metric("AWS/Connect", "MissedCalls", calls)]),
      inRegion("Calls that were rejected", "Sum", [
        metric("AWS/Connect", "ThrottledCalls", calls),
        metric("AWS/Connect", "CallsBreachingConcurrencyQuota", calls),
      ]),
    ],
    [
      inRegion(
        "Error branches of each flow",
        "Sum",
        labelled(flowNames, (ContactFlowName) =>
          metric("AWS/Connect", "ContactFlowErrors", { InstanceId, ContactFlowName }),
        ),
      ),
      inRegion(
        "Calls that each flow broke off",
        "Sum",
        labelled(flowNames, (ContactFlowName) =>
          metric("AWS/Connect", "ContactFlowFatalErrors", { InstanceId, ContactFlowName }),
        ),
      ),
    ],
    [
      inRegion(
        "Errors of each function",
        "Sum",
        functions.map(({ functionName }) => ({
          ...metric("AWS/Lambda", "Errors", { FunctionName: functionName }),
          label: functionName,
        })),
      ),
      inRegion(
        "Milliseconds of each function, 99 % of its calls",
        "p99",
        functions.map(({ functionName }) => ({
          ...metric("AWS/Lambda", "Duration", { FunctionName: functionName }),
          label: functionName,
        })),
      ),
      inRegion("Requests that the table refused", "Sum", [
        metric("AWS/DynamoDB", "ReadThrottleEvents", { TableName: tableName }),
        metric("AWS/DynamoDB", "WriteThrottleEvents", { TableName: tableName }),
      ]),
    ],
  ];
}

/** Says where to find the figures that Amazon Connect doesn't publish to CloudWatch. */
function elsewhere(name: string): string {
  return `Agents, service level, abandoned calls and callbacks are not published here: [Amazon Connect](https://${name}.my.connect.aws/), _Analytics and optimization_, _Real-time metrics_ has them as they are now. Past days: \`npm run report\`.`;
}

function labelled<T>(names: readonly string[], of: (name: string) => T) {
  return names.map((label) => ({ ...of(label), label }));
}
