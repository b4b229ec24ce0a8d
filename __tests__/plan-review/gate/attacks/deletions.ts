import { terraformName } from "../../../../constructs/terraform/terraform-name";
import { KWGLOBAL } from "../../../../kwglobal";
import type { Effect } from "../../../../plan-review/gate/finding";
import { type Attack, TABLE, LAMBDA, ROLE, RIGHTS, KEY, ALARM, add, remove } from "./attack";

/** The addresses of all people but one. */
const MOST_PEOPLE = KWGLOBAL.users
  .slice(1)
  .map(({ username }) => `aws_connect_user.${terraformName(username)}`);

const QUEUE_ALARM = "aws_cloudwatch_metric_alarm.queue_size_customer_service";

/** What is lost with a thing that goes. */
const LOST: readonly [address: string, says: RegExp, effect?: Effect][] = [
  ["aws_connect_phone_number.phone_number", /releases the phone number/],
  ["aws_connect_instance.instance", /deletes the Connect instance/],
  ["aws_connect_instance_storage_config.storage_call_recordings", /ends the storing/],
  ["aws_connect_lambda_function_association.vanity_numbers_association", /no longer call/],
  ["aws_connect_user_hierarchy_structure.levels", /levels/],
  ["aws_lambda_invocation.agent_statuses", /takes back/],
  [LAMBDA, /deletes the function/],
  ["aws_lambda_permission.vanity_numbers_invoked_by_connect", /no longer lets/, "disrupt"],
  ["aws_sfn_state_machine.bulk_vanity_numbers", /state machine/],
  ["aws_ssm_parameter.agent_statuses_last_run", /last run/],
  ["aws_s3_bucket.bucket", /deletes the bucket/],
  ["aws_s3_bucket_lifecycle_configuration.bucket_lifecycle", /for ever/],
  ["aws_s3_bucket_logging.bucket_logging", /ends the log/],
  ["aws_s3_bucket_ownership_controls.bucket_ownership", /access lists/],
  ["aws_s3_bucket_policy.bucket_policy", /removes the bucket's policy/],
  ["aws_s3_bucket_public_access_block.bucket_privacy", /made public/],
  ["aws_s3_bucket_server_side_encryption_configuration.bucket_encryption", /takes the key away/],
  ["aws_s3_bucket_versioning.bucket_versioning", /suspends/],
  [TABLE, /deletes the table/],
  [KEY, /deletes the key/],
  ["aws_kms_alias.encryption_key_alias", /name away/],
  ["aws_kinesis_firehose_delivery_stream.contact_records", /delivery stream/],
  [ROLE, /deletes the role/],
  [RIGHTS, /takes the policy away/],
  ["aws_iam_role_policy_attachment.vanity_numbers_function_basic_execution", /rights of a policy/],
  [ALARM, /only alarm/],
  ["aws_cloudwatch_dashboard.dashboard", /dashboard/],
  ["aws_cloudwatch_log_group.instance_flow_logs", /log group/],
  ["aws_cloudwatch_log_stream.contact_records_log_stream", /log stream/],
  ["aws_cloudwatch_event_rule.identity_changes", /no longer sees/],
  ["aws_cloudwatch_event_target.identity_changes_target", /tells nobody/],
  ["aws_sns_topic.notifications", /deletes the topic/],
  ["aws_sns_topic_policy.notifications_policy", /topic's policy/],
  ["aws_sns_topic_subscription.notifications_supervisors_kwglobal_example", /no longer tells/],
];

/** What is lost with a thing that goes. */
export const DELETIONS: readonly Attack[] = [
  ...LOST.map(([address, says, effect = "destroy"]): Attack => [
    `deleting ${address}`,
    remove(address),
    address,
    effect,
    says,
  ]),
  [
    "deleting most of the people",
    remove(...MOST_PEOPLE),
    "aws_connect_user.peter_parker",
    "destroy",
    /\d users at once/,
  ],
  [
    "deleting most of the people, with others in their places",
    (editor) => {
      const mary = editor.resource("aws_connect_user.mary_jane");
      for (const name of ["ann", "bob"]) editor.add(`aws_connect_user.${name}`, { ...mary, name });
      editor.remove(...MOST_PEOPLE);
    },
    "aws_connect_user.peter_parker",
    "destroy",
    /\d users at once/,
  ],
  [
    "deleting an alarm, with one that nobody hears in its place",
    (editor) => {
      const silent = { alarm_name: "x", threshold: 1e9, alarm_actions: [] };
      editor.add("aws_cloudwatch_metric_alarm.x", { ...editor.resource(ALARM), ...silent });
      editor.remove(ALARM);
    },
    ALARM,
    "destroy",
    /only alarm/,
  ],
  [
    "deleting a queue's alarm, with a quick connect of the queue's name",
    remove(QUEUE_ALARM, "aws_connect_quick_connect.customer_service"),
    QUEUE_ALARM,
    "destroy",
    /only alarm/,
  ],
  [
    "deleting both queues",
    remove("aws_connect_queue.customer_service", "aws_connect_queue.business_consulting"),
    "aws_connect_queue.customer_service",
    "destroy",
    /2 queues at once/,
  ],
  [
    "a foreign type",
    add("aws_iam_access_key.evil", { user: "x" }),
    "aws_iam_access_key.evil",
    "create",
    /no construct here makes/,
  ],
];
