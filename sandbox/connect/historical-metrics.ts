import type { MetricResultV2, MetricV2 } from "@aws-sdk/client-connect";
import { wholeSeconds } from "./contact-history";
import { findInstance, invalidParameter, notEmulated, refuseGiven } from "./store/lookup";
import type { Operations } from "./store/operation";
import type { Contact } from "./store/store";

const MINUTE = 60_000;

/** What each period of time is long, in milliseconds, where that doesn't depend on a time zone. */
const PERIODS: Readonly<Record<string, number>> = {
  FIFTEEN_MIN: 15 * MINUTE,
  THIRTY_MIN: 30 * MINUTE,
  HOUR: 60 * MINUTE,
};

const queued = ({ QueueInfo }: Contact) => QueueInfo !== undefined;
const handled = ({ AgentInfo }: Contact) => AgentInfo?.ConnectedToAgentTimestamp !== undefined;
const abandoned = (contact: Contact) =>
  queued(contact) && !handled(contact) && contact.told.nextContactId === undefined;
/** How long a contact was in its queue, in seconds. */
export const waited = ({ QueueInfo, told }: Contact) =>
  QueueInfo?.EnqueueTimestamp && told.dequeued
    ? wholeSeconds(QueueInfo.EnqueueTimestamp, told.dequeued)
    : 0;
const held = ({ told, DisconnectTimestamp }: Contact) =>
  told.holds.reduce(
    (sum, { from, till = DisconnectTimestamp ?? from }) => sum + wholeSeconds(from, till),
    0,
  );
/** How long its agent spoke with the caller, in seconds, without holds. */
export const talked = (contact: Contact) => {
  const { ConnectedToAgentTimestamp: from, AfterContactWorkStartTimestamp: left } =
    contact.AgentInfo ?? {};
  const till = left ?? contact.DisconnectTimestamp;
  return from && till ? Math.max(0, wholeSeconds(from, till) - held(contact)) : 0;
};
const worked = ({ AgentInfo }: Contact) => AgentInfo?.AfterContactWorkDuration ?? 0;

type Measure = (contacts: readonly Contact[]) => number | undefined;
const countOf =
  (is: (contact: Contact) => boolean): Measure =>
  (contacts) =>
    contacts.filter(is).length;
const averageOf =
  (is: (contact: Contact) => boolean, of: (contact: Contact) => number): Measure =>
  (contacts) => {
    const those = contacts.filter(is);
    return those.length === 0
      ? undefined
      : those.reduce((sum, contact) => sum + of(contact), 0) / those.length;
  };

/**
 * AWS's historical metrics, as far as contact records tell them, by AWS's definitions; how, stands with
 * each figure in `commands/report/questions/metrics.sql`.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html
 */
const METRICS: Readonly<Record<string, Measure>> = {
  CONTACTS_CREATED: countOf(() => true),
  CONTACTS_QUEUED: countOf(queued),
  CONTACTS_HANDLED: countOf(handled),
  CONTACTS_ABANDONED: countOf(abandoned),
  CONTACTS_TRANSFERRED_OUT: countOf(({ told }) => told.transferCompleted !== undefined),
  AVG_QUEUE_ANSWER_TIME: averageOf((one) => queued(one) && handled(one), waited),
  AVG_ABANDON_TIME: averageOf(abandoned, waited),
  AVG_INTERACTION_TIME: averageOf(handled, talked),
  AVG_HOLD_TIME: averageOf(handled, held),
  AVG_AFTER_CONTACT_WORK_TIME: averageOf(handled, worked),
  AVG_HANDLE_TIME: averageOf(handled, (one) => talked(one) + held(one) + worked(one)),
  MAX_QUEUED_TIME: (contacts) => Math.max(0, ...contacts.filter(queued).map(waited)),
};

/** What a contact is grouped and filtered by. */
const DIMENSIONS: Readonly<Record<string, (contact: Contact) => string | undefined>> = {
  QUEUE: ({ QueueInfo }) => QueueInfo?.Id,
  AGENT: ({ AgentInfo }) => AgentInfo?.Id,
  CHANNEL: ({ Channel }) => Channel,
  INITIATION_METHOD: ({ InitiationMethod }) => InitiationMethod,
};

/** Figures of contacts that are over. */
export const historicalMetricOperations: Operations = {
  GetMetricDataV2(input, account) {
    const instance = findInstance(account, input.ResourceArn);
    const { StartTime, EndTime } = input;
    if (StartTime >= EndTime) throw invalidParameter("StartTime must be before EndTime");
    const groupings = input.Groupings ?? [];
    requireKnown("Groupings", groupings, DIMENSIONS);
    requireKnown(
      "Filters.FilterKey",
      input.Filters.map(({ FilterKey = "" }) => FilterKey),
      DIMENSIONS,
    );
    const wanted = input.Metrics.map((metric) => ({ metric, measure: measureOf(metric) }));
    const contacts = [...instance.contacts.values()].filter(
      (contact) =>
        contact.DisconnectTimestamp !== undefined &&
        contact.DisconnectTimestamp >= StartTime &&
        contact.DisconnectTimestamp < EndTime &&
        input.Filters.every(({ FilterKey = "", FilterValues = [] }) => {
          const value = DIMENSIONS[FilterKey]?.(contact);
          // A queue or an agent may be named by its ARN, too.
          return FilterValues.some((one) => one === value || one.endsWith(`/${value}`));
        }),
    );
    const results = intervals(StartTime, EndTime, input.Interval?.IntervalPeriod).flatMap(
      ([from, till, period]) =>
        groupsOf(
          contacts.filter(
            ({ DisconnectTimestamp: at }) => at !== undefined && at >= from && at < till,
          ),
          groupings,
        ).map(([dimensions, some]): MetricResultV2 => ({
          ...(groupings.length > 0 && { Dimensions: dimensions }),
          MetricInterval: { Interval: period, StartTime: from, EndTime: till },
          Collections: wanted.map(({ metric, measure }) => {
            const Value = measure(some);
            return { Metric: metric, ...(Value !== undefined && { Value }) };
          }),
        })),
    );
    return { MetricResults: results };
  },
};

/** What contacts that are over come to in one of AWS's historical metrics; undefined where none tells. */
export const historicalMetric = (
  metric: MetricV2,
  contacts: readonly Contact[],
): number | undefined => measureOf(metric)(contacts);

function measureOf(metric: MetricV2): Measure {
  const { Name = "", Threshold = [] } = metric;
  refuseGiven(metric, ["MetricFilters", "MetricId"]);
  if (Name === "SERVICE_LEVEL") {
    const [threshold, ...others] = Threshold;
    const seconds = threshold?.ThresholdValue;
    if (seconds === undefined || threshold?.Comparison !== "LT" || others.length > 0)
      throw invalidParameter(
        "SERVICE_LEVEL must have one Threshold with the Comparison LT and a ThresholdValue in seconds",
      );
    return averageOf(queued, (contact) => (waited(contact) < seconds ? 100 : 0));
  }
  const measure = Object.hasOwn(METRICS, Name) ? METRICS[Name] : undefined;
  if (measure === undefined) throw notEmulated("Metrics.Name", [Name]);
  return measure;
}

type Interval = readonly [
  from: Date,
  till: Date,
  period: "TOTAL" | "FIFTEEN_MIN" | "THIRTY_MIN" | "HOUR",
];

function intervals(start: Date, end: Date, period = "TOTAL"): Interval[] {
  if (period === "TOTAL") return [[start, end, "TOTAL"]];
  const length = PERIODS[period];
  if (length === undefined) throw notEmulated("Interval.IntervalPeriod", [period]);
  const found: Interval[] = [];
  const first = Math.floor(start.getTime() / length) * length;
  for (let at = first; at < end.getTime(); at += length)
    found.push([new Date(at), new Date(at + length), period as Interval[2]]);
  return found;
}

function groupsOf(
  contacts: readonly Contact[],
  groupings: readonly string[],
): [dimensions: Record<string, string>, contacts: Contact[]][] {
  const groups = new Map<string, [Record<string, string>, Contact[]]>();
  if (groupings.length === 0) return [[{}, [...contacts]]];
  for (const contact of contacts) {
    const values = groupings.map((name) => [name, DIMENSIONS[name]?.(contact)] as const);
    // A contact that was in no queue is in no queue's row.
    if (values.some(([, value]) => value === undefined)) continue;
    const dimensions = Object.fromEntries(values) as Record<string, string>;
    const id = JSON.stringify(dimensions);
    const group = groups.get(id) ?? [dimensions, []];
    groups.set(id, group);
    group[1].push(contact);
  }
  return [...groups.values()];
}

function requireKnown(
  member: string,
  names: readonly string[],
  known: Readonly<Record<string, unknown>>,
): void {
  const unknown = names.filter((name) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw notEmulated(member, unknown);
}
