import { expect } from "chai";

import { name } from "../../../../plan-review/gate/judgements/names";
import { said, there, update } from "./judging";

const renamed = (address: string, ...others: ReturnType<typeof there>[]) =>
  said(name, update(address, { name: "Sales" }, { name: "Service" }), others);
const alarm = (dimension: string, value = "Sales", local = "a") =>
  there(`aws_cloudwatch_metric_alarm.${local}`, { dimensions: { [dimension]: value } });

describe("a thing's other name", () => {
  it("must be none by which an alarm goes", () => {
    const known = (...alarms: string[]) =>
      `gets another name than the one by which ${alarms.map((each) => `aws_cloudwatch_metric_alarm.${each}`).join(", ")} knows it`;
    expect(renamed("aws_connect_queue.q", alarm("QueueName"))).to.deep.equal([known("a")]);
    expect(
      renamed("aws_connect_queue.q", alarm("QueueName"), alarm("QueueName", "Sales", "b")),
    ).to.deep.equal([known("a", "b")]);
    expect(renamed("aws_connect_queue.q", alarm("QueueName", "Other"))).to.deep.equal([]);
    expect(renamed("aws_connect_queue.q", alarm("ContactFlowName"))).to.deep.equal([]);
    expect(renamed("aws_connect_contact_flow.f", alarm("ContactFlowName"))).to.deep.equal([
      known("a"),
    ]);
    expect(renamed("aws_connect_quick_connect.c", alarm("QueueName"))).to.deep.equal([]);
    const chart = { dimensions: { QueueName: "Sales" } };
    expect(
      renamed("aws_connect_queue.q", there("aws_cloudwatch_dashboard.d", chart)),
    ).to.deep.equal([]);
    const gone = { ...alarm("QueueName"), actions: ["delete"], after: null };
    expect(renamed("aws_connect_queue.q", gone)).to.deep.equal([]);
  });

  it("must be none by which the message is looked for", () => {
    const [module, hours] = ["aws_connect_contact_flow_module", "aws_connect_hours_of_operation"];
    const of = (one: string, other: string, named = "Sales") =>
      renamed(`${one}.m`, there(`${other}.o`, { name: named }));
    expect(of(module, hours)).to.have.lengthOf(1);
    expect(of(hours, module)).to.have.lengthOf(1);
    expect(of(hours, module, "Other")).to.deep.equal([]);
    expect(of(hours, "aws_connect_queue")).to.deep.equal([]);
    expect(of(hours, hours)).to.deep.equal([]);
    const gone = { ...there(`${module}.m`, { name: "Sales" }), actions: ["delete"], after: null };
    expect(renamed(`${hours}.h`, gone)).to.deep.equal([]);
  });

  it("must be none that another of its type had", () => {
    const other = there("aws_connect_queue.other", { name: "Service" });
    expect(renamed("aws_connect_queue.q", other)).to.deep.equal([
      "takes the name of aws_connect_queue.other",
    ]);
    expect(renamed("aws_connect_user.u", other)).to.deep.equal([]);
    const made = { address: "aws_connect_queue.b", actions: ["create"], after: { name: "x" } };
    expect(renamed("aws_connect_queue.q", made)).to.deep.equal([]);
  });

  it("isn't judged of what keeps its name, had none, or comes or goes", () => {
    const watched = alarm("QueueName");
    expect(
      said(name, update("aws_connect_queue.q", { name: "Sales" }, { description: "x" }), [watched]),
    ).to.deep.equal([]);
    expect(
      said(name, update("aws_connect_queue.q", {}, { name: "Sales" }), [watched]),
    ).to.deep.equal([]);
    const gone = { address: "aws_connect_queue.q", actions: ["delete"], before: { name: "Sales" } };
    expect(said(name, gone, [watched])).to.deep.equal([]);
    const made = { ...gone, actions: ["create"], before: null, after: { name: "Sales" } };
    expect(said(name, made, [watched])).to.deep.equal([]);
  });
});
