import { join } from "node:path";

import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";
import { expectSnapshot } from "../../support/snapshot";

/** A file that a reviewer reads: what is refused, word for word. */
const FILE = join(__dirname, "snapshots", "findings.json");

const PROVIDERS = {
  provider_config: {
    aws: {
      ...{ name: "aws", full_name: "registry.terraform.io/hashicorp/aws" },
      expressions: { allowed_account_ids: { constant_value: ["111111111111"] } },
    },
  },
  root_module: {},
};

const queue = (name: string, action: string, more: Partial<ChangeJson> = {}): ChangeJson => ({
  address: `aws_connect_queue.${name}`,
  actions: [action],
  ...more,
});

const many = (type: string, count: number, action: string): ChangeJson[] =>
  Array.from({ length: count }, (_, index) => ({
    address: `${type}.a${index}`,
    actions: [action],
    before: { name: `a${index}` },
    ...(action === "no-op" && { after: { name: `a${index}` } }),
  }));

const PLANS: Readonly<Record<string, readonly [changes: readonly ChangeJson[], more?: object]>> = {
  "that failed": [[], { errored: true }],
  "that is a part only": [[], { complete: false }],
  "that can't be applied, and makes something": [
    [queue("a", "create"), queue("b", "no-op")],
    { applyable: false },
  ],
  "that can't be applied, and changes an output": [
    [],
    { applyable: false, output_changes: { a: { actions: ["create"] } } },
  ],
  "that can't be applied, since nothing changes": [[queue("a", "no-op")], { applyable: false }],
  "with a section that nobody knows": [[], { dances: [] }],
  "with an action that nobody knows": [[queue("a", "dance")]],
  "of a foreign type, made": [[{ address: "aws_iam_user.eve", actions: ["create"] }]],
  "of a foreign type, left as it is": [[{ address: "aws_iam_user.eve", actions: ["no-op"] }]],
  "of a foreign type, taken over": [
    [{ address: "aws_iam_user.eve", actions: ["no-op"], importId: "eve" }],
  ],
  "of a foreign type, deleted": [[{ address: "aws_iam_user.eve", actions: ["delete"] }]],
  "of a foreign type, forgotten": [[{ address: "aws_iam_user.eve", actions: ["forget"] }]],
  "of a foreign provider": [[queue("a", "create", { provider: "registry.terraform.io/evil/aws" })]],
  "of a foreign data source": [[{ address: "data.aws_iam_user.eve", actions: ["read"] }]],
  "that takes over what is another account's": [
    [
      {
        ...{ address: "aws_sns_topic.t", actions: ["no-op"], importId: "x" },
        before: { arn: "arn:aws:sns:us-west-2:999999999999:t" },
        after: { arn: "arn:aws:sns:us-west-2:999999999999:t" },
      },
    ],
    { configuration: PROVIDERS },
  ],
  "that takes over what is this account's": [
    [
      {
        ...{ address: "aws_sns_topic.t", actions: ["no-op"] },
        importId: "arn:aws:sns:us-west-2:111111111111:t",
      },
    ],
    { configuration: PROVIDERS },
  ],
  "that takes over what names no account": [
    [{ address: "aws_sns_topic.t", actions: ["no-op"], importId: "x" }],
    { configuration: PROVIDERS },
  ],
  "that takes something over, for an account that nobody knows": [
    [
      {
        ...{ address: "aws_sns_topic.t", actions: ["no-op"] },
        importId: "arn:aws:sns:us-west-2:999999999999:t",
      },
    ],
  ],
  "that leaves alone what is another account's": [
    [
      {
        ...{ address: "aws_sns_topic.t", actions: ["no-op"] },
        before: { arn: "arn:aws:sns:us-west-2:999999999999:t" },
        after: { arn: "arn:aws:sns:us-west-2:999999999999:t" },
      },
    ],
    { configuration: PROVIDERS },
  ],
  "that asks only when it is applied": [
    [],
    {
      configuration: {
        root_module: {
          resources: [
            {
              ...{ address: "data.aws_lambda_invocation.a", mode: "data", name: "a" },
              ...{ type: "aws_lambda_invocation", provider_config_key: "aws", expressions: {} },
            },
          ],
        },
      },
    },
  ],
  "that hides a password that a data source reads": [
    [
      {
        ...{ address: "data.aws_connect_user.a", actions: ["no-op"] },
        afterSensitive: { password: true },
      },
    ],
  ],
  "that replaces a role, which gives rights": [
    [
      {
        ...{ address: "aws_iam_role.r", actions: ["delete", "create"] },
        ...{ before: { name: "a" }, after: { name: "b" }, replacePaths: [["name"]] },
      },
    ],
  ],
  "that replaces a table, which gives none": [
    [
      {
        ...{ address: "aws_dynamodb_table.t", actions: ["delete", "create"] },
        ...{ before: { name: "a" }, after: { name: "b" }, replacePaths: [["name"]] },
      },
    ],
  ],
  "that sets twice what it forgets": [
    [
      queue("a", "forget", { before: { instance_id: "i", name: "n" } }),
      queue("b", "update", {
        before: { instance_id: "i", name: "n" },
        after: { instance_id: "i", name: "n", description: "x" },
      }),
    ],
  ],
  "that asks while it plans": [
    [
      { address: "data.aws_lambda_invocation.a", actions: ["read"] },
      { address: "data.aws_lambda_invocation.a", actions: ["read"], deposed: "x" },
    ],
  ],
  "that hides what a data source reads": [
    [
      {
        ...{ address: "data.aws_connect_queue.a", actions: ["read"] },
        afterSensitive: { name: true, description: [true], tags: { a: false } },
      },
    ],
  ],
  "that hides a user's password and name": [
    [
      {
        ...{ address: "aws_connect_user.a", actions: ["no-op"] },
        ...{ beforeSensitive: { password: true }, afterSensitive: { password: true, name: true } },
      },
    ],
  ],
  "that hides everything": [
    [
      {
        ...{ address: "aws_connect_queue.a", actions: ["no-op"] },
        afterSensitive: true as unknown as object,
      },
    ],
  ],
  "that sets one thing twice": [
    [
      queue("a", "create", { after: { instance_id: "i", name: "n" } }),
      queue("b", "no-op", {
        before: { instance_id: "i", name: "n" },
        after: { instance_id: "i", name: "n" },
      }),
    ],
  ],
  "that lets go": [[queue("a", "forget")]],
  "that deletes what an earlier replacement left": [
    [{ address: "aws_kms_key.k", actions: ["delete"], deposed: "x" }],
  ],
  "that replaces what is marked as damaged": [
    [
      {
        ...{ address: "aws_kms_key.k", actions: ["delete", "create"] },
        reason: "replace_because_tainted",
      },
    ],
  ],
  "that replaces for an attribute": [
    [
      {
        ...{ address: "aws_kms_key.k", actions: ["create", "delete"] },
        replacePaths: [["key_usage"], ["a", 0, "b"]],
      },
    ],
  ],
  "that replaces for no reason": [[{ address: "aws_kms_key.k", actions: ["delete", "create"] }]],
  "that deletes the number": [[{ address: "aws_connect_phone_number.n", actions: ["delete"] }]],
  "that deletes a key": [[{ address: "aws_kms_key.k", actions: ["delete"] }]],
  "that renames a queue": [
    [
      queue("a", "delete", { before: { name: "Sales", description: "d" } }),
      queue("b", "create", { after: { name: "Sales", description: "d" } }),
    ],
  ],
  "that deletes two of four users": [
    [...many("aws_connect_user", 2, "delete"), ...many("aws_connect_user", 4, "no-op").slice(2)],
  ],
  "that deletes three of five users": [
    [...many("aws_connect_user", 3, "delete"), ...many("aws_connect_user", 5, "no-op").slice(3)],
  ],
  "that deletes the only user": [many("aws_connect_user", 1, "delete")],
  "that deletes three of nine users": [
    [...many("aws_connect_user", 3, "delete"), ...many("aws_connect_user", 9, "no-op").slice(3)],
  ],
  "that deletes four of nine users": [
    [...many("aws_connect_user", 4, "delete"), ...many("aws_connect_user", 9, "no-op").slice(4)],
  ],
  "that deletes a queue": [many("aws_connect_queue", 1, "delete")],
  "that deletes two queues": [many("aws_connect_queue", 2, "delete")],
  "that deletes two routing profiles": [many("aws_connect_routing_profile", 2, "delete")],
  "that deletes five things": [many("aws_cloudwatch_query_definition", 5, "delete")],
  "that deletes six things": [many("aws_cloudwatch_query_definition", 6, "delete")],
};

describe("the gate, word for word (snapshots/findings.json)", () => {
  it("says what would happen, where, why not and what to do instead", () => {
    const found = Object.entries(PLANS).map(([what, [changes, more = {}]]) => [
      `a plan ${what}`,
      judge(planOf(changes, more), { firstApply: false }),
    ]);
    expectSnapshot(Object.fromEntries(found), FILE);
  });
});
