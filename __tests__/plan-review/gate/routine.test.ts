import { expect } from "chai";

import type { ContactCenterValue } from "../../../constructs/value/contact-center-value";
import { spokenHours, spokenMenu } from "../../../constructs/value/spoken";
import { KWGLOBAL } from "../../../kwglobal";
import { judge } from "../../../plan-review/gate/judge";
import { type Plan, planFrom } from "../../../plan-review/plan";
import { SANDBOX_ACCOUNT } from "../../../sandbox/machine/account";
import { STACKS } from "../../policy/stacks";
import { SWITCHES } from "../../support/switches";
import { edited, type Edit, type Editor } from "../../support/synthesized-edits";
import { planOf } from "../../support/plans";
import { planBetween, planJsonBetween } from "../../support/synthesized-plan";
import { DEV, PROD, type Synthesized, synthesize } from "../../support/synthesized";

type Value = Partial<ContactCenterValue>;

/** As much of a plan's JSON as a test changes. */
interface PlanJson {
  readonly resource_changes: readonly {
    readonly type: string;
    readonly change: { readonly after: object | null; readonly after_unknown: unknown };
  }[];
}

const center = synthesize();

/** Another name of a queue, and an edit of each alarm that knows it by the old one. */
const renamedQueue =
  (alarm: (address: string, block: Record<string, unknown>, editor: Editor) => void): Edit =>
  (editor) => {
    editor.resource("aws_connect_queue.customer_service").name = "Customer Care";
    const { resource } = editor.json as { resource: Record<string, Record<string, object>> };
    for (const [name, block] of Object.entries(resource.aws_cloudwatch_metric_alarm ?? {})) {
      const dimensions = (block as { dimensions?: Record<string, string> }).dimensions ?? {};
      if (dimensions.QueueName !== "Customer Service") continue;
      const next = { ...block, dimensions: { ...dimensions, QueueName: "Customer Care" } };
      alarm(`aws_cloudwatch_metric_alarm.${name}`, next, editor);
    }
  };

/** What a plan would do, and what the gate has against it. */
const judged = (plan: Plan, known: Parameters<typeof judge>[1] = {}) => ({
  changes: plan.changes.filter(({ kind }) => kind !== "no-op").length,
  refused: judge(plan, known).refused.map(
    ({ addresses, effect, happens }) => `${addresses.join(", ")}: ${String(effect)}: ${happens}`,
  ),
});

const { users, queues, quickConnects, routingProfiles, agentStatuses } = KWGLOBAL;
const [hours] = KWGLOBAL.hoursOfOperation;
const named = (name: string) => users.find(({ username }) => username === name);
const [caleb, jimin] = [named("caleb.wang"), named("jimin.lee")];
const [peter, mary] = [named("peter.parker"), named("mary.jane")];
if (!hours || !caleb || !jimin || !peter || !mary) throw new Error("KWGlobal has lost somebody");

const colleague = { ...peter, username: "ann.colleague" };
const LEVELS = ["Firm", "Department", "Region", "City", "Supervisor"] as const;

const withHours = (open: typeof hours.open): Value => {
  const changed = { ...hours, open };
  return {
    hoursOfOperation: [changed],
    flows: KWGLOBAL.flows.map((flow) =>
      flow.announces === hours.name
        ? { ...flow, values: { ...flow.values, openingHours: spokenHours(changed) } }
        : flow,
    ),
  };
};

const christmasEve = { name: "Christmas Eve", date: "2027-12-24" };
const MORNING = { from: "09:00", to: "12:00" } as const;

/** The main menu's keys, of which an edit of the value may have made more than two. */
const MENU = KWGLOBAL.flows[0]?.values.menu as readonly { key: string; queue: string }[];

/** A text that names the first two keys, with what it says of the others. */
const withOthers = (text: string, say: (key: string, queue: string) => string): string =>
  text +
  MENU.slice(2)
    .map(({ key, queue }) => say(key, queue))
    .join("");
const pressFor = (key: string, queue: string) => `, or press ${key} for ${queue}`;

/** A department: a queue, the key that leads to it, and an agent who has its routing profile. */
const department = (): Value => {
  const [first] = queues;
  const [profile] = routingProfiles;
  const [main] = KWGLOBAL.flows;
  if (!first || !profile || !main) throw new Error("KWGlobal has no department");
  const queue = "Mergers";
  const keyed = [...MENU, { key: String(MENU.length + 1), queue }];
  return {
    queues: [...queues, { ...first, name: queue }],
    routingProfiles: [
      ...routingProfiles,
      {
        ...{ ...profile, name: queue, defaultOutboundQueue: queue },
        queues: [{ queue, priority: 1, delaySeconds: 0 }],
      },
    ],
    users: [...users, { ...mary, username: "max.mergers", routingProfile: queue }],
    flows: KWGLOBAL.flows.map((each) =>
      each === main
        ? { ...main, values: { ...main.values, menu: keyed, menuText: spokenMenu(keyed) } }
        : each,
    ),
  };
};

const holiday = (name: string, date: string): Value => ({
  hoursOfOperation: [{ ...hours, holidays: [{ name, date }] }],
});

const withHolidays = (...dates: string[]): Value => ({
  hoursOfOperation: [
    { ...hours, holidays: dates.map((date) => ({ name: `Holiday of ${date}`, date })) },
  ],
});

/** KWGlobal as it is, changed in one place. */
const changing: readonly [what: string, after: Value, before?: Value][] = [
  [
    "an agent more",
    { users: [...users, { ...mary, username: "ann.more", email: "ann.more@kwglobal.example" }] },
  ],
  [
    "two agents more, with their quick connects",
    {
      users: [...users, { ...mary, username: "ann" }, { ...mary, username: "bob" }],
      quickConnects: [
        ...quickConnects,
        { name: "Ann", type: "USER", user: "ann", flow: "Default agent transfer" },
      ],
      queues: queues.map((queue) => ({ ...queue, quickConnects: [...queue.quickConnects, "Ann"] })),
    },
  ],
  [
    "an agent who works for another department",
    {
      users: users.map((user) =>
        user === mary
          ? { ...mary, routingProfile: "Business Consulting", hierarchyGroup: ["KWGlobal"] }
          : user,
      ),
    },
  ],
  [
    "an agent who leaves, whose calls a colleague gets",
    { users: [...users.filter((user) => user !== peter), colleague] },
    { users: [...users, colleague] },
  ],
  ["a manager who leaves", { users: users.filter((user) => user !== jimin) }],
  [
    "an administrator who leaves, where there is another one",
    { users: [...users.filter((user) => user !== caleb), { ...caleb, username: "ada" }] },
    { users: [...users, { ...caleb, username: "ada" }] },
  ],
  ["a department", department()],
  [
    "a department's ten agents",
    {
      users: [
        ...users,
        ...Array.from({ length: 10 }, (_, index) => ({ ...mary, username: `agent.${index}` })),
      ],
    },
  ],
  [
    "a new agent who works as long after calls as it takes",
    { users: [...users, { ...mary, username: "ann", phone: { afterCallWorkSeconds: 0 } }] },
  ],
  ["more time after calls", { agentPhones: { afterCallWorkSeconds: 600 } }],
  [
    "calls that come by themselves",
    { agentPhones: { afterCallWorkSeconds: 30, autoAccept: true } },
  ],
  ["other names of levels", { hierarchy: { ...KWGLOBAL.hierarchy, levels: LEVELS } }],
  [
    "an agent who leaves with the quick connect",
    {
      users: users.filter((user) => user !== mary),
      quickConnects: quickConnects.filter(({ name }) => name !== "Mary Jane"),
      queues: queues.map((queue) => ({
        ...queue,
        quickConnects: queue.quickConnects.filter((name) => name !== "Mary Jane"),
      })),
    },
  ],
  [
    "an agent's new name",
    { users: users.map((user) => (user === mary ? { ...mary, lastName: "Watson" } : user)) },
  ],
  [
    "a manager who becomes an agent",
    {
      users: users.map((user) =>
        user === jimin ? { ...jimin, securityProfiles: ["Agent"] } : user,
      ),
    },
  ],
  [
    "an agent status more",
    { agentStatuses: [...agentStatuses, { name: "Training", description: "Agents who learn" }] },
  ],
  [
    "five agent statuses more",
    {
      agentStatuses: [
        ...agentStatuses,
        ...["A", "B", "C", "D", "E"].map((name) => ({ name, description: name })),
      ],
    },
  ],
  ["an agent status less", { agentStatuses: agentStatuses.slice(1) }],
  [
    "another description of an agent status",
    { agentStatuses: agentStatuses.map((status) => ({ ...status, description: "x" })) },
  ],
  ["the first holidays", withHolidays("2027-12-24", "2027-12-25")],
  ["a holiday more", withHolidays("2027-12-24", "2027-12-25"), withHolidays("2027-12-25")],
  [
    "next year's holidays in the place of this year's",
    withHolidays("2028-01-01", "2028-07-04", "2028-12-25"),
    withHolidays("2027-01-01", "2027-07-04", "2027-12-25"),
  ],
  [
    "a holiday whose date was wrong",
    withHolidays("2027-11-25", "2027-12-25"),
    withHolidays("2027-11-26", "2027-12-25"),
  ],
  [
    "Thanksgiving, which is on another date each year",
    holiday("Thanksgiving", "2028-11-23"),
    holiday("Thanksgiving", "2027-11-25"),
  ],
  [
    "a holiday that becomes half a day",
    { hoursOfOperation: [{ ...hours, holidays: [{ ...christmasEve, open: MORNING }] }] },
    { hoursOfOperation: [{ ...hours, holidays: [christmasEve] }] },
  ],
  [
    "twenty holidays at once",
    withHolidays(
      ...Array.from({ length: 20 }, (_, day) => `2027-08-${String(day + 1).padStart(2, "0")}`),
    ),
    withHolidays(),
  ],
  [
    "a Sunday in the hours",
    withHours([...hours.open, { days: ["SUNDAY"], from: "10:00", to: "14:00" }]),
  ],
  [
    "hours from six in the morning to nine in the evening",
    withHours([
      {
        days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        from: "06:00",
        to: "21:00",
      },
    ]),
  ],
  [
    "an hour less on Fridays",
    withHours([
      { days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"], from: "09:00", to: "18:00" },
      { days: ["FRIDAY"], from: "09:00", to: "17:00" },
      { days: ["SATURDAY"], from: "09:00", to: "15:00" },
    ]),
  ],
  [
    "longer hours",
    withHours([
      {
        days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        from: "08:00",
        to: "20:00",
      },
    ]),
  ],
  [
    "shorter hours, and no Saturday",
    withHours([
      {
        days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        from: "10:00",
        to: "16:00",
      },
    ]),
  ],
  [
    "another description of a queue, and a limit",
    { queues: queues.map((queue) => ({ ...queue, description: "x", maxContacts: 50 })) },
  ],
  [
    "quick connects in another order, one less",
    {
      queues: queues.map((queue) => ({
        ...queue,
        quickConnects: [...queue.quickConnects].reverse().slice(1),
      })),
    },
  ],
  [
    "a quick connect to another queue, and another name of one",
    {
      quickConnects: quickConnects.map((each) =>
        each.type === "QUEUE" ? { ...each, queue: queues[0]?.name ?? "", description: "x" } : each,
      ),
    },
  ],
  [
    "another routing",
    {
      routingProfiles: routingProfiles.map((profile) => ({
        ...profile,
        queues: profile.queues.map((queue) => ({ ...queue, priority: 3, delaySeconds: 30 })),
      })),
    },
  ],
  [
    "a second profile's calls, which come a minute later",
    {
      routingProfiles: routingProfiles.map((profile) => ({
        ...profile,
        queues: profile.queues.map((queue) => ({ ...queue, delaySeconds: 60 })),
      })),
    },
  ],
  [
    "another queue to call out of",
    {
      routingProfiles: routingProfiles.map((profile) => ({
        ...profile,
        defaultOutboundQueue: "Customer Service" as const,
      })),
    },
  ],
  [
    "calls out that are recorded",
    { queues: queues.map((queue) => ({ ...queue, outboundWhisperFlow: "KWGlobal outbound" })) },
  ],
  ["a budget of twice as much", { reporting: { ...KWGLOBAL.reporting, dollarsADay: 100 } }],
  ["silence of two hours", { reporting: { ...KWGLOBAL.reporting, silentHours: 2 } }],
  [
    "other thresholds",
    {
      reporting: { ...KWGLOBAL.reporting, queueSize: 20, queueWaitSeconds: 300, missedCalls: 5 },
    },
  ],
  [
    "recordings that are stored more cheaply, sooner",
    { recordings: { ...KWGLOBAL.recordings, infrequentAccessAfterDays: 60 } },
  ],
  [
    "recordings that are kept for longer",
    { recordings: { ...KWGLOBAL.recordings, expireAfterDays: 730 } },
    { recordings: { ...KWGLOBAL.recordings, expireAfterDays: 365 } },
  ],
];

/** An edit of the blocks of a flow. */
const inFlow =
  (
    name: "main_menu" | "callback_in_queue",
    edit: (block: (id: string) => FlowBlock, add: (id: string, block: object) => void) => void,
  ): Edit =>
  ({ resource }) => {
    const flow = resource(`aws_connect_contact_flow.kwglobal_${name}`);
    const content = JSON.parse(String(flow.content)) as { Actions: FlowBlock[] };
    const block = (id: string) => {
      const found = content.Actions.find(({ Identifier }) => Identifier === id);
      if (!found) throw new Error(`there is no ${id}`);
      return found;
    };
    edit(block, (Identifier, more) =>
      content.Actions.push({ Identifier, ...more } as unknown as FlowBlock),
    );
    flow.content = JSON.stringify(content);
  };
interface FlowBlock {
  readonly Identifier: string;
  Parameters: object;
  readonly Transitions: { NextAction: string; readonly Conditions: object[] };
}

/** What only the code can change, or what is edited in the functions. */
const editing: readonly [what: string, edit: Edit, before?: Edit][] = [
  [
    "another name of a queue, by which its alarms go from then on",
    renamedQueue((address, block, { add }) => {
      add(address, block);
    }),
  ],
  [
    "another name of a queue, and new alarms in the place of the old",
    renamedQueue((address, block, { add, remove }) => {
      remove(address);
      add(`${address}_care`, { ...block, alarm_name: `${String(block.alarm_name)} care` });
    }),
  ],
  [
    "another prompt",
    ({ resource }) => {
      const flow = resource("aws_connect_contact_flow.kwglobal_main_menu");
      flow.content = String(flow.content).replace("Welcome", "Good day, and welcome");
    },
  ],
  [
    "a greeting in SSML, with pauses and the caller's number",
    inFlow("main_menu", (block) => {
      block("Welcome").Parameters = {
        SSML:
          '<speak><p>Welcome<break time="500ms"/></p><s>to <sub alias="K W Global">KWGlobal</sub></s>' +
          ' <prosody rate="slow" volume="loud">You call from <say-as interpret-as="telephone">' +
          "$.CustomerEndpoint.Address</say-as></prosody></speak>",
      };
    }),
  ],
  [
    "a recording in the place of a text, and words that an attribute holds",
    inFlow("main_menu", (block, add) => {
      const music = "music_pop_this_and_that_is_life_inst_wav";
      block("System error").Parameters = { PromptId: `\${data.aws_connect_prompt.${music}.arn}` };
      const welcome = block("Welcome");
      const { NextAction } = welcome.Transitions;
      welcome.Transitions.NextAction = "Today";
      const Attributes = { today: "Happy New Year" };
      const TargetContact = "Current";
      add("Today", {
        Type: "UpdateContactAttributes",
        ...{ Parameters: { Attributes, TargetContact }, Transitions: { NextAction: "Say" } },
      });
      add("Say", {
        Type: "MessageParticipant",
        ...{ Parameters: { Text: "$.Attributes.today" }, Transitions: { NextAction } },
      });
    }),
  ],
  [
    "another voice of the same language, which says one word as a Briton would",
    inFlow("main_menu", (block, add) => {
      const behavior = block("Set recording and analytics behavior");
      behavior.Transitions.NextAction = "Set voice";
      add("Set voice", {
        Type: "UpdateContactTextToSpeechVoice",
        Parameters: { TextToSpeechVoice: "Olivia", TextToSpeechEngine: "Neural" },
        Transitions: { NextAction: "Welcome" },
      });
      block("Welcome").Parameters = {
        SSML: '<speak>Welcome to <lang xml:lang="en-GB">KWGlobal</lang></speak>',
      };
    }),
  ],
  ...[
    withOthers(
      "If you need help, press one for our customer service team, or two for consulting",
      pressFor,
    ),
    withOthers(
      "We are open from 9 to 6. For service press 1, for business consulting, 2",
      (key, queue) => `, for ${queue}, ${key}`,
    ),
    withOthers("Press 2 for all about your business, or press 1 for a new card", pressFor),
  ].map((text): [string, Edit] => [
    `other words of the menu: ${text}`,
    inFlow("main_menu", (block) => {
      Object.assign(block("Main menu").Parameters, { Text: text });
    }),
  ]),
  [
    "a short wait, and no greeting but the notice",
    inFlow("main_menu", (block, add) => {
      block("Set recording and analytics behavior").Transitions.NextAction = "Wait";
      add("Wait", {
        Type: "Wait",
        Parameters: { TimeLimitSeconds: "5" },
        Transitions: { NextAction: "Recording notice" },
      });
    }),
  ],
  [
    "a key that ends the call",
    inFlow("main_menu", (block) => {
      block("Main menu").Transitions.Conditions.push({
        NextAction: "Disconnect",
        Condition: { Operator: "Equals", Operands: ["9"] },
      });
    }),
  ],
  [
    "other music and words in the queue",
    inFlow("callback_in_queue", (block) => {
      const [text, music] = (block("Loop prompts").Parameters as { Messages: object[] }).Messages;
      Object.assign(block("Loop prompts").Parameters, {
        Messages: [music, { Text: "Please hold the line" }, music, text],
      });
    }),
  ],
  [
    "a key more, after which callers hear the hours and the call ends",
    ({ resource }) => {
      const flow = resource("aws_connect_contact_flow.kwglobal_main_menu");
      const content = JSON.parse(String(flow.content)) as {
        Actions: { Identifier: string; Transitions: { Conditions?: object[] } }[];
      };
      const menu = content.Actions.find(({ Identifier }) => Identifier === "Main menu");
      menu?.Transitions.Conditions?.push({
        NextAction: "Closed",
        Condition: { Operator: "Equals", Operands: ["9"] },
      });
      flow.content = JSON.stringify(content).replace(
        /(\d) for ([^"]+)"/,
        '$1 for $2, or 9 for the hours"',
      );
    },
  ],
  [
    "other code of the functions",
    ({ all }) => {
      for (const lambda of all("aws_lambda_function")) {
        lambda.source_code_hash = "b3RoZXI=";
        lambda.filename = String(lambda.filename).replace(/[0-9A-F]{32}/, "0".repeat(32));
      }
    },
  ],
  [
    "more time and memory for a function",
    ({ resource }) => {
      const lambda = resource("aws_lambda_function.vanity_numbers_function");
      Object.assign(lambda, { timeout: 8, memory_size: 512, description: "x" });
    },
  ],
  [
    "another dashboard",
    ({ all }) => {
      for (const dashboard of all("aws_cloudwatch_dashboard")) {
        const body = JSON.parse(String(dashboard.dashboard_body)) as { widgets: object[] };
        const [text, alarms, ...others] = body.widgets;
        dashboard.dashboard_body = JSON.stringify({
          ...body,
          start: "-P1D",
          widgets: [
            alarms,
            text,
            ...others.slice(1),
            { type: "log", properties: { query: "fields @message" } },
          ],
        });
      }
    },
  ],
  [
    "another text in the dashboard, with the links that it had",
    ({ resource }) => {
      const dashboard = resource("aws_cloudwatch_dashboard.dashboard");
      dashboard.dashboard_body = String(dashboard.dashboard_body).replace("Agents", "All agents");
    },
  ],
  [
    "a second dashboard",
    ({ add }) => {
      const dashboard_body = JSON.stringify({
        widgets: [{ type: "metric", properties: { metrics: [["AWS/Connect", "MissedCalls"]] } }],
      });
      add("aws_cloudwatch_dashboard.second", { dashboard_name: "second", dashboard_body });
    },
  ],
  [
    "a saved query more, and one less",
    ({ add, remove, all }) => {
      const [query] = all("aws_cloudwatch_query_definition");
      remove("aws_cloudwatch_query_definition.queries_keys_pressed");
      add("aws_cloudwatch_query_definition.more", { ...query, name: "more" });
    },
  ],
  [
    "another wording of who changed an identity",
    ({ resource }) => {
      const target = resource("aws_cloudwatch_event_target.identity_changes_target");
      const transformer = target.input_transformer as { input_template: string };
      transformer.input_template = transformer.input_template.replace(
        "Was it you",
        "Is that right",
      );
    },
  ],
  [
    "a log group more, under the stack's key",
    ({ add, resource }) => {
      const group = resource("aws_cloudwatch_log_group.instance_flow_logs");
      add("aws_cloudwatch_log_group.more", { ...group, name: "/aws/connect/more" });
    },
  ],
  [
    "uploads that are given up sooner, and access logs that are kept for longer",
    ({ resource, all }) => {
      for (const { rule } of all("aws_s3_bucket_lifecycle_configuration")) {
        const [unseen] = rule as { abort_incomplete_multipart_upload: object[] }[];
        if (unseen) unseen.abort_incomplete_multipart_upload = [{ days_after_initiation: 2 }];
      }
      const { rule } = resource("aws_s3_bucket_lifecycle_configuration.access_logs_lifecycle");
      Object.assign((rule as object[])[1] ?? {}, { expiration: [{ days: 730 }] });
    },
  ],
  [
    "an alarm that waits for two periods, and one at twice as much",
    ({ resource }) => {
      resource("aws_cloudwatch_metric_alarm.missed_calls").evaluation_periods = 2;
      resource("aws_cloudwatch_metric_alarm.call_surge").threshold = 80;
      resource("aws_cloudwatch_metric_alarm.packet_loss").threshold = 0.1;
      resource("aws_cloudwatch_metric_alarm.no_calls").evaluation_periods = 4;
      resource("aws_cloudwatch_metric_alarm.function_duration_record_vanity_number").threshold =
        4000;
    },
  ],
  [
    "twice the memory and three times the time of a function",
    ({ resource }) => {
      const lambda = resource("aws_lambda_function.vanity_numbers_function");
      Object.assign(lambda, { timeout: 18, memory_size: 1024 });
    },
  ],
  [
    "a queue that nobody is led to any more",
    ({ remove }) => {
      remove("aws_connect_queue.idle");
    },
    ({ add, resource }) => {
      add("aws_connect_queue.idle", {
        ...resource("aws_connect_queue.customer_service"),
        name: "Idle",
      });
    },
  ],
  [
    "another saved query",
    ({ all }) => {
      for (const query of all("aws_cloudwatch_query_definition"))
        query.query_string = "fields @message";
    },
  ],
  [
    "a saved query of every usual command, with bars in its texts",
    ({ resource }) => {
      resource("aws_cloudwatch_query_definition.queries_keys_pressed").query_string = [
        "# who | unmask",
        "fields @timestamp, @message, a / b as c",
        "filter @message like /(?i)error|fail|\\/x/ and level not like /a|b/ or Results =~ /c|d/",
        'parse @message "x|*" as what',
        "parse @message /(?<who>a|b)/",
        "filter (what = 'it|s' or strcontains(what, 'a | b'))",
        "stats count(*) as times by bin(1h), what",
        "sort times desc",
        "dedup what",
        "display times, what",
        "limit 50",
      ].join("\n| ");
    },
  ],
  [
    "other texts and labels",
    ({ all }) => {
      for (const each of [...all("aws_connect_queue"), ...all("aws_connect_hours_of_operation")]) {
        Object.assign(each, { description: "x", tags: { team: "x" } });
      }
    },
  ],
  [
    "logs that are kept for longer",
    ({ all }) => {
      for (const group of all("aws_cloudwatch_log_group")) group.retention_in_days = 731;
    },
  ],
  [
    "an alarm that goes off sooner",
    ({ all }) => {
      for (const alarm of all("aws_cloudwatch_metric_alarm")) {
        alarm.threshold = Math.min(Number(alarm.threshold), 1);
      }
    },
  ],
];

describe("the gate, on what is done every day", () => {
  for (const [what, after, before] of changing) {
    it(`lets ${what} pass unnamed`, () => {
      const { changes, refused } = judged(
        planBetween(before ? synthesize(before) : center, synthesize(after)),
      );
      expect(refused).to.deep.equal([]);
      expect(changes).to.be.above(0);
    });
  }

  for (const [what, edit, before] of editing) {
    it(`lets ${what} pass unnamed`, () => {
      const old = before ? edited(center, before) : center;
      const { changes, refused } = judged(planBetween(old, edited(old, edit)));
      expect(refused).to.deep.equal([]);
      expect(changes).to.be.above(0);
    });
  }

  for (const { name, stack } of STACKS) {
    it(`lets the first apply of ${name} pass unnamed, and none after it`, () => {
      const first = judged(planBetween(undefined, stack));
      // A person says that it is meant, also at first: a desk phone may be anywhere, and a function anybody's.
      const meant =
        /: grant: (sends the user's calls to a telephone|lets flows call a function that isn't in this stack)$/;
      expect(first.refused.filter((each) => !meant.test(each))).to.deep.equal([]);
      expect(first.changes).to.be.above(10);
      expect(judged(planBetween(stack, stack))).to.deep.equal({ changes: 0, refused: [] });
    });
  }

  it("lets the only holiday go once it is past, and not before", () => {
    const json = planJsonBetween(synthesize(holiday("Christmas", "2027-12-25")), synthesize());
    const on = (timestamp: string) => judged(planFrom({ ...json, timestamp }));
    expect(on("2027-12-27T00:00:00Z").refused).to.deep.equal([]);
    expect(on("2027-12-25T12:00:00Z").refused).to.have.lengthOf(1);
    expect(judged(planFrom(json)).refused).to.have.lengthOf(1);
  });

  it("lets a bootstrap pass in the sandbox, whose provider is bound to another account", () => {
    const found = STACKS.find(({ name }) => name === "kwglobal-bootstrap-prod");
    if (!found) throw new Error("there is a bootstrap");
    const sandboxed = edited(found.stack, ({ json }) => {
      const { aws } = json.provider as { aws: Record<string, unknown>[] };
      for (const provider of aws) provider.allowed_account_ids = [SANDBOX_ACCOUNT];
    });
    const plan = planBetween(undefined, sandboxed);
    expect(judge(plan).refused).to.have.length.above(0);
    expect(judge(plan, { account: PROD.account.id }).refused).to.deep.equal([]);
  });

  it("lets dev pass as production does", () => {
    const dev = synthesize({}, DEV);
    const more = synthesize({ users: [...users, { ...mary, username: "gwen" }] }, DEV);
    expect(judged(planBetween(dev, more))).to.deep.equal({ changes: 1, refused: [] });
  });

  it("lets a first apply that broke off go on", () => {
    const stack = synthesize(SWITCHES, PROD);
    // Nothing that depends on the reconciler is there yet, nor what is made at the same time.
    const broken = edited(stack, ({ remove }) => {
      remove("aws_lambda_invocation", "aws_iam_role_policy", "aws_sns_topic_subscription");
      remove("aws_lambda_function", "aws_lambda_permission", "aws_connect_queue");
      remove("aws_s3_bucket_versioning", "aws_s3_bucket_policy", "aws_connect_phone_number");
      remove("aws_cloudwatch_metric_alarm", "aws_sfn_state_machine");
      remove("aws_s3_bucket_lifecycle_configuration");
    });
    const { changes, refused } = judged(planBetween(broken, stack));
    expect(refused).to.deep.equal([]);
    expect(changes).to.be.above(10);
  });

  it("lets a bootstrap that broke off go on", () => {
    const found = STACKS.find(({ name }) => name === "kwglobal-bootstrap-prod");
    if (!found) throw new Error("there is a bootstrap");
    const broken = edited(found.stack, ({ remove }) => {
      remove("aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_versioning", "aws_iam_role");
    });
    const { changes, refused } = judged(planBetween(broken, found.stack), {
      firstApply: true,
      account: PROD.account.id,
    });
    expect(refused).to.deep.equal([]);
    expect(changes).to.be.above(3);
  });

  /** A plan that takes things over: they are there, but for what the provider keeps for itself. */
  const takenOver = (json: PlanJson, isThere: (type: string) => boolean): Plan =>
    planFrom({
      ...json,
      resource_changes: json.resource_changes.map((entry) => {
        if (!isThere(entry.type)) return entry;
        const { after, after_unknown: unknown } = entry.change;
        // What isn't known yet is there, and a label is new to each.
        const before = { ...after, ...idsFor(unknown), tags: null, force_destroy: null };
        const change = { ...entry.change, actions: ["update"], before };
        const labelled = { ...after, tags: { a: "b" }, force_destroy: false };
        return { ...entry, change: { ...change, after: labelled, importing: { id: "x" } } };
      }),
    });
  const idsFor = (unknown: unknown) =>
    Object.fromEntries(Object.keys(unknown ?? {}).map((name) => [name, "there"]));

  it("lets a lost state be made anew from what is there", () => {
    const json = planJsonBetween(center, center) as unknown as PlanJson;
    const plan = planFrom({
      ...json,
      resource_changes: json.resource_changes.map((entry) => {
        const after = { ...entry.change.after } as Record<string, unknown>;
        // Nothing stands for the function's calls, so that they are made.
        if (entry.type === "aws_lambda_invocation") {
          const change = { ...entry.change, actions: ["create"], before: null };
          return { ...entry, change };
        }
        // Two groups have one name below different parents, which the provider never reads back.
        if (entry.type === "aws_connect_user_hierarchy_group") delete after.parent_group_id;
        const before = { ...after, skip_destroy: null };
        // Who reads the profiles waits for the instance.
        const isUser = entry.type === "aws_connect_user";
        if (isUser) delete after.security_profile_ids;
        const change = {
          ...{ ...entry.change, actions: ["update"], importing: { id: "x" } },
          ...{ before, after: { ...after, skip_destroy: false } },
          after_unknown: isUser ? { security_profile_ids: true } : {},
        };
        return { ...entry, change };
      }),
    });
    const { changes, refused } = judged(plan);
    expect(refused).to.deep.equal([]);
    expect(changes).to.be.above(50);
  });

  it("refuses an administrator more where a lost state is made anew, if the plan knows it", () => {
    const user = {
      address: "aws_connect_user.eve",
      actions: ["update"],
      before: { security_profile_ids: ["agent"] },
      after: { security_profile_ids: ["admin"] },
      importId: "x",
    };
    expect(judge(planOf([user]), { firstApply: true }).refused).to.have.lengthOf(1);
    const open = { ...user, after: {}, afterUnknown: { security_profile_ids: true } };
    expect(judge(planOf([open]), { firstApply: true }).refused).to.have.lengthOf(0);
    expect(judge(planOf([open]), { firstApply: false }).refused).to.have.lengthOf(1);
    const { importId: _taken, ...mine } = open;
    expect(judge(planOf([mine]), { firstApply: true }).refused).to.have.lengthOf(1);
  });

  it("lets a bootstrap take the states' bucket over, and refuses one that would delete in it", () => {
    const found = STACKS.find(({ name }) => name === "kwglobal-bootstrap-prod");
    if (!found) throw new Error("there is a bootstrap");
    const plan = (stack: Synthesized) =>
      takenOver(
        planJsonBetween(undefined, stack) as unknown as PlanJson,
        (type) => type === "aws_s3_bucket",
      );
    expect(judged(plan(found.stack)).refused).to.deep.equal([]);
    const deleting = edited(found.stack, ({ all }) => {
      const [lifecycle] = all("aws_s3_bucket_lifecycle_configuration");
      const rules = lifecycle?.rule as object[];
      rules.push({
        id: "x",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: 1 }],
      });
    });
    expect(judged(plan(deleting)).refused).to.have.lengthOf(1);
  });
});
