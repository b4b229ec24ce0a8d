import { objectOf, valueAt } from "../values.ts";
import { changesJson, lowered } from "./comparisons.ts";
import { expiresSooner } from "./expirations.ts";

/** A setting that protects what can't be restored. */
export interface Protection {
  readonly type: string;
  /** Where it stands. */
  readonly path: readonly (string | number)[];
  /** Whether the change of its value takes protection away; one that isn't known yet always does. */
  readonly weakened: (before: unknown, after: unknown) => boolean;
  readonly happens: string;
  readonly because: string;
  readonly source: string;
}

const DYNAMODB = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide";
const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";
const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";

const turnedOff = (before: unknown, after: unknown): boolean => before === true && after !== true;
const turnedOn = (before: unknown, after: unknown): boolean => before !== true && after === true;

/** CloudWatch's 0 is for ever. */
const days = (value: unknown): number =>
  typeof value === "number" && value > 0 ? value : Number.POSITIVE_INFINITY;

/** The settings that must not be weakened unnoticed. */
export const PROTECTIONS: readonly Protection[] = [
  {
    type: "aws_dynamodb_table",
    path: ["deletion_protection_enabled"],
    weakened: turnedOff,
    happens: "turns the table's deletion protection off",
    because: "the next mistake can delete it",
    source: `${DYNAMODB}/WorkingWithTables.Basics.html`,
  },
  {
    type: "aws_dynamodb_table",
    path: ["point_in_time_recovery", 0, "enabled"],
    weakened: turnedOff,
    happens: "turns the table's point-in-time recovery off",
    because: "the backups of the last 35 days are gone at once",
    source: `${DYNAMODB}/PointInTimeRecovery_Howitworks.html`,
  },
  {
    type: "aws_dynamodb_table",
    path: ["point_in_time_recovery"],
    // That they are turned off stands above.
    weakened: (before, after) => {
      const [old, next] = [before, after].map((value) => objectOf(valueAt(value, [0])));
      if (old?.enabled !== true || next?.enabled !== true) return false;
      // Where nothing is said, DynamoDB keeps them for 35 days.
      return lowered(35)(old.recovery_period_in_days, next.recovery_period_in_days);
    },
    happens: "keeps the table's backups for a shorter time",
    because: "older ones are deleted, and raising the number again doesn't bring them back",
    source: `${DYNAMODB}/PointInTimeRecovery_Howitworks.html`,
  },
  {
    type: "aws_dynamodb_table",
    path: ["ttl", 0, "enabled"],
    weakened: turnedOn,
    happens: "lets items of the table expire",
    because: "DynamoDB deletes whatever has expired, and it can't be restored one by one",
    source: `${DYNAMODB}/TTL.html`,
  },
  {
    type: "aws_s3_bucket",
    path: ["force_destroy"],
    weakened: turnedOn,
    happens: "lets the bucket be deleted with everything in it",
    because: "the next mistake can delete every recording, older versions included",
    source:
      "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket",
  },
  {
    type: "aws_s3_bucket_versioning",
    path: ["versioning_configuration", 0, "status"],
    weakened: (before, after) => before === "Enabled" && after !== "Enabled",
    happens: "suspends the bucket's versioning",
    because: "what is overwritten or deleted from then on can't be brought back",
    source: `${S3}/Versioning.html`,
  },
  {
    type: "aws_s3_bucket_lifecycle_configuration",
    path: ["rule"],
    weakened: expiresSooner,
    happens: "lets the bucket's objects, or their old versions, be deleted sooner",
    because: "S3 deletes at once what is old enough then, and an old version can't be restored",
    source: `${S3}/lifecycle-expire-general-considerations.html`,
  },
  {
    type: "aws_s3_bucket_policy",
    path: ["policy"],
    weakened: changesJson,
    happens: "changes who may reach the bucket",
    because: "it is what refuses unencrypted connections, and deletes of the state",
    source: `${S3}/security-best-practices.html`,
  },
  ...[
    "block_public_acls",
    "block_public_policy",
    "ignore_public_acls",
    "restrict_public_buckets",
  ].map((setting) => ({
    type: "aws_s3_bucket_public_access_block",
    path: [setting],
    weakened: turnedOff,
    happens: `lets the bucket be made public (${setting})`,
    because: "recordings and the state hold what nobody else may read",
    source: `${S3}/access-control-block-public-access.html`,
  })),
  {
    type: "aws_kms_key",
    path: ["enable_key_rotation"],
    weakened: turnedOff,
    happens: "turns the key's rotation off",
    because: "from then on everything is encrypted by the same key material",
    source: `${KMS}/rotate-keys.html`,
  },
  {
    type: "aws_kms_key",
    path: ["is_enabled"],
    weakened: turnedOff,
    happens: "disables the key",
    because: "table, recordings, logs and state can't be read or written while it is disabled",
    source: `${KMS}/enabling-keys.html`,
  },
  {
    type: "aws_kms_key",
    path: ["policy"],
    weakened: changesJson,
    happens: "changes who may use the key",
    because: "it opens what the key protects, or locks out who needs it, even the administrators",
    source: `${KMS}/key-policy-modifying.html`,
  },
  {
    type: "aws_kms_key",
    path: ["deletion_window_in_days"],
    // Where nothing is said, KMS waits 30 days.
    weakened: lowered(30),
    happens: "leaves less time to cancel the key's deletion",
    because: "once it is deleted, nothing that it has encrypted can be read again",
    source: `${KMS}/deleting-keys.html`,
  },
  {
    type: "aws_connect_instance_storage_config",
    path: ["storage_config", 0, "s3_config", 0, "bucket_name"],
    weakened: (before, after) => typeof before === "string" && before !== after,
    happens: "stores recordings, transcripts or reports in another place",
    because: "what is there stays behind, and another bucket may be read by others",
    source:
      "https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateInstanceStorageConfig.html",
  },
  {
    type: "aws_cloudwatch_log_group",
    path: ["retention_in_days"],
    weakened: (before, after) => days(after) < days(before),
    happens: "keeps the group's logs for a shorter time",
    because: "older logs are deleted, and can't be restored",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  },
];
