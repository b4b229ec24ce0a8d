import { AREAS } from "./areas";
import { cells, COLUMNS } from "./cells";
import type { Score } from "./score";

/** The table's columns: those of the command, and when it was. */
const HEAD: readonly string[] = [...COLUMNS, "measured"];

const cellsOf = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

const isHead = (line: string): boolean => cellsOf(line).join() === HEAD.join();

/** A Markdown table as Prettier writes it; the first column left, all others right. */
function markdown(rows: readonly (readonly string[])[]): string[] {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (at === 0 ? (row[at] ?? "").padEnd(width) : (row[at] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const [head = [], ...others] = rows;
  return [line(head), rule, ...others.map(line)];
}

/**
 * Writes a score into the table of a page. An area that has none yet says so.
 * @param date - When they were measured, as 2026-11-26.
 * @throws Error if the page has no such table
 */
export function withScore(page: string, score: Score, date: string): string {
  const lines = page.split("\n");
  const start = lines.findIndex(isHead);
  if (start < 0) throw new Error(`the page has no table with the columns ${HEAD.join(", ")}`);
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  const known = lines.slice(start + 2, start + length).map(cellsOf);
  const rows = Object.keys(AREAS).map((area) => {
    if (score.area === area) return [...cells(score), date];
    return (
      known.find(([name]) => name === area) ?? [area, ...HEAD.slice(2).map(() => "–"), "never"]
    );
  });
  lines.splice(start, length, ...markdown([HEAD, ...rows]));
  return lines.join("\n");
}
