import type { PlannedChange } from "../../plan.ts";
import { valueAt } from "../../values.ts";
import type { Context, Path } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

/**
 * Judges with which key a thing is encrypted: a key of this stack, and the same as before.
 *
 * @param path - The path of the key's id or ARN.
 * @param of - What is encrypted, as the end of a clause: `the log group`.
 */
export function encryptedBy(path: Path, of: string): Judgement {
  return (change, context) => {
    const value = context.after(change, path);
    if (value.kind === "computed") return [];
    const [old, next] = [valueAt(change.before, path), keyOf(change, context, path)];
    // A change from no customer managed key to this stack's key protects more than before.
    const isKept =
      next !== undefined && (isNone(old) || next.after?.arn === old || next.after?.id === old);
    const same =
      value.kind === "known" && (old === value.value || (isNone(old) && isNone(value.value)));
    if (isKept || same) return [];
    return [
      {
        effect: "unprotect",
        happens: isNone(value.kind === "known" ? value.value : old)
          ? `takes the key away from ${of}`
          : `puts ${of} under another key`,
        because: "whoever has that key decides who can read it; without one, AWS's own does",
        source: "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html",
        cure: `leave ${path.join(".")} as it is`,
      },
    ];
  };
}

function keyOf(change: PlannedChange, context: Context, path: Path): PlannedChange | undefined {
  return context.named(change, path, ["aws_kms_key"]);
}

function isNone(key: unknown): boolean {
  return key === null || key === undefined || key === "";
}

const RULE = ["rule", 0, "apply_server_side_encryption_by_default", 0];

const UNLOGGED: Harm = {
  effect: "disrupt",
  happens: "encrypts by a key the bucket to which S3 writes access logs",
  because: "S3 writes no access logs to it any more, and says so nowhere",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  cure: "leave it at AES256, S3's own key",
};

/** Whether access logs are written to the bucket. */
function isLogged(change: PlannedChange, context: Context): boolean {
  const bucket = context.named(change, ["bucket"], ["aws_s3_bucket"]);
  return (
    bucket !== undefined &&
    context.resources.some(
      (each) =>
        each.type === "aws_s3_bucket_logging" &&
        context.named(each, ["target_bucket"], ["aws_s3_bucket"]) === bucket,
    )
  );
}

/**
 * Judges how a bucket is encrypted: with S3's own key, or with one of this stack, and no more weakly than
 * now.
 */
export const bucketEncryption: Judgement = (change, context) => {
  const algorithm = (values: unknown) => valueAt(values, [...RULE, "sse_algorithm"]);
  const [old, next] = [algorithm(change.before), algorithm(change.after)];
  const ofKey = encryptedBy([...RULE, "kms_master_key_id"], "the bucket");
  const one = valueAt(change.after, ["rule", 1]) === undefined;
  const isPlain = next === "AES256" && (change.before === null || old === "AES256");
  const isStrong =
    next === "aws:kms" && context.named(change, [...RULE, "kms_master_key_id"], ["aws_kms_key"]);
  if (next === "aws:kms" && isLogged(change, context)) return [UNLOGGED];
  if (one && (isPlain || isStrong)) return ofKey(change, context);
  return [
    {
      effect: "unprotect",
      happens: "encrypts the bucket's new objects in another way",
      because: "whoever may read the bucket reads them, or nobody can",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html",
      cure: "leave rule as it is",
    },
  ];
};
