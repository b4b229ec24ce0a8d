import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

import { CsvError, parse } from "csv-parse/sync";

import { didYouMean } from "../../contact-flow/did-you-mean";
import { errorCode } from "../../sandbox/machine/errors";
import type { Faults } from "./faults";

/** A row of a table, whose cells are read by the names of their columns. */
export class Row {
  public constructor(
    private readonly file: string,
    private readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
    private readonly faults: Faults,
  ) {}

  /** The text of a cell, without the spaces around it; empty where there is no such column. */
  public text(column: string): string {
    return (this.cells.get(column) ?? "").trim();
  }

  /** Tells what is wrong with a cell. */
  public refuse(column: string, problem: string): void {
    this.faults.add(this.file, this.line, `, ${column}: ${problem}`);
  }

  /**
   * A number; what is wrong with it is told.
   * @param what is right, such as `a number of seconds above 0`
   */
  public number(
    column: string,
    what: string,
    isRight: (number: number) => boolean,
  ): number | undefined {
    const text = this.text(column);
    // Other tools write 0.00001 as 1e-05.
    const number = /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
    if (isRight(number)) return number;
    this.refuse(column, `must be ${what}, got "${text}"`);
    return undefined;
  }

  /** One of some names; what is wrong is told. @returns its place among them */
  public oneOf(column: string, names: readonly string[]): number | undefined {
    const text = this.text(column);
    const place = names.indexOf(text);
    if (place >= 0) return place;
    this.refuse(column, `must be one of ${quoted(names)}, got "${text}"${didYouMean(text, names)}`);
    return undefined;
  }
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** What the parser finds wrong, in words, by its code. */
const CSV_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and never closed",
  INVALID_OPENING_QUOTE:
    "a cell with a quote in it must be quoted as a whole, and the quote doubled",
  CSV_INVALID_CLOSING_QUOTE: "a quote inside a quoted cell must be doubled",
};

/** The columns of a table. */
export interface Columns {
  readonly required: readonly string[];
  /** At least one of these must be there, if there are any. */
  readonly either: readonly string[];
}

/**
 * Reads a table: CSV in UTF-8, with commas, whose first line names the columns. What is wrong is told.
 * @returns the rows that have as many cells as the first line; none if that is wrong
 */
export function readTable(file: string, columns: Columns, faults: Faults): Row[] {
  const [head, ...rows] = recordsOf(file, faults);
  if (head === undefined) return [];
  const names = head.cells.map((name) => name.trim());
  const wrong = separatorFault(names, columns) ?? headFaults(names, columns);
  for (const fault of wrong) faults.add(file, head.line, `: ${fault}`);
  if (wrong.length > 0) return [];
  if (rows.length === 0) faults.add(file, 0, ": there must be a row below the first line");
  return rows.flatMap(({ line, cells }) => {
    if (cells.length === names.length)
      return [
        new Row(file, line, new Map(names.map((name, at) => [name, cells[at] ?? ""])), faults),
      ];
    faults.add(file, line, `: must have ${names.length} cells, got ${cells.length}`);
    return [];
  });
}

/** Signs that spreadsheets write in place of commas. */
const SEPARATORS = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
] as const;

/** What is wrong with a first line whose names other signs part. */
function separatorFault(
  [line = "", ...more]: readonly string[],
  { required }: Columns,
): string[] | undefined {
  const used = SEPARATORS.find(([sign]) => {
    const names = line.split(sign);
    return names.length > 1 && required.some((name) => names.includes(name));
  });
  if (more.length > 0 || used === undefined) return undefined;
  return [`the columns must be separated by commas, got ${used[1]}`];
}

function headFaults(names: readonly string[], { required, either }: Columns): string[] {
  const known = [...required, ...either];
  const isMissing = either.length > 0 && !either.some((name) => names.includes(name));
  return [
    ...[...new Set(names)].flatMap((name) => {
      if (!known.includes(name))
        return [`column "${name}" must be one of ${known.join(", ")}${didYouMean(name, known)}`];
      const count = names.filter((each) => each === name).length;
      return count > 1 ? [`column ${name} must stand there once`] : [];
    }),
    ...required.filter((name) => !names.includes(name)).map((name) => `column ${name} is missing`),
    ...(isMissing ? [`column ${either.join(" or ")} is missing`] : []),
  ];
}

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function recordsOf(file: string, faults: Faults): CsvRow[] {
  const bytes = bytesOf(file, faults);
  if (bytes === undefined) return [];
  if (!isUtf8(bytes)) {
    const isPacked = ["1f8b", "504b"].includes(bytes.toString("hex", 0, 2));
    const cure = isPacked
      ? "must be CSV, but it is compressed: unpack it first"
      : "must be UTF-8: save it as “CSV UTF-8”";
    faults.add(file, 0, `: ${cure}`);
    return [];
  }
  try {
    const records = parse(bytes, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    if (records.length === 0) faults.add(file, 0, ": must not be empty");
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 0;
    faults.add(file, line, `: ${CSV_FAULTS[error.code] ?? `must be CSV: ${error.message}`}`);
    return [];
  }
}

function bytesOf(file: string, faults: Faults): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = errorCode(error);
    if (code !== "ENOENT" && code !== "EISDIR") throw error;
    const problem = code === "ENOENT" ? "there is no such file" : "must be a file, not a folder";
    faults.add(file, 0, `: ${problem}`);
    return undefined;
  }
}
