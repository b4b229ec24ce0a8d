import { expect } from "chai";

import { Bootstrapped, STATE_KEY_ARN } from "../../support/bootstrapped";
import { decide, statementsOf } from "../../support/iam-simulator";
import type { Attributes } from "../../support/synthesized";

const bootstrap = Bootstrapped.synthesize();
const POLICY = statementsOf(bootstrap.resource("aws_s3_bucket_policy.states_bucket_policy").policy);
const BUCKET = "arn:aws:s3:::kwglobal-terraform-state";
const STATE = `${BUCKET}/contact-center/prod.tfstate`;
const LOCK = `${STATE}.tflock`;
const BOOTSTRAP = `${BUCKET}/bootstrap.tfstate`;

const role = (name: string) => `arn:aws:iam::222222222222:role/${name}`;
const PLAN = role("kwglobal-plan-prod");
const APPLY = role("kwglobal-apply-prod");
const BREAK_GLASS = role("kwglobal-break-glass");
const OPERATOR = role(
  "aws-reserved/sso.amazonaws.com/us-west-2/AWSReservedSSO_AdministratorAccess_0123456789abcdef",
);
const ANOTHER = role("Developers");

/** Whether the bucket's policy stands in the way, whatever the caller's own policies allow. */
function isDenied(
  who: string,
  action: string,
  resource: string,
  context: Record<string, string> = {},
): boolean {
  const asked = { "aws:PrincipalArn": who, "aws:SecureTransport": "true", ...context };
  return decide(POLICY, { action, resource, context: asked }) === "denied";
}

describe("The bucket of states", () => {
  it("is reached over TLS only", () => {
    expect(isDenied(OPERATOR, "s3:GetObject", STATE)).to.equal(false);
    const plain = { "aws:SecureTransport": "false" };
    expect(isDenied(OPERATOR, "s3:GetObject", STATE, plain)).to.equal(true);
  });

  for (const [what, action, resource, allowed] of [
    ["read a state", "s3:GetObject", STATE, [PLAN, APPLY, OPERATOR, BREAK_GLASS]],
    ["read a state's version", "s3:GetObjectVersion", STATE, [PLAN, APPLY, OPERATOR, BREAK_GLASS]],
    ["write a state", "s3:PutObject", STATE, [APPLY, OPERATOR, BREAK_GLASS]],
    ["read the bootstrap's state", "s3:GetObject", BOOTSTRAP, [OPERATOR, BREAK_GLASS]],
    ["write the bootstrap's state", "s3:PutObject", BOOTSTRAP, [OPERATOR, BREAK_GLASS]],
    ["delete a state", "s3:DeleteObject", STATE, [BREAK_GLASS]],
    ["delete a state's version", "s3:DeleteObjectVersion", STATE, [BREAK_GLASS]],
    ["stop versioning", "s3:PutBucketVersioning", BUCKET, [OPERATOR, BREAK_GLASS]],
    [
      "change how long versions live",
      "s3:PutLifecycleConfiguration",
      BUCKET,
      [OPERATOR, BREAK_GLASS],
    ],
    ["copy it elsewhere", "s3:PutReplicationConfiguration", BUCKET, [OPERATOR, BREAK_GLASS]],
    ["choose its key", "s3:PutEncryptionConfiguration", BUCKET, [OPERATOR, BREAK_GLASS]],
    ["open it to the public", "s3:PutBucketPublicAccessBlock", BUCKET, [OPERATOR, BREAK_GLASS]],
    ["change its policy", "s3:PutBucketPolicy", BUCKET, [OPERATOR, BREAK_GLASS]],
    ["delete it", "s3:DeleteBucket", BUCKET, [BREAK_GLASS]],
    ["delete its policy", "s3:DeleteBucketPolicy", BUCKET, [BREAK_GLASS]],
    ["release a lock", "s3:DeleteObject", LOCK, [PLAN, APPLY, OPERATOR, BREAK_GLASS, ANOTHER]],
  ] as const) {
    it(`lets ${allowed.length === 5 ? "everybody whom IAM lets" : allowed.map(short).join(", ")} ${what}`, () => {
      const everybody = [PLAN, APPLY, OPERATOR, BREAK_GLASS, ANOTHER];
      expect(everybody.filter((who) => !isDenied(who, action, resource))).to.deep.equal(allowed);
    });
  }

  it("takes objects under its own key, or under none that is named, and no others", () => {
    const header = "s3:x-amz-server-side-encryption";
    const put = (named: Record<string, string>) => !isDenied(APPLY, "s3:PutObject", STATE, named);
    expect(put({})).to.equal(true);
    expect(put({ [header]: "aws:kms", [`${header}-aws-kms-key-id`]: STATE_KEY_ARN })).to.equal(
      true,
    );
    expect(put({ [header]: "AES256" })).to.equal(false);
    const another = `${STATE_KEY_ARN}2`;
    expect(put({ [header]: "aws:kms", [`${header}-aws-kms-key-id`]: another })).to.equal(false);
  });

  it("keeps old states for a year, and old locks for a day", () => {
    const [lifecycle] = Object.values(bootstrap.resources("aws_s3_bucket_lifecycle_configuration"));
    const rules = (lifecycle?.rule as readonly Attributes[]).map(
      ({ filter, noncurrent_version_expiration: expiry }) => [
        (filter as Attributes[])[0]?.prefix,
        (expiry as Attributes[])[0]?.noncurrent_days,
      ],
    );
    expect(rules).to.deep.equal([
      ["", 365],
      ["bootstrap.tfstate.tflock", 1],
      ["contact-center/prod.tfstate.tflock", 1],
    ]);
  });

  it("refuses to be destroyed, and so do its key and GitHub's provider", () => {
    for (const address of [
      "aws_s3_bucket.states_bucket",
      "aws_kms_key.state_key",
      "aws_iam_openid_connect_provider.git_hub",
    ]) {
      expect(bootstrap.resource(address).lifecycle, address).to.deep.equal({
        prevent_destroy: true,
      });
    }
  });

  it("has a key that rotates, under the alias that every backend names", () => {
    expect(bootstrap.resource("aws_kms_key.state_key").enable_key_rotation).to.equal(true);
    const alias = String(bootstrap.resource("aws_kms_alias.state_key_alias").name);
    const { backend } = bootstrap.json.terraform as { backend: { s3: Attributes } };
    expect(backend.s3.kms_key_id).to.equal(`arn:aws:kms:us-west-2:222222222222:${alias}`);
  });
});

describe("An operator, to the bucket", () => {
  for (const [what, name, isOne] of [
    [
      "a role of IAM Identity Center",
      "aws-reserved/sso.amazonaws.com/us-west-2/AWSReservedSSO_AdministratorAccess_0",
      true,
    ],
    ["a role of that name without a path", "AWSReservedSSO_AdministratorAccess_0", true],
    ["a role whose name only ends so", "evil-AWSReservedSSO_AdministratorAccess_0", false],
    [
      "a role whose name only ends so, with a path",
      "a/evil-AWSReservedSSO_AdministratorAccess_0",
      false,
    ],
  ] as const) {
    it(`is ${isOne ? "" : "not "}${what}`, () => {
      expect(isDenied(role(name), "s3:GetObject", STATE)).to.equal(!isOne);
    });
  }
});

describe("The break-glass role", () => {
  const gets = (who: string) =>
    decide(bootstrap.trustOf("break_glass"), {
      action: "sts:AssumeRole",
      resource: "",
      context: { "aws:PrincipalArn": who },
    });

  it("is taken by operators, and by no role of GitHub's", () => {
    expect([OPERATOR, APPLY, PLAN, ANOTHER].map(gets)).to.deep.equal([
      "allowed",
      "not allowed",
      "not allowed",
      "not allowed",
    ]);
  });

  it("may do what the bucket denies everybody else", () => {
    const own = bootstrap.policiesOf("break_glass");
    expect(decide(own, { action: "s3:DeleteObjectVersion", resource: STATE })).to.equal("allowed");
    expect(decide(own, { action: "s3:PutBucketVersioning", resource: BUCKET })).to.equal("allowed");
    expect(decide(own, { action: "s3:DeleteBucket", resource: BUCKET })).to.equal("not allowed");
  });
});

function short(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1).replace(/_0123456789abcdef$/, "");
}
