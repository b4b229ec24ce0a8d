import { ANY, type Examples, KEY, MADE, names, OPEN, type Step, SWITCH, TOPIC } from "./example";

const told: readonly Step[] = [
  [[TOPIC], []],
  [[], [TOPIC]],
  [[TOPIC], [TOPIC, "other"]],
  [["other"], ["other", TOPIC]],
  [[TOPIC], [TOPIC, "arn:by-its-policy"]],
  [[TOPIC], OPEN],
  [MADE, []],
  [MADE, [TOPIC]],
  [MADE, ["other"]],
];

const enabled: readonly Step[] = [
  ["ENABLED", "DISABLED"],
  ["DISABLED", "ENABLED"],
  ["ENABLED", null],
  ["ENABLED", OPEN],
  [MADE, "ENABLED"],
  [MADE, "DISABLED"],
  [MADE, undefined],
];

const tells = (topic: string) => [{ threshold: 100, subscriber_sns_topic_arns: [topic] }];

const widgets = (...types: readonly string[]) =>
  JSON.stringify({ widgets: types.map((type) => ({ type })) });

const ANYBODY = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}';

/** Of what watches the center, what it writes down, and who is told. */
export const MONITORING: Readonly<Record<string, Examples>> = {
  aws_budgets_budget: {
    base: { name: "judged" },
    steps: {
      limit_amount: [
        ["10", "50"],
        ["10", "51"],
        ["10", "1"],
        ["10", "x"],
        ["10", OPEN],
        [MADE, "1000"],
      ],
      notification: [
        [tells(TOPIC), tells("other")],
        [tells(TOPIC), []],
        [tells(TOPIC), OPEN],
        [MADE, tells(TOPIC)],
        [MADE, tells("other")],
      ],
      budget_type: ANY,
      limit_unit: ANY,
      time_unit: ANY,
    },
  },
  aws_cloudwatch_metric_alarm: {
    base: {
      comparison_operator: "GreaterThanThreshold",
      evaluation_periods: 2,
      period: 60,
      threshold: 10,
    },
    steps: {
      threshold: [
        [10, 50],
        [10, 51],
        [10, 0],
        [0, 5],
        [0, 6],
        [0.5, 1],
        [0.5, 1.1],
        [1, 5],
        [10, "x"],
        [10, OPEN],
        [MADE, 1000],
      ],
      period: [
        [60, 300],
        [60, 301],
        [300, 60],
        [300, 59],
        [60, OPEN],
        [MADE, 86400],
      ],
      evaluation_periods: [
        [2, 10],
        [2, 11],
        [2, 1],
        [2, OPEN],
        [MADE, 100],
      ],
      datapoints_to_alarm: ANY,
      actions_enabled: SWITCH,
      alarm_actions: told,
      ok_actions: told,
      comparison_operator: ANY,
      dimensions: [
        [{ QueueName: "a" }, { QueueName: "b" }],
        [{ QueueName: "a" }, OPEN],
        [MADE, { QueueName: "a" }],
      ],
      metric_name: ANY,
      namespace: ANY,
      metric_query: [
        [[{ period: 60 }], [{ period: 60, id: "b" }]],
        [[{ period: 60 }], OPEN],
        [MADE, [{ period: 60 }]],
      ],
      statistic: ANY,
      extended_statistic: ANY,
      treat_missing_data: ANY,
    },
  },
  aws_cloudwatch_dashboard: {
    steps: {
      dashboard_body: [
        [widgets("metric"), widgets("alarm", "explorer", "log", "metric", "text")],
        [widgets("metric"), widgets("metric", "custom")],
        [widgets("metric"), "{}"],
        [widgets("metric"), "[]"],
        [widgets("metric"), '{"widgets":{}}'],
        [widgets("metric"), '{"widgets":["metric"]}'],
        [widgets("metric"), "x"],
        [widgets("metric"), OPEN],
        [MADE, widgets("metric")],
        [MADE, widgets("custom")],
      ],
    },
  },
  aws_cloudwatch_log_group: {
    steps: {
      retention_in_days: [
        [30, 29],
        [30, 31],
        [30, 0],
        [0, 30],
        [null, 30],
        [30, null],
        [1, 0],
        [30, OPEN],
        [MADE, 1],
      ],
      kms_key_id: [
        [KEY, "other"],
        [KEY, null],
        [null, KEY],
        [null, "other"],
        [KEY, OPEN],
        [MADE, KEY],
        [MADE, undefined],
        [MADE, "other"],
      ],
    },
  },
  aws_cloudwatch_event_rule: {
    base: { name: "judged" },
    steps: { event_pattern: ANY, state: enabled, is_enabled: SWITCH },
  },
  aws_cloudwatch_event_target: {
    base: { rule: "rule", arn: TOPIC },
    steps: { arn: names(TOPIC), rule: names("rule") },
  },
  aws_sns_topic: {
    base: { name: "judged" },
    steps: { kms_master_key_id: [...names(KEY), [KEY, null], [null, KEY]] },
  },
  aws_sns_topic_policy: {
    base: { arn: TOPIC },
    steps: {
      arn: names(TOPIC),
      policy: [
        ['{"Statement":[]}', ANYBODY],
        [ANYBODY, '{"Statement":[]}'],
        ['{"Statement":[]}', OPEN],
        [MADE, '{"Statement":[]}'],
        [MADE, ANYBODY],
      ],
    },
  },
  aws_sns_topic_subscription: {
    base: { topic_arn: TOPIC, protocol: "email" },
    steps: {
      topic_arn: names(TOPIC),
      protocol: [
        ["email", "https"],
        ["https", "email"],
        ["email", OPEN],
        [MADE, "email"],
        [MADE, "lambda"],
      ],
    },
  },
};
