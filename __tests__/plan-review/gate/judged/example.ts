import { type ChangeJson } from "../../../support/plans";

/** Stands for a value that only the apply tells. */
export const OPEN = { known: "after the apply" };

/** Stands before what is made. */
export const MADE = { there: "nothing" };

/** An attribute's value before and after. */
export type Step = readonly [before: unknown, after: unknown];

/** Of a type: what all its examples share, and by judged attribute (`identity_info.email`) the steps. */
export interface Examples {
  readonly base?: object;
  readonly steps: Readonly<Record<string, readonly Step[]>>;
}

/** Of something that is on or off. */
export const SWITCH: readonly Step[] = [
  [true, false],
  [false, true],
  [null, false],
  [null, true],
  [true, null],
  [false, null],
  [true, OPEN],
  [false, OPEN],
  [MADE, true],
  [MADE, false],
  [MADE, OPEN],
];

/** Of something that is never to change. */
export const ANY: readonly Step[] = [
  ["a", "b"],
  ["a", null],
  ["a", OPEN],
  [MADE, "a"],
];

/** Of something that must name one of this stack's things. */
export const names = (own: string, other = "other"): readonly Step[] => [
  [own, other],
  [other, own],
  [own, OPEN],
  [MADE, own],
  [MADE, other],
  [MADE, OPEN],
];

/** Of a name, and one that another thing of the stack has. */
export const named = (another: string): readonly Step[] => [
  ["a", "b"],
  ["a", another],
  ["a", OPEN],
  [MADE, "b"],
];

export const KEY = "arn:aws:kms:us-west-2:123456789012:key/k";
export const BUCKET = "arn:aws:s3:::bucket";
export const INSTANCE = "arn:aws:connect:us-west-2:123456789012:instance/i";
export const TOPIC = "arn:aws:sns:us-west-2:123456789012:topic";
export const LAMBDA = "arn:aws:lambda:us-west-2:123456789012:function:f";
export const STREAM = "arn:aws:firehose:us-west-2:123456789012:deliverystream/d";

const there = (address: string, values: object): ChangeJson => ({
  ...{ address, actions: ["no-op"], before: values, after: values },
});

/** The hours in which somebody works, on some days of the week. */
export const open = (from: number, to: number, ...days: readonly string[]) =>
  days.map((day) => ({
    day,
    start_time: [{ hours: from, minutes: 0 }],
    end_time: [{ hours: to, minutes: 0 }],
  }));

export const calls = (queue: string, delay: number, channel = "VOICE") => ({
  ...{ queue_id: queue, delay, channel, priority: 1 },
});

/** What data sources have read: what Connect itself has made. */
export const READ = {
  prior_state: {
    values: {
      root_module: {
        resources: [
          {
            ...{ address: "data.aws_connect_contact_flow.d", mode: "data" },
            values: { contact_flow_id: "default" },
          },
          {
            ...{ address: "data.aws_connect_queue.b", mode: "data" },
            values: { queue_id: "basic" },
          },
          {
            ...{ address: "data.aws_connect_security_profile.a", mode: "data" },
            values: { security_profile_id: "id-of-admin", name: "Admin" },
          },
        ],
      },
    },
  },
};

/** What else there is in the stack. */
export const STACK: readonly ChangeJson[] = [
  there("aws_connect_instance.i", { id: "i", arn: INSTANCE, instance_alias: "there" }),
  there("aws_kms_key.k", { arn: KEY, key_id: "k" }),
  there("aws_s3_bucket.b", { bucket: "bucket", arn: BUCKET }),
  there("aws_cloudwatch_log_group.l", { name: "logs", kms_key_id: KEY }),
  there("aws_s3_bucket.l", { bucket: "logs", arn: "arn:aws:s3:::logs" }),
  there("aws_sns_topic.t", { arn: TOPIC, name: "topic" }),
  there("aws_sns_topic_policy.t", { arn: "arn:by-its-policy" }),
  there("aws_lambda_function.f", {
    ...{ arn: LAMBDA, function_name: "f", filename: "assets/f/1/code.zip" },
  }),
  there("aws_lambda_function.connect_associations_reconciler", { function_name: "reconciler" }),
  there("aws_iam_role.r", { name: "role" }),
  there("aws_cloudwatch_event_rule.e", { name: "rule" }),
  there("aws_kinesis_firehose_delivery_stream.d", { arn: STREAM, name: "d" }),
  there("aws_connect_phone_number.n", { id: "number" }),
  there("aws_connect_contact_flow.f", { contact_flow_id: "flow", id: "flow", name: "Flow" }),
  there("aws_connect_contact_flow_module.m", { name: "Module" }),
  there("aws_connect_quick_connect.q", { name: "Quick" }),
  there("aws_connect_hours_of_operation.long", {
    ...{ hours_of_operation_id: "long", name: "long", time_zone: "US/Eastern" },
    config: open(8, 18, "MONDAY", "TUESDAY"),
  }),
  there("aws_connect_hours_of_operation.short", {
    ...{ hours_of_operation_id: "short", name: "short", time_zone: "US/Eastern" },
    config: open(8, 9, "MONDAY", "TUESDAY"),
  }),
  there("aws_connect_hours_of_operation.elsewhere", {
    ...{ hours_of_operation_id: "elsewhere", name: "elsewhere", time_zone: "UTC" },
    config: open(8, 18, "MONDAY", "TUESDAY"),
  }),
  ...["sales", "service"].map((name) =>
    there(`aws_connect_queue.${name}`, { queue_id: name, name }),
  ),
  there("aws_connect_routing_profile.both", {
    ...{ routing_profile_id: "both", name: "both" },
    queue_configs: [calls("sales", 0), calls("service", 0)],
  }),
  there("aws_connect_routing_profile.one", {
    ...{ routing_profile_id: "one", name: "one" },
    queue_configs: [calls("service", 0)],
  }),
];
