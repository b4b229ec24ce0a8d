import { hasTrue, isObject, valueAt } from "../../values.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

const DAY = 24 * 60;

/**
 * Hours may change; a schedule that is never open, or for less than half as long as before, is
 * closed by mistake.
 */
export const openingHours: Judgement = ({ before, after, afterUnknown }) => {
  const isOpen = hasTrue(valueAt(afterUnknown, ["config"]));
  const next = minutesOf(isOpen ? undefined : after?.config);
  if (next === undefined) return [closes("has hours that can't be read")];
  if (next === 0) return [closes("is never open")];
  const old = before === null ? 0 : (minutesOf(before.config) ?? DAY * 7);
  return next * 2 >= old ? [] : [closes(`is open for ${hours(next)} a week, not ${hours(old)}`)];
};

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

/** Minutes a week; undefined where an entry isn't as the synth writes it: without length, past midnight. */
function minutesOf(config: unknown): number | undefined {
  if (!Array.isArray(config)) return undefined;
  const lengths = config.map((entry: unknown) => {
    if (!isObject(entry)) return undefined;
    const [from, to] = [timeOf(entry.start_time), timeOf(entry.end_time)];
    if (from === undefined || to === undefined) return undefined;
    // Midnight at the end is 0:00.
    const end = to === 0 ? DAY : to;
    return end > from ? end - from : undefined;
  });
  return lengths.reduce<number | undefined>(
    (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    0,
  );
}

function timeOf(value: unknown): number | undefined {
  const [time, ...more] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isObject(time) || more.length > 0) return undefined;
  const { hours: hour, minutes: minute } = time;
  return typeof hour === "number" && typeof minute === "number" ? hour * 60 + minute : undefined;
}
