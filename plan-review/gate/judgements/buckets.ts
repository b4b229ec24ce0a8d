import type { Judgement } from "../type-rules.ts";

const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

/** The settings that each bucket has from its first apply on. */
const SETTINGS = {
  aws_s3_bucket_ownership_controls: "ownership controls",
  aws_s3_bucket_policy: "a policy",
  aws_s3_bucket_public_access_block: "a public access block",
  aws_s3_bucket_server_side_encryption_configuration: "encryption",
  aws_s3_bucket_versioning: "versioning",
} as const;

/** A bucket is created together with the settings that protect it. */
export const protectedBucket: Judgement = (change, context) => {
  if (change.before !== null) return [];
  const missing = Object.entries(SETTINGS).filter(
    ([wanted]) =>
      !context.resources.some(
        (each) =>
          each.type === wanted &&
          each.after !== null &&
          context.named(each, ["bucket"], ["aws_s3_bucket"])?.address === change.address,
      ),
  );
  if (missing.length === 0) return [];
  return [
    {
      effect: "unprotect",
      happens: `makes a bucket without ${missing.map(([, what]) => what).join(", ")}`,
      because: "what is put there is protected by the account's defaults at most",
      source: `${S3}/security-best-practices.html`,
      cure: "make it as constructs/storage/bucket.ts does",
    },
  ];
};

/**
 * A bucket's access log must go to another bucket: otherwise each line that is written would be logged again.
 */
export const anotherBucket: Judgement = (change, context) => {
  const [own, target] = ["bucket", "target_bucket"].map((name) =>
    context.named(change, [name], ["aws_s3_bucket"]),
  );
  if (own === undefined || own !== target) return [];
  return [
    {
      effect: "disrupt",
      happens: "writes the bucket's access log into the bucket itself",
      because: "each line that is written there is logged, too, without end",
      source: `${S3}/ServerLogs.html`,
      cure: "write it to another bucket",
    },
  ];
};
