import {
  type Attack,
  LAMBDA,
  ROLE,
  RIGHTS,
  KEY,
  ALARM,
  set,
  add,
  replace,
  policy,
  ANYBODY,
  STAR,
} from "./attack";

/** More rights, and more readers. */
export const PRIVILEGES: readonly Attack[] = [
  [
    "a role's policy that allows all",
    set(RIGHTS, { policy: policy(STAR) }),
    RIGHTS,
    "grant",
    /anything on everything/,
  ],
  [
    "a role's policy with one action more",
    replace(RIGHTS, "policy", "dynamodb:GetItem", "dynamodb:Scan"),
    RIGHTS,
    "grant",
    /dynamodb:Scan/,
  ],
  [
    "another policy for a role",
    add("aws_iam_role_policy.more", {
      role: `\${${ROLE}.name}`,
      name: "more",
      policy: policy(STAR),
    }),
    "aws_iam_role_policy.more",
    "grant",
    /anything on everything/,
  ],
  [
    "a policy for a role of others",
    add("aws_iam_role_policy.more", { role: "Administrators", name: "more", policy: policy() }),
    "aws_iam_role_policy.more",
    "grant",
    /a role that isn't in this stack/,
  ],
  [
    "AWS's administrators' policy",
    add("aws_iam_role_policy_attachment.more", {
      role: `\${${ROLE}.name}`,
      policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
    }),
    "aws_iam_role_policy_attachment.more",
    "grant",
    /AdministratorAccess/,
  ],
  [
    "a trust in everybody",
    set(ROLE, {
      assume_role_policy: policy({ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }),
    }),
    ROLE,
    "grant",
    /anybody may now take/,
  ],
  [
    "a trust in another account",
    replace(ROLE, "assume_role_policy", '"Service":"lambda.amazonaws.com"', '"AWS":"999999999999"'),
    ROLE,
    "grant",
    /999999999999/,
  ],
  [
    "no boundary",
    ({ resource }) => delete resource(ROLE).permissions_boundary,
    ROLE,
    "grant",
    /no longer limited/,
  ],
  [
    "another boundary",
    set(ROLE, { permissions_boundary: "arn:aws:iam::aws:policy/AdministratorAccess" }),
    ROLE,
    "grant",
    /now limited by/,
  ],
  ["longer sessions", set(ROLE, { max_session_duration: 43200 }), ROLE, "grant", /for longer/],
  [
    "a policy in the role itself",
    set(ROLE, { inline_policy: [{ name: "x", policy: policy(STAR) }] }),
    ROLE,
    "change",
    /changes inline_policy/,
  ],
  [
    "another role",
    add("aws_iam_role.more", {
      name: "more",
      assume_role_policy: policy({
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    }),
    "aws_iam_role.more",
    "grant",
    /makes another role/,
  ],
  [
    "another identity provider",
    add("aws_iam_saml_provider.evil", { name: "evil", saml_metadata_document: "<evil/>" }),
    "aws_iam_saml_provider.evil",
    "grant",
    /trusts another identity provider/,
  ],
  [
    "another provider of tokens",
    add("aws_iam_openid_connect_provider.evil", {
      url: "https://evil.example",
      client_id_list: ["x"],
    }),
    "aws_iam_openid_connect_provider.evil",
    "grant",
    /trusts another identity provider/,
  ],
  [
    "a bucket that everybody may read",
    set("aws_s3_bucket_policy.bucket_policy", { policy: policy(ANYBODY) }),
    "aws_s3_bucket_policy.bucket_policy",
    "grant",
    /anybody may now read/,
  ],
  [
    "a bucket without its denial",
    set("aws_s3_bucket_policy.bucket_policy", { policy: policy() }),
    "aws_s3_bucket_policy.bucket_policy",
    "grant",
    /no longer forbidden/,
  ],
  [
    "a bucket's policy that only the apply tells",
    ({ resource, add: put }) => {
      put("aws_s3_bucket.new", { bucket: "new" });
      resource("aws_s3_bucket_policy.bucket_policy").policy = "${aws_s3_bucket.new.arn}";
    },
    "aws_s3_bucket_policy.bucket_policy",
    "grant",
    /known only during the apply/,
  ],
  [
    "a key that another account may use",
    replace(KEY, "policy", '"kms:Encrypt"', '"kms:*"'),
    KEY,
    "grant",
    /may now/,
  ],
  [
    "a topic that everybody may write to",
    set("aws_sns_topic_policy.notifications_policy", {
      policy: policy({ Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: "*" }),
    }),
    "aws_sns_topic_policy.notifications_policy",
    "grant",
    /anybody may now/,
  ],
  [
    "a function that everybody may invoke",
    add("aws_lambda_permission.more", {
      function_name: `\${${LAMBDA}.function_name}`,
      action: "lambda:InvokeFunction",
      principal: "*",
      statement_id: "more",
    }),
    "aws_lambda_permission.more",
    "grant",
    /anybody may now/,
  ],
  [
    "a function that another account's Connect may invoke",
    add("aws_lambda_permission.more", {
      function_name: `\${${LAMBDA}.function_name}`,
      action: "lambda:InvokeFunction",
      principal: "connect.amazonaws.com",
      statement_id: "more",
    }),
    "aws_lambda_permission.more",
    "grant",
    /may now/,
  ],
  [
    "an agent as administrator",
    set("aws_connect_user.peter_parker", {
      security_profile_ids: ["${data.aws_connect_security_profile.admin.security_profile_id}"],
    }),
    "aws_connect_user.peter_parker",
    "grant",
    /security profile Admin/,
  ],
  [
    "a security profile that nobody knows",
    set("aws_connect_user.peter_parker", { security_profile_ids: ["c0ffee"] }),
    "aws_connect_user.peter_parker",
    "grant",
    /security profile c0ffee/,
  ],
  [
    "a new administrator",
    ({ resource, add: put }) => {
      put("aws_connect_user.eve", { ...resource("aws_connect_user.caleb_wang"), name: "eve" });
    },
    "aws_connect_user.eve",
    "grant",
    /security profile Admin/,
  ],
  [
    "an administrator's e-mail address",
    ({ resource }) => {
      const { identity_info: info } = resource("aws_connect_user.caleb_wang");
      Object.assign(info as object, { email: "eve@evil.example" });
    },
    "aws_connect_user.caleb_wang",
    "grant",
    /another email address/,
  ],
  [
    "an agent's calls on a telephone",
    ({ resource }) => {
      const { phone_config: phone } = resource("aws_connect_user.mary_jane");
      Object.assign(phone as object, {
        phone_type: "DESK_PHONE",
        desk_phone_number: "+13025550123",
      });
    },
    "aws_connect_user.mary_jane",
    "grant",
    /to a telephone/,
  ],
  [
    "a password that is only pretended to change",
    set("aws_connect_user.mary_jane", { password: "New12345" }),
    "aws_connect_user.mary_jane",
    "change",
    /pretends to change/,
  ],
  [
    "an event that others hear of",
    set("aws_cloudwatch_event_target.identity_changes_target", {
      arn: "arn:aws:sns:us-west-2:999999999999:evil",
    }),
    "aws_cloudwatch_event_target.identity_changes_target",
    "grant",
    /outside of this stack/,
  ],
  [
    "another target of events",
    add("aws_cloudwatch_event_target.more", {
      rule: "${aws_cloudwatch_event_rule.identity_changes.name}",
      target_id: "more",
      arn: "arn:aws:lambda:us-west-2:999999999999:function:evil",
    }),
    "aws_cloudwatch_event_target.more",
    "grant",
    /outside of this stack/,
  ],
  [
    "a dashboard that runs a function",
    set("aws_cloudwatch_dashboard.dashboard", {
      dashboard_body: JSON.stringify({
        widgets: [
          {
            type: "custom",
            properties: { endpoint: "arn:aws:lambda:us-west-2:999999999999:function:evil" },
          },
        ],
      }),
    }),
    "aws_cloudwatch_dashboard.dashboard",
    "grant",
    /what a function writes/,
  ],
  [
    "another reader of alarms",
    add("aws_sns_topic_subscription.more", {
      topic_arn: "${aws_sns_topic.notifications.arn}",
      protocol: "email",
      endpoint: "eve@evil.example",
    }),
    "aws_sns_topic_subscription.more",
    "grant",
    /read every alarm/,
  ],
  [
    "an alarm that tells others, too",
    ({ resource }) => {
      const actions = resource(ALARM).alarm_actions as string[];
      resource(ALARM).alarm_actions = [...actions, "arn:aws:sns:us-west-2:999999999999:evil"];
    },
    ALARM,
    "grant",
    /outside of this stack/,
  ],
  [
    "a function of others for flows",
    add("aws_connect_lambda_function_association.more", {
      instance_id: "${aws_connect_instance.instance.id}",
      function_arn: "arn:aws:lambda:us-west-2:999999999999:function:evil",
    }),
    "aws_connect_lambda_function_association.more",
    "grant",
    /isn't in this stack/,
  ],
  [
    "a stream of agents' events to others",
    add("aws_connect_instance_storage_config.more", {
      instance_id: "${aws_connect_instance.instance.id}",
      resource_type: "AGENT_EVENTS",
      storage_config: {
        storage_type: "KINESIS_STREAM",
        kinesis_stream_config: { stream_arn: "arn:aws:kinesis:us-west-2:999999999999:stream/evil" },
      },
    }),
    "aws_connect_instance_storage_config.more",
    "grant",
    /outside of this stack/,
  ],
];
