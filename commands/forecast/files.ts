import { stringify } from "csv-stringify/sync";

import { localTimeOf, momentOf } from "../../contact-flow/hours";
import { Faults } from "./faults";
import type { CallRow, Interval, Model, Scenario, StaffRow } from "./simulation/model";
import { type Columns, readTable, type Row } from "./table";

const CALLS: Columns = {
  required: ["start", "calls", "talk_seconds", "wrap_seconds", "patience_seconds"],
  either: ["queue", "key"],
};
const STAFF: Columns = { required: ["start", "routing_profile", "agents"], either: [] };

/** Above these, a figure is a slip of the pen. */
const MOST = { calls: 100_000, seconds: 86_400, agents: 10_000 };

/**
 * Reads what is expected and who is at work.
 * @throws OperatorError with everything that is wrong, by file, line and field
 */
export function readScenario(model: Model, callsFile: string, staffFile: string): Scenario {
  const faults = new Faults();
  const intervals = new Intervals(model.timeZone);
  const calls = readTable(callsFile, CALLS, faults).flatMap((row) =>
    callRow(row, model, intervals),
  );
  const taken = new Set<string>();
  const staff = readTable(staffFile, STAFF, faults).flatMap((row) =>
    staffRow(row, model, intervals, taken),
  );
  faults.throwIfAny();
  return { calls, staff };
}

/** The half hours that the files name, each once. */
class Intervals {
  private readonly known = new Map<string, Interval>();

  public constructor(private readonly timeZone: string) {}

  /** The half hour that begins in `start`; what is wrong with it is told. */
  public of(row: Row): Interval | undefined {
    const text = row.text("start");
    const start = text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):00$/, "$1");
    const known = this.known.get(start);
    if (known !== undefined) return known;
    if (!/^\d{4}-\d\d-\d\dT\d\d:(00|30)$/.test(start) || Number.isNaN(Date.parse(`${start}Z`))) {
      row.refuse(
        "start",
        `must be local time on the hour or half hour, such as 2026-11-24T09:00, got "${text}"`,
      );
      return undefined;
    }
    const at = momentOf(start, this.timeZone);
    if (localTimeOf(at, this.timeZone) !== start) {
      row.refuse(
        "start",
        `must be a time that the clock in ${this.timeZone} shows, got ${start}, which no clock shows that day`,
      );
      return undefined;
    }
    const interval = { start, at };
    this.known.set(start, interval);
    return interval;
  }
}

const seconds = (row: Row, column: string, least: "from 0" | "above 0"): number | undefined =>
  row.number(
    column,
    `a number of seconds ${least} to ${MOST.seconds}`,
    (number) => number <= MOST.seconds && (least === "above 0" ? number > 0 : number >= 0),
  );

function callRow(row: Row, model: Model, intervals: Intervals): CallRow[] {
  const interval = intervals.of(row);
  const to = destination(row, model);
  const calls = row.number(
    "calls",
    `a number from 0 to ${MOST.calls}`,
    (number) => number >= 0 && number <= MOST.calls,
  );
  const talkSeconds = seconds(row, "talk_seconds", "above 0");
  const wrapSeconds = seconds(row, "wrap_seconds", "from 0");
  const patient = row.text("patience_seconds") === "";
  const patienceSeconds = patient ? undefined : seconds(row, "patience_seconds", "above 0");
  if (
    interval === undefined ||
    to === undefined ||
    calls === undefined ||
    talkSeconds === undefined ||
    wrapSeconds === undefined
  )
    return [];
  const patience = patienceSeconds === undefined ? {} : { patienceSeconds };
  return [{ interval, to, calls, talkSeconds, wrapSeconds, ...patience }];
}

function destination(row: Row, { queues }: Model): CallRow["to"] | undefined {
  const names = queues.map(({ name }) => name);
  const [key, queue] = [row.text("key"), row.text("queue")];
  if (key === "" && queue !== "") {
    const place = row.oneOf("queue", names);
    return place === undefined ? undefined : { queue: place };
  }
  if (queue === "" && /^[0-9*#]{1,20}$/.test(key)) return { keys: key };
  if (queue !== "")
    row.refuse("key", "must be empty where there is a queue: a call comes in by one");
  else if (key !== "")
    row.refuse("key", `must be the keys that callers press, 0-9 * #, got "${key}"`);
  else {
    const quoted = names.map((name) => `"${name}"`).join(", ");
    row.refuse("queue", `must be one of ${quoted}, or key must say what callers press`);
  }
  return undefined;
}

function staffRow(row: Row, model: Model, intervals: Intervals, taken: Set<string>): StaffRow[] {
  const interval = intervals.of(row);
  const profile = row.oneOf(
    "routing_profile",
    model.routingProfiles.map(({ name }) => name),
  );
  const agents = row.number(
    "agents",
    `a whole number from 0 to ${MOST.agents}`,
    (number) => Number.isInteger(number) && number <= MOST.agents,
  );
  if (interval === undefined || profile === undefined || agents === undefined) return [];
  const place = `${interval.start} ${profile}`;
  if (taken.has(place)) {
    row.refuse(
      "routing_profile",
      "must stand there once in each half hour, but an earlier line has it, too",
    );
    return [];
  }
  taken.add(place);
  return [{ interval, profile, agents }];
}

/** A staffing in the form in which it is read. */
export const staffAsCsv = (staff: readonly StaffRow[], { routingProfiles }: Model): string =>
  stringify(
    staff.map(({ interval, profile, agents }) => [
      interval.start,
      routingProfiles[profile]?.name ?? "",
      agents,
    ]),
    { header: true, columns: STAFF.required.map((key) => ({ key })) },
  );
