import type { AlarmDefinition } from "../../../constructs/reporting/alarm";
import { centerAlarms } from "../../../constructs/reporting/center-alarms";
import { KWGLOBAL } from "../../../kwglobal";

/** Every alarm there is, of one queue, a flow, a flow for those who wait, and one of the others. */
export const ALARMS: readonly AlarmDefinition[] = centerAlarms({
  instance: {
    instanceId: "i",
    queues: ["Queue"],
    flows: [{ name: "Flow" }, { name: "Waiting", interruptSeconds: 120 }],
    thresholds: { ...KWGLOBAL.reporting, silentHours: 3 },
    concurrentCalls: 10,
    // The normal day's own, on a Monday of a center that lives by UTC.
    openHours: [{ day: 1, from: 9, to: 16 }],
  },
  functions: [{ name: "function", functionName: "function", callersWait: true }],
  vanityFunctionName: "function",
  lists: { stateMachineArn: "list", functionName: "batch" },
  tableName: "table",
  deliveryStreamName: "stream",
});

/** What CloudWatch looks at, and under which condition. */
export function watchedBy({ metric }: AlarmDefinition) {
  if ("total" in metric) return { of: metric.total };
  if ("silenceOf" in metric) return { of: metric.silenceOf, during: metric.during };
  return "whileAny" in metric ? metric : { of: metric };
}
