import { expect } from "chai";

import type { QueueMetrics } from "../../../contact-flow/runtime";
import { action, errors } from "../flows";
import { centerWith, doneOrFailed, ends, SALES, say } from "./center";
import { Steps } from "./steps";

/** All different, so that none can stand for another. */
const METRICS: QueueMetrics = {
  agentsAvailable: 2,
  agentsStaffed: 3,
  agentsOnline: 4,
  contactsInQueue: 5,
  oldestContactSeconds: 6,
};

const answer = (call: Steps): Steps => {
  call.happens({ type: "metrics", id: call.last("readMetrics").id, metrics: METRICS });
  return call;
};

describe("A queue's metrics in a flow", () => {
  const check = (MetricType: string, operand: number) =>
    new Steps(
      centerWith([
        action(
          "Check",
          "CheckMetricData",
          { MetricType, QueueId: SALES },
          {
            NextAction: "failed",
            Conditions: [
              {
                NextAction: "equal",
                Condition: { Operator: "Equals", Operands: [String(operand)] },
              },
            ],
            Errors: errors({ NoMatchingCondition: "other", NoMatchingError: "failed" }),
          },
        ),
        ...ends("equal", "other", "failed"),
      ]),
    );

  const compared: readonly (readonly [metric: string, value: number])[] = [
    ["NumberOfAgentsAvailable", 2],
    ["NumberOfAgentsStaffed", 3],
    ["NumberOfAgentsOnline", 4],
    ["NumberOfContactsInQueue", 5],
    ["OldestContactInQueueAgeSeconds", 6000],
  ];
  for (const [metric, value] of compared) {
    it(`are compared: ${metric} is ${value}`, () => {
      expect(answer(check(metric, value)).said).to.equal("equal");
      expect(answer(check(metric, value + 1)).said).to.equal("other");
    });
  }

  it("are compared only where there is such a metric", () => {
    expect(answer(check("NumberOfAgents", 2)).asked.some(({ type }) => type === "say")).to.equal(
      false,
    );
  });

  const read: readonly (readonly [path: string, text: string])[] = [
    ["$.Metrics.Queue.Name", "Sales"],
    ["$.Metrics.Queue.ARN", SALES],
    ["$.Metrics.Queue.Size", "5"],
    ["$.Metrics.Queue.OldestContactAge", "6"],
    ["$.Metrics.Agents.Online.Count", "4"],
    ["$.Metrics.Agents.Available.Count", "2"],
    ["$.Metrics.Agents.Staffed.Count", "3"],
  ];
  for (const [path, text] of read) {
    it(`are read: ${path} is ${text}`, () => {
      const call = new Steps(
        centerWith([
          action(
            "Get",
            "GetMetricData",
            { QueueId: SALES },
            { ...doneOrFailed, NextAction: "Say" },
          ),
          say("Say", "Hang up", path),
          ...ends("failed"),
        ]),
      );
      expect(answer(call).said).to.equal(text);
    });
  }

  it("have no name where they are of an agent's own queue", () => {
    const call = new Steps(
      centerWith([
        action("Get", "GetMetricData", { AgentId: "mary" }, { ...doneOrFailed, NextAction: "Say" }),
        say("Say", "Hang up", "[$.Metrics.Queue.Name] [$.Metrics.Queue.ARN]"),
        ...ends("failed"),
      ]),
    );
    expect(answer(call).said).to.equal("[] []");
  });

  it("are no others' answer: another event leaves the block waiting", () => {
    const call = check("NumberOfAgentsStaffed", 3);
    const { id } = call.last("readMetrics");
    call.happens({ type: "queued", id });
    expect(call.asked.some(({ type }) => type === "say")).to.equal(false);
    expect(answer(call).said).to.equal("equal");
  });
});
