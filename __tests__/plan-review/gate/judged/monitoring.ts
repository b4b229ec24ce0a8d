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

const says = (markdown: string) =>
  JSON.stringify({ widgets: [{ type: "text", properties: { markdown } }] });

const transformer = (input_template: string, input_paths: object = { who: "$.detail.who" }) => [
  { input_template, input_paths },
];

const ANYBODY = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}';

/** Of what watches the center, what it writes down, and who is told. */
export const MONITORING: Readonly<Record<string, Examples>> = {
  aws_budgets_budget: {
    base: { name: "judged", limit_amount: "10", notification: tells(TOPIC) },
    steps: {
      limit_amount: [
        ["10", "50"],
        ["10", "51"],
        ["10", "2"],
        ["10", "1.9"],
        ["10", "0"],
        ["10", "-1"],
        ["10", "0x10"],
        ["10", " 10"],
        ["10", "1e1"],
        ["10", "x"],
        ["10", OPEN],
        [MADE, "1000"],
        [MADE, "0"],
      ],
      notification: [
        [tells(TOPIC), tells("other")],
        [tells(TOPIC), []],
        [tells(TOPIC), OPEN],
        [MADE, tells(TOPIC)],
        [MADE, tells("other")],
        [MADE, [...tells(TOPIC), ...tells("other")]],
        [MADE, [{ threshold: 100, subscriber_sns_topic_arns: [TOPIC, "other"] }]],
        [MADE, [{ ...tells(TOPIC)[0], subscriber_email_addresses: ["eve@example.com"] }]],
        [MADE, []],
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
      alarm_description: [
        ["x", "y"],
        ["x", "Sign in at https://evil.example"],
        [MADE, "Sign in at https://evil.example"],
      ],
      threshold: [
        [10, 50],
        [10, 51],
        [10, 0],
        [0, 5],
        [0, 6],
        [0.5, 0.75],
        [0.5, 0.76],
        [0.05, 0.25],
        [0.05, 0.26],
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
        [widgets("metric", "log", "alarm", "text"), widgets("metric", "log")],
        [widgets("metric", "log", "alarm", "text"), widgets("metric")],
        [says("[here](https://a.example/b)"), says("[there](https://a.example/c)")],
        [says("[here](https://a.example/b)"), says("[here](https://b.example/b)")],
        [says("here"), says("[here](//b.example)")],
        [says("here"), says("[here](mailto:eve@b.example)")],
        [widgets("metric"), '{"widgets":[{"type":"custom","type":"text"}]}'],
        [widgets("metric"), OPEN],
        [MADE, widgets("metric")],
        [MADE, widgets("custom")],
        [MADE, says("[here](https://b.example/b)")],
      ],
    },
  },
  aws_cloudwatch_query_definition: {
    base: { query_string: "fields @message" },
    steps: {
      query_string: [
        ["fields @message", "fields @message | limit 200"],
        ["fields @message", "fields @message | limit 0"],
        ["fields @message", " "],
        ["fields @message", "SOURCE logGroups(namePrefix: ['/']) | fields @message"],
        ["fields @message", OPEN],
        [MADE, "fields @message"],
      ],
      log_group_names: [
        [["logs"], ["logs", "other"]],
        [["logs", "other"], ["logs"]],
        [["logs"], []],
        [["logs"], OPEN],
        [MADE, ["logs"]],
        [MADE, ["other"]],
      ],
    },
  },
  aws_cloudwatch_log_group: {
    base: { kms_key_id: KEY, retention_in_days: 30 },
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
        [MADE, 0],
        [MADE, undefined],
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
    steps: {
      arn: names(TOPIC),
      rule: names("rule"),
      input_transformer: [
        [transformer("by <who>"), transformer("<who> did it")],
        [transformer("by <who>"), transformer("by <who> at <when>")],
        [transformer("by <who>"), transformer("all is well")],
        [transformer("by <who>"), transformer("by <who>", { who: "$.account" })],
        [transformer("by <who>"), []],
        [transformer("by <who>"), OPEN],
        [[], transformer("by <who>")],
        [MADE, transformer("by <who>")],
      ],
    },
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
