import { expect } from "chai";

import { Context } from "../../../plan-review/gate/context";
import { type ChangeJson, planOf } from "../../support/plans";

const there = (address: string, values: object, more: Partial<ChangeJson> = {}): ChangeJson => ({
  ...{ address, actions: ["no-op"], before: values, after: values },
  ...more,
});

/** What the configuration says of a bucket's policy, as cdktf's JSON has it. */
const configuring = (bucket: unknown) => ({
  configuration: {
    root_module: {
      resources: [
        {
          ...{ address: "aws_s3_bucket_policy.p", mode: "managed", type: "aws_s3_bucket_policy" },
          ...{ name: "p", provider_config_key: "aws", expressions: { bucket } },
        },
      ],
    },
  },
});

const POLICY: ChangeJson = {
  address: "aws_s3_bucket_policy.p",
  actions: ["create"],
  after: {},
  afterUnknown: { bucket: true },
};
const BUCKET = there("aws_s3_bucket.b", { bucket: "name" });

/** The address of what a bucket's policy names. */
const named = (changes: readonly ChangeJson[], more: object = {}, types = ["aws_s3_bucket"]) => {
  const context = new Context(planOf(changes, more));
  const change = context.resources.find(({ type }) => type === "aws_s3_bucket_policy");
  return change && context.named(change, ["bucket"], types)?.address;
};

describe("a plan, as rules look at it", () => {
  it("has the resources, without data sources and what replacements left behind", () => {
    const { resources } = new Context(
      planOf([
        BUCKET,
        there("data.aws_connect_queue.q", {}),
        { address: "aws_s3_bucket.b", actions: ["delete"], deposed: "x" },
      ]),
    );
    expect(resources.map(({ address, kind }) => [address, kind])).to.deep.equal([
      ["aws_s3_bucket.b", "no-op"],
    ]);
  });

  it("knows the ARNs of the stack's identity providers that are there, and of nothing else", () => {
    const { providers } = new Context(
      planOf([
        there("aws_iam_saml_provider.a", { arn: "arn:a" }),
        there("aws_iam_openid_connect_provider.b", { arn: "arn:b" }),
        there("not_aws_iam_saml_provider.c", { arn: "arn:c" }),
        there("aws_iam_saml_provider_x.d", { arn: "arn:d" }),
        there("aws_iam_role.e", { arn: "arn:e" }),
        { address: "aws_iam_saml_provider.f", actions: ["create"], after: { arn: "arn:f" } },
        there("aws_iam_saml_provider.g", { arn: 1 }),
      ]),
    );
    expect(providers).to.deep.equal(["arn:a", "arn:b"]);
  });

  for (const name of [
    ...["id", "arn", "name", "bucket", "key_id", "function_name", "hours_of_operation_id"],
    ...["queue_id", "routing_profile_id"],
  ]) {
    it(`finds a thing by its ${name}`, () => {
      const policy = there("aws_s3_bucket_policy.p", { bucket: "x" });
      expect(named([there("aws_s3_bucket.b", { [name]: "x" }), policy])).to.equal(
        "aws_s3_bucket.b",
      );
      const gone = { address: "aws_s3_bucket.b", actions: ["delete"], before: { [name]: "x" } };
      expect(named([gone, policy])).to.equal("aws_s3_bucket.b");
    });
  }

  it("finds nothing by another attribute, of another type, or by what is no text", () => {
    const policy = there("aws_s3_bucket_policy.p", { bucket: "x" });
    expect(named([there("aws_s3_bucket.b", { region: "x" }), policy])).to.equal(undefined);
    expect(named([there("aws_sns_topic.b", { name: "x" }), policy])).to.equal(undefined);
    const number = there("aws_s3_bucket_policy.p", { bucket: 1 });
    expect(named([there("aws_s3_bucket.b", { bucket: "1" }), number])).to.equal(undefined);
    const text = there("aws_s3_bucket_policy.p", { bucket: "1" });
    expect(named([there("aws_s3_bucket.b", { bucket: 1 }), text])).to.equal(undefined);
    expect(named([there("aws_s3_bucket.b", { bucket: 1 }), number])).to.equal(undefined);
    expect(
      named([there("aws_sns_topic.b", { name: "x" }), policy], {}, [
        "aws_s3_bucket",
        "aws_sns_topic",
      ]),
    ).to.equal("aws_sns_topic.b");
  });

  it("finds what isn't known yet by what the configuration refers to, and nothing around it", () => {
    const refers = (bucket: unknown, ...others: ChangeJson[]) =>
      named([POLICY, BUCKET, ...others], configuring(bucket));
    expect(refers("${aws_s3_bucket.b.id}")).to.equal("aws_s3_bucket.b");
    expect(refers({ constant_value: "${aws_s3_bucket.b.id}" })).to.equal("aws_s3_bucket.b");
    for (const other of [
      ...["${aws_s3_bucket.b.id}/*", "x${aws_s3_bucket.b.id}", "aws_s3_bucket.b.id", "name"],
      ...["${aws_s3_bucket.c.id}", "${aws_sns_topic.t.id}", { references: ["x"] }, 1],
    ]) {
      expect(
        refers(other, there("aws_sns_topic.t", { name: "t" })),
        JSON.stringify(other),
      ).to.equal(undefined);
    }
    expect(named([POLICY, BUCKET])).to.equal(undefined);
  });

  it("takes what the configuration doesn't set for computed, and else for open", () => {
    const kind = (bucket: object | undefined) => {
      const plan = planOf([POLICY], bucket && configuring(bucket));
      const [change] = plan.changes;
      return change && new Context(plan).after(change, ["bucket"]).kind;
    };
    expect(kind(undefined)).to.equal("open");
    expect(kind({ references: ["x"] })).to.equal("open");
    const unset = planOf([{ ...POLICY, afterUnknown: { id: true } }], configuring({}));
    const [change] = unset.changes;
    expect(change && new Context(unset).after(change, ["id"])).to.deep.equal({ kind: "computed" });
    expect(change && new Context(unset).after(change, ["bucket"])).to.deep.equal({
      kind: "known",
      value: undefined,
    });
  });

  it("is new where nobody works with it yet, and it is made or taken over", () => {
    const isNew = (more: Partial<ChangeJson>, firstApply: boolean) => {
      const plan = planOf([{ ...BUCKET, ...more }]);
      const [change] = plan.changes;
      return change && new Context(plan, { firstApply }).isNew(change);
    };
    expect(isNew({ actions: ["create"], before: null }, true)).to.equal(true);
    expect(isNew({ importId: "x" }, true)).to.equal(true);
    expect(isNew({}, true)).to.equal(false);
    expect(isNew({ actions: ["create"], before: null }, false)).to.equal(false);
    expect(isNew({ importId: "x" }, false)).to.equal(false);
  });

  it("is of the account that the caller knows, and else of the provider's", () => {
    const plan = planOf([], {
      configuration: {
        provider_config: {
          aws: { expressions: { allowed_account_ids: { constant_value: ["111111111111"] } } },
        },
        root_module: {},
      },
    });
    expect(new Context(plan).account).to.equal("111111111111");
    expect(new Context(plan, { account: "2" }).account).to.equal("2");
  });
});
