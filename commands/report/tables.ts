import Table from "cli-table3";
import { visible } from "../../contact-flow/visible";
import {
  AGENT_SCORES,
  COLUMNS,
  HEADINGS,
  QUESTION_SCORES,
  type ScoreColumn,
  groupText,
  minutes,
} from "./columns";
import { DIMENSIONS, type Dimension, type Report } from "./figures";

/** What fits a terminal; the page and CSV have the rest. */
const SHOWN = COLUMNS.filter(
  ({ name }) => !/^(created|transferred|callbacksHandled|averageQueueAbandon)/.test(name),
);

/** A report as tables for a terminal. */
export function reportTables(report: Report): string {
  const groups = DIMENSIONS.filter((dimension) => report.by[dimension].length > 0);
  return [
    totalText(report),
    ...groups.map((dimension) => groupTable(report, dimension)),
    ...(report.hangUps.length > 0 ? [hangUpTable(report)] : []),
    ...scoreTable(AGENT_SCORES, report.agentScores),
    ...scoreTable(QUESTION_SCORES, report.questionScores),
  ].join("\n\n");
}

/** The sentence above the tables. */
function totalText({ total }: Report): string {
  const titles = ["contacts", "queued", "handled", "abandoned"];
  const counts = COLUMNS.filter(({ title }) => titles.includes(title));
  return counts.map(({ title, text }) => `${text(total)} ${title}`).join(", ");
}

function groupTable(report: Report, dimension: Dimension): string {
  const table = plainTable([HEADINGS[dimension], ...SHOWN.map(({ title }) => title)]);
  for (const figures of report.by[dimension]) {
    const value = visible(groupText(dimension, figures.value));
    table.push([value, ...SHOWN.map(({ text }) => text(figures))]);
  }
  return table.toString();
}

function hangUpTable({ hangUps }: Report): string {
  const table = plainTable(["callers hung up", "queue", "callers", "avg wait"]);
  for (const { place, queue, callers, averageWaitSeconds } of hangUps)
    table.push([place, visible(queue), callers, minutes(averageWaitSeconds)]);
  return table.toString();
}

/** No table of nothing. */
function scoreTable<Row>(columns: readonly ScoreColumn<Row>[], rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const table = plainTable(columns.map(({ title }) => title));
  for (const row of rows) table.push(columns.map(({ text }) => visible(text(row))));
  return [table.toString()];
}

function plainTable(head: string[]) {
  const colAligns = head.map((title, at) => (at === 0 || NAMES.includes(title) ? "left" : "right"));
  return new Table({ head, colAligns, style: { head: [], border: [], compact: true } });
}

/** Heads of columns of words. */
const NAMES = ["queue", "form", "question"];
