import { expect } from "chai";

import { dashboard } from "../../../../plan-review/gate/judgements/dashboards";
import { said, there, update } from "./judging";

const text = { type: "text", properties: { markdown: "Hello" } };
const metric = (more: object = {}) => ({
  ...{ type: "metric", properties: { metrics: [["AWS/Connect", "MissedCalls"]], ...more } },
});
const body = (...widgets: object[]) => ({ dashboard_body: JSON.stringify({ widgets }) });
const ADDRESS = "aws_cloudwatch_dashboard.d";
const becomes = (before: object[], after: object[], ...others: ReturnType<typeof there>[]) =>
  said(dashboard, update(ADDRESS, body(...before), body(...after)), others);
const logs = (query: string) => ({ type: "log", properties: { query } });
const alarms = (...arns: string[]) => ({ type: "alarm", properties: { alarms: arns } });
const ALARM = "arn:aws:cloudwatch:us-west-2:111122223333:alarm:a";

describe("a dashboard", () => {
  it("shows half as much as before, or more", () => {
    expect(becomes([metric(), metric()], [metric()])).to.deep.equal([]);
    expect(becomes([metric(), metric(), metric()], [metric(), text, text])).to.deep.equal([
      "shows 1 things in the dashboard, not 3",
    ]);
  });

  it("shows nothing by a widget without metrics or alarms", () => {
    expect(becomes([metric()], [metric({ metrics: [] })])).to.deep.equal([
      "shows 0 things in the dashboard, not 1",
    ]);
    expect(becomes([alarms(ALARM)], [alarms()])).to.have.lengthOf(1);
    expect(becomes([metric()], [metric({ metrics: undefined, annotations: {} })])).to.deep.equal(
      [],
    );
    expect(becomes([metric()], [logs("fields @message")])).to.deep.equal([]);
  });

  it("shows what is of the account that it showed", () => {
    const foreign = ["shows what is of another account in the dashboard: 999988887777"];
    const old = [metric({ accountId: "111122223333" }), alarms(ALARM)];
    expect(becomes(old, [...old, alarms(ALARM)])).to.deep.equal([]);
    expect(becomes(old, [...old, metric({ accountId: "999988887777" })])).to.deep.equal(foreign);
    expect(
      becomes(old, [...old, metric({ metrics: [["a", "b", { accountId: "999988887777" }]] })]),
    ).to.deep.equal(foreign);
    const arn = "arn:aws:logs:us-west-2:999988887777:log-group:/x";
    expect(becomes(old, [...old, logs(`SOURCE '${arn}' | fields @message`)])).to.deep.equal([
      ...foreign,
      `shows logs in the dashboard that aren't this stack's: ${arn}`,
    ]);
    expect(
      becomes([metric()], [metric(), alarms(ALARM)], there(`${ADDRESS}2`, body(...old))),
    ).to.deep.equal([]);
    expect(becomes([metric()], [metric(), alarms(ALARM)])).to.have.lengthOf(1);
  });

  it("shows logs of the stack, or those that a dashboard showed", () => {
    const group = there("aws_cloudwatch_log_group.f", { name: "/aws/lambda/f", arn: "arn:f" });
    const [own, strange] = ["SOURCE '/aws/lambda/f' | fields @message", "SOURCE '/x' | fields a"];
    const shows = (query: string | object, more: object = {}, old: object[] = []) =>
      becomes(old, [{ type: "log", properties: { query, ...more } }], group);
    expect(shows(own)).to.deep.equal([]);
    expect(shows("SOURCE 'arn:f'")).to.deep.equal([]);
    expect(shows("SOURCE '${aws_cloudwatch_log_group.f.name}' | fields a")).to.deep.equal([]);
    expect(shows("SOURCE '${aws_cloudwatch_log_group.x.name}' | fields a")).to.have.lengthOf(1);
    expect(shows(strange)).to.deep.equal([
      "shows logs in the dashboard that aren't this stack's: /x",
    ]);
    expect(shows(strange, {}, [logs(strange)])).to.deep.equal([]);
    expect(shows(`# all\n SOURCE '/aws/lambda/f' | source '/x' | fields a`)).to.have.lengthOf(1);
    expect(shows('SOURCE "/aws/lambda/f" | fields a')).to.have.lengthOf(1);
    expect(shows("SOURCE logGroups(namePrefix: ['/'])")).to.have.lengthOf(1);
    expect(shows({ SOURCE: "x" })).to.have.lengthOf(1);
    expect(shows(own, { queryLanguage: "CWLI" })).to.deep.equal([]);
    expect(shows(own, { queryLanguage: "SQL" })).to.have.lengthOf(1);
    expect(shows(own, { logGroupNames: ["/x"] })).to.have.lengthOf(1);
    expect(becomes([], [{ ...metric({ query: strange }) }], group)).to.deep.equal([]);
  });

  it("runs commands that are judged, or that a dashboard ran already", () => {
    const group = there("aws_cloudwatch_log_group.f", { name: "/aws/lambda/f" });
    const query = (commands: string) => logs(`SOURCE '/aws/lambda/f' | ${commands}`);
    const runs = (commands: string, ...old: object[]) => becomes(old, [query(commands)], group);
    const unmasks = "fields unmask(@message)";
    expect(runs("fields @message")).to.deep.equal([]);
    expect(runs("lookup people a")).to.deep.equal([
      "runs commands in the dashboard that nobody has judged: lookup",
    ]);
    expect(runs(`lookup people a | ${unmasks}`)).to.have.lengthOf(1);
    expect(runs(unmasks)).to.have.lengthOf(1);
    expect(runs(unmasks, query("fields @message"))).to.have.lengthOf(1);
    expect(runs(unmasks, query(unmasks))).to.deep.equal([]);
    expect(
      becomes([], [query(unmasks)], group, there(`${ADDRESS}2`, body(query(unmasks)))),
    ).to.deep.equal([]);
    expect(
      becomes([], [query(unmasks)], group, there("aws_sns_topic.t", body(query(unmasks)))),
    ).to.have.lengthOf(1);
  });

  it("shows figures of this stack, which can be seen", () => {
    const figures = [metric(), metric(), metric()];
    const all = (more: object) =>
      becomes(figures, [metric(more), metric(more), metric(more)], instance);
    const instance = there("aws_connect_instance.i", { id: "own" });
    const of = (...parts: unknown[]) => ({ metrics: [["AWS/Connect", "MissedCalls", ...parts]] });
    const none = ["shows 0 things in the dashboard, not 3"];
    expect(all(of("InstanceId", "own"))).to.deep.equal([]);
    expect(all(of("InstanceId", "${aws_connect_instance.i.id}"))).to.deep.equal([]);
    expect(all(of("InstanceId", "other"))).to.deep.equal(none);
    expect(all(of({ visible: false }))).to.deep.equal(none);
    expect(all(of({ visible: true }))).to.deep.equal([]);
    expect(all({ metrics: [[{ expression: "0 * 1" }]] })).to.deep.equal(none);
    expect(all({ metrics: [[{ expression: "m1 * 1" }]] })).to.deep.equal([]);
    expect(all({ metrics: [[{ expression: "SEARCH('x', 'Sum')" }]] })).to.deep.equal([]);
    expect(all({ region: "eu-west-1" })).to.deep.equal(none);
    const west = { region: "us-west-2" };
    expect(becomes([metric(west)], [metric(west)])).to.deep.equal([]);
    expect(becomes([metric(west)], [metric({ region: "eu-west-1" })])).to.have.lengthOf(1);
  });
});
