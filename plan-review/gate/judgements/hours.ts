import { hasTrue, isObject, valueAt } from "../../values.ts";
import type { PlannedChange } from "../../plan.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

const DAY = 24 * 60;
const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const ALWAYS: ReadonlySet<number> = new Set(Array.from({ length: 7 * DAY }, (_, minute) => minute));

/** By how many minutes a day may begin earlier, or end later, than any did until now. */
const LONGER = 4 * 60;

/**
 * Hours may change; a schedule that is never open, or for less than half of the time at which it was,
 * is closed by mistake. One that is open at quite other times of the day, or for more than twice as long, is
 * open when nobody works.
 */
export const openingHours: Judgement = ({ before, after, afterUnknown }) => {
  const isOpen = hasTrue(valueAt(afterUnknown, ["config"]));
  const next = minutesOf(isOpen ? undefined : after?.config);
  if (next === undefined) return [closes("has hours that can't be read")];
  if (next.size === 0) return [closes("is never open")];
  const read = before === null ? new Set<number>() : minutesOf(before.config);
  const old = read ?? ALWAYS;
  const kept = [...old].filter((minute) => next.has(minute)).length;
  if (kept * 2 >= old.size) {
    return read?.size === ALWAYS.size && next.size < read.size
      ? [closes("isn't always open any more, as that of the message has to be")]
      : unusual(old, next);
  }
  return [
    next.size * 2 < old.size
      ? closes(`is open for ${hours(next.size)} a week, not ${hours(old.size)}`)
      : closes(`is open at ${hours(kept)} of the ${hours(old.size)} a week at which it was`),
  ];
};

/** The same for a queue that gets another schedule of this plan: it may be one that is made for it. */
export const otherHours: Judgement = (change, context) => {
  const find = (of: PlannedChange) =>
    context.named(of, ["hours_of_operation_id"], ["aws_connect_hours_of_operation"]);
  const [old, next] = [
    find({ ...change, after: change.before, afterUnknown: false }),
    find(change),
  ];
  if (!old?.before || !next || old === next) return [];
  return old.before.time_zone === next.after?.time_zone
    ? openingHours({ ...next, before: old.before }, context)
    : [closes("is in another time zone")];
};

/** Minutes a week: who is open for less is closed for nearly everybody. */
const HARDLY_OPEN = 4 * 60;

/** The hours of a queue that is made in a center in service: some, and not those of the message. */
export const firstHours: Judgement = (change, context) => {
  if (change.before !== null || context.firstApply) return [];
  const schedule = context.named(
    change,
    ["hours_of_operation_id"],
    ["aws_connect_hours_of_operation"],
  );
  const open = minutesOf(schedule?.after?.config)?.size ?? 0;
  const isMessage = context.resources.some(
    ({ type, after }) =>
      type === "aws_connect_contact_flow_module" && after?.name === schedule?.after?.name,
  );
  // One that isn't of this stack is judged as such.
  if (schedule === undefined || (open >= HARDLY_OPEN && !isMessage)) return [];
  return [
    isMessage
      ? opens("is the message's, which is always open")
      : closes(`is open for ${hours(open)} a week`),
  ];
};

/** Hours at which nobody is there: calls wait that were told of the opening hours before. */
function unusual(old: ReadonlySet<number>, next: ReadonlySet<number>): Harm[] {
  if (old.size === 0) return [];
  const times = [...new Set([...old].map((minute) => minute % DAY))];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const strange = [...next].some(
    (minute) => minute % DAY < first - LONGER || minute % DAY > last + LONGER,
  );
  if (!strange && next.size <= 2 * old.size) return [];
  return [
    opens(
      strange
        ? `opens more than ${hours(LONGER)} before the earliest hour until now, or closes that much later than the latest`
        : `is open for ${hours(next.size)} a week, not ${hours(old.size)}`,
    ),
  ];
}

const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10} hours`;

function closes(happens: string): Harm {
  return {
    effect: "disrupt",
    happens: `makes a schedule that ${happens}`,
    because: "callers hear that the center is closed, and nobody gets their calls",
    source: "https://docs.aws.amazon.com/connect/latest/adminguide/set-hours-operation.html",
    cure: "look for what has emptied hoursOfOperation in kwglobal.ts",
  };
}

function opens(happens: string): Harm {
  return {
    ...closes(happens),
    because: "callers wait at hours at which nobody works",
    cure: "look at hoursOfOperation in kwglobal.ts",
  };
}

/**
 * Minutes of the week; undefined where an entry isn't as the synth writes it: without length, past
 * midnight.
 */
export function minutesOf(config: unknown): ReadonlySet<number> | undefined {
  if (!Array.isArray(config)) return undefined;
  const minutes = new Set<number>();
  for (const entry of config as unknown[]) {
    if (!isObject(entry)) return undefined;
    const day = DAYS.indexOf(String(entry.day));
    const [from, to] = [timeOf(entry.start_time), timeOf(entry.end_time)];
    if (day === -1 || from === undefined || to === undefined) return undefined;
    // Midnight at the end is 0:00.
    const end = to === 0 ? DAY : to;
    if (!(from >= 0 && from < end && end <= DAY)) return undefined;
    for (let minute = from; minute < end; minute++) minutes.add(day * DAY + minute);
  }
  return minutes;
}

function timeOf(value: unknown): number | undefined {
  const [time, ...more] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isObject(time) || more.length > 0) return undefined;
  const { hours: hour, minutes: minute } = time;
  return typeof hour === "number" && typeof minute === "number" ? hour * 60 + minute : undefined;
}
