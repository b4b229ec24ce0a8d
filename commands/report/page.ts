import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENT_STYLE, html, type Html, page, table } from "../support/html";
import {
  AGENT_SCORES,
  COLUMNS,
  groupText,
  HEADINGS,
  minutes,
  percent,
  QUESTION_SCORES,
  type ScoreColumn,
} from "./columns";
import { DIMENSIONS, type Dimension, type Figures, type Report } from "./figures";

const STYLE = readFileSync(join(__dirname, "page.css"), "utf8");

/** Pixels of a chart. */
const HEIGHT = 160;
const BAR = 26;

/**
 * A report as one page that needs nothing else: figures, charts and tables.
 *
 * @param report - What to show.
 * @param title - Whose contacts, and when.
 */
export function reportPage(report: Report, title: string): string {
  const groups = DIMENSIONS.filter((dimension) => report.by[dimension].length > 0);
  return page(
    title,
    [DOCUMENT_STYLE, STYLE],
    html`
      <header>
        <h1>${title}</h1>
        ${tiles(report.total)}
      </header>
      <main>
        ${groups.map((dimension) => section(report, dimension))} ${hangUps(report)}
        ${scores("Scores by agent", AGENT_SCORES, report.agentScores)}
        ${scores("Scores by question", QUESTION_SCORES, report.questionScores)}
      </main>
    `,
  );
}

function tiles(total: Figures): Html {
  const shown = [
    "queued",
    "handled",
    "abandoned",
    "callbacks",
    "serviceLevel",
    "longestWaitSeconds",
  ];
  return html`<dl class="tiles">
    ${COLUMNS.filter(({ name }) => shown.includes(name)).map(
      ({ title, text }) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${text(total)}</dd>
        </div>`,
    )}
  </dl>`;
}

function section(report: Report, dimension: Dimension): Html {
  const rows = report.by[dimension];
  return html`<section>
    <h2>By ${HEADINGS[dimension]}</h2>
    ${chart(dimension, rows)}
    ${table(
      [HEADINGS[dimension], ...COLUMNS.map(({ title }) => title)],
      rows.map((row) => [groupText(dimension, row.value), ...COLUMNS.map(({ text }) => text(row))]),
    )}
  </section>`;
}

/** Bars of what was handled, abandoned, and neither (called back, moved on); the table has the numbers. */
function chart(dimension: Dimension, rows: readonly Figures[]): Html {
  const most = Math.max(1, ...rows.map((row) => Math.max(row.queued, row.handled)));
  const scale = (contacts: number): number => (contacts / most) * HEIGHT;
  const bars = rows.map((row, at) => {
    const others = Math.max(0, row.queued - row.handled - row.abandoned);
    const parts = [
      ["handled", row.handled],
      ["abandoned", row.abandoned],
      ["others", others],
    ] as const;
    let top = HEIGHT;
    const label = groupText(dimension, row.value);
    return html`<g>
      <title>${label}: ${row.queued} queued, ${percent(row.serviceLevel)} service level</title>
      ${parts.map(([kind, contacts]) => {
        top -= scale(contacts);
        return html`<rect
          class="${kind}"
          x="${at * BAR + 3}"
          y="${top.toFixed(1)}"
          width="${BAR - 6}"
          height="${scale(contacts).toFixed(1)}"
        />`;
      })}
      <text transform="translate(${at * BAR + BAR / 2 + 4} ${HEIGHT + 8}) rotate(90)"
        >${label}</text
      >
    </g>`;
  });
  return html`<div class="chart">
    <svg
      role="img"
      aria-label="Contacts by ${HEADINGS[dimension]}; the table below has the numbers"
      width="${Math.max(1, rows.length) * BAR}"
      height="${HEIGHT + 112}"
    >
      ${bars}
    </svg>
    <p class="legend">
      <span class="handled">handled</span> <span class="abandoned">abandoned</span>
      <span class="others">called back or moved on</span> – the highest bar is ${most}
    </p>
  </div>`;
}

function hangUps({ hangUps: rows }: Report): Html {
  if (rows.length === 0) return html``;
  return html`<section>
    <h2>Where callers hung up</h2>
    ${table(
      ["where", "queue", "callers", "avg wait"],
      rows.map((row) => [row.place, row.queue, row.callers, minutes(row.averageWaitSeconds)]),
    )}
  </section>`;
}

function scores<Row>(
  title: string,
  columns: readonly ScoreColumn<Row>[],
  rows: readonly Row[],
): Html {
  if (rows.length === 0) return html``;
  return html`<section>
    <h2>${title}</h2>
    ${table(
      columns.map((column) => column.title),
      rows.map((row) => columns.map(({ text }) => text(row))),
    )}
  </section>`;
}
