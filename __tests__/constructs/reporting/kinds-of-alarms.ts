import type { AlarmDefinition } from "../../../constructs/reporting/alarm";
import { connectAlarms } from "../../../constructs/reporting/connect-alarms";
import {
  functionAlarms,
  listAlarms,
  streamAlarms,
  tableAlarms,
  vanityNumberAlarms,
} from "../../../constructs/reporting/service-alarms";
import { KWGLOBAL } from "../../../kwglobal";

/** Every alarm there is, of one queue, a flow, a flow for those who wait, and one of the others. */
export const ALARMS: readonly AlarmDefinition[] = [
  ...connectAlarms({
    instanceId: "i",
    queues: ["Queue"],
    flows: [{ name: "Flow" }, { name: "Waiting", interruptSeconds: 120 }],
    thresholds: { ...KWGLOBAL.reporting, silentHours: 3 },
    concurrentCalls: 10,
    // The normal day's own, on a Monday of a center that lives by UTC.
    openHours: [{ day: 1, from: 9, to: 16 }],
  }),
  ...functionAlarms({ name: "function", functionName: "function", callersWait: true }),
  ...vanityNumberAlarms("function"),
  ...listAlarms({ stateMachineArn: "list", functionName: "batch" }),
  ...tableAlarms("table"),
  ...streamAlarms("stream"),
];

/** What CloudWatch looks at, and under which condition. */
export function watchedBy({ metric }: AlarmDefinition) {
  if ("total" in metric) return { of: metric.total };
  if ("silenceOf" in metric) return { of: metric.silenceOf, during: metric.during };
  return "whileAny" in metric ? metric : { of: metric };
}
