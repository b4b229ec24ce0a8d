import { add, type Attack, LAMBDA, set } from "./attack";

const RECORDINGS = "aws_s3_bucket_lifecycle_configuration.bucket_lifecycle";
const LOGS = "aws_s3_bucket_lifecycle_configuration.access_logs_lifecycle";
const STREAM = "aws_kinesis_firehose_delivery_stream.contact_records";
const FLOW_LOGS = "aws_cloudwatch_log_group.instance_flow_logs";
const FOR_EVER = /for ever, or for more than ten years/;

/** Changes one rule of a life cycle. */
const rule =
  (address: string, index: number, change: object): Attack[1] =>
  ({ resource }) => {
    Object.assign((resource(address).rule as object[])[index] ?? {}, change);
  };

/** Data that never dies, dies early or can't be read; and code that isn't what was reviewed. */
export const KEPT: readonly Attack[] = [
  [
    "access logs that never expire",
    rule(LOGS, 1, { status: "Disabled" }),
    LOGS,
    "unprotect",
    FOR_EVER,
  ],
  [
    "access logs that expire in a hundred years",
    rule(LOGS, 1, { expiration: [{ days: 36500 }] }),
    LOGS,
    "unprotect",
    FOR_EVER,
  ],
  [
    "access logs of which some expire",
    rule(LOGS, 1, { filter: [{ prefix: "none/" }] }),
    LOGS,
    "unprotect",
    FOR_EVER,
  ],
  [
    "access logs that expired long ago",
    rule(LOGS, 1, { expiration: [{ days: 365, date: "2020-01-01T00:00:00Z" }] }),
    LOGS,
    "unprotect",
    /deleted sooner/,
  ],
  [
    "no life cycle",
    ({ resource }) => {
      for (const each of resource(RECORDINGS).rule as object[]) {
        Object.assign(each, { status: "Disabled" });
      }
    },
    RECORDINGS,
    "unprotect",
    FOR_EVER,
  ],
  [
    "one old version of each recording for ever",
    rule(RECORDINGS, 0, {
      noncurrent_version_expiration: [{ noncurrent_days: 30, newer_noncurrent_versions: 1 }],
    }),
    RECORDINGS,
    "unprotect",
    FOR_EVER,
  ],
  [
    "uploads that are never given up",
    rule(RECORDINGS, 0, { abort_incomplete_multipart_upload: [] }),
    RECORDINGS,
    "unprotect",
    FOR_EVER,
  ],
  [
    "recordings that cost with each time they are heard",
    rule(RECORDINGS, 1, { transition: [{ days: 0, storage_class: "GLACIER_IR" }] }),
    RECORDINGS,
    "unprotect",
    /cost with each read/,
  ],
  [
    "access logs that S3 can't write",
    set("aws_s3_bucket_server_side_encryption_configuration.access_logs_encryption", {
      rule: [
        {
          apply_server_side_encryption_by_default: {
            kms_master_key_id: "${aws_kms_key.encryption_key.arn}",
            sse_algorithm: "aws:kms",
          },
        },
      ],
    }),
    "aws_s3_bucket_server_side_encryption_configuration.access_logs_encryption",
    "disrupt",
    /S3 writes access logs/,
  ],
  [
    "access logs of access logs",
    add("aws_s3_bucket_logging.loop", {
      bucket: "${aws_s3_bucket.access_logs.id}",
      target_bucket: "${aws_s3_bucket.access_logs.id}",
      target_prefix: "x/",
    }),
    "aws_s3_bucket_logging.loop",
    "disrupt",
    /into the bucket itself/,
  ],
  [
    "a bucket that nothing protects",
    add("aws_s3_bucket.bare", { bucket: "bare" }),
    "aws_s3_bucket.bare",
    "unprotect",
    /without ownership controls, a policy, a public access block, encryption, versioning/,
  ],
  [
    "a log group without a key",
    add("aws_cloudwatch_log_group.bare", { name: "/bare", retention_in_days: 30 }),
    "aws_cloudwatch_log_group.bare",
    "unprotect",
    /without a key of this stack/,
  ],
  [
    "logs that never expire",
    set(FLOW_LOGS, { retention_in_days: 0 }),
    FLOW_LOGS,
    "unprotect",
    /logs for ever/,
  ],
  [
    "a stream under AWS's key",
    ({ resource }) => {
      const encryption = resource(STREAM).server_side_encryption as object;
      Object.assign(encryption, { key_type: "AWS_OWNED_CMK" });
    },
    STREAM,
    "unprotect",
    /takes the stack's key away/,
  ],
  [
    "contact records that are always late",
    ({ resource }) => {
      const delivery = resource(STREAM).extended_s3_configuration as object;
      Object.assign(delivery, { buffering_interval: 900 });
    },
    STREAM,
    "disrupt",
    /after more than 600 seconds/,
  ],
  [
    "another function's code",
    ({ resource }) => {
      const other = resource("aws_lambda_function.connect_associations_reconciler");
      resource(LAMBDA).filename = other.filename;
    },
    LAMBDA,
    "change",
    /isn't the function's own/,
  ],
  [
    "code from another place",
    set(LAMBDA, { filename: "/tmp/evil.zip" }),
    LAMBDA,
    "change",
    /isn't the function's own/,
  ],
  [
    "code from the assets of nobody",
    set(LAMBDA, { filename: "assets/evil/0123/record-vanity-number.zip" }),
    LAMBDA,
    "change",
    /isn't the function's own/,
  ],
  [
    "a function that may take a quarter of an hour",
    set(LAMBDA, { timeout: 900 }),
    LAMBDA,
    "disrupt",
    /gives 900 seconds to the function, not 6/,
  ],
  [
    "a function that costs twenty times as much",
    set(LAMBDA, { memory_size: 10240 }),
    LAMBDA,
    "disrupt",
    /gives 10240 MB of memory to the function, not 512/,
  ],
];
