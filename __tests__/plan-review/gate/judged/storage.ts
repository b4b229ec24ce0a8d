import { ANY, BUCKET, type Examples, KEY, MADE, names, OPEN, type Step, SWITCH } from "./example";

const bucket = names("bucket");

const expires = (days: number) => [
  { status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days }] },
];
const moves = (storageClass: string) => [
  {
    ...{ status: "Enabled", filter: [{ prefix: "" }] },
    transition: [{ days: 30, storage_class: storageClass }],
  },
];

const algorithm = (sse_algorithm: string, kms_master_key_id?: string) => [
  { apply_server_side_encryption_by_default: [{ sse_algorithm, kms_master_key_id }] },
];
const ownership = (object_ownership: string) => [{ object_ownership }];
const versioning = (status: string, more: object = {}) => [{ status, ...more }];

const MADE_PUBLIC: readonly Step[] = [...SWITCH, [MADE, null]];

export const STORAGE: Readonly<Record<string, Examples>> = {
  aws_s3_bucket: { base: { bucket: "judged" }, steps: { bucket: ANY, force_destroy: SWITCH } },
  aws_s3_bucket_lifecycle_configuration: {
    base: { bucket: "bucket" },
    steps: {
      bucket,
      rule: [
        [expires(30), expires(29)],
        [expires(30), expires(31)],
        [expires(30), OPEN],
        [expires(30), expires(3653)],
        [expires(30), expires(3654)],
        [expires(30), []],
        [MADE, expires(30)],
        [moves("STANDARD_IA"), moves("GLACIER_IR")],
        [moves("STANDARD_IA"), moves("GLACIER")],
        [MADE, moves("STANDARD_IA")],
        [MADE, moves("DEEP_ARCHIVE")],
      ],
    },
  },
  aws_s3_bucket_logging: {
    base: { bucket: "bucket", target_bucket: "logs" },
    steps: {
      bucket,
      target_bucket: [...names("logs", BUCKET.replace("bucket", "other")), [MADE, "bucket"]],
    },
  },
  aws_s3_bucket_ownership_controls: {
    base: { bucket: "bucket", rule: ownership("BucketOwnerEnforced") },
    steps: {
      bucket,
      rule: [
        [ownership("BucketOwnerEnforced"), ownership("ObjectWriter")],
        [ownership("ObjectWriter"), ownership("BucketOwnerEnforced")],
        [ownership("BucketOwnerEnforced"), OPEN],
        [MADE, ownership("BucketOwnerEnforced")],
        [MADE, ownership("BucketOwnerPreferred")],
      ],
    },
  },
  aws_s3_bucket_policy: {
    base: { bucket: "bucket" },
    steps: {
      bucket,
      policy: [
        [
          '{"Statement":[]}',
          '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
        ],
        ['{"Statement":[]}', '{"Version":"2012-10-17","Statement":[]}'],
        ['{"Statement":[]}', OPEN],
        [MADE, '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}'],
        [MADE, '{"Statement":[]}'],
      ],
    },
  },
  aws_s3_bucket_public_access_block: {
    base: {
      bucket: "bucket",
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
    steps: {
      bucket,
      block_public_acls: MADE_PUBLIC,
      block_public_policy: MADE_PUBLIC,
      ignore_public_acls: MADE_PUBLIC,
      restrict_public_buckets: MADE_PUBLIC,
    },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    base: { bucket: "bucket", rule: algorithm("AES256") },
    steps: {
      bucket,
      rule: [
        [algorithm("AES256"), algorithm("aws:kms", KEY)],
        [algorithm("aws:kms", KEY), algorithm("AES256")],
        [algorithm("aws:kms", KEY), algorithm("aws:kms", "other")],
        [algorithm("AES256"), OPEN],
        [MADE, algorithm("AES256")],
        [MADE, algorithm("aws:kms", KEY)],
        [MADE, algorithm("aws:kms", "other")],
      ],
    },
  },
  aws_s3_bucket_versioning: {
    base: { bucket: "bucket", versioning_configuration: versioning("Enabled") },
    steps: {
      bucket,
      versioning_configuration: [
        [versioning("Enabled"), versioning("Suspended")],
        [versioning("Suspended"), versioning("Enabled")],
        [versioning("Enabled"), versioning("Enabled", { mfa_delete: "Disabled" })],
        [versioning("Enabled"), OPEN],
        [MADE, versioning("Enabled")],
        [MADE, versioning("Disabled")],
        [MADE, versioning("Suspended")],
      ],
    },
  },
};
