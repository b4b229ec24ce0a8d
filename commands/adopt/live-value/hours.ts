import * as connect from "@aws-sdk/client-connect";

import type { HolidayValue, OpenHours } from "../../../constructs/value/contact-center-value";
import { WEEK } from "../../../constructs/value/week";
import { type Day, DAYS } from "../../../contact-flow/hours";
import { collect } from "../../support/pages";
import { type LiveThings, optional } from "./live-value";
import type { Reader } from "./reader";

/** A stretch of a day, `HH:MM` both. */
interface Stretch {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
}

/** The schedules with their holidays. */
export async function readHours(reader: Reader): Promise<LiveThings<"hoursOfOperation">> {
  return reader.each("hoursOfOperation", async (HoursOfOperationId, name) => {
    const { HoursOfOperation: hours } = await reader.client.send(
      new connect.DescribeHoursOfOperationCommand({ ...reader.of, HoursOfOperationId }),
    );
    const note = (what: string) => {
      reader.note("hoursOfOperation", name, what);
    };
    const open = byTimes((hours?.Config ?? []).flatMap((each) => stretches(each, note)));
    const overrides = await collect(
      connect.paginateListHoursOfOperationOverrides(
        { client: reader.client },
        { ...reader.of, HoursOfOperationId },
      ),
      (page) => page.HoursOfOperationOverrideList,
    );
    const holidays = overrides
      .flatMap((override) => holiday(override, note))
      .sort((one, other) => one.date.localeCompare(other.date));
    return {
      name,
      ...optional("description", hours?.Description),
      timeZone: hours?.TimeZone ?? "",
      open,
      ...(holidays.length > 0 && { holidays }),
    };
  });
}

function stretches(
  config: connect.HoursOfOperationConfig,
  note: (what: string) => void,
): Stretch[] {
  const { Day: day = "MONDAY" } = config;
  const [from, end] = [clock(config.StartTime), clock(config.EndTime)];
  const to = end === "00:00" ? "24:00" : end;
  if (from < to) return [{ day, from, to }];
  note(`${day} runs past midnight, ${from} to ${to}, which the code says as two days`);
  const next = DAYS[(DAYS.indexOf(day) + 1) % DAYS.length] ?? day;
  return [
    { day, from, to: "24:00" },
    { day: next, from: "00:00", to },
  ];
}

/** Days of the same times together, from Monday on. */
function byTimes(all: readonly Stretch[]): OpenHours[] {
  const found = new Map<string, { days: Day[]; from: string; to: string }>();
  const inOrder = [...all].sort((one, other) => WEEK.indexOf(one.day) - WEEK.indexOf(other.day));
  for (const { day, from, to } of inOrder) {
    const entry = found.get(`${from} ${to}`) ?? { days: [], from, to };
    found.set(`${from} ${to}`, { ...entry, days: [...entry.days, day] });
  }
  return [...found.values()];
}

/** An override that lasts a day and is named by it, as holidays of the code are. */
function holiday(
  override: connect.HoursOfOperationOverride,
  note: (what: string) => void,
): HolidayValue[] {
  const { Name: full = "", EffectiveFrom: date = "", EffectiveTill: till, Config = [] } = override;
  const name = full.endsWith(` ${date}`) ? full.slice(0, -date.length - 1) : "";
  const [first, ...others] = Config.filter(({ StartTime }) => StartTime !== undefined);
  const { OverrideType: type = "STANDARD", RecurrenceConfig: recurrence } = override;
  if (type !== "STANDARD" || recurrence !== undefined) {
    note(
      `has the event "${full}" (${[type, ...rhythm(recurrence)].join(", ")}) from ${date} to ${till ?? ""}, which the code can't say: an apply leaves it as it is, and it counts before the code's holidays`,
    );
    return [];
  }
  const isDay = date === till && date !== "" && others.length === 0;
  if (!isDay || name === "") {
    note(
      `has the override "${full}" from ${date} to ${till ?? ""}, and the code only has single days, with their dates at the end of their names`,
    );
    return [];
  }
  if (first === undefined) return [{ name, date }];
  const end = clock(first.EndTime);
  return [
    { name, date, open: { from: clock(first.StartTime), to: end === "00:00" ? "24:00" : end } },
  ];
}

/** A pattern by its members, as the API names them. */
const rhythm = ({ RecurrencePattern: pattern }: Partial<connect.RecurrenceConfig> = {}): string[] =>
  Object.entries(pattern ?? {}).map(([member, value]) => `${member} ${[value].flat().join(" ")}`);

const clock = ({
  Hours = 0,
  Minutes = 0,
}: Partial<connect.HoursOfOperationTimeSlice> = {}): string =>
  [Hours, Minutes].map((each) => String(each).padStart(2, "0")).join(":");
