import type { Edit, Editor } from "../../../support/synthesized-edits";
import { type Attack, set } from "./attack";
import { block, MENU, OUTBOUND, WAITING } from "./callers";

const QUEUE = "aws_connect_queue.customer_service";
const PROFILE = "aws_connect_routing_profile.customer_service";
const DASHBOARD = "aws_cloudwatch_dashboard.dashboard";
const TRANSFER = "aws_connect_quick_connect.customer_service";
const HOURS = "aws_connect_hours_of_operation.kwglobal_business_hours";
const HANGS_UP = "${aws_connect_contact_flow.kwglobal_vanity_number.contact_flow_id}";
const BY_HAND = /reads "Evil", which somebody has made by hand/;

/** An edit that also looks up a thing by its name, which somebody has made in the console. */
const byHand =
  (type: string, edit: Edit): Edit =>
  (editor) => {
    const data = editor.json.data as Record<string, Record<string, object>>;
    const evil = { instance_id: "${aws_connect_instance.instance.id}", name: "Evil" };
    data[type] = { ...data[type], evil };
    edit(editor);
  };

/** A queue more, which callers get who press no key. */
const newQueue =
  (values: object, more: Edit = () => undefined): Edit =>
  (editor) => {
    editor.add("aws_connect_queue.more", { ...editor.resource(QUEUE), name: "More", ...values });
    more(editor);
    const profile = editor.resource(PROFILE);
    const queue_id = "${aws_connect_queue.more.queue_id}";
    const configs = profile.queue_configs as object[];
    profile.queue_configs = [...configs, { channel: "VOICE", delay: 0, priority: 1, queue_id }];
    block(MENU, "Set working queue without a key", ({ Parameters }) => {
      Parameters.QueueId = "${aws_connect_queue.more.arn}";
    })(editor);
  };

const at = (address: string, name: string, value: string) => set(address, { [name]: value });
const quickConnect =
  (contact_flow_id: string): Edit =>
  ({ resource }) => {
    const { queue_config: queue } = resource(TRANSFER).quick_connect_config as {
      queue_config: object[];
    };
    Object.assign(queue[0] ?? {}, { contact_flow_id });
  };
const outbound = ({ resource }: Editor, outbound_flow_id: string) => {
  Object.assign(resource(QUEUE).outbound_caller_config as object, { outbound_flow_id });
};
const hooked = (EventHooks: object) =>
  block(MENU, "Set customer queue flow", ({ Parameters }) => {
    Object.assign(Parameters.EventHooks as object, EventHooks);
  });
type Metric = unknown[];
/** An edit of what each widget shows. */
const widgets =
  (edit: (properties: { region?: string; metrics: Metric[] }) => void): Edit =>
  ({ resource }) => {
    const dashboard = resource(DASHBOARD);
    const body = JSON.parse(String(dashboard.dashboard_body)) as {
      widgets: { type: string; properties: { region?: string; metrics: Metric[] } }[];
    };
    for (const { type, properties } of body.widgets) if (type === "metric") edit(properties);
    dashboard.dashboard_body = JSON.stringify(body);
  };
const blind = (what: string, edit: Parameters<typeof widgets>[0]): Attack => [
  what,
  widgets(edit),
  DASHBOARD,
  "disrupt",
  /shows \d+ things in the dashboard, not \d+/,
];

const made = (what: string, type: string, edit: Edit): Attack => [
  what,
  byHand(type, edit),
  `data.${type}.evil`,
  "grant",
  BY_HAND,
];
const hours = (day: string, from: number, to: number) => ({
  ...{ day, start_time: { hours: from, minutes: 0 }, end_time: { hours: to, minutes: 0 } },
});

/** What looks like the routine, and isn't: things made by hand, new queues, messages at other times. */
export const DISGUISED: readonly Attack[] = [
  made(
    "agents' whisper that somebody has made by hand",
    "aws_connect_contact_flow",
    hooked({ AgentWhisper: "${data.aws_connect_contact_flow.evil.arn}" }),
  ),
  made(
    "a quick connect by a flow that somebody has made by hand",
    "aws_connect_contact_flow",
    quickConnect("${data.aws_connect_contact_flow.evil.contact_flow_id}"),
  ),
  made(
    "calls out by a flow that somebody has made by hand",
    "aws_connect_contact_flow",
    (editor) => {
      outbound(editor, "${data.aws_connect_contact_flow.evil.contact_flow_id}");
    },
  ),
  made(
    "callers in a queue that somebody has made by hand",
    "aws_connect_queue",
    block(MENU, "Set working queue without a key", ({ Parameters }) => {
      Parameters.QueueId = "${data.aws_connect_queue.evil.arn}";
    }),
  ),
  made(
    "calls out of a queue that somebody has made by hand",
    "aws_connect_queue",
    at(PROFILE, "default_outbound_queue_id", "${data.aws_connect_queue.evil.queue_id}"),
  ),
  made(
    "the hours of a message that somebody has made by hand",
    "aws_connect_hours_of_operation",
    block(MENU, "Check message", ({ Parameters }) => {
      Parameters.HoursOfOperationId = "${data.aws_connect_hours_of_operation.evil.arn}";
    }),
  ),
  made(
    "a user with a routing profile that somebody has made by hand",
    "aws_connect_routing_profile",
    at(
      "aws_connect_user.caleb_wang",
      "routing_profile_id",
      "${data.aws_connect_routing_profile.evil.routing_profile_id}",
    ),
  ),
  made(
    "a text that somebody has spoken by hand",
    "aws_connect_prompt",
    block(MENU, "Welcome", (welcome) => {
      welcome.Parameters = { PromptId: "${data.aws_connect_prompt.evil.arn}" };
    }),
  ),
  [
    "callers in Connect's own queue, which nobody serves",
    (editor) => {
      const data = editor.json.data as Record<string, Record<string, object>>;
      const basic = { instance_id: "${aws_connect_instance.instance.id}", name: "BasicQueue" };
      data.aws_connect_queue = { basic };
      block(MENU, "Set working queue without a key", ({ Parameters }) => {
        Parameters.QueueId = "${data.aws_connect_queue.basic.arn}";
      })(editor);
    },
    MENU,
    "disrupt",
    /leads callers to a queue whose calls nobody gets/,
  ],
  [
    "a new queue that is open for an hour a week",
    newQueue(
      { hours_of_operation_id: "${aws_connect_hours_of_operation.more.hours_of_operation_id}" },
      ({ add, resource }) => {
        const config = [hours("MONDAY", 3, 4)];
        add("aws_connect_hours_of_operation.more", { ...resource(HOURS), name: "More", config });
      },
    ),
    "aws_connect_queue.more",
    "disrupt",
    /makes a schedule that is open for 1 hours a week/,
  ],
  [
    "a new queue that is always open",
    newQueue({
      hours_of_operation_id:
        "${aws_connect_hours_of_operation.kwglobal_message.hours_of_operation_id}",
    }),
    "aws_connect_queue.more",
    "disrupt",
    /is the message's, which is always open/,
  ],
  [
    "a new queue with room for one caller",
    newQueue({ max_contacts: 1 }),
    "aws_connect_queue.more",
    "disrupt",
    /leaves 1 contacts room in the queue/,
  ],
  [
    "a quick connect by a flow that hangs up",
    quickConnect(HANGS_UP),
    TRANSFER,
    "disrupt",
    /lets a flow transfer calls that ends them/,
  ],
  [
    "calls out by a flow that hangs up",
    (editor) => {
      outbound(editor, HANGS_UP);
    },
    QUEUE,
    "disrupt",
    /runs a flow before calls out of the queue that ends them/,
  ],
  [
    "agents' whisper that never ends",
    (editor) => {
      const whisper = { ...editor.resource(OUTBOUND), name: "Whisper", type: "AGENT_WHISPER" };
      const start = {
        ...{ Identifier: "Start", Type: "MessageParticipant", Parameters: { Text: "Hello" } },
        Transitions: {},
      };
      const flow = { Version: "2019-10-30", StartAction: "Start", Actions: [start] };
      const content = JSON.stringify(flow);
      editor.add("aws_connect_contact_flow.whisper", { ...whisper, content });
      hooked({ AgentWhisper: "${aws_connect_contact_flow.whisper.arn}" })(editor);
    },
    MENU,
    "disrupt",
    /lets a flow run that ends the call: aws_connect_contact_flow.whisper for AgentWhisper/,
  ],
  [
    "a message that follows the opening hours",
    block(MENU, "Check message", ({ Parameters }) => {
      Parameters.HoursOfOperationId = `\${${HOURS}.arn}`;
    }),
    MENU,
    "disrupt",
    /no longer looks at aws_connect_hours_of_operation.kwglobal_message/,
  ],
  [
    "a message that is heard unless it is switched on",
    block(MENU, "Check message", ({ Transitions: { Conditions } }) => {
      const [open, closed] = Conditions;
      if (!open || !closed) throw new Error("the schedule has no branches");
      [open.NextAction, closed.NextAction] = [closed.NextAction, open.NextAction];
    }),
    MENU,
    "disrupt",
    /invokes, at times at which it didn't, aws_connect_contact_flow_module.kwglobal_message/,
  ],
  [
    "a log that isn't turned on again",
    block(WAITING, "Log the callback", ({ Parameters }) => {
      Parameters.FlowLoggingBehavior = "Disabled";
    }),
    WAITING,
    "disrupt",
    /turns the flow's log off/,
  ],
  [
    "an alarm's e-mail that leads elsewhere",
    at("aws_cloudwatch_metric_alarm.no_calls", "alarm_description", "See https://evil.example/a"),
    "aws_cloudwatch_metric_alarm.no_calls",
    "grant",
    /sends e-mails that lead to evil.example/,
  ],
  [
    "a new alarm whose e-mail leads elsewhere",
    ({ add, resource }) => {
      const alarm = resource("aws_cloudwatch_metric_alarm.missed_calls");
      const alarm_description = "Sign in at evil.example/connect";
      add("aws_cloudwatch_metric_alarm.more", { ...alarm, alarm_name: "more", alarm_description });
    },
    "aws_cloudwatch_metric_alarm.more",
    "grant",
    /sends e-mails that lead to evil.example/,
  ],
  [
    "an event's e-mail that leads elsewhere",
    ({ resource }) => {
      const target = resource("aws_cloudwatch_event_target.identity_changes_target");
      const transformer = target.input_transformer as { input_template: string };
      transformer.input_template = transformer.input_template.replace(
        "Was it",
        "Sign in at www.evil.example . Was it",
      );
    },
    "aws_cloudwatch_event_target.identity_changes_target",
    "grant",
    /sends e-mails that lead to evil.example/,
  ],
  blind("a dashboard of another Region", (properties) => {
    properties.region = "eu-west-1";
  }),
  blind("a dashboard of another instance", (properties) => {
    properties.metrics = properties.metrics.map((metric) =>
      metric.map((part) => (part === "${aws_connect_instance.instance.id}" ? "other" : part)),
    );
  }),
  blind("a dashboard whose figures are hidden", (properties) => {
    properties.metrics = properties.metrics.map((metric) => [...metric, { visible: false }]);
  }),
  blind("a dashboard that always shows 0", (properties) => {
    properties.metrics = [[{ expression: "0 * 1", label: "Calls" }]];
  }),
];
