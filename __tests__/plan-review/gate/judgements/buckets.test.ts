import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

const SETTINGS = [
  ["ownership_controls", { rule: [{ object_ownership: "BucketOwnerEnforced" }] }],
  ["policy", { policy: '{"Statement":[]}' }],
  [
    "public_access_block",
    {
      ...{ block_public_acls: true, block_public_policy: true },
      ...{ ignore_public_acls: true, restrict_public_buckets: true },
    },
  ],
  [
    "server_side_encryption_configuration",
    { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }] },
  ],
  ["versioning", { versioning_configuration: [{ status: "Enabled" }] }],
] as const;

const bucket: ChangeJson = {
  ...{ address: "aws_s3_bucket.b", actions: ["create"], after: { bucket: "b" } },
};
const settings = (of = "b"): ChangeJson[] =>
  SETTINGS.map(([type, values]) => ({
    ...{ address: `aws_s3_bucket_${type}.b`, actions: ["create"] },
    after: { bucket: of, ...values },
  }));
const said = (...changes: ChangeJson[]) =>
  judge(planOf(changes)).refused.map(({ happens }) => happens);

describe("a bucket that is made", () => {
  it("is made with what protects it", () => {
    expect(said(bucket, ...settings())).to.deep.equal([]);
    expect(said(bucket)).to.deep.equal([
      "makes a bucket without ownership controls, a policy, a public access block, encryption, versioning",
    ]);
    for (const index of SETTINGS.keys()) {
      const [missing] = said(bucket, ...settings().filter((_, each) => each !== index));
      expect(missing).to.match(/^makes a bucket without [^,]+$/);
    }
  });

  it("isn't protected by what is another's, or goes", () => {
    const other = { ...bucket, address: "aws_s3_bucket.other", after: { bucket: "other" } };
    expect(said({ ...bucket, actions: ["no-op"], before: { bucket: "b" } })).to.deep.equal([]);
    expect(said(bucket, other, ...settings("other"))).to.have.lengthOf(1);
    const going = settings().map((each) => ({
      ...{ address: each.address, actions: ["delete"], before: each.after ?? {} },
    }));
    expect(said(bucket, ...going)).to.include(
      "makes a bucket without ownership controls, a policy, a public access block, encryption, versioning",
    );
  });
});

describe("a bucket of access logs", () => {
  const there = (name: string): ChangeJson => ({
    ...{ address: `aws_s3_bucket.${name}`, actions: ["no-op"] },
    ...{ before: { bucket: name }, after: { bucket: name } },
  });
  const logging = (of: string, target: string, actions = ["no-op"]): ChangeJson => {
    const values = { bucket: of, target_bucket: target };
    const before = actions[0] === "create" ? null : values;
    return { address: "aws_s3_bucket_logging.l", actions, before, after: values };
  };
  const key: ChangeJson = {
    ...{ address: "aws_kms_key.k", actions: ["no-op"] },
    ...{ before: { arn: "arn:key" }, after: { arn: "arn:key" } },
  };
  const encrypted = (of: string): ChangeJson => {
    const rule = (sse_algorithm: string, kms_master_key_id?: string) => [
      { apply_server_side_encryption_by_default: [{ sse_algorithm, kms_master_key_id }] },
    ];
    return {
      address: "aws_s3_bucket_server_side_encryption_configuration.e",
      actions: ["update"],
      before: { bucket: of, rule: rule("AES256") },
      after: { bucket: of, rule: rule("aws:kms", "arn:key") },
    };
  };

  it("is under S3's own key", () => {
    const buckets = [there("a"), there("logs"), key, logging("a", "logs")];
    expect(said(...buckets, encrypted("a"))).to.deep.equal([]);
    expect(said(...buckets, encrypted("logs"))).to.deep.equal([
      "encrypts by a key the bucket to which S3 writes access logs",
    ]);
    expect(said(there("a"), there("logs"), key, encrypted("logs"))).to.deep.equal([]);
  });

  it("isn't the bucket itself", () => {
    expect(said(there("a"), there("logs"), logging("a", "logs", ["create"]))).to.deep.equal([]);
    expect(said(there("a"), logging("a", "a", ["create"]))).to.deep.equal([
      "writes the bucket's access log into the bucket itself",
    ]);
  });
});
