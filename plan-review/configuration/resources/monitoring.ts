import { GUARDED } from "../meta-arguments.ts";
import { boolean, number, only, plain, text } from "../rules.ts";
import type { Block } from "../shape.ts";

/** Arguments of the resources that monitor a center, and of its logs. */
export const MONITORING = {
  aws_cloudwatch_dashboard: { dashboard_body: text, dashboard_name: plain },
  aws_cloudwatch_event_rule: { description: plain, event_pattern: plain, name: plain },
  aws_cloudwatch_event_target: {
    arn: text,
    input_transformer: {
      input_paths: { call: plain, from: plain, when: plain, who: plain },
      input_template: plain,
    },
    rule: text,
    target_id: plain,
  },
  aws_cloudwatch_log_group: {
    kms_key_id: text,
    lifecycle: GUARDED,
    name: plain,
    retention_in_days: number,
  },
  aws_cloudwatch_log_stream: { log_group_name: text, name: plain },
  aws_budgets_budget: {
    budget_type: plain,
    limit_amount: plain,
    limit_unit: plain,
    name: plain,
    notification: [
      {
        comparison_operator: plain,
        notification_type: plain,
        subscriber_sns_topic_arns: [text],
        threshold: number,
        threshold_type: plain,
      },
    ],
    time_unit: plain,
  },
  aws_cloudwatch_metric_alarm: {
    actions_enabled: boolean,
    alarm_actions: [text],
    alarm_description: text,
    alarm_name: plain,
    comparison_operator: plain,
    "dimensions?": {
      "ContactFlowName?": plain,
      "DeliveryStreamName?": text,
      "FunctionName?": text,
      "InstanceId?": text,
      "MetricGroup?": plain,
      "Participant?": plain,
      "QueueName?": plain,
      "StateMachineArn?": text,
      "Stream Type?": plain,
      "TableName?": text,
      "Type of Connection?": plain,
      "service?": plain,
    },
    "evaluate_low_sample_count_percentiles?": plain,
    evaluation_periods: number,
    "extended_statistic?": plain,
    "metric_name?": plain,
    "metric_query?": [
      {
        "expression?": text,
        id: plain,
        "metric?": {
          dimensions: { InstanceId: text, MetricGroup: plain, "QueueName?": plain },
          metric_name: plain,
          namespace: plain,
          period: number,
          stat: plain,
        },
        "period?": number,
        return_data: boolean,
      },
    ],
    "namespace?": plain,
    "period?": number,
    "statistic?": plain,
    threshold: number,
    treat_missing_data: plain,
  },
  aws_cloudwatch_query_definition: { log_group_names: [text], name: plain, query_string: plain },
  aws_sns_topic: { kms_master_key_id: text, name: plain },
  aws_sns_topic_policy: { arn: text, policy: text },
  aws_sns_topic_subscription: { endpoint: plain, protocol: only("email"), topic_arn: text },
} satisfies Block;
