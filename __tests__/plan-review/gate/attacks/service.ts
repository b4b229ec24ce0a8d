import { type Attack, LAMBDA, ALARM, HOURS, set, add, tell } from "./attack";

const QUEUE = "aws_connect_queue.customer_service";

/** Less for callers, agents and alarms. */
export const SERVICE: readonly Attack[] = [
  [
    "no inbound calls",
    set("aws_connect_instance.instance", { inbound_calls_enabled: false }),
    "aws_connect_instance.instance",
    "disrupt",
    /inbound calls off/,
  ],
  [
    "no outbound calls",
    set("aws_connect_instance.instance", { outbound_calls_enabled: false }),
    "aws_connect_instance.instance",
    "disrupt",
    /outbound calls off/,
  ],
  [
    "no logs of flows",
    set("aws_connect_instance.instance", { contact_flow_logs_enabled: false }),
    "aws_connect_instance.instance",
    "disrupt",
    /flows' logs off/,
  ],
  [
    "the number in another instance",
    set("aws_connect_phone_number.phone_number", {
      target_arn: "arn:aws:connect:us-west-2:999999999999:instance/evil",
    }),
    "aws_connect_phone_number.phone_number",
    "disrupt",
    /ring in another instance/,
  ],
  [
    "a second number",
    add("aws_connect_phone_number.second", {
      country_code: "US",
      type: "DID",
      target_arn: "${aws_connect_instance.instance.arn}",
    }),
    "aws_connect_phone_number.second",
    "create",
    /claims another phone number/,
  ],
  [
    "a Contact Lens rule that hardly any call matches",
    tell("contact_lens_rules_desired", (desired) => {
      desired.rules = (desired.rules as { name: string; silencePercent?: number }[]).map((rule) =>
        rule.silencePercent === undefined ? rule : { ...rule, silencePercent: 100 },
      );
    }),
    "aws_lambda_invocation.contact_lens_rules",
    "disrupt",
    /lets the Contact Lens rule long-silence match other calls/,
  ],
  [
    "a Contact Lens rule less",
    tell("contact_lens_rules_desired", (desired) => {
      desired.rules = (desired.rules as { name: string }[]).slice(1);
    }),
    "aws_lambda_invocation.contact_lens_rules",
    "disrupt",
    /deletes the Contact Lens rule asks-for-supervisor/,
  ],
  [
    "another flow for the number",
    tell("phone_number_flow_desired", (desired) => {
      desired.flow = { name: "Evil", contactFlowId: "c0ffee" };
    }),
    "aws_lambda_invocation.phone_number_flow",
    "disrupt",
    /another flow answer/,
  ],
  [
    "another number for the flow",
    tell("phone_number_flow_desired", (desired) => {
      desired.phoneNumberId = "c0ffee";
    }),
    "aws_lambda_invocation.phone_number_flow",
    "disrupt",
    /another number/,
  ],
  [
    "a flow for the number that isn't known yet",
    ({ json, add: put, resource }) => {
      put("aws_connect_contact_flow.evil", {
        ...resource("aws_connect_contact_flow.kwglobal_main_menu"),
        name: "Evil",
      });
      const locals = json.locals as Record<string, Record<string, unknown>>;
      Object.assign(locals.phone_number_flow_desired ?? {}, {
        flow: { name: "Evil", contactFlowId: "${aws_connect_contact_flow.evil.contact_flow_id}" },
      });
    },
    "aws_lambda_invocation.phone_number_flow",
    "disrupt",
    /another flow answer/,
  ],
  ["no hours", set(HOURS, { config: [] }), HOURS, "disrupt", /never open/],
  [
    "hours without length",
    set(HOURS, {
      config: [
        { day: "MONDAY", start_time: { hours: 9, minutes: 0 }, end_time: { hours: 9, minutes: 0 } },
      ],
    }),
    HOURS,
    "disrupt",
    /can't be read/,
  ],
  [
    "one hour a week",
    set(HOURS, {
      config: [
        {
          day: "MONDAY",
          start_time: { hours: 9, minutes: 0 },
          end_time: { hours: 10, minutes: 0 },
        },
      ],
    }),
    HOURS,
    "disrupt",
    /1 hours a week/,
  ],
  [
    "hours at night",
    ({ resource }) => {
      const config = resource(HOURS).config as object[];
      const [from, to] = [0, 8].map((hours) => ({ hours, minutes: 0 }));
      resource(HOURS).config = config.map((day) => ({ ...day, start_time: from, end_time: to }));
    },
    HOURS,
    "disrupt",
    /open at 0 hours of the 51 hours/,
  ],
  [
    "one hour that stands there thirty times",
    ({ resource }) => {
      const [day] = resource(HOURS).config as object[];
      resource(HOURS).config = Array.from({ length: 30 }, (_, minutes) => ({
        ...day,
        ...{ start_time: { hours: 9, minutes }, end_time: { hours: 10, minutes } },
      }));
    },
    HOURS,
    "disrupt",
    /open for 1.5 hours a week, not 51/,
  ],
  [
    "a queue's hours that are made for it, and hardly any",
    (editor) => {
      const [day] = editor.resource(HOURS).config as object[];
      const evil = { ...editor.resource(HOURS), name: "Evil", config: [day] };
      editor.add("aws_connect_hours_of_operation.evil", evil);
      editor.resource(QUEUE).hours_of_operation_id =
        "${aws_connect_hours_of_operation.evil.hours_of_operation_id}";
    },
    QUEUE,
    "disrupt",
    /open for 9 hours a week, not 51/,
  ],
  [
    "a queue's hours that are made for it, elsewhere",
    (editor) => {
      const evil = { ...editor.resource(HOURS), name: "Evil", time_zone: "Asia/Shanghai" };
      editor.add("aws_connect_hours_of_operation.evil", evil);
      editor.resource(QUEUE).hours_of_operation_id =
        "${aws_connect_hours_of_operation.evil.hours_of_operation_id}";
    },
    QUEUE,
    "disrupt",
    /another time zone/,
  ],
  [
    "a queue that can't call out",
    ({ resource }) => {
      delete resource(QUEUE).outbound_caller_config;
    },
    QUEUE,
    "disrupt",
    /without the center's number/,
  ],
  [
    "a queue that calls out with another number",
    ({ resource }) => {
      const caller = resource(QUEUE).outbound_caller_config as object;
      resource(QUEUE).outbound_caller_config = {
        ...caller,
        outbound_caller_id_number_id: "c0ffee",
      };
    },
    QUEUE,
    "disrupt",
    /without the center's number/,
  ],
  [
    "a queue that nobody works for any more",
    ({ all }) => {
      for (const profile of all("aws_connect_routing_profile")) {
        for (const config of profile.queue_configs as { queue_id: string }[]) {
          config.queue_id = "${aws_connect_queue.business_consulting.queue_id}";
        }
      }
    },
    "aws_connect_routing_profile.customer_service",
    "disrupt",
    /calls of aws_connect_queue.customer_service to nobody/,
  ],
  [
    "calls that are offered hours later",
    ({ all }) => {
      for (const profile of all("aws_connect_routing_profile")) {
        for (const config of profile.queue_configs as { delay: number }[]) config.delay = 9999;
      }
    },
    "aws_connect_routing_profile.customer_service",
    "disrupt",
    /much later/,
  ],
  [
    "people who no longer get calls",
    ({ all }) => {
      for (const user of all("aws_connect_user")) {
        user.routing_profile_id =
          "${data.aws_connect_routing_profile.basic_routing_profile.routing_profile_id}";
      }
    },
    "aws_connect_user.peter_parker",
    "disrupt",
    /calls of aws_connect_queue.business_consulting.* to nobody/,
  ],
  [
    "another time zone",
    set(HOURS, { time_zone: "Asia/Shanghai" }),
    HOURS,
    "change",
    /changes time_zone/,
  ],
  [
    "hours that aren't ours",
    set("aws_connect_queue.customer_service", { hours_of_operation_id: "c0ffee" }),
    "aws_connect_queue.customer_service",
    "disrupt",
    /hours that aren't in this stack/,
  ],
  [
    "a queue that is off",
    set("aws_connect_queue.customer_service", { status: "DISABLED" }),
    "aws_connect_queue.customer_service",
    "disrupt",
    /turns the queue off/,
  ],
  [
    "a queue for one",
    set("aws_connect_queue.customer_service", { max_contacts: 1 }),
    "aws_connect_queue.customer_service",
    "disrupt",
    /leaves 1 contacts/,
  ],
  [
    "a routing profile without queues",
    set("aws_connect_routing_profile.customer_service", { queue_configs: [] }),
    "aws_connect_routing_profile.customer_service",
    "disrupt",
    /every queue away/,
  ],
  [
    "a routing profile without calls",
    set("aws_connect_routing_profile.customer_service", {
      media_concurrencies: [{ channel: "CHAT", concurrency: 2 }],
    }),
    "aws_connect_routing_profile.customer_service",
    "disrupt",
    /takes calls away/,
  ],
  [
    "no holidays",
    tell("holidays_desired", (desired) => {
      desired.schedules = [];
    }),
    "aws_lambda_invocation.holidays",
    "disrupt",
    /most of the holidays away/,
  ],
  [
    "nothing but holidays",
    tell("holidays_desired", (desired) => {
      const [schedule] = desired.schedules as { holidays: object[] }[];
      schedule?.holidays.push(
        ...Array.from({ length: 21 }, (_, day) => ({
          name: `x${day}`,
          date: `2027-01-${day + 1}`,
          config: [],
        })),
      );
    }),
    "aws_lambda_invocation.holidays",
    "disrupt",
    /more than 20 more days/,
  ],
  [
    "no quick connects of a queue",
    tell("queue_quick_connects_desired", (desired) => {
      const queues = desired.queues as { name: string; quickConnects: object[] }[];
      for (const queue of queues) {
        if (queue.name === "Customer Service") queue.quickConnects = [];
      }
    }),
    "aws_lambda_invocation.queue_quick_connects",
    "disrupt",
    /quick connects away from Customer Service/,
  ],
  [
    "no queues with quick connects",
    tell("queue_quick_connects_desired", (desired) => {
      desired.queues = [];
    }),
    "aws_lambda_invocation.queue_quick_connects",
    "disrupt",
    /quick connects away from .*Customer Service, Business Consulting/,
  ],
  [
    "few quick connects",
    tell("queue_quick_connects_desired", (desired) => {
      for (const queue of desired.queues as { quickConnects: object[] }[])
        queue.quickConnects.length = 1;
    }),
    "aws_lambda_invocation.queue_quick_connects",
    "disrupt",
    /quick connects away from the queues/,
  ],
  [
    "no agent statuses",
    tell("agent_statuses_desired", (desired) => {
      desired.agentStatuses = [];
    }),
    "aws_lambda_invocation.agent_statuses",
    "disrupt",
    /disables the agent statuses Lunch, Break, Meeting/,
  ],
  [
    "one invocation that does another's work",
    tell("agent_statuses_desired", (desired) => {
      desired.kind = "holidays";
    }),
    "aws_lambda_invocation.agent_statuses",
    "disrupt",
    /set something else/,
  ],
  [
    "another function invoked",
    set("aws_lambda_invocation.agent_statuses", { function_name: `\${${LAMBDA}.function_name}` }),
    "aws_lambda_invocation.agent_statuses",
    "change",
    /invokes another function/,
  ],
  [
    "a function invoked at each apply",
    set("aws_lambda_invocation.agent_statuses", { triggers: { now: "x" } }),
    "aws_lambda_invocation.agent_statuses",
    "change",
    /changes triggers/,
  ],
  [
    "one that forgets to take back",
    set("aws_lambda_invocation.agent_statuses", { lifecycle_scope: "CREATE_ONLY" }),
    "aws_lambda_invocation.agent_statuses",
    "change",
    /changes lifecycle_scope/,
  ],
  [
    "another function invoked once",
    ({ add: put, resource }) => {
      put("aws_lambda_invocation.more", {
        ...resource("aws_lambda_invocation.agent_statuses"),
        function_name: `\${${LAMBDA}.function_name}`,
      });
    },
    "aws_lambda_invocation.more",
    "change",
    /invokes another function/,
  ],
  [
    "another role of a function",
    set(LAMBDA, { role: "${aws_iam_role.connect_associations_reconciler_role.arn}" }),
    LAMBDA,
    "change",
    /under another role/,
  ],
  ["another handler", set(LAMBDA, { handler: "index.evil" }), LAMBDA, "change", /another handler/],
  ["another runtime", set(LAMBDA, { runtime: "python3.9" }), LAMBDA, "change", /another runtime/],
  [
    "other variables",
    set(LAMBDA, { environment: { variables: { NODE_OPTIONS: "--require /tmp/evil" } } }),
    LAMBDA,
    "change",
    /other variables/,
  ],
  [
    "a layer",
    set(LAMBDA, { layers: ["arn:aws:lambda:us-west-2:999999999999:layer:evil:1"] }),
    LAMBDA,
    "grant",
    /others' code/,
  ],
  [
    "a function that may not run",
    set(LAMBDA, { reserved_concurrent_executions: 0 }),
    LAMBDA,
    "disrupt",
    /leaves 0 runs/,
  ],
  [
    "a function for one at once",
    set(LAMBDA, { reserved_concurrent_executions: 1 }),
    LAMBDA,
    "disrupt",
    /leaves 1 runs/,
  ],
  ["a function without time", set(LAMBDA, { timeout: 1 }), LAMBDA, "disrupt", /leaves 1 seconds/],
  [
    "a function without memory",
    set("aws_lambda_function.connect_associations_reconciler", { memory_size: 100 }),
    "aws_lambda_function.connect_associations_reconciler",
    "disrupt",
    /leaves 100 MB/,
  ],
  [
    "a function in another network",
    set(LAMBDA, { vpc_config: { subnet_ids: ["x"], security_group_ids: ["y"] } }),
    LAMBDA,
    "change",
    /changes vpc_config/,
  ],
  [
    "code from elsewhere",
    set(LAMBDA, { s3_bucket: "evil", s3_key: "x" }),
    LAMBDA,
    "change",
    /changes s3_bucket/,
  ],
  [
    "a new function",
    ({ add: put, resource }) => {
      put("aws_lambda_function.more", { ...resource(LAMBDA), function_name: "more" });
    },
    "aws_lambda_function.more",
    "create",
    /makes a function/,
  ],
  [
    "another state machine",
    set("aws_sfn_state_machine.bulk_vanity_numbers", { definition: "{}" }),
    "aws_sfn_state_machine.bulk_vanity_numbers",
    "change",
    /changes definition/,
  ],
  ["a silent alarm", set(ALARM, { actions_enabled: false }), ALARM, "disrupt", /silences/],
  [
    "an alarm that tells nobody",
    set(ALARM, { alarm_actions: [] }),
    ALARM,
    "disrupt",
    /no longer tells/,
  ],
  [
    "an alarm out of reach",
    set(ALARM, { threshold: 1e9 }),
    ALARM,
    "disrupt",
    /threshold from \d+ to 1000000000/,
  ],
  [
    "an alarm of a share out of reach",
    set("aws_cloudwatch_metric_alarm.concurrent_calls", { threshold: 4 }),
    "aws_cloudwatch_metric_alarm.concurrent_calls",
    "disrupt",
    /threshold from 0.8 to 4/,
  ],
  ["an alarm that looks at moments", set(ALARM, { period: 10 }), ALARM, "disrupt", /10 seconds/],
  ["an alarm that waits", set(ALARM, { evaluation_periods: 90 }), ALARM, "disrupt", /wait for/],
  [
    "an alarm that looks at another metric",
    set(ALARM, { metric_name: "CallsPerInterval" }),
    ALARM,
    "disrupt",
    /watch something else/,
  ],
  [
    "an alarm that looks elsewhere",
    set(ALARM, { dimensions: { InstanceId: "x" } }),
    ALARM,
    "disrupt",
    /watch something else/,
  ],
  [
    "an alarm that compares the other way",
    set(ALARM, { comparison_operator: "LessThanThreshold" }),
    ALARM,
    "disrupt",
    /compare/,
  ],
  [
    "an alarm that takes silence for peace",
    set(ALARM, { treat_missing_data: "ignore" }),
    ALARM,
    "disrupt",
    /missing data/,
  ],
  [
    "an alarm of another figure",
    set(ALARM, { statistic: "Minimum" }),
    ALARM,
    "disrupt",
    /another figure/,
  ],
  ["an alarm with another unit", set(ALARM, { unit: "Bits" }), ALARM, "change", /changes unit/],
  [
    "another pattern of events",
    set("aws_cloudwatch_event_rule.identity_changes", { event_pattern: "{}" }),
    "aws_cloudwatch_event_rule.identity_changes",
    "disrupt",
    /other events/,
  ],
  [
    "a rule that is off",
    set("aws_cloudwatch_event_rule.identity_changes", { state: "DISABLED" }),
    "aws_cloudwatch_event_rule.identity_changes",
    "disrupt",
    /turns the rule off/,
  ],
  [
    "a reader who gets few alarms",
    set("aws_sns_topic_subscription.notifications_supervisors_kwglobal_example", {
      filter_policy: "{}",
    }),
    "aws_sns_topic_subscription.notifications_supervisors_kwglobal_example",
    "change",
    /changes filter_policy/,
  ],
  [
    "another instance in place",
    set("aws_connect_queue.customer_service", { instance_id: "other" }),
    "aws_connect_queue.customer_service",
    "change",
    /another instance in place/,
  ],
];
