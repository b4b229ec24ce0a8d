import { expect } from "chai";

import { encryptedBy } from "../../../../plan-review/gate/judgements/encryption";
import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";
import { said as judgedBy, there, update } from "./judging";

const KEY = { arn: "arn:aws:kms:us-west-2:123456789012:key/k", id: "k" };

/** What is said in a plan that has a key. */
const said = (change: ChangeJson) =>
  judge(
    planOf([{ address: "aws_kms_key.k", actions: ["no-op"], before: KEY, after: KEY }, change]),
  ).refused.map(({ effect, happens }) => `${String(effect)}: ${happens}`);

describe("the key of a log group", () => {
  const logs = (before: unknown, after: unknown) =>
    said({
      address: "aws_cloudwatch_log_group.l",
      actions: ["update"],
      before: { kms_key_id: before },
      after: { kms_key_id: after },
    });
  const another = "unprotect: puts the log group under another key";
  const takes = "unprotect: takes the key away from the log group";
  const cases: readonly (readonly [before: unknown, after: unknown, ...said: string[]])[] = [
    [null, KEY.arn],
    ["", KEY.id],
    [undefined, KEY.arn],
    [KEY.arn, KEY.id],
    [KEY.id, KEY.arn],
    [null, ""],
    ["", undefined],
    ["x", "x"],
    [null, "x", another],
    ["x", KEY.arn, another],
    [KEY.arn, "x", another],
    [KEY.arn, null, takes],
    [KEY.arn, "", takes],
    ["x", undefined, takes],
  ];
  for (const [before, after, ...expected] of cases) {
    const way = `from ${JSON.stringify(before)} to ${JSON.stringify(after)}`;
    it(`${expected.length === 0 ? "may go" : "may not go"} ${way}`, () => {
      expect(logs(before, after)).to.deep.equal(expected);
    });
  }
});

describe("the encryption of a bucket", () => {
  const rule = (sse_algorithm: string, kms_master_key_id?: string) => ({
    apply_server_side_encryption_by_default: [{ sse_algorithm, kms_master_key_id }],
  });
  const [plain, strong, foreign] = [
    rule("AES256"),
    rule("aws:kms", KEY.arn),
    rule("aws:kms", "arn:x"),
  ];
  const bucket = (before: readonly object[] | undefined, ...after: readonly object[]) =>
    said({
      address: "aws_s3_bucket_server_side_encryption_configuration.e",
      actions: [before ? "update" : "create"],
      ...(before && { before: { rule: before } }),
      after: { rule: after },
    });
  const otherwise = "unprotect: encrypts the bucket's new objects in another way";
  const cases: readonly (readonly [string, () => string[], string[]])[] = [
    ["is S3's own, or this stack's key", () => bucket(undefined, plain), []],
    ["may begin with this stack's key", () => bucket(undefined, strong), []],
    ["may not begin with another key", () => bucket(undefined, foreign), [otherwise]],
    ["may not begin with two rules", () => bucket(undefined, strong, strong), [otherwise]],
    [
      "may not begin with another algorithm",
      () => bucket(undefined, rule("aws:kms:dsse")),
      [otherwise],
    ],
    ["may become stronger", () => bucket([plain], strong), []],
    ["may not become weaker", () => bucket([strong], plain), [otherwise]],
    ["may not get another key", () => bucket([strong], foreign), [otherwise]],
    ["may not get a second rule", () => bucket([plain], plain, plain), [otherwise]],
    ["may not lose its rule", () => bucket([plain]), [otherwise]],
    ["may be said otherwise", () => bucket([{ ...plain, bucket_key_enabled: true }], plain), []],
  ];
  for (const [what, found, expected] of cases) {
    it(what, () => {
      expect(found().filter((text) => text.startsWith("unprotect"))).to.deep.equal(expected);
    });
  }
});

describe("a key of something", () => {
  const key = there("aws_kms_key.k", { arn: "arn:k", id: "k" });
  const judged = (before: unknown, after: unknown) =>
    judgedBy(
      encryptedBy(["kms_key_id"], "it"),
      update("aws_cloudwatch_log_group.g", { kms_key_id: before }, { kms_key_id: after }),
      [key],
    );

  it("is this stack's, by its id or its ARN, or the one that it was, or none as before", () => {
    expect(judged("arn:k", "arn:k")).to.deep.equal([]);
    expect(judged("arn:k", "k")).to.deep.equal([]);
    expect(judged("k", "arn:k")).to.deep.equal([]);
    expect(judged(null, "k")).to.deep.equal([]);
    expect(judged("arn:other", "arn:other")).to.deep.equal([]);
    expect(judged(null, "")).to.deep.equal([]);
    expect(judged("arn:other", "k")).to.deep.equal(["puts it under another key"]);
    expect(judged("k", "arn:other")).to.deep.equal(["puts it under another key"]);
    expect(judged("k", null)).to.deep.equal(["takes the key away from it"]);
    expect(judged(null, "arn:other")).to.deep.equal(["puts it under another key"]);
  });
});
