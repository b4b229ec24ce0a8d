import { expect } from "chai";

import type { Finding } from "../../../plan-review/gate/finding";
import { judge } from "../../../plan-review/gate/judge";
import { PROTECTED_TYPES } from "../../../plan-review/gate/protected-types";
import { type ChangeJson, planOf } from "../../support/plans";

const REPLACE = ["delete", "create"];
const NUMBER = "aws_connect_phone_number.phone_number";

const refusedBy = (changes: readonly ChangeJson[], allow: readonly string[] = [], more = {}) =>
  judge(planOf(changes, more), allow).refused.map(({ rule, addresses }: Finding) => [
    rule,
    ...addresses,
  ]);

/** An input of the function that sets agent statuses, as constructs/association.ts writes it. */
const statuses = (...names: string[]) =>
  JSON.stringify({
    desired: {
      kind: "agentStatuses",
      instanceId: "i",
      agentStatuses: names.map((name) => ({ name, description: "" })),
    },
    run: '2026-11-22T10:29:54.633Z agent status "Lunch" is missing',
  });

const update = (address: string, before: object, after: object, afterUnknown = {}): ChangeJson => ({
  address,
  actions: ["update"],
  before,
  after,
  afterUnknown,
});

const storage = (bucket: string) => ({
  storage_config: [{ storage_type: "S3", s3_config: [{ bucket_name: bucket }] }],
});

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.lifecycle";

/** A rule of a bucket's lifecycle, as the provider fills it in. */
const rule = (settings: object) => ({
  id: "rule",
  status: "Enabled",
  filter: [{ prefix: "", and: [], tag: [], object_size_greater_than: null }],
  prefix: "",
  expiration: [],
  noncurrent_version_expiration: [],
  ...settings,
});

/** Every kind of harm that is refused one by one: at which address, and by which change. */
const REFUSED: readonly [what: string, rule: string, change: ChangeJson][] = [
  ...Object.keys(PROTECTED_TYPES).flatMap((type): [string, string, ChangeJson][] => [
    [`deleting ${type}`, "destroyed", { address: `${type}.it`, actions: ["delete"] }],
    [`replacing ${type}`, "destroyed", { address: `${type}.it`, actions: REPLACE }],
  ]),
  [
    "deleting what a replacement left behind",
    "destroyed",
    { address: NUMBER, actions: ["delete"], deposed: "0ff1ce" },
  ],
  ["forgetting", "forgotten", { address: "aws_connect_queue.sales", actions: ["forget"] }],
  [
    "turning deletion protection off",
    "unprotected",
    update(
      "aws_dynamodb_table.table",
      { deletion_protection_enabled: true },
      { deletion_protection_enabled: false },
    ),
  ],
  [
    "turning point-in-time recovery off",
    "unprotected",
    update(
      "aws_dynamodb_table.table",
      { point_in_time_recovery: [{ enabled: true }] },
      { point_in_time_recovery: [{ enabled: false }] },
    ),
  ],
  [
    "leaving point-in-time recovery out",
    "unprotected",
    update(
      "aws_dynamodb_table.table",
      { point_in_time_recovery: [{ enabled: true }] },
      { point_in_time_recovery: [] },
    ),
  ],
  [
    "letting items expire",
    "unprotected",
    update("aws_dynamodb_table.table", { ttl: [] }, { ttl: [{ enabled: true }] }),
  ],
  [
    "force_destroy on a bucket",
    "unprotected",
    update("aws_s3_bucket.bucket", { force_destroy: false }, { force_destroy: true }),
  ],
  [
    "suspending versioning",
    "unprotected",
    update(
      "aws_s3_bucket_versioning.versioning",
      { versioning_configuration: [{ status: "Enabled" }] },
      { versioning_configuration: [{ status: "Suspended" }] },
    ),
  ],
  [
    "opening a bucket",
    "unprotected",
    update(
      "aws_s3_bucket_public_access_block.privacy",
      { block_public_policy: true },
      { block_public_policy: false },
    ),
  ],
  [
    "turning a key's rotation off",
    "unprotected",
    update("aws_kms_key.key", { enable_key_rotation: true }, { enable_key_rotation: false }),
  ],
  [
    "disabling a key",
    "unprotected",
    update("aws_kms_key.key", { is_enabled: true }, { is_enabled: false }),
  ],
  [
    "keeping logs for a shorter time",
    "unprotected",
    update("aws_cloudwatch_log_group.logs", { retention_in_days: 365 }, { retention_in_days: 30 }),
  ],
  [
    "keeping logs no longer for ever",
    "unprotected",
    update("aws_cloudwatch_log_group.logs", { retention_in_days: 0 }, { retention_in_days: 30 }),
  ],
  [
    "keeping a table's backups for a shorter time",
    "unprotected",
    update(
      "aws_dynamodb_table.table",
      { point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 35 }] },
      { point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 1 }] },
    ),
  ],
  [
    "less time to cancel a key's deletion",
    "unprotected",
    update("aws_kms_key.key", { deletion_window_in_days: 30 }, { deletion_window_in_days: 7 }),
  ],
  [
    "another policy of a key",
    "unprotected",
    update("aws_kms_key.key", { policy: '{"Statement":[]}' }, { policy: '{"Statement":[{}]}' }),
  ],
  [
    "another policy of a bucket",
    "unprotected",
    update("aws_s3_bucket_policy.policy", { policy: '{"Statement":[{}]}' }, { policy: "{}" }),
  ],
  [
    "a bucket's policy that isn't known before the apply",
    "unprotected",
    update("aws_s3_bucket_policy.policy", { policy: "{}" }, {}, { policy: true }),
  ],
  [
    "another bucket for recordings",
    "unprotected",
    update("aws_connect_instance_storage_config.calls", storage("ours"), storage("theirs")),
  ],
  [
    "a bucket for recordings that isn't known before the apply",
    "unprotected",
    update(
      "aws_connect_instance_storage_config.calls",
      storage("ours"),
      { storage_config: [{ s3_config: [{}] }] },
      { storage_config: [{ s3_config: [{ bucket_name: true }] }] },
    ),
  ],
  [
    "objects that expire",
    "unprotected",
    update(LIFECYCLE, { rule: [] }, { rule: [rule({ expiration: [{ days: 1 }] })] }),
  ],
  [
    "a protection that isn't known before the apply",
    "unprotected",
    update("aws_kms_key.key", { is_enabled: true }, {}, { is_enabled: true }),
  ],
  [
    "disabling two agent statuses",
    "agent-statuses-disabled",
    update(
      "aws_lambda_invocation.agent_statuses",
      { input: statuses("Lunch", "Break", "Meeting") },
      { input: statuses("Meeting") },
    ),
  ],
  [
    "agent statuses that aren't known before the apply",
    "agent-statuses-disabled",
    update(
      "aws_lambda_invocation.agent_statuses",
      { input: statuses("Lunch") },
      {},
      { input: true },
    ),
  ],
  [
    "a password that Terraform pretends to change",
    "password-changed",
    update("aws_connect_user.peter", { password: "Old12345" }, { password: "New12345" }),
  ],
  [
    "another instance in place",
    "instance-changed",
    update("aws_connect_contact_flow.menu", { instance_id: "a" }, { instance_id: "b" }),
  ],
  [
    "an instance that isn't known before the apply",
    "instance-changed",
    update("aws_connect_contact_flow.menu", { instance_id: "a" }, {}, { instance_id: true }),
  ],
  ["a foreign type", "type-foreign", { address: "aws_iam_access_key.key", actions: ["create"] }],
  [
    "a foreign data source",
    "type-foreign",
    { address: "data.aws_secretsmanager_secret_version.all", actions: ["read"] },
  ],
  [
    "taking a foreign thing over",
    "type-foreign",
    { address: "aws_iam_user.admin", actions: ["no-op"], importId: "admin" },
  ],
  [
    "a type of ours from another provider",
    "type-foreign",
    {
      address: "aws_connect_queue.sales",
      actions: ["create"],
      provider: "registry.terraform.io/evil/aws",
    },
  ],
];

/** The rules of the security reference (docs/security.md) that these rules of the gate answer. */
const PLAN_RULES: Readonly<Record<string, string>> = {
  destroyed: "PLAN-01",
  "password-changed": "PLAN-03",
  "type-foreign": "PLAN-04",
  "instance-changed": "PLAN-05",
};

describe("the gate", () => {
  it("PLAN-01: protects what the client can't have back", () => {
    expect(PROTECTED_TYPES).to.include.keys(
      ...[
        "aws_connect_phone_number",
        "aws_connect_instance",
        "aws_connect_instance_storage_config",
      ],
      ...["aws_dynamodb_table", "aws_s3_bucket", "aws_kms_key", "aws_cloudwatch_log_group"],
      ...["aws_lambda_invocation", "aws_iam_openid_connect_provider", "aws_iam_role"],
    );
  });

  for (const [what, rule, change] of REFUSED) {
    const { address } = change;

    const id = PLAN_RULES[rule];
    it(`${id === undefined ? "" : `${id}: `}refuses ${what}, unless the change names it`, () => {
      expect(refusedBy([change])).to.deep.include([rule, address]);
      expect(refusedBy([change], [address])).to.deep.equal([]);
      expect(judge(planOf([change]), [address])).to.have.nested.property("allowed[0].rule", rule);
    });
  }

  it("lets a name pass what happens there, and nothing anywhere else", () => {
    const harm = REFUSED.map(([, , change], index) => ({
      ...change,
      address: change.address.replace(/\w+$/, `thing_${index}`),
    })).filter(({ actions }) => actions[0] === "update");
    const all = refusedBy(harm);
    for (const { address } of harm) {
      const left = refusedBy(harm, [address]);
      expect(left).to.deep.equal(all.filter(([, ...addresses]) => !addresses.includes(address)));
    }
  });

  it("tells of backups that are turned off once", () => {
    const off = update(
      "aws_dynamodb_table.table",
      { point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 35 }] },
      { point_in_time_recovery: [{ enabled: false }] },
      { point_in_time_recovery: [{ recovery_period_in_days: true }] },
    );
    expect(refusedBy([off])).to.have.lengthOf(1);
  });

  it("reports a name at which nothing of the kind happens", () => {
    const plan = planOf([{ address: "aws_connect_queue.sales", actions: ["create"] }]);
    expect(judge(plan, [NUMBER]).unused).to.deep.equal([NUMBER]);
    expect(judge(plan, ["aws_connect_queue.sales"]).unused).to.have.lengthOf(1);
    expect(
      judge(planOf([{ address: NUMBER, actions: ["delete"] }]), [NUMBER]).unused,
    ).to.have.lengthOf(0);
  });

  it("lets ordinary changes pass", () => {
    const ordinary = [
      update("aws_connect_contact_flow.menu", { content: "a" }, { content: "b" }),
      update(
        "aws_dynamodb_table.table",
        { deletion_protection_enabled: false, ttl: [] },
        {
          deletion_protection_enabled: true,
          ttl: [],
        },
      ),
      update("aws_cloudwatch_log_group.logs", { retention_in_days: 30 }, { retention_in_days: 0 }),
      { address: "aws_s3_bucket_policy.policy", actions: ["create"], after: { policy: "{}" } },
      update(
        "aws_dynamodb_table.other",
        { point_in_time_recovery: [{ enabled: false, recovery_period_in_days: 0 }] },
        { point_in_time_recovery: [{ enabled: true }] },
        { point_in_time_recovery: [{ recovery_period_in_days: true }] },
      ),
      // What was imported has no window in the state.
      update(
        "aws_kms_key.key",
        { policy: '{"Version":"2012-10-17","Statement":[]}', deletion_window_in_days: null },
        { policy: '{ "Statement": [], "Version": "2012-10-17" }', deletion_window_in_days: 30 },
      ),
      update(
        "aws_lambda_invocation.agent_statuses",
        { input: statuses("Lunch", "Break") },
        { input: statuses("Break", "Meeting") },
      ),
      { address: "aws_connect_user.peter", actions: ["delete"] },
      { address: "aws_connect_queue.sales", actions: ["delete"] },
      { address: NUMBER, actions: ["no-op"], importId: "84d455de" },
      { address: "data.aws_lambda_invocation.agent_statuses_observed", actions: ["read"] },
      { address: "aws_iam_access_key.left_by_somebody", actions: ["delete"] },
    ];
    expect(refusedBy(ordinary)).to.deep.equal([]);
  });

  it("sees through an input that isn't known yet to what is observed", () => {
    const changes = (after: string) => [
      update(
        "aws_lambda_invocation.agent_statuses",
        { input: statuses("Lunch", "Break", "Meeting") },
        {},
        { input: true },
      ),
      {
        address: "data.aws_lambda_invocation.agent_statuses_observed",
        actions: ["read"],
        after: { input: after },
      },
    ];
    expect(refusedBy(changes(statuses("Lunch", "Break", "Meeting", "Training")))).to.have.lengthOf(
      0,
    );
    expect(refusedBy(changes(statuses()))).to.deep.equal([
      ["agent-statuses-disabled", "aws_lambda_invocation.agent_statuses"],
    ]);
  });

  describe("on deletions in bulk (PLAN-02)", () => {
    const gone = (type: string, count: number, actions = ["delete"]): ChangeJson[] =>
      Array.from({ length: count }, (_, index) => ({ address: `${type}.it_${index}`, actions }));

    const limits: readonly [type: string, limit: number][] = [
      ["aws_connect_user", 3],
      ["aws_connect_queue", 1],
      ["aws_connect_routing_profile", 1],
      ["aws_connect_quick_connect", 5],
    ];
    for (const [type, limit] of limits) {
      it(`lets ${limit} of ${type} pass, not ${limit + 1}`, () => {
        expect(refusedBy(gone(type, limit))).to.deep.equal([]);
        expect(refusedBy(gone(type, limit, REPLACE))).to.deep.equal([]);
        for (const actions of [["delete"], REPLACE]) {
          const tooMany = gone(type, limit + 1, actions);
          expect(refusedBy(tooMany)).to.deep.equal([
            ["bulk-deletion", ...tooMany.map(({ address }) => address)],
          ]);
        }
      });
    }

    it("lets named ones pass beside as many as always pass", () => {
      const users = gone("aws_connect_user", 5);
      const names = users.map(({ address }) => address);
      expect(refusedBy(users, names.slice(0, 1))).to.have.length.above(0);
      expect(refusedBy(users, names.slice(0, 2))).to.deep.equal([]);
    });

    it("counts all types together", () => {
      const mixed = [
        ...gone("aws_connect_user", 3),
        ...gone("aws_connect_queue", 1),
        ...gone("aws_connect_routing_profile", 1),
      ];
      expect(refusedBy(mixed)).to.deep.equal([]);
      expect(refusedBy([...mixed, ...gone("aws_lambda_permission", 1)])).to.have.lengthOf(1);
    });
  });

  describe("on renames", () => {
    const before = {
      id: "84d455de",
      phone_number: "+13025550100",
      country_code: "US",
      type: "DID",
      prefix: "+1302",
      target_arn: "arn",
      tags_all: { Environment: "prod" },
    };
    const after = { country_code: "US", type: "DID", prefix: "+1302", tags: null };
    const rename = (type: string, from: object, to: object): ChangeJson[] => [
      { address: `${type}.old`, actions: ["delete"], before: from },
      { address: `${type}.new`, actions: ["create"], after: to, afterUnknown: { id: true } },
    ];

    it("says that a moved block keeps the number", () => {
      const { refused } = judge(planOf(rename("aws_connect_phone_number", before, after)));
      expect(refused.map(({ rule }) => rule)).to.deep.equal(["destroyed"]);
      expect(refused[0]?.cure).to.contain('resource.moveFromId("aws_connect_phone_number.old")');
    });

    it("refuses the rename of what isn't protected, too, and names the cure", () => {
      const queue = { name: "Sales", description: "d", max_contacts: null };
      const changes = rename("aws_connect_queue", { ...queue, id: "i", max_contacts: 0 }, queue);
      const { refused } = judge(planOf(changes));
      expect(refused.map(({ rule, addresses }) => [rule, ...addresses])).to.deep.equal([
        ["renamed", "aws_connect_queue.old"],
      ]);
      expect(refused[0]?.cure).to.contain("moveFromId");
      expect(judge(planOf(changes), ["aws_connect_queue.old"]).refused).to.have.lengthOf(0);
    });

    it("takes two things with different names for two things", () => {
      const changes = rename("aws_connect_queue", { name: "Sales" }, { name: "Service" });
      expect(judge(planOf(changes)).refused).to.have.lengthOf(0);
    });

    it("pairs each with one other", () => {
      const queue = (address: string, actions: string[], name: string): ChangeJson => ({
        address: `aws_connect_quick_connect.${address}`,
        actions,
        [actions[0] === "delete" ? "before" : "after"]: { name },
      });
      const changes = [
        queue("a", ["delete"], "Sales"),
        queue("b", ["delete"], "Sales"),
        queue("c", ["create"], "Sales"),
      ];
      expect(refusedBy(changes)).to.deep.equal([["renamed", "aws_connect_quick_connect.a"]]);
    });
  });

  describe("on plans that can't be judged", () => {
    const cases: readonly [what: string, changes: ChangeJson[], more: object, rule: string][] = [
      [
        "an action that nobody knows",
        [{ address: NUMBER, actions: ["explode"] }],
        {},
        "action-unknown",
      ],
      ["a planning that failed", [], { errored: true }, "plan-unusable"],
      ["a part of the change", [], { complete: false }, "plan-unusable"],
    ];
    for (const [what, changes, more, rule] of cases) {
      it(`refuses ${what}, whatever is named`, () => {
        expect(refusedBy(changes, [NUMBER], more).map(([first]) => first)).to.deep.equal([rule]);
      });
    }
  });
});
