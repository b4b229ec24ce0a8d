import { type Attack, add, ALARM, set } from "./attack";

const SILENCE = "aws_cloudwatch_metric_alarm.no_calls";
const DURATION = "aws_cloudwatch_metric_alarm.function_duration_record_vanity_number";
const TARGET = "aws_cloudwatch_event_target.identity_changes_target";
const DASHBOARD = "aws_cloudwatch_dashboard.dashboard";
const BUDGET = "aws_budgets_budget.budget";
const BUS = "arn:aws:events:us-west-2:222222222222:event-bus/default";

interface Notification {
  readonly subscriber_sns_topic_arns: readonly string[];
}
const budget =
  (change: (notification: Notification) => object[]): Attack[1] =>
  (editor) => {
    const values = editor.resource(BUDGET);
    const [first] = values.notification as Notification[];
    if (!first) throw new Error("the budget tells somebody");
    editor.add("aws_budgets_budget.two", { ...values, name: "two", notification: change(first) });
  };
const FOREIGN = "arn:aws:sns:us-west-2:999999999999:evil";

/** Alarms, messages, dashboards and budgets that tell nobody, or others. */
export const WATCH: readonly Attack[] = [
  ["an alarm of yes or no at 2", set(SILENCE, { threshold: 2 }), SILENCE, "disrupt", /from 1 to 2/],
  [
    "silence for longer than the center is open",
    set(SILENCE, { evaluation_periods: 12 }),
    SILENCE,
    "disrupt",
    /wait for 12 hours, and listen for 7 in a row/,
  ],
  [
    "silence at night, beside another text of a schedule",
    ({ resource }) => {
      const queries = resource(SILENCE).metric_query as { expression: string }[];
      Object.assign(queries[1] ?? {}, {
        expression:
          "IF(((DAY(watched) == 7) AND HOUR(watched) >= 1 AND HOUR(watched) <= 3), watched, 1)",
      });
      resource("aws_connect_hours_of_operation.kwglobal_message").description = "x";
    },
    SILENCE,
    "disrupt",
    /watch something else/,
  ],
  [
    "all packets lost",
    set("aws_cloudwatch_metric_alarm.packet_loss", { threshold: 1 }),
    "aws_cloudwatch_metric_alarm.packet_loss",
    "disrupt",
    /from 0.05 to 1/,
  ],
  [
    "a function that takes longer than it may",
    set(DURATION, { threshold: 6000 }),
    DURATION,
    "disrupt",
    /from 3000 to 6000/,
  ],
  [
    "an alarm that goes off all the time",
    set(ALARM, { threshold: 0 }),
    ALARM,
    "disrupt",
    /all the time/,
  ],
  [
    "all thresholds at twice as much",
    ({ all }) => {
      for (const alarm of all("aws_cloudwatch_metric_alarm")) {
        alarm.threshold = Number(alarm.threshold) * 2;
      }
    },
    ALARM,
    "disrupt",
    /lets (\d+) of \1 alarms go off later/,
  ],
  [
    "all alarms a period later",
    ({ all }) => {
      for (const alarm of all("aws_cloudwatch_metric_alarm")) {
        alarm.evaluation_periods = Number(alarm.evaluation_periods) + 1;
      }
    },
    ALARM,
    "disrupt",
    /lets (\d+) of \1 alarms go off later/,
  ],
  [
    "alarms that drown the others",
    (editor) => {
      for (let index = 0; index < 51; index++) {
        const alarm_name = `n${index}`;
        const noise = { ...editor.resource(ALARM), alarm_name };
        editor.add(`aws_cloudwatch_metric_alarm.${alarm_name}`, noise);
      }
    },
    "aws_cloudwatch_metric_alarm.n0",
    "create",
    /makes 51 of aws_cloudwatch_metric_alarm/,
  ],
  [
    "a message that says nothing",
    ({ resource }) => {
      const transformer = resource(TARGET).input_transformer as object;
      Object.assign(transformer, { input_template: '"All is well"' });
    },
    TARGET,
    "disrupt",
    /no longer tells what happened/,
  ],
  [
    "a message of other facts",
    ({ resource }) => {
      const { input_paths: paths } = resource(TARGET).input_transformer as { input_paths: object };
      Object.assign(paths, { who: "$.account" });
    },
    TARGET,
    "disrupt",
    /no longer tells what happened/,
  ],
  [
    "no message",
    ({ resource }) => {
      delete resource(TARGET).input_transformer;
    },
    TARGET,
    "disrupt",
    /no longer tells what happened/,
  ],
  ["the same text each time", set(TARGET, { input: '"x"' }), TARGET, "change", /changes input/],
  [
    "another rule of that name, on the bus by its ARN",
    add("aws_cloudwatch_event_rule.second", {
      ...{ name: "kwglobal-identity-changes", event_bus_name: BUS },
      event_pattern: '{"source":["none"]}',
    }),
    "aws_cloudwatch_event_rule.second",
    undefined,
    /set one thing from two addresses/,
  ],
  [
    "another rule of that name, on the bus by its name",
    add("aws_cloudwatch_event_rule.second", {
      ...{ name: "kwglobal-identity-changes", event_bus_name: "default" },
      event_pattern: '{"source":["none"]}',
    }),
    "aws_cloudwatch_event_rule.second",
    undefined,
    /set one thing from two addresses/,
  ],
  [
    "another target of that name, on the bus by its ARN",
    (editor) => {
      const target = { ...editor.resource(TARGET), event_bus_name: BUS };
      editor.add("aws_cloudwatch_event_target.second", target);
    },
    "aws_cloudwatch_event_target.second",
    undefined,
    /set one thing from two addresses/,
  ],
  [
    "a dashboard whose widgets show no metric",
    ({ resource }) => {
      const body = String(resource(DASHBOARD).dashboard_body);
      const read = JSON.parse(body) as { widgets: { properties: { metrics?: unknown } }[] };
      for (const { properties } of read.widgets) if (properties.metrics) properties.metrics = [];
      resource(DASHBOARD).dashboard_body = JSON.stringify(read);
    },
    DASHBOARD,
    "disrupt",
    /shows \d things in the dashboard, not \d+/,
  ],
  [
    "a dashboard of another account",
    ({ resource }) => {
      const body = String(resource(DASHBOARD).dashboard_body);
      resource(DASHBOARD).dashboard_body = body.replace(
        '"metrics":',
        '"accountId":"999999999999","metrics":',
      );
    },
    DASHBOARD,
    "grant",
    /shows what is of another account in the dashboard: 999999999999/,
  ],
  [
    "an empty dashboard",
    set(DASHBOARD, { dashboard_body: '{"widgets":[]}' }),
    DASHBOARD,
    "disrupt",
    /shows 0 things in the dashboard, not 14/,
  ],
  ...[
    "[button:Sign in](https://evil.example)",
    "<https://evil.example>",
    "[Sign in](//evil.example/x)",
  ].map((link): Attack => [
    `a dashboard with ${link}`,
    ({ resource }) => {
      const body = JSON.parse(String(resource(DASHBOARD).dashboard_body)) as {
        widgets: object[];
      };
      body.widgets.push({ type: "text", properties: { markdown: link } });
      resource(DASHBOARD).dashboard_body = JSON.stringify(body);
    },
    DASHBOARD,
    "grant",
    /leads whoever looks at the dashboard to evil.example$/,
  ]),
  [
    "a dashboard that can be read in two ways",
    ({ resource }) => {
      const body = String(resource(DASHBOARD).dashboard_body);
      resource(DASHBOARD).dashboard_body = body.replace('"type":"text"', '"type":"custom",$&');
    },
    DASHBOARD,
    "grant",
    /can't be read/,
  ],
  [
    "saved queries that find nothing",
    ({ all }) => {
      for (const query of all("aws_cloudwatch_query_definition")) {
        query.query_string = "fields @message | LIMIT 0";
      }
    },
    "aws_cloudwatch_query_definition.queries_keys_pressed",
    "disrupt",
    /finds nothing/,
  ],
  ...[
    "fields unmask(@message)",
    "fields @timestamp, Parameters | UNMASK @message",
    "filter @message like /x/ and strlen(unmask (@message)) > 0",
    "filter @message = 'a|b' | reveal @message",
    "parse @message '|' as x | join @message",
  ].map((query_string): Attack => [
    `a saved query that may show what is masked: ${query_string}`,
    set("aws_cloudwatch_query_definition.queries_keys_pressed", { query_string }),
    "aws_cloudwatch_query_definition.queries_keys_pressed",
    "grant",
    /saves a query with commands that nobody has judged: (unmask|reveal|join)$/,
  ]),
  [
    "a dashboard that shows what is masked",
    ({ resource }) => {
      const body = JSON.parse(String(resource(DASHBOARD).dashboard_body)) as { widgets: object[] };
      const name = "${aws_cloudwatch_log_group.instance_flow_logs.name}";
      const query = `SOURCE '${name}' | fields unmask(@message)`;
      body.widgets.push({ type: "log", properties: { query, region: "us-west-2" } });
      resource(DASHBOARD).dashboard_body = JSON.stringify(body);
    },
    DASHBOARD,
    "grant",
    /runs commands in the dashboard that nobody has judged: unmask$/,
  ],
  [
    "saved queries of others' logs",
    set("aws_cloudwatch_query_definition.queries_keys_pressed", { log_group_names: ["/other"] }),
    "aws_cloudwatch_query_definition.queries_keys_pressed",
    "change",
    /logs that aren't in this stack/,
  ],
  ...["-1", "0x32", " 50", "5e1", "0", "+50"].map((limit_amount): Attack => [
    `a budget of ${JSON.stringify(limit_amount)}`,
    set(BUDGET, { limit_amount }),
    BUDGET,
    "disrupt",
    /can't be read/,
  ]),
  [
    "a budget that is reached each day",
    set(BUDGET, { limit_amount: "0.01" }),
    BUDGET,
    "disrupt",
    /at 0.01, not at 50/,
  ],
  [
    "a budget that tells another topic, too",
    budget((one) => [
      { ...one, subscriber_sns_topic_arns: [...one.subscriber_sns_topic_arns, FOREIGN] },
    ]),
    "aws_budgets_budget.two",
    "grant",
    /outside of this stack/,
  ],
  [
    "a budget that tells another topic, by a second notification",
    budget((one) => [one, { ...one, subscriber_sns_topic_arns: [FOREIGN] }]),
    "aws_budgets_budget.two",
    "grant",
    /outside of this stack/,
  ],
  [
    "a budget that tells somebody by e-mail, too",
    budget((one) => [{ ...one, subscriber_email_addresses: ["eve@evil.example"] }]),
    "aws_budgets_budget.two",
    "grant",
    /outside of this stack/,
  ],
  [
    "a budget that tells at ten times as much",
    ({ resource }) => {
      const [first] = resource(BUDGET).notification as object[];
      Object.assign(first ?? {}, { threshold: 1000 });
    },
    BUDGET,
    "disrupt",
    /tell others, or later/,
  ],
];
