import { expect } from "chai";

import { Context } from "../../../../plan-review/gate/context";
import { outboundFlow } from "../../../../plan-review/gate/judgements/queues";
import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";
import { block, by, end, flow, records, there } from "./flow/written";
import { said as saidBy, update } from "./judging";

const SALES = "aws_connect_queue.sales";
const gone: ChangeJson = {
  ...{ address: SALES, actions: ["delete"] },
  before: { arn: "arn:sales", queue_id: "sales-id", name: "Sales" },
};

/** What is said of a queue that goes, beside a flow whose text was and becomes this. */
const said = (before: string | undefined, after: string | undefined, type = "contact_flow") => {
  const flow = {
    address: `aws_connect_${type}.menu`,
    actions: ["update"],
    before: { content: before },
    after: { content: after },
  };
  return judge(planOf([gone, flow]))
    .refused.filter(({ addresses }) => addresses.includes(SALES))
    .map(({ effect, happens }) => `${String(effect)}: ${happens}`);
};

describe("a queue that goes", () => {
  const leads = "destroy: deletes a queue to which aws_connect_contact_flow.menu leads callers";

  it("must be in no flow, neither before nor after", () => {
    for (const text of ["{arn:sales}", "{sales-id}", `{\${${SALES}.arn}}`]) {
      expect(said(text, "{}"), text).to.deep.equal([leads]);
      expect(said("{}", text), text).to.deep.equal([leads]);
    }
    expect(said("{}", "{}")).to.deep.equal([]);
    expect(said(undefined, undefined)).to.deep.equal([]);
    expect(said("{${aws_connect_queue.sales_two.arn}}", "{}")).to.deep.equal([]);
  });

  it("may be named by what is no flow", () => {
    expect(said("{arn:sales}", "{}", "contact_flow_module")).to.deep.equal([]);
  });

  it("needs a name to be found by", () => {
    const flow = {
      ...{ address: "aws_connect_contact_flow.menu", actions: ["no-op"] },
      ...{ before: { content: "{}" }, after: { content: "{}" } },
    };
    const nameless = { ...gone, before: { arn: "" } };
    expect(judge(planOf([nameless, flow])).refused).to.deep.equal([]);
  });
});

describe("the flow before calls out of a queue", () => {
  const flowOf = (name: string, ...actions: Parameters<typeof flow>) =>
    there(`aws_connect_contact_flow.${name}`, { contact_flow_id: name, content: flow(...actions) });
  const on = by(block("on", "EndFlowExecution"), {});
  const FLOWS = [
    flowOf("recording", records(["Agent"]), on),
    flowOf("other", records(["Customer"]), on),
    flowOf("silent", on),
    flowOf("ending", end),
  ];
  const runs = (outbound_flow_id?: string) => ({ outbound_caller_config: [{ outbound_flow_id }] });
  const becomes = (before: string | undefined, after: string | undefined) =>
    saidBy(outboundFlow, update(SALES, runs(before), runs(after)), FLOWS);
  const SILENT = "runs a flow before calls out of the queue that doesn't record them";
  const ENDS = "runs a flow before calls out of the queue that ends them";

  it("goes on recording, and reaches its end", () => {
    expect(becomes("recording", "other")).to.deep.equal([]);
    expect(becomes("recording", "silent")).to.deep.equal([SILENT]);
    expect(becomes("recording", "ending")).to.deep.equal([ENDS, SILENT]);
    expect(becomes("silent", "recording")).to.deep.equal([]);
    expect(becomes("silent", "ending")).to.deep.equal([ENDS]);
    expect(becomes(undefined, "silent")).to.deep.equal([]);
    expect(becomes("recording", undefined)).to.have.lengthOf(1);
    expect(becomes("silent", "foreign")).to.have.lengthOf(1);
  });

  it("may be any before the center is in service", () => {
    const made = { address: SALES, actions: ["create"], after: runs("ending") };
    const context = new Context(planOf([made, ...FLOWS]), { firstApply: true });
    const [first] = context.resources;
    expect(first && outboundFlow(first, context)).to.deep.equal([]);
  });
});

describe("the name at calls out", () => {
  const queue = (name: string, before: string | undefined, after: string | undefined) => {
    const caller = (outbound_caller_id_name?: string) => ({
      outbound_caller_config: [{ outbound_caller_id_name, outbound_caller_id_number_id: "n" }],
    });
    return {
      ...{ address: `aws_connect_queue.${name}`, actions: ["update"] },
      ...{ before: caller(before), after: caller(after) },
    };
  };
  const renamed = (...changes: ChangeJson[]) =>
    judge(planOf(changes))
      .refused.filter(({ happens }) => happens === "calls out under another name")
      .flatMap(({ addresses }) => addresses);

  it("is one that some queue had", () => {
    expect(renamed(queue("a", "KW", "Bank"))).to.deep.equal(["aws_connect_queue.a"]);
    expect(renamed(queue("a", "KW", "KWG"), queue("b", "KWG", "KWG"))).to.deep.equal([]);
    expect(renamed(queue("a", undefined, "KW"))).to.deep.equal([]);
    expect(renamed(queue("a", "KW", undefined))).to.deep.equal([]);
    const profile = { ...queue("b", "KWG", "KWG"), address: "aws_connect_routing_profile.b" };
    expect(renamed(queue("a", "KW", "KWG"), profile)).to.deep.equal(["aws_connect_queue.a"]);
  });
});
