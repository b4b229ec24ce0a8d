import { objectOf } from "../../contact-flow/json";
import { OperatorError } from "../../sandbox/machine/errors";
import { type Configuration, list, text } from "../docs/configuration";
import { PRICES, type PriceName } from "./prices";

/** What a month brings. */
export interface Usage {
  /** Calls of customers. */
  readonly calls: number;
  /** Minutes of each with an agent. */
  readonly talkMinutes: number;
  /** Minutes of each before that: menu and queue. */
  readonly waitMinutes: number;
  /** Calls that agents make, callbacks among them, as long as the others. */
  readonly outboundCalls: number;
}

/** A part of the bill. */
export interface Cost {
  readonly what: string;
  readonly quantity: number;
  readonly price: PriceName;
}

/** Days of a month. */
const MONTH = 30;
/** How large things are: assumptions, each on the large side. */
const GIGABYTES = { recordedMinute: 0.002, loggedCall: 0.00002, record: 0.000005 };

/** Types that cost nothing by being there; calls, requests and bytes are counted above. */
const FREE = [
  // Without an action of its own, which this one hasn't.
  /^aws_budgets_budget$/,
  /^aws_cloudwatch_(event_rule|event_target|log_group|log_stream|query_definition)$/,
  // What is stored in them, and each call, is counted with the calls.
  /^aws_connect_/,
  /^aws_dynamodb_table(_item)?$/,
  /^aws_iam_/,
  /^aws_kinesis_firehose_delivery_stream$/,
  /^aws_kms_alias$/,
  /^aws_lambda_/,
  /^aws_s3_/,
  /^aws_sfn_state_machine$/,
  /^aws_sns_/,
  /^aws_ssm_parameter$/,
];
const PRICED = ["aws_cloudwatch_dashboard", "aws_cloudwatch_metric_alarm", "aws_kms_key"];

/**
 * What a month costs, from what is synthesized.
 *
 * @throws OperatorError if the stack holds a type of which nobody has said what it costs.
 */
export function estimate(configuration: Configuration, usage: Usage): Cost[] {
  const unknown = configuration.resources
    .map(({ type }) => type)
    .filter((type) => !PRICED.includes(type) && !FREE.some((each) => each.test(type)));
  if (unknown.length > 0) {
    throw new OperatorError(
      `nobody has said what ${[...new Set(unknown)].join(", ")} costs: say it in commands/cost/estimate.ts`,
    );
  }
  return [...monthly(configuration), ...byCall(configuration, usage)].filter(
    ({ quantity }) => quantity > 0,
  );
}

/** What is paid though nobody calls. */
function monthly(configuration: Configuration): Cost[] {
  const numbers = configuration.all("aws_connect_phone_number");
  const tollFree = numbers.filter(({ type }) => type === "TOLL_FREE").length;
  const metrics = configuration
    .all("aws_cloudwatch_metric_alarm")
    .map(({ metric_query: queries }) => list(queries).map(objectOf))
    .map((queries) => Math.max(1, queries.filter(({ metric }) => metric !== undefined).length));
  const dashboards = configuration.all("aws_cloudwatch_dashboard").length;
  const keys = configuration.all("aws_kms_key").length;
  return [
    { what: "direct numbers", quantity: (numbers.length - tollFree) * MONTH, price: "didDay" },
    { what: "toll-free numbers", quantity: tollFree * MONTH, price: "tollFreeDay" },
    {
      what: "alarms, by their metrics",
      quantity: metrics.reduce((sum, count) => sum + count, 0),
      price: "alarmMetricMonth",
    },
    { what: "dashboards", quantity: dashboards, price: "dashboardMonth" },
    { what: "encryption keys", quantity: keys, price: "keyMonth" },
  ];
}

/** What calls cost. */
function byCall(configuration: Configuration, usage: Usage): Cost[] {
  const { calls, talkMinutes, waitMinutes, outboundCalls } = usage;
  const minutesIn = calls * (talkMinutes + waitMinutes);
  const minutesOut = outboundCalls * talkMinutes;
  const talked = (calls + outboundCalls) * talkMinutes;
  const flows = configuration.all("aws_connect_contact_flow").map(({ content }) => text(content));
  const recorded = flows.some((flow) => /"RecordedParticipants":\[[^\]]/.test(flow));
  const [instance] = configuration.all("aws_connect_instance");
  const analysed = instance?.contact_lens_enabled === true;
  const [number] = configuration.all("aws_connect_phone_number");
  const streamed = configuration.all("aws_kinesis_firehose_delivery_stream").length > 0;
  return [
    { what: "calls in and out", quantity: minutesIn + minutesOut, price: "serviceMinute" },
    {
      what: "telephone lines in",
      quantity: minutesIn,
      price: number?.type === "TOLL_FREE" ? "tollFreeMinute" : "didMinute",
    },
    { what: "telephone lines out", quantity: minutesOut, price: "outboundMinute" },
    { what: "Contact Lens", quantity: analysed ? talked : 0, price: "analysisMinute" },
    {
      what: "this month's recordings, each month that they are kept",
      quantity: recorded ? talked * GIGABYTES.recordedMinute : 0,
      price: "storedGigabyteMonth",
    },
    {
      what: "flow logs",
      quantity: (calls + outboundCalls) * GIGABYTES.loggedCall,
      price: "logGigabyte",
    },
    {
      what: "contact records",
      quantity: streamed ? (calls + outboundCalls) * GIGABYTES.record : 0,
      price: "streamGigabyte",
    },
  ];
}

/** Dollars of a part of the bill. */
export const dollarsOf = ({ quantity, price }: Cost): number => quantity * PRICES[price].dollars;

/** Dollars of the whole bill. */
export const totalOf = (costs: readonly Cost[]): number =>
  costs.reduce((sum, cost) => sum + dollarsOf(cost), 0);
