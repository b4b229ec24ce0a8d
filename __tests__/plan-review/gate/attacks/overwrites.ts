import { type Attack, ROLE, set, add, policy, ANYBODY } from "./attack";

const OUR_BUCKET = "${aws_s3_bucket.bucket.id}";

const BUCKET = "amazon-connect-kwglobal";

/** A second address for a setting that is there. */
export const OVERWRITES: readonly Attack[] = [
  ...(
    [
      ["aws_s3_bucket_policy", { policy: policy() }],
      ["aws_s3_bucket_lifecycle_configuration", { rule: [] }],
      ["aws_s3_bucket_public_access_block", { block_public_acls: true, block_public_policy: true }],
      ["aws_s3_bucket_versioning", { versioning_configuration: { status: "Enabled" } }],
      [
        "aws_s3_bucket_server_side_encryption_configuration",
        { rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }] },
      ],
      ["aws_s3_bucket_ownership_controls", { rule: { object_ownership: "BucketOwnerEnforced" } }],
      ["aws_s3_bucket_logging", { target_bucket: "${aws_s3_bucket.access_logs.id}" }],
    ] as const
  ).flatMap(([type, values]): Attack[] =>
    [BUCKET, OUR_BUCKET].map((bucket) => [
      `a second ${type} of ${bucket}`,
      add(`${type}.second`, { bucket, ...values }),
      `${type}.second`,
      undefined,
      /from two addresses/,
    ]),
  ),
  [
    "a second policy of the topic",
    add("aws_sns_topic_policy.second", {
      arn: "${aws_sns_topic.notifications.arn}",
      policy: policy(),
    }),
    "aws_sns_topic_policy.second",
    undefined,
    /from two addresses/,
  ],
  [
    "a second alarm of one name",
    add("aws_cloudwatch_metric_alarm.second", { alarm_name: "kwglobal-missed-calls" }),
    "aws_cloudwatch_metric_alarm.second",
    undefined,
    /from two addresses/,
  ],
  [
    "a second log group of one name",
    add("aws_cloudwatch_log_group.second", { name: "/aws/connect/KWGlobal" }),
    "aws_cloudwatch_log_group.second",
    undefined,
    /from two addresses/,
  ],
  [
    "a second policy of one name for a role",
    add("aws_iam_role_policy.second", {
      role: `\${${ROLE}.name}`,
      name: "permissions",
      policy: policy(),
    }),
    "aws_iam_role_policy.second",
    undefined,
    /from two addresses/,
  ],
  [
    "a second event rule of one name",
    add("aws_cloudwatch_event_rule.second", { name: "kwglobal-identity-changes" }),
    "aws_cloudwatch_event_rule.second",
    undefined,
    /from two addresses/,
  ],
  [
    "a second hierarchy",
    add("aws_connect_user_hierarchy_structure.second", {
      instance_id: "${aws_connect_instance.instance.id}",
      hierarchy_structure: { level_one: { name: "x" } },
    }),
    "aws_connect_user_hierarchy_structure.second",
    undefined,
    /from two addresses/,
  ],
  [
    "a bucket's policy that comes from another address, while the old one goes",
    ({ resource, add: put, remove: take }) => {
      const old = resource("aws_s3_bucket_policy.bucket_policy");
      take("aws_s3_bucket_policy.bucket_policy");
      put("aws_s3_bucket_policy.other", { ...old, policy: policy() });
    },
    "aws_s3_bucket_policy.bucket_policy",
    "destroy",
    /removes the bucket's policy/,
  ],
  [
    "a life cycle of another bucket",
    add("aws_s3_bucket_lifecycle_configuration.second", {
      bucket: "others",
      rule: [{ id: "a", status: "Disabled" }],
    }),
    "aws_s3_bucket_lifecycle_configuration.second",
    "create",
    /a bucket that isn't in this stack/,
  ],
  [
    "a policy in the bucket itself",
    set("aws_s3_bucket.bucket", { policy: policy(ANYBODY) }),
    "aws_s3_bucket.bucket",
    "change",
    /changes policy/,
  ],
  [
    "a life cycle in the bucket itself",
    set("aws_s3_bucket.bucket", { lifecycle_rule: [{ enabled: true }] }),
    "aws_s3_bucket.bucket",
    "change",
    /changes lifecycle_rule/,
  ],
  [
    "a new bucket that is public by its own list",
    add("aws_s3_bucket.third", { bucket: "third", acl: "public-read" }),
    "aws_s3_bucket.third",
    "create",
    /sets acl/,
  ],
];
