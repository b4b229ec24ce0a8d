import { number, only, plain, text } from "./rules.ts";
import type { Block } from "./shape.ts";

const TIME: Block = { Hours: number, Minutes: number };

/** What the observer compares with, by the names of the locals (constructs/association.ts). */
export const DESIRED = {
  agent_statuses_desired: {
    agentStatuses: [{ description: plain, name: plain }],
    instanceId: text,
    kind: only("agentStatuses"),
  },
  holidays_desired: {
    instanceId: text,
    kind: only("holidays"),
    schedules: [
      {
        holidays: [
          { config: [{ Day: plain, EndTime: TIME, StartTime: TIME }], date: plain, name: plain },
        ],
        hoursOfOperationId: text,
        name: plain,
      },
    ],
  },
  phone_number_flow_desired: {
    flow: { contactFlowId: text, name: plain },
    instanceId: text,
    kind: only("phoneNumberFlow"),
    phoneNumberArn: text,
    phoneNumberId: text,
  },
  queue_quick_connects_desired: {
    instanceId: text,
    kind: only("queueQuickConnects"),
    queues: [
      { name: plain, queueId: text, quickConnects: [{ name: plain, quickConnectId: text }] },
    ],
  },
} satisfies Block;
