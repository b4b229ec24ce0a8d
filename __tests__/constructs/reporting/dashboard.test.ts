import { expect } from "chai";

import { alarmStates } from "../../../constructs/reporting/widgets";
import { KWGLOBAL } from "../../../kwglobal";
import { synthesize } from "../../support/synthesized";
import { fault } from "./known-metrics";

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly (string | { readonly label: string })[])[];
  };
}

describe("The dashboard", () => {
  const center = synthesize();
  const { dashboard_body: body } = center.resource("aws_cloudwatch_dashboard.dashboard");
  const { widgets } = JSON.parse(String(body)) as { widgets: readonly Widget[] };
  const metrics = widgets.flatMap(({ properties }) => properties.metrics ?? []).map(asked);

  it("asks for metrics under the dimensions they are published under", () => {
    expect(metrics.flatMap((each) => fault(each) ?? [])).to.deep.equal([]);
  });

  it("shows calls, queues, errors, functions and the table (spec section 6)", () => {
    const names = new Set(metrics.map(({ name }) => name));
    expect([...names]).to.include.members([
      "CallsPerInterval",
      "QueueSize",
      "LongestQueueWaitTime",
      "ContactFlowErrors",
      "MissedCalls",
      "ThrottledCalls",
      "Errors",
      "Duration",
      "ReadThrottleEvents",
      "WriteThrottleEvents",
    ]);
  });

  it("says where agents, service level, abandoned calls and callbacks are, which CloudWatch doesn't have", () => {
    expect(widgets[0]?.properties.markdown).to.include(
      `https://${KWGLOBAL.instance.alias.toLowerCase()}.my.connect.aws/`,
    );
  });

  it("has a line for each queue and each flow", () => {
    const labels = (title: string) =>
      widgets
        .find(({ properties }) => properties.title === title)
        ?.properties.metrics?.map((line) => (line.at(-1) as { label: string }).label);
    const names = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name);
    expect(labels("Contacts in each queue")).to.deep.equal(names(KWGLOBAL.queues));
    expect(labels("Calls that each flow broke off")).to.deep.equal(names(KWGLOBAL.flows));
  });

  it("shows the state of every alarm", () => {
    const shown = widgets.flatMap(({ properties }) => properties.alarms ?? []);
    const names = Object.keys(center.resources("aws_cloudwatch_metric_alarm"));
    expect(shown).to.have.members(
      names.map((name) => `\${aws_cloudwatch_metric_alarm.${name}.arn}`),
    );
  });

  it("has at most 100 alarms in a widget, as CloudWatch allows", () => {
    const arns = Array.from({ length: 250 }, (_, index) => `arn ${index}`);
    const shown = alarmStates("Alarms", arns).map(({ properties }) => properties);
    expect(shown.map(({ title }) => title)).to.deep.equal([
      "Alarms 1 of 3",
      "Alarms 2 of 3",
      "Alarms 3 of 3",
    ]);
    expect(shown.flatMap(({ alarms }) => alarms)).to.deep.equal(arns);
  });

  it("lays its widgets out on the grid, none over another", () => {
    const taken = new Set<string>();
    for (const { x, y, width, height } of widgets) {
      expect(x + width).to.be.at.most(24);
      for (let row = y; row < y + height; row += 1) {
        for (let column = x; column < x + width; column += 1) {
          expect(taken.has(`${column} ${row}`), `${column} ${row}`).to.equal(false);
          taken.add(`${column} ${row}`);
        }
      }
    }
  });
});

function asked(line: readonly (string | { readonly label: string })[]) {
  const [namespace = "", name = "", ...rest] = line.filter((each) => typeof each === "string");
  const dimensions: Record<string, string> = {};
  for (let index = 0; index < rest.length; index += 2) {
    dimensions[rest[index] ?? ""] = rest[index + 1] ?? "";
  }
  return { namespace, name, dimensions };
}
