import { CsvError, parse } from "csv-parse/sync";
import { OperatorError } from "../../sandbox/machine/errors";

/** How a list's rows are written. */
export interface Layout {
  /** What parts its cells. */
  readonly delimiter: string;
  /** The places of the columns phone and companyName, and of requestedAt if the list has it. */
  readonly phone: number;
  readonly companyName: number;
  readonly requestedAt?: number;
}

const COLUMNS = ["phone", "companyName"] as const;
const OPTIONAL_COLUMN = "requestedAt";
const DELIMITERS = [",", ";", "\t", "|"];

function cellsOf(header: string, delimiter: string): string[] {
  try {
    const [cells = []] = parse(header, { delimiter, relax_column_count: true });
    return cells.map((name) => name.trim());
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

const missingIn = (columns: readonly string[]): string[] =>
  COLUMNS.filter((name) => !columns.includes(name));

/**
 * Reads a list's first line.
 * @param header the line
 * @param given the delimiter that the person at the terminal has named; else it is the one that shows both columns
 * @throws OperatorError if a column is missing, or named twice
 */
export function layoutOf(header: string, given?: string): Layout {
  const candidates = given === undefined ? DELIMITERS : [given];
  const fitting = candidates.filter((each) => missingIn(cellsOf(header, each)).length === 0);
  const [delimiter = candidates[0] ?? ","] = fitting;
  const columns = cellsOf(header, delimiter);
  const missing = missingIn(columns);
  if (missing.length > 0)
    throw new OperatorError(
      `the list's first line must name the columns phone and companyName, missing ${missing.join(" and ")}, got ${columns.join(", ").slice(0, 100)}`,
    );
  const twice = [...COLUMNS, OPTIONAL_COLUMN].filter(
    (name) => columns.indexOf(name) !== columns.lastIndexOf(name),
  );
  if (twice.length > 0)
    throw new OperatorError(
      `the list's first line must name each column once, got ${twice.join(" and ")} twice`,
    );
  return {
    delimiter,
    phone: columns.indexOf("phone"),
    companyName: columns.indexOf("companyName"),
    ...(columns.includes(OPTIONAL_COLUMN) && { requestedAt: columns.indexOf(OPTIONAL_COLUMN) }),
  };
}
