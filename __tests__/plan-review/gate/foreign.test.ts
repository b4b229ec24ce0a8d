import { expect } from "chai";

import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

const found = (change: ChangeJson, more: object = {}) =>
  judge(planOf([change], more)).refused.map(({ effect, happens }) => [effect, happens]);

const OBSERVED = "data.aws_lambda_invocation.agent_statuses_observed";

/** The configuration of the data source that asks a function. */
const asking = (functionName: object) => ({
  configuration: {
    root_module: {
      resources: [
        {
          address: OBSERVED,
          mode: "data",
          type: "aws_lambda_invocation",
          name: "agent_statuses_observed",
          provider_config_key: "aws",
          schema_version: 0,
          expressions: { function_name: functionName },
        },
      ],
    },
  },
});

describe("the gate, on what is taken over", () => {
  const topic = (account: string) => {
    const arn = `arn:aws:sns:us-west-2:${account}:alarms`;
    return planOf(
      [
        {
          address: "aws_sns_topic.taken",
          actions: ["no-op"],
          before: { arn },
          after: { arn },
          importId: arn,
        },
      ],
      {
        configuration: {
          provider_config: {
            aws: {
              name: "aws",
              full_name: "registry.terraform.io/hashicorp/aws",
              expressions: { allowed_account_ids: { constant_value: ["111122223333"] } },
            },
          },
          root_module: {},
        },
      },
    );
  };

  it("refuses what another account has", () => {
    expect(judge(topic("111122223333")).refused).to.deep.equal([]);
    expect(judge(topic("999999999999")).refused.map(({ effect }) => effect)).to.deep.equal([
      "grant",
    ]);
  });
});

describe("the gate, on what no construct here makes", () => {
  const KEY =
    "uses aws_iam_access_key of registry.terraform.io/hashicorp/aws, which no construct here makes";

  it("PLAN-04: refuses a foreign type, however it comes", () => {
    const address = "aws_iam_access_key.key";
    expect(found({ address, actions: ["create"] })).to.deep.equal([["create", KEY]]);
    expect(found({ address, actions: ["update"] })).to.deep.equal([["create", KEY]]);
    expect(found({ address, actions: ["no-op"], importId: "a" })).to.deep.equal([["create", KEY]]);
    expect(found({ address, actions: ["no-op"] })).to.deep.equal([]);
  });

  it("refuses a foreign type that goes, since nobody has said what is lost with it", () => {
    const address = "aws_backup_vault.vault";
    expect(found({ address, actions: ["delete"] })).to.deep.equal([
      ["destroy", "deletes what no construct here has made"],
    ]);
    expect(found({ address, actions: ["forget"] })[0]?.[0]).to.equal("forget");
  });

  it("refuses a type with the name of a part of JavaScript", () => {
    const change = { address: "constructor.a", actions: ["delete"] };
    expect(found(change).map(([effect]) => effect)).to.deep.equal(["destroy"]);
  });

  it("refuses a type of ours from another provider", () => {
    const change = {
      address: "aws_connect_hours_of_operation.a",
      actions: ["no-op"],
      importId: "a",
      provider: "registry.terraform.io/evil/aws",
    };
    expect(found(change)).to.deep.equal([
      [
        "create",
        "uses aws_connect_hours_of_operation of registry.terraform.io/evil/aws, which no construct here makes",
      ],
    ]);
  });

  it("refuses a foreign data source", () => {
    const change = { address: "data.aws_secretsmanager_secret_version.all", actions: ["read"] };
    expect(found(change)).to.have.lengthOf(1);
    expect(found({ address: "data.aws_connect_prompt.a", actions: ["read"] })).to.have.lengthOf(0);
  });

  it("refuses a data source that invokes another function than the observer", () => {
    const read = { address: OBSERVED, actions: ["read"] };
    const ours = { constant_value: "${aws_lambda_function.connect_associations_observer.arn}" };
    const other = { constant_value: "${aws_lambda_function.connect_associations_reconciler.arn}" };
    expect(found(read, asking(ours))).to.deep.equal([]);
    expect(found(read, asking(other))).to.deep.equal([
      ["change", "invokes another function than the observer, while it plans"],
    ]);
    expect(found(read, asking({ constant_value: "reconcile" }))).to.have.lengthOf(1);
    expect(found(read)).to.have.lengthOf(1);
  });

  it("refuses an action that nobody knows, whatever it is at", () => {
    const change = { address: "aws_connect_queue.a", actions: ["explode"] };
    expect(found(change)).to.deep.equal([
      [undefined, 'does something that this check doesn\'t know: ["explode"]'],
    ]);
  });
});
