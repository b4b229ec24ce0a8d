import { DAYS, type Day, minutesOf, type TimeOfDay } from "../../../contact-flow/hours";
import { objectOf } from "../../../contact-flow/json";
import { type Block, type Configuration, list, text } from "../configuration";
import { type Html, html } from "../../support/html";
import type { Section } from "./section";

const MINUTES_A_DAY = 24 * 60;
/** Hours that the scale names. */
const SCALE = [0, 6, 12, 18, 24];

/** When the queues are open, as weeks. */
export function hoursSection(configuration: Configuration): Section {
  return {
    id: "hours",
    title: "Hours of operation",
    body: html`${schedules(configuration).map(
      (hours) => html`${week(hours)}${holidays(hours, configuration)}`,
    )}${messages(configuration)}`,
  };
}

/** The schedule that switches a message has the name of the module that speaks it, and opens nothing. */
const isMessage = ({ name }: Block, configuration: Configuration): boolean =>
  configuration.all("aws_connect_contact_flow_module").some((module) => module.name === name);

/** The schedules by which callers are served. */
const schedules = (configuration: Configuration): readonly Block[] =>
  configuration
    .all("aws_connect_hours_of_operation")
    .filter((hours) => !isMessage(hours, configuration));

function messages(configuration: Configuration): readonly Html[] {
  return configuration
    .all("aws_connect_hours_of_operation")
    .filter((hours) => isMessage(hours, configuration))
    .map(
      (hours) =>
        html`<h3>${text(hours.name)}</h3>
          <p>
            No opening hours: the switch of the message before the menu. Callers hear it from
            <code>npm run message</code> on, until its end by the clock of ${text(hours.time_zone)}.
          </p>`,
    );
}

// Monday first, as the prompts say it.
const WEEK: readonly Day[] = [...DAYS.slice(1), DAYS[0]];

/** Each schedule's name with its week in a few words: `Mon to Fri 09:00–18:00, Sat 09:00–15:00`. */
export function openingHours(configuration: Configuration): readonly (readonly [string, string])[] {
  return schedules(configuration).map((hours) => {
    const groups: { first: Day; last: Day; spoken: string }[] = [];
    for (const day of WEEK) {
      const spoken = spokenStretches(hours, day);
      const before = groups.at(-1);
      if (before?.spoken === spoken) before.last = day;
      else groups.push({ first: day, last: day, spoken });
    }
    const short = (day: Day) => day.charAt(0) + day.slice(1, 3).toLowerCase();
    const week = groups.map(({ first, last, spoken }) => {
      const days = first === last ? short(first) : `${short(first)} to ${short(last)}`;
      return `${days} ${spoken === "" ? "closed" : spoken}`;
    });
    return [text(hours.name), `${week.join(", ")} (${text(hours.time_zone)})`];
  });
}

function week(hours: Block): Html {
  return html` <h3>${text(hours.name)}</h3>
    <p>${text(hours.description)}. Times are those of ${text(hours.time_zone)}.</p>
    <div class="week" role="table" aria-label="${text(hours.name)}">
      <div class="scale" aria-hidden="true">
        <span></span
        ><span class="hours"
          >${SCALE.map((hour) => html`<i style="left:${percent(hour * 60)}">${hour}</i>`)}</span
        ><span></span>
      </div>
      ${WEEK.map((day) => row(day, stretchesOf(hours, day), spokenStretches(hours, day)))}
    </div>`;
}

/** The days on which a schedule has hours of its own. */
function holidays({ name }: Block, configuration: Configuration): Html {
  const schedules = list(configuration.desired("holidays").schedules).map(objectOf);
  const days = list(schedules.find((schedule) => schedule.name === name)?.holidays).map(objectOf);
  return days.length === 0
    ? html``
    : html`<p>
        Holidays:${days.map((day) => html`<br />${text(day.name)}: ${holidayHours(day)}`)}
      </p>`;
}

function holidayHours({ config }: Block): string {
  const [open] = list(config).map(objectOf);
  return open === undefined
    ? "closed"
    : [open.StartTime, open.EndTime]
        .map((time) => objectOf(time))
        .map(({ Hours, Minutes }) => clock(Number(Hours) * 60 + Number(Minutes)))
        .join("–");
}

type Stretch = readonly [from: number, to: number];

/** The stretches of a day in minutes; an end that is not after the start lies on the next day. */
function stretchesOf(hours: Block, day: Day): readonly Stretch[] {
  return list(hours.config)
    .map(objectOf)
    .filter((entry) => entry.day === day)
    .map((entry) => {
      const from = minutesOf(timeOf(entry.start_time));
      const to = minutesOf(timeOf(entry.end_time));
      return [from, to > from ? to : to + MINUTES_A_DAY];
    });
}

const timeOf = (json: Block[string] | undefined): TimeOfDay => ({
  Hours: Number(objectOf(json).hours),
  Minutes: Number(objectOf(json).minutes),
});

const spokenStretches = (hours: Block, day: Day): string =>
  stretchesOf(hours, day)
    .map(([from, to]) => `${clock(from)}–${clock(to)}`)
    .join(", ");

function row(day: Day, stretches: readonly Stretch[], spoken: string): Html {
  return html` <div role="row">
    <span role="rowheader">${day.charAt(0) + day.slice(1).toLowerCase()}</span
    ><span class="hours" aria-hidden="true"
      >${stretches.map(
        ([from, to]) =>
          html`<b
            style="left:${percent(from)};width:${percent(Math.min(to, MINUTES_A_DAY) - from)}"
          ></b>`,
      )}</span
    ><span role="cell">${spoken === "" ? html`<span class="none">closed</span>` : spoken}</span>
  </div>`;
}

const percent = (minutes: number): string =>
  `${Math.round((minutes / MINUTES_A_DAY) * 10_000) / 100}%`;

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
