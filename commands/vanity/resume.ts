import { createReadStream, statSync } from "node:fs";
import { parse } from "csv-parse";
import { OperatorError } from "../../sandbox/errors";
import { headerOf, isKept, rowsIn, type Format } from "./output";

/** What an earlier run of the same command has done already. */
export interface DoneRows {
  /** Whether a row is done. To be asked once for each row, in the list's order. */
  isDone(row: number): Promise<boolean>;
}

/** The row numbers in a reject file, as it is now. */
async function* rejectedRows(file: string): AsyncGenerator<number> {
  if (!isKept(file)) return;
  const { size } = statSync(file);
  if (size === 0) return;
  const records = createReadStream(file, { end: size - 1 }).pipe(parse({ columns: true }));
  for await (const { row } of records as AsyncIterable<{ row?: string }>) yield Number(row);
}

async function firstLineOf(file: string): Promise<string> {
  if (!isKept(file)) return "";
  for await (const chunk of createReadStream(file, { end: 200 }) as AsyncIterable<Buffer>)
    return chunk.toString().split("\n")[0] ?? "";
  return "";
}

/**
 * Finds out what is done. Rejects are written before the results around them, so each row before the last result is in one of the two
 * files: a row is done if it is among the rejects, or if fewer rows than there are results came before it that are not.
 * @param out the results' file
 * @param rejects the bad rows' file
 * @param format of the results
 * @throws OperatorError if `out` is no such file
 */
export async function doneRows(out: string, rejects: string, format: Format): Promise<DoneRows> {
  const header = headerOf(format);
  const first = await firstLineOf(out);
  // The interruption may have left only a part of the first line.
  const beginning = format === "csv" ? header.trimEnd() : '{"phone":';
  if (!beginning.startsWith(first) && !first.startsWith(beginning))
    throw new OperatorError(
      `--out must be a new file or one that this command began, got ${out}: choose another name`,
    );
  const results = await rowsIn(out, header);
  await rowsIn(rejects, headerOf("rejects"));
  const rejected = rejectedRows(rejects);
  let next = await rejected.next();
  let seen = 0;
  return {
    isDone: async (row) => {
      while (!next.done && next.value < row) next = await rejected.next();
      if (!next.done && next.value === row) return true;
      return ++seen <= results;
    },
  };
}
