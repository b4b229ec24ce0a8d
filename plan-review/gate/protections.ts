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
    type: "aws_cloudwatch_log_group",
    path: ["retention_in_days"],
    weakened: (before, after) => days(after) < days(before),
    happens: "keeps the group's logs for a shorter time",
    because: "older logs are deleted, and can't be restored",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  },
];
