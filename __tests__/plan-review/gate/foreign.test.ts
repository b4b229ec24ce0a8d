import { expect } from "chai";

import { DEFAULT_PROMPTS } from "../../../contact-flow/default-prompts";
import {
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
  DEFAULT_SECURITY_PROFILES,
} from "../../../constructs/value/instance-defaults";
import { DEFAULTS } from "../../../plan-review/configuration/data-sources";
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

/** A plan whose provider is bound to an account. */
const OF_ACCOUNT = {
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
};

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
      OF_ACCOUNT,
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

describe("the gate, on what is another's", () => {
  const refused = (changes: readonly ChangeJson[], more: object = {}) =>
    judge(planOf(changes, more), { firstApply: false }).refused.map(({ happens }) => happens);
  const both = (values: object) => ({ before: values, after: values });
  const instance: ChangeJson = {
    ...{ address: "aws_connect_instance.i", actions: ["no-op"] },
    ...both({ id: "i", instance_alias: "kwglobal" }),
  };

  it("refuses to take over a bucket, whose ARN tells no account", () => {
    const bucket = {
      ...{ address: "aws_s3_bucket.b", actions: ["no-op"], importId: "b" },
      ...both({ bucket: "b", arn: "arn:aws:s3:::b" }),
    };
    expect(refused([bucket])).to.deep.equal(["takes over what can't be told whose it is"]);
    expect(judge(planOf([bucket]), { firstApply: true }).refused).to.deep.equal([]);
  });

  it("refuses an address that something else has, too", () => {
    const group = (name: string, more: object = {}): ChangeJson => ({
      ...{ address: `aws_cloudwatch_log_group.${name}`, actions: ["no-op"], ...more },
      ...both({ name }),
    });
    const moved = { previousAddress: "aws_cloudwatch_log_group.b" };
    expect(refused([group("a", moved)])).to.deep.equal([]);
    expect(refused([group("a", moved), group("b")])).to.deep.equal([
      "comes from aws_cloudwatch_log_group.b, where another thing comes to",
    ]);
  });

  it("refuses what is made in another instance, or read from one", () => {
    const other = "is of another instance of Amazon Connect than the stack's";
    const group = (instance_id: string): ChangeJson => ({
      ...{ address: "aws_connect_user_hierarchy_group.g", actions: ["create"] },
      after: { name: "g", instance_id },
    });
    const profile = (instance_id: string): ChangeJson => ({
      ...{ address: "data.aws_connect_security_profile.p", actions: ["read"] },
      after: { name: "Agent", instance_id },
    });
    const read = (instance_id: string) => ({
      prior_state: {
        values: {
          root_module: {
            resources: [
              {
                ...{ address: "data.aws_connect_queue.q", mode: "data" },
                values: { name: "BasicQueue", instance_id },
              },
            ],
          },
        },
      },
    });
    for (const make of [group, profile]) {
      expect(refused([instance, make("i")])).to.deep.equal([]);
      expect(refused([instance, make("evil")])).to.deep.equal([other]);
    }
    expect(refused([instance], read("i"))).to.deep.equal([]);
    expect(refused([instance], read("evil"))).to.deep.equal([other]);
  });
});

describe("the gate, on what replaces another thing", () => {
  it("names what is other than it was, though it may go", () => {
    const flow = (type: string, name = "f") => ({
      name,
      type,
      content: '{"StartAction":"","Actions":[]}',
    });
    const replaced = (after: object) =>
      judge(
        planOf([
          {
            ...{ address: "aws_connect_contact_flow.f", actions: ["create", "delete"] },
            ...{ before: flow("CUSTOMER_QUEUE"), after },
          },
        ]),
      ).refused.map(({ happens }) => happens);
    expect(replaced(flow("CONTACT_FLOW"))).to.deep.equal([
      "deletes it, and makes another one",
      "changes type",
    ]);
    expect(replaced(flow("CUSTOMER_QUEUE", "g"))).to.deep.equal([
      "deletes it, and makes another one",
    ]);
  });
});

describe("the gate, on what a data source has read", () => {
  const QUEUE = "data.aws_connect_queue.basic";
  const read = (asked: unknown, name: string, instance_id = "own") => ({
    prior_state: {
      values: {
        root_module: {
          resources: [{ address: QUEUE, mode: "data", values: { name, instance_id } }],
        },
      },
    },
    configuration: {
      root_module: {
        resources: [
          {
            ...{ address: QUEUE, mode: "data", type: "aws_connect_queue", name: "basic" },
            ...{ provider_config_key: "aws", schema_version: 0 },
            expressions: asked === undefined ? {} : { name: { constant_value: asked } },
          },
        ],
      },
    },
  });
  const configured = (address: string, name: string) => ({
    configuration: {
      root_module: {
        resources: [
          {
            ...{ address, mode: "data", type: address.split(".")[1], name: "x" },
            ...{ provider_config_key: "aws", schema_version: 0 },
            expressions: { name: { constant_value: name } },
          },
        ],
      },
    },
  });
  const instance: ChangeJson = {
    ...{ address: "aws_connect_instance.i", actions: ["no-op"] },
    ...{ before: { id: "own" }, after: { id: "own" } },
  };
  const said = (more: object) =>
    judge(planOf([instance], more)).refused.map(({ addresses, tolerated, happens }) => [
      ...[addresses.join(), tolerated, happens],
    ]);

  it("must be what Connect puts into each instance", () => {
    const made = [[QUEUE, 0, 'reads "Evil", which somebody has made by hand']];
    expect(said(read("Evil", "Evil"))).to.deep.equal(made);
    expect(said(read(undefined, "Evil"))).to.deep.equal(made);
    for (const [type, names] of Object.entries(DEFAULTS)) {
      const reads = (name: string) => {
        const address = `data.${type}.x`;
        return judge(
          planOf([{ address, actions: ["read"], after: { name } }], configured(address, name)),
        ).refused.map(({ happens }) => happens);
      };
      for (const name of names) expect(reads(name), name).to.deep.equal([]);
      expect(reads("Basic"), type).to.deep.equal([
        'reads "Basic", which somebody has made by hand',
      ]);
    }
  });

  it("knows the names that the value knows", () => {
    expect(DEFAULTS).to.deep.equal({
      aws_connect_contact_flow: Object.keys(DEFAULT_FLOWS),
      aws_connect_hours_of_operation: DEFAULT_HOURS_OF_OPERATION,
      aws_connect_prompt: DEFAULT_PROMPTS,
      aws_connect_queue: DEFAULT_QUEUES,
      aws_connect_routing_profile: DEFAULT_ROUTING_PROFILES,
      aws_connect_security_profile: DEFAULT_SECURITY_PROFILES,
    });
  });

  it("must have the name that the configuration asks for", () => {
    expect(said(read("BasicQueue", "BasicQueue"))).to.deep.equal([]);
    expect(said(read(undefined, "BasicQueue"))).to.deep.equal([]);
    expect(said(read("BasicQueue", "Evil"))).to.deep.equal([
      [QUEUE, 0, 'asks for "BasicQueue", and has read "Evil"'],
    ]);
  });

  it("must be of the stack's instance", () => {
    expect(said(read("BasicQueue", "BasicQueue", "other"))).to.deep.equal([
      [QUEUE, 0, "is of another instance of Amazon Connect than the stack's"],
    ]);
  });
});

describe("the gate, on the instance of what is made", () => {
  const instance: ChangeJson = {
    ...{ address: "aws_connect_instance.i", actions: ["no-op"] },
    ...{ before: { id: "own" }, after: { id: "own" } },
  };
  const said = (more: Partial<ChangeJson>, configuration: object = {}) =>
    judge(
      planOf(
        [
          instance,
          {
            ...{ address: "aws_connect_quick_connect.c", actions: ["create"] },
            ...{ after: { instance_id: "other" }, ...more },
          },
        ],
        configuration,
      ),
    ).refused.filter(({ happens }) => happens.startsWith("is of another instance"));
  const before = { instance_id: "other" };

  it("must be the stack's, if it is made, replaced or taken over", () => {
    expect(said({})).to.have.lengthOf(1);
    expect(said({ after: { instance_id: "own" } })).to.deep.equal([]);
    expect(said({ after: {} })).to.deep.equal([]);
    expect(said({ actions: ["delete", "create"], before })).to.have.lengthOf(1);
    expect(said({ actions: ["no-op"], before })).to.deep.equal([]);
    expect(said({ actions: ["no-op"], before, importId: "x" })).to.have.lengthOf(1);
    expect(said({ actions: ["delete"], before, after: null, deposed: "x" })).to.deep.equal([]);
  });

  it("must be known, if the configuration sets it", () => {
    const open = { after: {}, afterUnknown: { instance_id: true } };
    expect(said(open)).to.have.lengthOf(1);
    const configured = (expressions: object) => ({
      configuration: {
        root_module: {
          resources: [
            {
              ...{ address: "aws_connect_quick_connect.c", mode: "managed", name: "c" },
              ...{ type: "aws_connect_quick_connect", provider_config_key: "aws" },
              ...{ schema_version: 0, expressions },
            },
          ],
        },
      },
    });
    expect(said(open, configured({}))).to.deep.equal([]);
    const own = { constant_value: "${aws_connect_instance.i.id}" };
    expect(said(open, configured({ instance_id: own }))).to.deep.equal([]);
    const other = { constant_value: "${aws_connect_instance.evil.id}" };
    expect(said(open, configured({ instance_id: other }))).to.have.lengthOf(1);
  });
});

describe("the gate, on whose it is that is taken over", () => {
  const said = (importId: string, arn?: string, firstApply = false) =>
    judge(
      planOf(
        [
          {
            ...{ address: "aws_sns_topic.t", actions: ["no-op"], importId },
            ...{ before: { arn }, after: { arn } },
          },
        ],
        OF_ACCOUNT,
      ),
      { firstApply },
    ).refused.map(({ happens }) => happens);

  it("must be told by its ARN, or by the one it is taken over by", () => {
    const of = (account: string) => `arn:aws:sns:us-west-2:${account}:t`;
    expect(said("x", of("111122223333"))).to.deep.equal([]);
    expect(said("x", of("999999999999"))).to.deep.equal([
      "takes over what belongs to another account",
    ]);
    expect(said(of("999999999999"))).to.have.lengthOf(1);
    expect(said(of("111122223333"))).to.deep.equal([]);
    expect(said(`x${of("999999999999")}`)).to.deep.equal([]);
  });

  it("may be told by neither but where an ARN names no account, in a center in service", () => {
    const open = ["takes over what can't be told whose it is"];
    for (const arn of ["arn:aws:s3:::bucket", "arn:aws:x:us-west-2::y"]) {
      expect(said("x", arn), arn).to.deep.equal(open);
      expect(said(arn), arn).to.deep.equal(open);
      expect(said(arn, undefined, true), arn).to.deep.equal([]);
      expect(said(`x ${arn}`), arn).to.deep.equal([]);
    }
    expect(said("arn:aws:s3:::bucket", "not one")).to.deep.equal([]);
  });
});
