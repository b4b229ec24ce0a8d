import { expect } from "chai";

import { Context } from "../../../../plan-review/gate/context";
import { transfersTo } from "../../../../plan-review/gate/judgements/quick-connects";
import { type ChangeJson, planOf } from "../../../support/plans";
import { end, flow } from "./flow/written";
import { said, there, update } from "./judging";

const CONNECT = "aws_connect_quick_connect.c";
const STACK = [
  there("aws_connect_queue.q", { queue_id: "q" }),
  there("aws_connect_user.u", { user_id: "u" }),
  there("aws_connect_contact_flow.f", { contact_flow_id: "f" }),
];
const config = (kind: string, values: object) => ({
  quick_connect_config: [{ [`${kind}_config`]: [values] }],
});
const made = (kind: string, values: object): readonly string[] =>
  said(transfersTo, { address: CONNECT, actions: ["create"], after: config(kind, values) }, STACK);
const foreign = (what: string) => [
  `lets agents transfer calls to what isn't in this stack (${what})`,
];
const NUMBER = ["lets agents transfer calls to another telephone number"];

describe("where a quick connect leads", () => {
  it("is to queues, users and flows of this stack", () => {
    expect(made("queue", { queue_id: "q", contact_flow_id: "f" })).to.deep.equal([]);
    expect(made("user", { user_id: "u", contact_flow_id: "f" })).to.deep.equal([]);
    expect(made("queue", { queue_id: "x", contact_flow_id: "f" })).to.deep.equal(
      foreign("queue_id"),
    );
    expect(made("queue", { queue_id: "q", contact_flow_id: "x" })).to.deep.equal(
      foreign("contact_flow_id"),
    );
    expect(made("user", { user_id: "x", contact_flow_id: "f" })).to.deep.equal(foreign("user_id"));
    expect(made("user", { user_id: "u", contact_flow_id: "x" })).to.deep.equal(
      foreign("contact_flow_id"),
    );
    expect(made("user", { user_id: "q", contact_flow_id: "u" })).to.deep.equal(
      foreign("user_id, contact_flow_id"),
    );
  });

  it("is by a flow that doesn't end the call", () => {
    const content = flow(end);
    const hangsUp = there("aws_connect_contact_flow.x", { contact_flow_id: "x", content });
    const make = (kind: string, values: object, firstApply = false) => {
      const change = { address: CONNECT, actions: ["create"], after: config(kind, values) };
      const context = new Context(planOf([change, ...STACK, hangsUp]), { firstApply });
      const [first] = context.resources;
      return first && transfersTo(first, context).map(({ happens }) => happens);
    };
    const ends = ["lets a flow transfer calls that ends them"];
    expect(make("queue", { queue_id: "q", contact_flow_id: "x" })).to.deep.equal(ends);
    expect(make("user", { user_id: "u", contact_flow_id: "x" })).to.deep.equal(ends);
    expect(make("user", { user_id: "u", contact_flow_id: "x" }, true)).to.deep.equal([]);
    const old = config("queue", { queue_id: "q", contact_flow_id: "x" });
    expect(
      said(transfersTo, update(CONNECT, old, { name: "x" }), [...STACK, hangsUp]),
    ).to.deep.equal([]);
  });

  it("is no telephone that is new", () => {
    const phone = (phone_number: string) => config("phone", { phone_number });
    expect(made("phone", { phone_number: "+15550100" })).to.deep.equal(NUMBER);
    const change = (before: string, after: string) =>
      said(transfersTo, update(CONNECT, phone(before), phone(after)), STACK);
    expect(change("+15550100", "+15550100")).to.deep.equal([]);
    expect(change("+15550100", "+15550101")).to.deep.equal(NUMBER);
  });

  it("may be what it was, wherever that is", () => {
    const old = config("queue", { queue_id: "x", contact_flow_id: "x" });
    expect(said(transfersTo, update(CONNECT, old, { description: "x" }), STACK)).to.deep.equal([]);
  });

  it("must be said by the configuration, if it isn't known yet", () => {
    const open = {
      ...{ address: CONNECT, actions: ["create"], after: {} },
      afterUnknown: { quick_connect_config: true },
    };
    expect(said(transfersTo, open, STACK)).to.deep.equal([
      ...NUMBER,
      ...foreign("queue_id, user_id, contact_flow_id"),
    ]);
    // Of what the configuration doesn't set, AWS decides.
    const configuration = {
      root_module: {
        resources: [
          {
            ...{ address: CONNECT, mode: "managed", type: "aws_connect_quick_connect", name: "c" },
            ...{ provider_config_key: "aws", schema_version: 0, expressions: {} },
          },
        ],
      },
    };
    expect(said(transfersTo, open, STACK, { configuration })).to.deep.equal([]);
  });

  it("may be a telephone in a center that isn't in service yet, if it is new", () => {
    const judged = (change: ChangeJson) => {
      const plan = planOf([change, ...STACK]);
      const [first] = plan.changes;
      if (!first) throw new Error("the plan has a change");
      return transfersTo(first, new Context(plan, { firstApply: true }));
    };
    const after = config("phone", { phone_number: "+15550100" });
    expect(judged({ address: CONNECT, actions: ["create"], after })).to.deep.equal([]);
    const before = config("phone", { phone_number: "+15550101" });
    const taken = { address: CONNECT, actions: ["update"], before, after };
    expect(judged(taken)).to.have.lengthOf(1);
    expect(judged({ ...taken, importId: "x" })).to.have.lengthOf(1);
  });
});
