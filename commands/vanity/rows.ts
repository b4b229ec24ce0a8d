import { isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";
import { asMeant } from "./formulas";
import type { Layout } from "./layout";

/** One row of a list. */
export interface ListRow {
  readonly phone: string;
  readonly companyName: string;
  /** As written; absent where the list doesn't tell. */
  readonly requestedAt?: string;
  /** Why it can't be read, if so. */
  readonly fault?: string;
}

/** The most lines of one row: an address may have a few. */
const MOST_LINES = 20;

const NEWLINE = 10;

/** What a row's mistake is called, by the parser's code. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "the row opens a quote that is never closed",
  INVALID_OPENING_QUOTE:
    'a cell with a quote in it must be quoted as a whole, and the quote doubled: "5"" pipes"',
  CSV_INVALID_CLOSING_QUOTE:
    'a quote inside a quoted cell must be doubled, and nothing may follow the last: "5"" pipes"',
};

/** A quoted field may hold line breaks; a line of the output is one row, and shows what is in it. */
const inOneLine = (text: string): string =>
  /^[\x21-\x7e]*$/.test(text) && !text.includes("'")
    ? text
    : asMeant(text.replace(/[\s\p{Control}]+/gu, " ").trim());

function cellsOf(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: text.includes("\n") ? ["\r\n", "\n"] : ["\r"],
    skip_empty_lines: true,
    relax_column_count: true,
  });
}

function rowOf(cells: readonly string[], { phone, companyName, requestedAt }: Layout): ListRow {
  const row = {
    phone: inOneLine(cells[phone] ?? ""),
    companyName: inOneLine(cells[companyName] ?? ""),
  };
  const time = requestedAt === undefined ? "" : inOneLine(cells[requestedAt] ?? "");
  return time === "" ? row : { ...row, requestedAt: time };
}

/** A row that can't be read, as its text shows. */
function unreadable(text: string, layout: Layout, fault: string): ListRow {
  const cells = text.split(layout.delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, ""));
  return { ...rowOf(cells, layout), fault };
}

/** Whether a line has a phone where a row would: it then is one, and no part of a name. */
function isRow(line: string, { delimiter, phone }: Layout): boolean {
  const cell = line.split(delimiter)[phone] ?? "";
  return line.includes(delimiter) && cell.replace(/\D/g, "").length >= 7;
}

/** Whether no cell of a row holds what looks like a row of its own: a quote was left open, and closed by another. */
const isWhole = (cells: readonly string[], layout: Layout): boolean =>
  cells.every((cell) => {
    if (!cell.includes("\n")) return true;
    const [, ...more] = cell.split("\n");
    return !more.some((line) => isRow(line, layout));
  });

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, at);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(at, next));
    at = next;
  }
  return lines;
}

/** The row that begins with some lines, and how many of them it has. */
function firstRow(
  lines: readonly Buffer[],
  layout: Layout,
): { lines: number; row: ListRow | undefined } {
  const [line = Buffer.alloc(0)] = lines;
  if (!isUtf8(line))
    return {
      lines: 1,
      row: unreadable(
        new TextDecoder("windows-1252").decode(line),
        layout,
        "the row is not UTF-8, though others are: save the list as UTF-8, or say what it is with --encoding",
      ),
    };
  let fault = "";
  for (let count = 1; count <= Math.min(MOST_LINES, lines.length); count++) {
    const text = Buffer.concat(lines.slice(0, count)).toString();
    try {
      const [cells] = cellsOf(text, layout.delimiter);
      if (cells === undefined) return { lines: count, row: undefined };
      if (isWhole(cells, layout)) return { lines: count, row: rowOf(cells, layout) };
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      if (count === 1) fault = FAULTS[error.code] ?? `the row must be CSV: ${error.message}`;
      if (error.code !== "CSV_QUOTE_NOT_CLOSED") break;
    }
  }
  return { lines: 1, row: unreadable(line.toString(), layout, fault) };
}

/** Reads a block line by line, so that a bad row is found and leaves the others alone. */
function* carefully(bytes: Buffer, layout: Layout): Generator<ListRow> {
  let lines = linesOf(bytes);
  while (lines.length > 0) {
    const { lines: count, row } = firstRow(lines, layout);
    if (row !== undefined) yield row;
    lines = lines.slice(count);
  }
}

/**
 * Reads whole rows of a list; a bad one has its fault, and never stops the others.
 * @param bytes as they lie in the file
 * @param layout from the list's first line
 */
export function readRows(bytes: Buffer, layout: Layout): ListRow[] {
  if (isUtf8(bytes))
    try {
      const rows = cellsOf(bytes.toString(), layout.delimiter);
      if (rows.every((cells) => isWhole(cells, layout)))
        return rows.map((cells) => rowOf(cells, layout));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
  return [...carefully(bytes, layout)];
}

/**
 * A row that is longer than any may be.
 * @param bytes its beginning
 * @param layout from the list's first line
 */
export function tooLong(bytes: Buffer, layout: Layout): ListRow {
  return unreadable(bytes.toString(), layout, "the row is longer than 64 kB");
}
