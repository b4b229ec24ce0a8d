import { DEPENDS_ON, GUARDED } from "../meta-arguments.ts";
import { boolean, number, only, plain, text } from "../rules.ts";
import type { Block } from "../shape.ts";

/** Arguments of the resources of buckets and keys, for the center and for states. */
export const STORAGE = {
  aws_kms_alias: { name: plain, target_key_id: text },
  aws_kms_key: {
    deletion_window_in_days: number,
    description: plain,
    enable_key_rotation: boolean,
    lifecycle: GUARDED,
    policy: text,
  },
  aws_s3_bucket: { bucket: plain, force_destroy: boolean, lifecycle: GUARDED },
  aws_s3_bucket_lifecycle_configuration: {
    bucket: text,
    rule: [
      {
        "abort_incomplete_multipart_upload?": [{ days_after_initiation: number }],
        "expiration?": [{ "days?": number, "expired_object_delete_marker?": boolean }],
        filter: [{ prefix: plain }],
        id: plain,
        "noncurrent_version_expiration?": [{ noncurrent_days: number }],
        status: plain,
        "transition?": [{ days: number, storage_class: plain }],
      },
    ],
  },
  aws_s3_bucket_ownership_controls: { bucket: text, rule: { object_ownership: plain } },
  aws_s3_bucket_policy: { bucket: text, depends_on: DEPENDS_ON, policy: text },
  aws_s3_bucket_public_access_block: {
    block_public_acls: only(true),
    block_public_policy: only(true),
    bucket: text,
    ignore_public_acls: only(true),
    restrict_public_buckets: only(true),
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    bucket: text,
    rule: [
      {
        apply_server_side_encryption_by_default: {
          "kms_master_key_id?": text,
          sse_algorithm: plain,
        },
        "bucket_key_enabled?": boolean,
      },
    ],
  },
  aws_s3_bucket_versioning: { bucket: text, versioning_configuration: { status: plain } },
} satisfies Block;

/** Arguments of the storage that only a center has. */
export const CENTER_STORAGE = {
  aws_dynamodb_table: {
    attribute: [{ name: plain, type: plain }],
    billing_mode: plain,
    deletion_protection_enabled: boolean,
    hash_key: plain,
    lifecycle: GUARDED,
    name: plain,
    point_in_time_recovery: { enabled: boolean },
    server_side_encryption: { enabled: boolean, kms_key_arn: text },
  },
  aws_s3_bucket_logging: {
    bucket: text,
    depends_on: DEPENDS_ON,
    target_bucket: text,
    target_prefix: plain,
  },
} satisfies Block;
