import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { parsePlan, PlanError, readPlan } from "../../plan-review/plan";
import { planJson, planOf } from "../support/plans";

describe("a plan", () => {
  const kindOf = (...actions: string[]) =>
    planOf([{ address: "aws_connect_queue.sales", actions }]).changes[0]?.kind;

  it("names what Terraform writes as pairs of actions", () => {
    expect(kindOf("no-op")).to.equal("no-op");
    for (const one of ["create", "read", "update", "delete"]) expect(kindOf(one)).to.equal(one);
    expect(kindOf("delete", "create")).to.equal("replace");
    expect(kindOf("create", "delete")).to.equal("replace");
    expect(kindOf("forget")).to.equal("forget");
    expect(kindOf("create", "forget")).to.equal("forget");
  });

  it("takes no action that it doesn't know for one that it does", () => {
    expect(kindOf("delete", "forget")).to.equal("unknown");
    expect(kindOf()).to.equal("unknown");
  });

  it("takes no text for two actions", () => {
    expect(kindOf("delete create")).to.equal("unknown");
    expect(kindOf("create forget")).to.equal("unknown");
  });

  it("keeps where a resource came from, and why it is replaced", () => {
    const [moved, replaced] = planOf([
      {
        address: "aws_connect_queue.sales",
        actions: ["no-op"],
        previousAddress: "aws_connect_queue.sell",
        importId: "a:b",
      },
      {
        address: "aws_connect_instance.instance",
        actions: ["delete", "create"],
        replacePaths: [["instance_alias"]],
        reason: "replace_because_cannot_update",
      },
    ]).changes;
    expect(moved).to.include({ previousAddress: "aws_connect_queue.sell", importId: "a:b" });
    expect(replaced?.replacePaths).to.deep.equal([["instance_alias"]]);
    expect(replaced?.reason).to.equal("replace_because_cannot_update");
  });

  it("names the provider's version and the outputs that change", () => {
    const plan = planOf([], {
      output_changes: { claimed_number: { actions: ["create"] }, same: { actions: ["no-op"] } },
    });
    expect(plan.providers).to.deep.equal({ "registry.terraform.io/hashicorp/aws": "5.100.0" });
    expect(plan.outputs).to.deep.equal(["claimed_number"]);
  });

  it("says what isn't as Terraform writes it, and reads the rest", () => {
    const plan = planOf([], { resource_changes: [{ address: "a", change: "delete" }, "x"] });
    expect(plan.oddities.map(({ where }) => where)).to.deep.equal(["a", "resource_changes[1]"]);
    expect(plan.changes).to.have.lengthOf(2);
    expect(plan.changes[0]).to.include({ address: "a", kind: "unknown", before: null });
  });

  it("knows what is configured, and what data sources have read", () => {
    const queue = { address: "aws_connect_queue.sales", expressions: { name: {} } };
    const profile = { address: "data.aws_connect_security_profile.agent", mode: "data" };
    const plan = planOf([], {
      configuration: { root_module: { resources: [queue] } },
      prior_state: {
        values: {
          root_module: {
            resources: [
              { ...profile, values: { name: "Agent" } },
              { address: "aws_connect_queue.sales", mode: "managed", values: {} },
            ],
          },
        },
      },
    });
    expect([...plan.configured]).to.deep.equal([["aws_connect_queue.sales", { name: {} }]]);
    expect([...plan.data]).to.deep.equal([[profile.address, { name: "Agent" }]]);
  });

  it("is whole, sound and to be applied only where it says so", () => {
    const flags = (more: object) => {
      const { errored, complete, applyable } = planOf([], more);
      return [errored, complete, applyable];
    };
    expect(flags({})).to.deep.equal([false, true, true]);
    expect(flags({ errored: true, complete: false, applyable: false })).to.deep.equal([
      true,
      false,
      false,
    ]);
    // Terraform writes all three.
    expect(flags({ errored: undefined, complete: undefined, applyable: undefined })).to.deep.equal([
      true,
      false,
      true,
    ]);
    expect(flags({ errored: "true", complete: "true", applyable: "false" })).to.deep.equal([
      true,
      false,
      true,
    ]);
  });

  it("knows the one account that the provider is bound to", () => {
    const account = (allowed: unknown) =>
      planOf([], {
        configuration: {
          provider_config: { aws: { expressions: { allowed_account_ids: allowed } } },
        },
      }).account;
    expect(account({ constant_value: ["123456789012"] })).to.equal("123456789012");
    expect(account({ constant_value: ["123456789012", "999999999999"] })).to.equal(undefined);
    expect(account({ constant_value: [] })).to.equal(undefined);
    expect(account({ constant_value: [1] })).to.equal(undefined);
    expect(account({ references: ["x"] })).to.equal(undefined);
    expect(planOf([])).not.to.have.property("account");
  });

  it("tells what has drifted as it tells what changes", () => {
    const [entry] = planJson([
      {
        address: "aws_connect_queue.sales",
        actions: ["update"],
        before: { a: 1 },
        after: { a: 2 },
      },
    ]).resource_changes;
    const { changes, drift } = planOf([], { resource_drift: [entry] });
    expect(changes).to.deep.equal([]);
    expect(drift).to.have.lengthOf(1);
    expect(drift[0]).to.deep.include({
      ...{ address: "aws_connect_queue.sales", type: "aws_connect_queue", mode: "managed" },
      ...{ kind: "update", before: { a: 1 }, after: { a: 2 }, replacePaths: [] },
    });
    expect(drift[0]).not.to.have.any.keys("previousAddress", "deposed", "reason", "importId");
  });

  it("hides and leaves open nothing where Terraform doesn't say so", () => {
    const [change] = planOf([], {
      resource_changes: [{ address: "data.a.b", mode: "data", change: { actions: ["read"] } }],
    }).changes;
    expect(change).to.deep.include({
      ...{ mode: "data", type: "", provider: "", before: null, after: null },
      ...{ afterUnknown: false, beforeSensitive: false, afterSensitive: false },
    });
  });

  const failures: readonly [what: string, text: string, message: RegExp][] = [
    ["text", "Plan: 1 to add", /^the plan must be JSON .*terraform show -json <plan file>/],
    ["other JSON", "[]", /^the plan must be a plan of Terraform: write it with/],
    [
      "a plan of another format",
      JSON.stringify(planJson([], { format_version: "2.0" })),
      /got 2\.0/,
    ],
    [
      "what has no format",
      '{"planned_values":{},"configuration":{}}',
      /must be a plan of Terraform/,
    ],
    [
      "without what is planned",
      '{"format_version":"1.2","configuration":{}}',
      /^the plan must be a plan, and it looks like a state: write it with/,
    ],
    [
      "without a configuration",
      '{"format_version":"1.2","planned_values":{}}',
      /^the plan must be a plan, and it looks like a state/,
    ],
    ["a plan of format 11", '{"format_version":"11.0"}', /must have format version 1, got 11\.0/],
    ["a state", '{"format_version":"1.0","values":{}}', /looks like a state/],
  ];
  for (const [what, text, message] of failures) {
    it(`is not ${what}`, () => {
      expect(() => parsePlan(text)).to.throw(PlanError, message);
    });
  }

  it("is read from a file, which errors name", () => {
    const file = join(mkdtempSync(join(tmpdir(), "plan-")), "plan.json");
    expect(() => readPlan(file)).to.throw(PlanError, `${file} can't be read`);
    writeFileSync(file, "{}");
    expect(() => readPlan(file)).to.throw(PlanError, `${file} must be a plan`);
  });
});
