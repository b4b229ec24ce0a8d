import { reading } from "../../facts/source";
import { DAYS, type HoursOfOperation, minutesOf } from "../../hours";
import { announcedHours, type Announcement } from "../announced-hours";
import type { Rule } from "../rule";
import { spokenBy } from "../speech";

/** The schedule of one day, as an announcement would have to say it. */
function scheduled(hours: HoursOfOperation, day: number): Announcement | undefined {
  const spans = hours.Config.filter(({ Day }) => DAYS.indexOf(Day) === day);
  const [span] = spans;
  if (span === undefined) {
    return "closed";
  }
  const end = minutesOf(span.EndTime);
  return spans.length > 1 ? undefined : [minutesOf(span.StartTime), end === 0 ? 24 * 60 : end];
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const write = (announcement: Announcement | undefined): string =>
  announcement === undefined
    ? "open in several stretches"
    : announcement === "closed"
      ? "closed"
      : announcement.map(clock).join("–");

const capital = (day: number): string => {
  const name = DAYS[day] ?? "";
  return name.charAt(0) + name.slice(1).toLowerCase();
};

export const rule: Rule = {
  id: "announced-hours",
  level: "error in ours",
  reason: "callers hear opening hours that are not those of the schedule",
  fix: "write the schedule's hours into the text, or change the schedule",
  source: reading("a caller who hears other hours than those that are checked calls in vain"),
  *check({ nodes }, { hours }) {
    if (hours === undefined) {
      return;
    }
    for (const node of nodes) {
      for (const { path, text } of spokenBy(node)) {
        const week = announcedHours(text);
        for (let day = 0; day < 7 && week.size > 0; day++) {
          const said = write(week.get(day) ?? "closed");
          const real = write(scheduled(hours, day));
          if (said !== real) {
            yield {
              index: node.index,
              path,
              message: `"${node.action.Identifier}" announces ${capital(day)} as ${said}, the schedule says ${real}`,
            };
          }
        }
      }
    }
  },
};
