import { readFileSync } from "node:fs";
import { join } from "node:path";

import { html, page, table } from "../support/html";
import { chart } from "./chart";
import type { Forecast } from "./simulation/forecast";
import { cells, HEADS, notes } from "./text";

const STYLE = readFileSync(join(__dirname, "page.css"), "utf8");

/** The half hours of one day and queue. */
type Day = Forecast["intervals"];

function daysOf({ intervals, totals }: Forecast): { date: string; queue: string; day: Day }[] {
  const dates = [...new Set(intervals.map(({ interval }) => interval.start.slice(0, 10)))];
  return dates.flatMap((date) =>
    totals.map(({ queue }) => ({
      date,
      queue,
      day: intervals.filter((each) => each.queue === queue && each.interval.start.startsWith(date)),
    })),
  );
}

const weekday = (date: string): string =>
  new Date(`${date}T00:00Z`).toLocaleDateString("en-US", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

/**
 * The forecast as a page that needs nothing else.
 * @param heading what is forecast, and by how many replications
 */
export function asPage(forecast: Forecast, heading: string): string {
  const told = notes(forecast);
  return page(
    "Forecast",
    [STYLE],
    html`
      <h1>What service will this staffing give?</h1>
      <p>${heading}</p>
      ${table(HEADS, forecast.totals.map(cells))} ${told.map((note) => html`<p>${note}.</p>`)}
      <p class="legend">
        <span class="key offered"></span> calls <span class="key answered"></span> answered
        <span class="key level"></span> service level, with its 95 % interval
      </p>
      ${daysOf(forecast).map(
        ({ date, queue, day }) =>
          html`<section>
            <h2>${queue}, ${weekday(date)}</h2>
            ${chart(day)}
            <details>
              <summary>Figures</summary>
              ${table(
                ["Start", ...HEADS.slice(1)],
                day.map(({ interval, ...figures }) => [
                  interval.start.slice(11),
                  ...cells(figures).slice(1),
                ]),
              )}
            </details>
          </section>`,
      )}
    `,
  );
}
