import { actions, deletedAlarm, duration, unlessRenamed } from "../judgements/alarms.ts";
import { dashboard } from "../judgements/dashboards.ts";
import { BUDGETS, limitAmount, notifications } from "../judgements/budgets.ts";
import { encryptedBy } from "../judgements/encryption.ts";
import { mailLinks } from "../judgements/mail-links.ts";
import { message, savedQuery } from "../judgements/messages.ts";
import { policy } from "../judgements/policies.ts";
import {
  anyChange,
  belongsTo,
  firstOf,
  setting,
  turnedOff,
  whereSet,
} from "../judgements/settings.ts";
import { threshold } from "../judgements/thresholds.ts";
import { unlessOnlyHours } from "../judgements/watched-hours.ts";
import type { Judgement, Loss, TypeRules } from "../type-rules.ts";
import { listOf } from "../../values.ts";
import { FIXED, LABELS, PATIENCE, ROUTINE, TEXT } from "./reasons.ts";

const CLOUDWATCH = "https://docs.aws.amazon.com/AmazonCloudWatch/latest";
const SNS = "https://docs.aws.amazon.com/sns/latest/dg";
const EVENTS = "https://docs.aws.amazon.com/eventbridge/latest/userguide";

const ALARM = `${CLOUDWATCH}/monitoring/AlarmThatSendsEmail.html`;

const silences = (attribute: string, happens: string): Judgement =>
  anyChange({
    path: [attribute],
    effect: "disrupt",
    happens,
    because: "it may never go off again, and nobody notices",
    source: ALARM,
  });

/** A budget's attribute that may keep it from telling somebody. */
const dumb = (attribute: string, happens: string): Judgement =>
  anyChange({
    path: [attribute],
    effect: "disrupt",
    happens,
    because: "what a robot dials abroad, nobody is told of before the bill",
    source: BUDGETS,
  });

const BLIND: Omit<Loss, "happens"> = {
  because: "what goes wrong from then on, nobody is told",
  source: ALARM,
};

/** CloudWatch's 0 is for ever. */
const days = (value: unknown): number =>
  typeof value === "number" && value > 0 ? value : Number.POSITIVE_INFINITY;

/** A log group that is made has a key of this stack, as each other has. */
const underKey: Judgement = (change, context) =>
  change.before !== null || context.named(change, ["kms_key_id"], ["aws_kms_key"])
    ? []
    : [
        {
          effect: "unprotect",
          happens: "makes a log group without a key of this stack",
          because: "whoever may read logs reads it; it may hold callers' numbers",
          source: `${CLOUDWATCH}/logs/encrypt-log-data-kms.html`,
          cure: "give it the stack's key",
        },
      ];

/** Which logs a saved query looks at: those of this stack. */
const ownLogs: Judgement = (change, context) => {
  const path = ["log_group_names"];
  const value = context.after(change, path);
  const count = value.kind === "known" ? listOf(value.value).length : 1;
  if (count === 0 && listOf(change.before?.log_group_names).length > 0) {
    return [
      {
        effect: "disrupt",
        happens: "looks at no logs any more",
        because: "who looks for what went wrong takes that for nothing wrong",
        source: `${CLOUDWATCH}/logs/CWL_Insights-Saving-Queries.html`,
        cure: "leave it the log groups of this stack",
      },
    ];
  }
  return Array.from({ length: count }, (_, index) => index).flatMap((index) =>
    whereSet(
      [...path, index],
      belongsTo([...path, index], ["aws_cloudwatch_log_group"], {
        effect: "change",
        happens: "looks at logs that aren't in this stack",
        because: "who runs it reads them, or looks for the center's in vain",
        source: `${CLOUDWATCH}/logs/CWL_Insights-Saving-Queries.html`,
      }),
    )(change, context),
  );
};

/** What watches the center, what it writes down, and who is told. */
export const MONITORING: Readonly<Record<string, TypeRules>> = {
  aws_budgets_budget: {
    target: ["name"],
    made: "it counts what the account costs, and whom it tells is judged",
    gone: {
      happens: "deletes the budget",
      because: "what a robot dials abroad, nobody is told of before the bill",
      source: BUDGETS,
    },
    free: { [LABELS]: ["tags"] },
    judged: {
      limit_amount: limitAmount,
      notification: [dumb("notification", "lets the budget tell others, or later"), notifications],
      budget_type: dumb("budget_type", "lets the budget count something else"),
      limit_unit: dumb("limit_unit", "lets the budget count in something else"),
      time_unit: dumb("time_unit", "lets the budget count over another time"),
    },
    named: { [FIXED]: ["name"] },
    unused: [
      ...["account_id", "auto_adjust_data", "cost_filter", "cost_types", "name_prefix"],
      ...["planned_limit", "time_period_end", "time_period_start"],
    ],
    computed: ["arn", "id", "tags_all"],
  },

  aws_cloudwatch_metric_alarm: {
    target: ["alarm_name"],
    made: ROUTINE,
    gone: deletedAlarm,
    free: {
      [LABELS]: ["tags"],
    },
    judged: {
      alarm_description: mailLinks,
      threshold,
      period: duration,
      evaluation_periods: duration,
      datapoints_to_alarm: silences("datapoints_to_alarm", "lets the alarm count in another way"),
      actions_enabled: setting({
        path: ["actions_enabled"],
        harmful: turnedOff,
        effect: "disrupt",
        happens: "silences the alarm",
        ...BLIND,
      }),
      alarm_actions: actions("alarm_actions"),
      ok_actions: actions("ok_actions"),
      comparison_operator: silences("comparison_operator", "lets the alarm compare in another way"),
      dimensions: unlessRenamed(silences("dimensions", "lets the alarm watch something else")),
      metric_name: silences("metric_name", "lets the alarm watch something else"),
      namespace: silences("namespace", "lets the alarm watch something else"),
      metric_query: unlessOnlyHours(
        silences("metric_query", "lets the alarm watch something else"),
      ),
      statistic: silences("statistic", "lets the alarm look at another figure"),
      extended_statistic: silences("extended_statistic", "lets the alarm look at another figure"),
      treat_missing_data: silences(
        "treat_missing_data",
        "lets the alarm take missing data for something else",
      ),
    },
    named: {
      [FIXED]: ["alarm_name"],
      "few calls at night may be no percentile": ["evaluate_low_sample_count_percentiles"],
    },
    unused: ["insufficient_data_actions", "threshold_metric_id", "unit"],
    computed: ["arn", "id", "tags_all"],
  },

  aws_cloudwatch_dashboard: {
    target: ["dashboard_name"],
    made: ROUTINE,
    gone: {
      happens: "deletes the dashboard",
      because: "who watches the center sees nothing",
      source: `${CLOUDWATCH}/monitoring/CloudWatch_Dashboards.html`,
    },
    free: {},
    judged: { dashboard_body: dashboard },
    named: { [FIXED]: ["dashboard_name"] },
    unused: [],
    computed: ["dashboard_arn", "id"],
  },

  aws_cloudwatch_query_definition: {
    target: ["name"],
    made: ROUTINE,
    gone: ROUTINE,
    free: { [TEXT]: ["name"] },
    judged: { query_string: savedQuery, log_group_names: ownLogs },
    named: {},
    unused: [],
    computed: ["id", "query_definition_id"],
  },

  aws_cloudwatch_log_group: {
    target: ["name"],
    made: "an empty group",
    gone: {
      happens: "deletes the log group with its logs",
      because:
        "logs can't be restored, and Connect stops writing flow logs until somebody makes it anew",
      source: "https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-logs.html",
    },
    free: { [LABELS]: ["tags"] },
    judged: {
      retention_in_days: firstOf(
        setting({
          path: ["retention_in_days"],
          harmful: (before, after) => days(after) < days(before),
          effect: "unprotect",
          happens: "keeps the group's logs for a shorter time",
          because: "older logs are deleted, and can't be restored",
          source: `${CLOUDWATCH}/logs/Working-with-log-groups-and-streams.html`,
        }),
        setting({
          path: ["retention_in_days"],
          byDefault: 1,
          harmful: (before, after) =>
            days(before) < Number.POSITIVE_INFINITY && days(after) === Number.POSITIVE_INFINITY,
          effect: "unprotect",
          happens: "keeps the group's logs for ever",
          because: "they may hold callers' numbers, and law or a promise may limit how long",
          source: `${CLOUDWATCH}/logs/Working-with-log-groups-and-streams.html`,
        }),
      ),
      kms_key_id: [encryptedBy(["kms_key_id"], "the log group"), underKey],
    },
    named: { [FIXED]: ["name"] },
    unused: ["log_group_class", "name_prefix", "skip_destroy"],
    computed: ["arn", "id", "tags_all"],
  },

  aws_cloudwatch_log_stream: {
    target: ["log_group_name", "name"],
    made: "an empty stream",
    gone: {
      happens: "deletes the log stream with its logs",
      because: "logs can't be restored",
      source: `${CLOUDWATCH}/logs/Working-with-log-groups-and-streams.html`,
    },
    free: {},
    judged: {},
    named: { [FIXED]: ["log_group_name", "name"] },
    unused: [],
    computed: ["arn", "id"],
  },

  aws_cloudwatch_event_rule: {
    target: ["event_bus_name", "name"],
    made: {
      effect: "grant",
      happens: "tells of events that nobody was told of until now",
      because: "an event may hold what only an administrator sees",
      source: `${EVENTS}/eb-event-patterns.html`,
    },
    gone: {
      happens: "no longer sees that a user's identity was changed",
      because: "who becomes somebody else does so unseen",
      source: `${EVENTS}/eb-service-event-cloudtrail.html`,
    },
    free: { [TEXT]: ["description"], [LABELS]: ["tags"] },
    judged: {
      event_pattern: anyChange({
        path: ["event_pattern"],
        effect: "disrupt",
        happens: "lets the rule see other events",
        because: "what it no longer sees happens unseen",
        source: `${EVENTS}/eb-event-patterns.html`,
      }),
      state: setting({
        path: ["state"],
        byDefault: "ENABLED",
        harmful: (_, after) => after !== "ENABLED" && after !== null && after !== undefined,
        effect: "disrupt",
        happens: "turns the rule off",
        because: "what it sees happens unseen",
        source: `${EVENTS}/eb-delete-rule.html`,
      }),
      is_enabled: setting({
        path: ["is_enabled"],
        harmful: turnedOff,
        effect: "disrupt",
        happens: "turns the rule off",
        because: "what it sees happens unseen",
        source: `${EVENTS}/eb-delete-rule.html`,
      }),
    },
    named: { [FIXED]: ["event_bus_name", "name"] },
    unused: ["force_destroy", "name_prefix", "role_arn", "schedule_expression"],
    computed: ["arn", "id", "tags_all"],
  },

  aws_cloudwatch_event_target: {
    target: ["event_bus_name", "rule", "target_id"],
    made: "whom it tells is judged",
    gone: {
      happens: "tells nobody any more what the rule sees",
      because: "who becomes somebody else does so unseen",
      source: `${EVENTS}/eb-targets.html`,
    },
    free: {},
    judged: {
      input_transformer: [message, mailLinks],
      arn: [
        anyChange({
          path: ["arn"],
          effect: "disrupt",
          happens: "tells somebody else what the rule sees",
          because: "who was told isn't any more",
          source: `${EVENTS}/eb-targets.html`,
        }),
        belongsTo(["arn"], ["aws_sns_topic", "aws_sns_topic_policy"], {
          effect: "grant",
          happens: "tells somebody outside of this stack what happens in the account",
          because: "events name who did what; a target may also be made to do something",
          source: `${EVENTS}/eb-targets.html`,
        }),
      ],
      rule: belongsTo(["rule"], ["aws_cloudwatch_event_rule"], {
        effect: "grant",
        happens: "tells what a rule sees that isn't in this stack",
        because: "nobody can see here what that is",
        source: `${EVENTS}/eb-targets.html`,
      }),
    },
    named: { [FIXED]: ["event_bus_name", "target_id"] },
    unused: [
      ...["appsync_target", "batch_target", "dead_letter_config", "ecs_target", "force_destroy"],
      ...["http_target", "input", "input_path", "kinesis_target", "redshift_target"],
      ...["retry_policy", "role_arn", "run_command_targets", "sagemaker_pipeline_target"],
      "sqs_target",
    ],
    computed: ["id"],
  },

  aws_sns_topic: {
    target: ["name"],
    made: "nobody is told until somebody is subscribed, and that is judged",
    gone: {
      happens: "deletes the topic with its subscriptions",
      because: "alarms go off, and nobody is told",
      source: `${SNS}/sns-delete-subscription-topic.html`,
    },
    free: { [TEXT]: ["display_name"], [LABELS]: ["tags"] },
    judged: { kms_master_key_id: encryptedBy(["kms_master_key_id"], "the topic") },
    named: { [FIXED]: ["name"], "each message is signed by it": ["signature_version"] },
    unused: [
      ...["application", "firehose", "http", "lambda", "sqs"].flatMap((protocol) => [
        `${protocol}_failure_feedback_role_arn`,
        `${protocol}_success_feedback_role_arn`,
        `${protocol}_success_feedback_sample_rate`,
      ]),
      ...["archive_policy", "content_based_deduplication", "delivery_policy"],
      ...["fifo_throughput_scope", "fifo_topic", "name_prefix", "policy", "tracing_config"],
    ],
    computed: ["arn", "beginning_archive_time", "id", "owner", "tags_all"],
  },

  aws_sns_topic_policy: {
    target: ["arn"],
    made: "a topic that has none gets one; another address that sets the same is refused",
    gone: {
      happens: "removes the topic's policy",
      because: "alarms may not write to it any more, and unencrypted connections may",
      source: `${SNS}/sns-access-policy-use-cases.html`,
    },
    free: {},
    judged: {
      arn: belongsTo(["arn"], ["aws_sns_topic"], {
        effect: "create",
        happens: "sets the policy of a topic that isn't in this stack",
        because: "what it replaces there can't be seen",
        source: `${SNS}/sns-access-policy-use-cases.html`,
      }),
      policy: policy("resource", "the topic"),
    },
    named: {},
    unused: [],
    computed: ["id", "owner"],
  },

  aws_sns_topic_subscription: {
    target: ["topic_arn", "protocol", "endpoint"],
    made: {
      effect: "grant",
      happens: "lets somebody else read every alarm",
      because: "an alarm tells what goes wrong, and who has changed whose identity",
      source: `${SNS}/sns-create-subscribe-endpoint-to-topic.html`,
    },
    gone: {
      happens: "no longer tells somebody of alarms",
      because: "if nobody else is told, what goes wrong goes on unseen",
      source: `${SNS}/sns-delete-subscription-topic.html`,
    },
    free: { [PATIENCE]: ["confirmation_timeout_in_minutes"] },
    judged: {
      topic_arn: belongsTo(["topic_arn"], ["aws_sns_topic"], {
        effect: "grant",
        happens: "lets somebody read a topic that isn't in this stack",
        because: "nobody can see here what that tells",
        source: `${SNS}/sns-create-subscribe-endpoint-to-topic.html`,
      }),
      protocol: setting({
        path: ["protocol"],
        byDefault: null,
        harmful: (_, after) => after !== "email",
        effect: "grant",
        happens: "sends alarms to a machine",
        because: "people read e-mail; what a machine does with an alarm can't be seen",
        source: `${SNS}/sns-create-subscribe-endpoint-to-topic.html`,
      }),
    },
    named: { [FIXED]: ["endpoint"] },
    unused: [
      ...["delivery_policy", "endpoint_auto_confirms", "filter_policy", "filter_policy_scope"],
      ...["raw_message_delivery", "redrive_policy", "replay_policy", "subscription_role_arn"],
    ],
    computed: ["arn", "confirmation_was_authenticated", "id", "owner_id", "pending_confirmation"],
  },
};
