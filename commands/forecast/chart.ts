import { type Html, html } from "../support/html";
import type { Forecast } from "./simulation/forecast";
import { percent } from "./text";

/** Of the picture, in its own units. */
const WIDTH = 960;
const LEFT = 44;
const LEVEL = { top: 12, height: 120 };
const CALLS = { top: 156, height: 90 };
const HEIGHT = 276;

const at = (number: number): string => number.toFixed(1);

/** Service level above calls, half hour by half hour. */
export function chart(day: Forecast["intervals"]): Html {
  const step = (WIDTH - LEFT) / Math.max(1, day.length);
  const most = Math.max(1, ...day.map(({ offered }) => offered));
  const levelAt = (share: number) =>
    LEVEL.top + LEVEL.height * (1 - Math.min(1, Math.max(0, share)));
  const barOf = (calls: number) => (CALLS.height * calls) / most;
  const bottom = CALLS.top + CALLS.height;
  return html`<svg
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="Service level and calls by half hour"
  >
    ${[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        html`<line
            class="grid"
            x1="${LEFT}"
            x2="${WIDTH}"
            y1="${at(levelAt(share))}"
            y2="${at(levelAt(share))}"
          />
          <text x="${LEFT - 6}" y="${at(levelAt(share) + 4)}" text-anchor="end"
            >${percent(share)}</text
          >`,
    )}
    <text x="${LEFT - 6}" y="${CALLS.top + 8}" text-anchor="end">${Math.ceil(most)}</text>
    <text x="${LEFT - 6}" y="${bottom}" text-anchor="end">0</text>
    ${day.map(({ interval, offered, answered, serviceLevel }, place) => {
      const left = LEFT + place * step;
      const middle = left + step / 2;
      const width = step * 0.7;
      const bar = (kind: string, calls: number) =>
        html`<rect
          class="${kind}"
          x="${at(middle - width / 2)}"
          width="${at(width)}"
          y="${at(bottom - barOf(calls))}"
          height="${at(barOf(calls))}"
        />`;
      return html`<g>
        <title>
          ${interval.start.slice(11)}: ${at(offered)} calls, ${at(answered)} answered, service level
          ${percent(serviceLevel?.value)}
        </title>
        ${bar("offered", offered)}${bar("answered", answered)}
        ${
          serviceLevel === undefined
            ? html``
            : html`<line
                  class="interval"
                  x1="${at(middle)}"
                  x2="${at(middle)}"
                  y1="${at(levelAt(serviceLevel.high))}"
                  y2="${at(levelAt(serviceLevel.low))}"
                /><circle
                  class="level"
                  cx="${at(middle)}"
                  cy="${at(levelAt(serviceLevel.value))}"
                  r="4"
                />`
        }
        ${
          interval.start.endsWith(":00")
            ? html`<text x="${at(left)}" y="${bottom + 18}">${interval.start.slice(11)}</text>`
            : html``
        }
      </g>`;
    })}
  </svg>`;
}
