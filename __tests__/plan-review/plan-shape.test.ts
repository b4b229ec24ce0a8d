import { expect } from "chai";

import { type Oddity, odditiesIn } from "../../plan-review/plan-shape";
import { type ChangeJson, planJson } from "../support/plans";

const QUEUE = "aws_connect_queue.sales";

/** A plan with one change, whose JSON a test spoils. */
const oddities = (
  change: Partial<ChangeJson>,
  spoilt: object = {},
  inChange: object = {},
): readonly Oddity[] => {
  const plan = planJson([{ address: QUEUE, actions: ["update"], ...change }]);
  const [entry] = plan.resource_changes;
  const changed = { ...entry, change: { ...entry?.change, ...inChange }, ...spoilt };
  return odditiesIn({ ...plan, resource_changes: [changed] });
};
const section = (more: object) => odditiesIn(planJson([], more));
const inModule = (module: object) => section({ configuration: { root_module: module } });

/** A resource as the configuration part of a plan gives it. */
const CONFIGURED = {
  address: QUEUE,
  mode: "managed",
  type: "aws_connect_queue",
  name: "sales",
  provider_config_key: "aws",
  expressions: { name: { constant_value: "Sales" } },
  schema_version: 0,
  depends_on: [],
};

const AWS = { name: "aws", full_name: "registry.terraform.io/hashicorp/aws" };
const provider = (key: string, more: object) =>
  section({ configuration: { provider_config: { [key]: { ...AWS, ...more } } } });

describe("the shape of a plan", () => {
  it("is known where Terraform writes what this project's plans hold", () => {
    const usual = section({
      terraform_version: "1.11.4",
      timestamp: "2026-11-26T16:06:06Z",
      variables: { initial_passwords: { value: {} } },
      prior_state: { values: { root_module: { resources: [] } } },
      relevant_attributes: [],
      applyable: true,
      checks: [{ status: "pass", instances: [{ status: "pass" }] }],
      deferred_changes: [],
      action_invocations: [],
      deferred_action_invocations: [],
      resource_drift: planJson([{ address: QUEUE, actions: ["delete"] }]).resource_changes,
      configuration: {
        provider_config: {
          aws: { ...AWS, version_constraint: "5.100.0", expressions: { region: {} } },
        },
        root_module: { outputs: {}, variables: {}, resources: [CONFIGURED] },
      },
    });
    expect(usual).to.deep.equal([]);
    expect(section({ prior_state: {} })).to.deep.equal([]);
  });

  const actions: readonly string[][] = [
    ...[["no-op"], ["create"], ["update"], ["delete"], ["forget"]],
    ...[
      ["delete", "create"],
      ["create", "delete"],
      ["create", "forget"],
    ],
  ];
  for (const each of actions) {
    it(`is known of ${each.join(" then ")}`, () => {
      expect(oddities({ actions: each })).to.deep.equal([]);
    });
  }

  it("is known of moves, imports and what a replacement left behind", () => {
    expect(
      oddities({
        previousAddress: "aws_connect_queue.sell",
        importId: "a:b",
        replacePaths: [["attribute", 0, "name"]],
        reason: "replace_because_cannot_update",
      }),
    ).to.deep.equal([]);
    expect(oddities({ actions: ["delete"], deposed: "0ff1ce00" })).to.deep.equal([]);
    expect(oddities({}, {}, { importing: { identity: { id: "a" } } })).to.deep.equal([]);
    expect(oddities({}, {}, { importing: null })).to.deep.equal([]);
    expect(oddities({ address: "data.aws_connect_prompt.music", actions: ["read"] })).to.deep.equal(
      [],
    );
  });

  it("is known of identities, and of the settings that the provider has here", () => {
    expect(oddities({}, {}, { before_identity: {}, after_identity: {} })).to.deep.equal([]);
    const settings = [
      ...["allowed_account_ids", "default_tags", "max_retries", "region", "retry_mode"],
      "s3_use_path_style",
    ];
    const expressions = Object.fromEntries(settings.map((name) => [name, {}]));
    expect(provider("aws", { expressions })).to.deep.equal([]);
  });

  const odd: readonly [what: string, found: readonly Oddity[], where: string, says: string][] = [
    ["a section nobody knows", section({ surprises: [] }), "surprises", "is not known"],
    [
      "a section named as JavaScript's own",
      section({ constructor: [] }),
      "constructor",
      "is not known",
    ],
    ...["deferred_changes", "action_invocations", "deferred_action_invocations"].map(
      (name): [string, readonly Oddity[], string, string] => [
        name,
        section({ [name]: [{}] }),
        name,
        "must be empty",
      ],
    ),
    [
      "a section that hides in an object",
      section({ deferred_changes: {} }),
      "deferred_changes",
      "must be empty",
    ],
    [
      "changes that are no list",
      section({ resource_changes: {} }),
      "resource_changes",
      "must be a list",
    ],
    [
      "a change that is no object",
      section({ resource_changes: ["x"] }),
      "resource_changes[0]",
      "must be an object",
    ],
    [
      "a drift of an odd shape",
      section({ resource_drift: [{}] }),
      "resource_drift[0]",
      "must have a change, as an object",
    ],
    ["a flag that is text", section({ errored: "false" }), "errored", "must be true or false"],
    [
      "a version that is a number",
      section({ terraform_version: 1 }),
      "terraform_version",
      "must be text",
    ],
    [
      "outputs that are a list",
      section({ output_changes: [] }),
      "output_changes",
      "must be an object",
    ],
    [
      "attributes that are an object",
      section({ relevant_attributes: {} }),
      "relevant_attributes",
      "must be a list",
    ],
    [
      "a check that fails",
      section({ checks: [{ status: "fail" }] }),
      "checks[0]",
      "has a check that doesn't pass",
    ],
    [
      "a check nobody knows of yet",
      section({ checks: [{ status: "unknown" }] }),
      "checks[0]",
      "has a check that doesn't pass",
    ],
    [
      "one instance of a check that fails",
      section({
        checks: [{ status: "pass", instances: [{ status: "pass" }, { status: "error" }] }],
      }),
      "checks[0]",
      "has a check that doesn't pass",
    ],
    [
      "instances of a check that are no list",
      section({ checks: [{ status: "pass", instances: { 0: { status: "fail" } } }] }),
      "checks[0]",
      "must have instances as a list",
    ],
    [
      "a check that passes with problems",
      section({ checks: [{ status: "pass", instances: [{ status: "pass", problems: [{}] }] }] }),
      "checks[0]",
      "has a check that doesn't pass",
    ],
    [
      "a strange key of a check",
      section({ checks: [{ status: "pass", evil: 1 }] }),
      "checks[0]",
      "has evil, which is not known",
    ],
    ["a check that is no object", section({ checks: ["pass"] }), "checks[0]", "must be an object"],
    [
      "no list of changes",
      odditiesIn(
        Object.fromEntries(
          Object.entries(planJson([])).filter(([key]) => key !== "resource_changes"),
        ),
      ),
      "resource_changes",
      "is missing",
    ],
    ["checks that are no list", section({ checks: {} }), "checks", "must be a list"],
    [
      "modules in the state",
      section({ prior_state: { values: { root_module: { child_modules: [] } } } }),
      "prior_state.values",
      "holds modules",
    ],
    [
      "modules in what is planned",
      section({ planned_values: { root_module: { child_modules: [] } } }),
      "planned_values",
      "holds modules",
    ],
    [
      "planned values that are a list",
      section({ planned_values: [] }),
      "planned_values",
      "must be an object",
    ],
    [
      "a configuration that is a list",
      section({ configuration: [] }),
      "configuration",
      "must be an object",
    ],
    [
      "more of a configuration",
      section({ configuration: { more: 1 } }),
      "configuration.more",
      "is not known",
    ],
    [
      "modules in the configuration",
      inModule({ module_calls: {} }),
      "configuration.root_module",
      "has module_calls, which is not known",
    ],
    [
      "actions in the configuration",
      inModule({ actions: [] }),
      "configuration.root_module",
      "has actions, which is not known",
    ],
    [
      "a provisioner",
      inModule({ resources: [{ ...CONFIGURED, provisioners: [{ type: "local-exec" }] }] }),
      QUEUE,
      "has provisioners, which is not known",
    ],
    [
      "a count",
      inModule({ resources: [{ ...CONFIGURED, count_expression: {} }] }),
      QUEUE,
      "has count_expression, which is not known",
    ],
    [
      "a resource of another provider",
      inModule({ resources: [{ ...CONFIGURED, provider_config_key: "evil" }] }),
      QUEUE,
      "is of another provider",
    ],
    [
      "a configured resource that is text",
      inModule({ resources: ["x"] }),
      "configuration.root_module.resources[0]",
      "must be an object",
    ],
    [
      "a root module that is a list",
      section({ configuration: { root_module: [] } }),
      "configuration.root_module",
      "must be an object",
    ],
    [
      "resources that are no list",
      inModule({ resources: {} }),
      "configuration.root_module.resources",
      "must be a list",
    ],
    [
      "a configured address that lies",
      inModule({ resources: [{ ...CONFIGURED, type: "aws_iam_role" }] }),
      QUEUE,
      "has an address that doesn't say mode, type and name, or says a module or an index",
    ],
    [
      "another provider",
      section({ configuration: { provider_config: { local: { full_name: "evil/local" } } } }),
      "configuration.provider_config.local",
      "is not the one provider, registry.terraform.io/hashicorp/aws",
    ],
    [
      "the provider from elsewhere",
      provider("aws", { full_name: "registry.terraform.io/evil/aws" }),
      "configuration.provider_config.aws",
      "is not the one provider, registry.terraform.io/hashicorp/aws",
    ],
    [
      "a second configuration of the provider",
      provider("aws.other", {}),
      "configuration.provider_config.aws.other",
      "is not the one provider, registry.terraform.io/hashicorp/aws",
    ],
    [
      "an alias",
      provider("aws", { alias: "x" }),
      "configuration.provider_config.aws",
      "has alias, which is not known",
    ],
    [
      "a role that the provider takes",
      provider("aws", { expressions: { assume_role: [{}] } }),
      "configuration.provider_config.aws",
      "has assume_role, which is not known",
    ],
    [
      "providers that are a list",
      section({ configuration: { provider_config: [] } }),
      "configuration.provider_config",
      "must be an object",
    ],
    [
      "a change without change",
      oddities({}, { change: "delete" }),
      QUEUE,
      "must have a change, as an object",
    ],
    [
      "a module",
      oddities({}, { module_address: "module.m" }),
      QUEUE,
      "has module_address, which is not known",
    ],
    ["an index", oddities({}, { index: 0 }), QUEUE, "has index, which is not known"],
    [
      "generated code",
      oddities({}, {}, { generated_config: "x" }),
      QUEUE,
      "has generated_config, which is not known",
    ],
    ["no provider", oddities({}, { provider_name: undefined }), QUEUE, "must name its provider"],
    [
      "a move from another type",
      oddities({ previousAddress: "aws_iam_role.sell" }),
      QUEUE,
      "was something else until now",
    ],
    [
      "a move from a module",
      oddities({ previousAddress: "module.m.aws_connect_queue.a" }),
      QUEUE,
      "was something else until now",
    ],
    [
      "a move from a data source",
      oddities({ previousAddress: "data.aws_connect_queue.a" }),
      QUEUE,
      "was something else until now",
    ],
    [
      "a move from a list",
      oddities({}, { previous_address: [] }),
      QUEUE,
      "was something else until now",
    ],
    ["a deposed that is no text", oddities({}, { deposed: true }), QUEUE, "has a strange deposed"],
    [
      "a mask that is text",
      oddities({}, {}, { after_unknown: "true" }),
      QUEUE,
      "has a strange after_unknown",
    ],
    [
      "a mask with text in it",
      oddities({}, {}, { before_sensitive: { a: ["x"] } }),
      QUEUE,
      "has a strange before_sensitive",
    ],
    [
      "a mask that is null",
      oddities({}, {}, { after_sensitive: null }),
      QUEUE,
      "has a strange after_sensitive",
    ],
    [
      "an import of nothing",
      oddities({}, {}, { importing: {} }),
      QUEUE,
      "takes over nobody knows what",
    ],
    [
      "an import of an empty id",
      oddities({}, {}, { importing: { id: "" } }),
      QUEUE,
      "takes over nobody knows what",
    ],
    [
      "an import that is decided later",
      oddities({}, {}, { importing: { id: "a", unknown: true } }),
      QUEUE,
      "takes over nobody knows what",
    ],
    [
      "paths that are text",
      oddities({}, {}, { replace_paths: ["name"] }),
      QUEUE,
      "has strange replace_paths",
    ],
    [
      "paths of objects",
      oddities({}, {}, { replace_paths: [[{}]] }),
      QUEUE,
      "has strange replace_paths",
    ],
    [
      "a resource that is read",
      oddities({ actions: ["read"] }),
      QUEUE,
      'has an action that no resource has: ["read"]',
    ],
    [
      "a data source that is deleted",
      oddities({ address: "data.aws_connect_prompt.a", actions: ["delete"] }),
      "data.aws_connect_prompt.a",
      'has an action that no data source has: ["delete"]',
    ],
    [
      "a create of what is there",
      oddities({ actions: ["create"], before: {} }),
      QUEUE,
      'is not what it says before and after: ["create"]',
    ],
    [
      "a delete of what stays",
      oddities({ actions: ["delete"], after: {} }),
      QUEUE,
      'is not what it says before and after: ["delete"]',
    ],
    [
      "an update of nothing",
      oddities({ before: null }),
      QUEUE,
      'is not what it says before and after: ["update"]',
    ],
    [
      "an update to a list",
      oddities({}, {}, { after: [] }),
      QUEUE,
      'is not what it says before and after: ["update"]',
    ],
    [
      "a change that says it is none",
      oddities({ actions: ["no-op"], after: { name: "b" } }),
      QUEUE,
      "changes, and says that it doesn't",
    ],
    [
      "what isn't known, and says that it stays",
      oddities({ actions: ["no-op"], afterUnknown: { a: [true] } }),
      QUEUE,
      "changes, and says that it doesn't",
    ],
    [
      "an address twice",
      odditiesIn(planJson([1, 2].map(() => ({ address: QUEUE, actions: ["update"] })))),
      QUEUE,
      "stands there twice",
    ],
  ];
  for (const [what, found, where, says] of odd) {
    it(`is odd with ${what}`, () => {
      expect(found).to.deep.equal([{ where, what: says }]);
    });
  }

  const addresses: readonly [address: unknown, mode: unknown, type: unknown, name: unknown][] = [
    ["module.m.aws_connect_queue.sales", "managed", "module", "sales"],
    ["module.m.aws_connect_queue.sales", "managed", "aws_connect_queue", "sales"],
    ["aws_connect_queue.sales[0]", "managed", "aws_connect_queue", "sales"],
    ['aws_connect_queue.sales["a"]', "managed", "aws_connect_queue", "sales"],
    ["aws_connect_queue.sales ", "managed", "aws_connect_queue", "sales "],
    ["aws_connect_queue.sales", "managed", "aws_iam_role", "sales"],
    ["aws_connect_queue.sales", "managed", "aws_connect_queue", "service"],
    ["aws_connect_queue.sales", "data", "aws_connect_queue", "sales"],
    ["data.aws_connect_queue.sales", "managed", "aws_connect_queue", "sales"],
    ["aws_connect_queue.sales", "ephemeral", "aws_connect_queue", "sales"],
    ["aws_connect_queue.sales", undefined, "aws_connect_queue", "sales"],
    [["aws_connect_queue.sales"], "managed", "aws_connect_queue", "sales"],
  ];
  for (const [address, mode, type, name] of addresses) {
    it(`is odd where ${JSON.stringify(address)} is ${JSON.stringify([mode, type, name])}`, () => {
      const found = oddities({ actions: ["no-op"] }, { address, mode, type, name });
      expect(found).to.deep.equal([
        {
          where: typeof address === "string" ? address : "resource_changes[0]",
          what: "has an address that doesn't say mode, type and name, or says a module or an index",
        },
      ]);
    });
  }

  it("is no odder for the same address once more, where a replacement left something behind", () => {
    const twice = planJson([
      { address: QUEUE, actions: ["update"] },
      { address: QUEUE, actions: ["delete"], deposed: "0ff1ce00" },
    ]);
    expect(odditiesIn(twice)).to.deep.equal([]);
  });
});
