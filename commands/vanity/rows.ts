import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { CsvError, parse } from "csv-parse";
import { OperatorError, errorCode } from "../../sandbox/errors";
import { asMeant } from "./formulas";

/** One row of the list. */
export interface ListRow {
  /** The row's number in the list, from 1, not counting the header. */
  readonly row: number;
  readonly phone: string;
  readonly companyName: string;
  /** Bytes of the file read so far, for the progress bar. */
  readonly bytes: number;
}

const COLUMNS = ["phone", "companyName"] as const;
const LONGEST_RECORD = 100_000;

/**
 * The list's size in bytes.
 * @param file its path
 * @throws OperatorError if there is none
 */
export async function sizeOf(file: string): Promise<number> {
  try {
    const stats = await stat(file);
    if (stats.isFile()) return stats.size;
    throw new OperatorError(`--file must be a CSV file, got a directory: ${file}`);
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw new OperatorError(`--file must exist, got ${file}`);
    throw error;
  }
}

function columnsOf(header: string[]): string[] {
  const columns = header.map((name) => name.trim());
  const missing = COLUMNS.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new OperatorError(
      `the list's first line must name the columns phone and companyName, missing ${missing.join(" and ")}, got ${columns.join(", ").slice(0, 100)}`,
    );
  return columns;
}

/** A quoted field may hold line breaks; a line of the output is one row, and shows what is in it. */
function inOneLine(text: string): string {
  return asMeant(text.replace(/[\s\p{Control}]+/gu, " ").trim());
}

/**
 * Reads a list row by row, never more of it at once than a stream's buffer.
 * @param file a CSV file with a header line
 * @throws OperatorError if it is no CSV or lacks a column
 */
export async function* readRows(file: string): AsyncGenerator<ListRow> {
  const input = createReadStream(file);
  const records = input.pipe(
    parse({
      bom: true,
      columns: columnsOf,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    }),
  );
  input.on("error", (error) => records.destroy(error));
  let row = 0;
  try {
    for await (const record of records as AsyncIterable<Partial<Record<string, string>>>) {
      row++;
      const { phone = "", companyName = "" } = record;
      yield {
        row,
        phone: inOneLine(phone),
        companyName: inOneLine(companyName),
        bytes: input.bytesRead,
      };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new OperatorError(`the list must be CSV; after row ${row}: ${error.message}`);
    throw error;
  }
}
