import { type Attack, set } from "./attack";

export interface Block {
  readonly Identifier: string;
  Parameters: Record<string, unknown>;
  Transitions: {
    NextAction?: string;
    Errors?: { NextAction: string }[];
    Conditions: { NextAction: string; Condition: { Operator: string; Operands: string[] } }[];
  };
}

export const MENU = "aws_connect_contact_flow.kwglobal_main_menu";
export const WAITING = "aws_connect_contact_flow.kwglobal_callback_in_queue";
export const OUTBOUND = "aws_connect_contact_flow.kwglobal_outbound";
const SURGE = "aws_cloudwatch_metric_alarm.call_surge";
const DASHBOARD = "aws_cloudwatch_dashboard.dashboard";
export const VANITY = "${aws_connect_contact_flow.kwglobal_vanity_number.arn}";

/** An edit of one block of a flow; it may add others. */
export const block =
  (address: string, identifier: string, edit: (block: Block, all: object[]) => void): Attack[1] =>
  ({ resource }) => {
    const flow = JSON.parse(String(resource(address).content)) as { Actions: Block[] };
    const found = flow.Actions.find(({ Identifier }) => Identifier === identifier);
    if (!found) throw new Error(`${address} has no ${identifier}`);
    edit(found, flow.Actions);
    resource(address).content = JSON.stringify(flow);
  };
/** An edit of the menu that sets contact attributes after its welcome. */
const sets = (Attributes: Readonly<Record<string, string>>) =>
  block(MENU, "Welcome", (welcome, all) => {
    const { NextAction } = welcome.Transitions;
    welcome.Transitions.NextAction = "Attributes";
    all.push({
      Identifier: "Attributes",
      Type: "UpdateContactAttributes",
      Parameters: { Attributes, TargetContact: "Current" },
      Transitions: { NextAction, Errors: [{ ErrorType: "NoMatchingError", NextAction }] },
    });
  });
const told = (address: string, identifier: string, Text: string) =>
  block(address, identifier, ({ Parameters }) => {
    Parameters.Text = Text;
  });
const number = (address: string, identifier: string, values: Record<string, string>) =>
  block(address, identifier, ({ Parameters }) => {
    Object.assign(Parameters, values);
  });
export const leads = (address: string, identifier: string, NextAction: string) =>
  block(address, identifier, ({ Transitions }) => {
    Transitions.NextAction = NextAction;
  });

const UNBEARABLE = "goes beyond what callers can bear";
const OTHER_NUMBERS = /calls back numbers that it turned away until now/;
const beyond = (what: string, edit: Attack[1], address: string, says: string): Attack => [
  what,
  edit,
  address,
  "disrupt",
  new RegExp(`${UNBEARABLE}: ${says}`),
];

/** Small edits of what callers meet, each with a great effect. */
export const CALLERS: readonly Attack[] = [
  [
    "a menu that says the keys the wrong way round",
    told(MENU, "Main menu", "Please press 2 for customer service or 1 for business consulting"),
    MENU,
    "disrupt",
    /says the same of a key, and lets it lead to somebody else: 2 of Main menu, 1 of Main menu/,
  ],
  [
    "keys that change places under a text that only got a full stop",
    block(MENU, "Main menu", ({ Parameters, Transitions: { Conditions } }) => {
      Parameters.Text = `${String(Parameters.Text)}.`;
      const [one, two] = Conditions;
      if (one && two) [one.NextAction, two.NextAction] = [two.NextAction, one.NextAction];
    }),
    MENU,
    "disrupt",
    /lets it lead to somebody else: 1 of Main menu, 2 of Main menu/,
  ],
  [
    "a notice of the recording that no longer tells it",
    told(MENU, "Recording notice", "Have a nice day"),
    MENU,
    "unprotect",
    /records callers who aren't told so/,
  ],
  [
    "the same in calls out",
    told(OUTBOUND, "Recording notice", "One moment please"),
    OUTBOUND,
    "unprotect",
    /records callers who aren't told so/,
  ],
  beyond(
    "a menu that repeats itself 100 times",
    number(MENU, "Menu again", { LoopCount: "100" }),
    MENU,
    "100 rounds",
  ),
  beyond(
    "a second to press a key",
    number(MENU, "Main menu", { InputTimeLimitSeconds: "1" }),
    MENU,
    "1 seconds to press",
  ),
  beyond(
    "an offer once a day",
    number(WAITING, "Loop prompts", { InterruptFrequencySeconds: "86400" }),
    WAITING,
    "86400 seconds between",
  ),
  beyond(
    "a callback after three days",
    number(WAITING, "Transfer to callback queue", { InitialCallDelaySeconds: "259200" }),
    WAITING,
    "259200 seconds until",
  ),
  beyond(
    "a callback that rings each second",
    number(WAITING, "Transfer to callback queue", { RetryDelaySeconds: "1" }),
    WAITING,
    "1 seconds between attempts",
  ),
  [
    "callbacks to numbers that are dear to call",
    block(WAITING, "May it be called", ({ Transitions }) => {
      Transitions.Conditions = Transitions.Conditions.filter(
        ({ Condition }) => !Condition.Operands[0]?.includes("1900"),
      );
    }),
    WAITING,
    "grant",
    OTHER_NUMBERS,
  ],
  [
    "callbacks past the check of the number",
    leads(WAITING, "Ask for another number", "Is it right"),
    WAITING,
    "grant",
    OTHER_NUMBERS,
  ],
  [
    "callbacks to numbers of any country",
    block(WAITING, "Ask for another number", ({ Parameters }) => {
      Parameters.InputValidation = { PhoneNumberValidation: { NumberFormat: "E164" } };
    }),
    WAITING,
    "grant",
    OTHER_NUMBERS,
  ],
  [
    "numbers that callers key in, in the log",
    block(WAITING, "Another number", ({ Transitions }) => {
      const [again] = Transitions.Conditions;
      if (again) again.NextAction = "Ask for another number";
    }),
    WAITING,
    "unprotect",
    /writes what callers key in into the flow's log/,
  ],
  [
    "callers who wait at night",
    leads(MENU, "Set working queue for key 1", "Transfer to queue"),
    MENU,
    "disrupt",
    /leads callers into a queue while it is closed/,
  ],
  [
    "callers who are led to a flow that hangs up",
    block(MENU, "Welcome", ({ Transitions }, all) => {
      Transitions.NextAction = "Abroad";
      const found = { Operator: "TextStartsWith", Operands: ["+1"] };
      all.push(
        {
          Identifier: "Abroad",
          Type: "Compare",
          Parameters: { ComparisonValue: "$.CustomerEndpoint.Address" },
          Transitions: {
            NextAction: "Recording notice",
            Conditions: [{ NextAction: "Other flow", Condition: found }],
            Errors: [{ NextAction: "Recording notice", ErrorType: "NoMatchingCondition" }],
          },
        },
        {
          Identifier: "Other flow",
          Type: "TransferToFlow",
          Parameters: { ContactFlowId: VANITY },
          Transitions: { NextAction: "Recording notice" },
        },
      );
    }),
    MENU,
    "disrupt",
    /lets callers end without anybody after Abroad/,
  ],
  [
    "a second flow for those who wait",
    block(MENU, "Set customer queue flow", ({ Transitions }, all) => {
      Transitions.NextAction = "Set it again";
      all.push({
        Identifier: "Set it again",
        Type: "UpdateContactEventHooks",
        Parameters: { EventHooks: { CustomerQueue: VANITY } },
        Transitions: { NextAction: "Check message" },
      });
    }),
    MENU,
    "disrupt",
    /has another flow, beside the one that it had: .*kwglobal_vanity_number for CustomerQueue/,
  ],
  [
    "callers who want to remain in line, and are hung up",
    leads(WAITING, "Remain in line", "Disconnect"),
    WAITING,
    "disrupt",
    /lets callers end without anybody after/,
  ],
  [
    "a queue whose alarms know it by another name",
    set("aws_connect_queue.customer_service", { name: "Customer Care" }),
    "aws_connect_queue.customer_service",
    "disrupt",
    /gets another name than the one by which .*queue_size_customer_service/,
  ],
  [
    "two quick connects that change names",
    ({ resource }) => {
      resource("aws_connect_quick_connect.customer_service").name = "Business Consulting";
      resource("aws_connect_quick_connect.business_consulting").name = "Customer Service";
    },
    "aws_connect_quick_connect.customer_service",
    "disrupt",
    /takes the name of aws_connect_quick_connect.business_consulting/,
  ],
  [
    "an alarm at five times as much in a fifth of the time",
    set(SURGE, { threshold: 200, period: 180 }),
    SURGE,
    "disrupt",
    /look at 180 seconds at once, not 900, for 5 times as much/,
  ],
  [
    "an alarm at five times as much in five times as long",
    set(SURGE, { threshold: 200, period: 4500 }),
    SURGE,
    "disrupt",
    /wait for 4500 seconds, not 900, for 5 times as much/,
  ],
  [
    "callbacks that are refused before they are offered",
    sets({ callback: "refused" }),
    MENU,
    "disrupt",
    /sets, before a flow asks for it, callback to "refused"/,
  ],
  [
    "the same, in the flow that offers them",
    block(WAITING, "Was a callback refused", (asks, all) => {
      const text = JSON.stringify({ ...asks, Identifier: "Asked" });
      Object.assign(asks, {
        Type: "UpdateContactAttributes",
        Parameters: { Attributes: { callback: "refused" }, TargetContact: "Current" },
        Transitions: {
          NextAction: "Asked",
          Errors: [{ ErrorType: "NoMatchingError", NextAction: "Asked" }],
        },
      });
      all.push(JSON.parse(text) as object);
    }),
    WAITING,
    "disrupt",
    /sets, before a flow asks for it, callback to "refused"/,
  ],
  [
    "numbers in a log that is turned on again",
    block(WAITING, "Ask for another number", (asks, all) => {
      const text = JSON.stringify({ ...asks, Identifier: "Ask now" });
      Object.assign(asks, {
        Type: "UpdateFlowLoggingBehavior",
        Parameters: { FlowLoggingBehavior: "Enabled" },
        Transitions: { NextAction: "Ask now" },
      });
      all.push(JSON.parse(text) as object);
    }),
    WAITING,
    "unprotect",
    /writes what callers key in into the flow's log/,
  ],
  [
    "a link in the dashboard whose slashes JSON escapes",
    ({ resource }) => {
      const text = String(resource(DASHBOARD).dashboard_body);
      const [start, ...rest] = text.split('"markdown":"');
      const link = '"markdown":"[Sign in]\\u0028https:\\/\\/evil.example) ';
      resource(DASHBOARD).dashboard_body = [start, ...rest].join(link);
    },
    DASHBOARD,
    "grant",
    /leads whoever looks at the dashboard to evil.example/,
  ],
  [
    "a saved query that looks at no logs",
    set("aws_cloudwatch_query_definition.queries_keys_pressed", { log_group_names: [] }),
    "aws_cloudwatch_query_definition.queries_keys_pressed",
    "disrupt",
    /looks at no logs any more/,
  ],
  [
    "a new user with two e-mail addresses",
    ({ add, resource }) => {
      add("aws_connect_user.eve", {
        ...resource("aws_connect_user.peter_parker"),
        name: "eve",
        identity_info: {
          ...{ first_name: "Eve", last_name: "V" },
          email: "eve@evil.example,x@kwglobal.example",
        },
      });
    },
    "aws_connect_user.eve",
    "grant",
    /lets somebody in whose e-mail address is at eve@evil.example,x@kwglobal.example/,
  ],
  [
    "a new flow for calls out that records without a word of it",
    ({ add, resource }) => {
      const flow = JSON.parse(String(resource(OUTBOUND).content)) as { Actions: Block[] };
      const notice = "Recording notice";
      const others = flow.Actions.filter(({ Identifier }) => Identifier !== notice);
      const text = JSON.stringify(others).replaceAll(`"${notice}"`, '"Connect"');
      const content = JSON.stringify({ ...flow, Actions: JSON.parse(text) as object });
      add("aws_connect_contact_flow.own", { ...resource(OUTBOUND), name: "Own", content });
    },
    "aws_connect_contact_flow.own",
    "unprotect",
    /records callers who aren't told so/,
  ],
  [
    "what was keyed in, kept as an attribute",
    sets({ card: "$.StoredCustomerInput" }),
    MENU,
    "unprotect",
    /keeps what callers key in/,
  ],
  [
    "callers drawn by lot",
    block(MENU, "Welcome", (welcome, all) => {
      const { NextAction } = welcome.Transitions;
      welcome.Transitions.NextAction = "Lot";
      all.push({
        Identifier: "Lot",
        Type: "DistributeByPercentage",
        Parameters: {},
        Transitions: {
          NextAction,
          Conditions: [
            { NextAction, Condition: { Operator: "NumberLessThan", Operands: ["100"] } },
          ],
          Errors: [{ ErrorType: "NoMatchingCondition", NextAction }],
        },
      });
    }),
    MENU,
    "change",
    /uses blocks or parameters that nobody has judged: DistributeByPercentage/,
  ],
  [
    "a saved query that chooses its own log groups",
    set("aws_cloudwatch_query_definition.queries_keys_pressed", {
      query_string: "SOURCE logGroups(namePrefix: ['/']) | fields @message",
    }),
    "aws_cloudwatch_query_definition.queries_keys_pressed",
    "grant",
    /chooses its own log groups/,
  ],
  [
    "a rule more, which sees every event of the account",
    ({ add }) => {
      const event_pattern = JSON.stringify({ source: [{ prefix: "" }] });
      add("aws_cloudwatch_event_rule.all", { name: "all", event_pattern });
    },
    "aws_cloudwatch_event_rule.all",
    "grant",
    /tells of events that nobody was told of until now/,
  ],
];
