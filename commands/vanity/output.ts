import { createReadStream, existsSync, statSync, truncateSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import { inert } from "./formulas";
import type { ListRow } from "./rows";
import type { VanityResult } from "./result";

/** How results are written. */
export type Format = "csv" | "json";

const RANKS = [1, 2, 3, 4, 5];
const HEADERS = {
  csv: ["phone", "companyName", "vanityNumber", ...RANKS.map((rank) => `vanityNumber${rank}`)],
  rejects: ["row", "phone", "companyName", "reason"],
};

function csvLine(values: readonly (string | number)[]): string {
  return stringify([values.map((value) => inert(String(value)))]);
}

/** The first line of each kind of file; JSON Lines has none. */
export function headerOf(format: Format | "rejects"): string {
  return format === "json" ? "" : csvLine(HEADERS[format]);
}

/**
 * One result as a line.
 * @param result of one row
 * @param format CSV holds the numbers, JSON also their reasons
 */
export function resultLine(result: VanityResult, format: Format): string {
  if (format === "json") return `${JSON.stringify(result)}\n`;
  const { phone, companyName, vanityNumber, vanityNumbers } = result;
  const five = RANKS.map((rank) => vanityNumbers[rank - 1]?.number ?? "");
  return csvLine([phone, companyName, vanityNumber, ...five]);
}

/**
 * A bad row as a line of the reject file.
 * @param row as read
 * @param reason what was wrong
 */
export function rejectLine({ row, phone, companyName }: ListRow, reason: string): string {
  return csvLine([row, phone, companyName, reason]);
}

/** A file that is written line by line and can be taken up again. */
export class LineFile {
  /** Undefined for the terminal. */
  private readonly file: FileHandle | undefined;

  private constructor(file: FileHandle | undefined) {
    this.file = file;
  }

  /**
   * Opens a file to write on at its end.
   * @param path undefined for the terminal
   * @param header its first line, written if the file is new
   */
  public static async open(path: string | undefined, header: string): Promise<LineFile> {
    const file = path === undefined ? undefined : await open(path, "a");
    const lines = new LineFile(file);
    if (file === undefined || (await file.stat()).size === 0) await lines.write(header);
    return lines;
  }

  /**
   * Writes whole lines, and waits until they are written: that keeps memory constant.
   * @throws the system's error, such as that the disk is full
   */
  public async write(lines: string): Promise<void> {
    if (lines === "") return;
    if (this.file !== undefined) await this.file.appendFile(lines);
    else
      await new Promise<void>((resolve, reject) => {
        process.stdout.write(lines, (error) => {
          if (error) reject(error);
          else resolve();
        });
      });
  }

  public async close(): Promise<void> {
    await this.file?.close();
  }
}

/** Whether something is there that was written earlier: a device keeps nothing. */
export const isKept = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/**
 * How many whole rows a file holds already; what an interruption left of a last one is cut off. Fields hold no line breaks: they are
 * numbers, names from one line of a list, or JSON.
 * @param file its path
 * @param header its first line, which is no row
 */
export async function rowsIn(file: string, header: string): Promise<number> {
  if (!isKept(file)) return 0;
  let lines = 0;
  let whole = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      lines++;
      whole = bytes + at + 1;
    }
    bytes += chunk.length;
  }
  if (whole < bytes) truncateSync(file, whole);
  return Math.max(0, lines - (header === "" ? 0 : 1));
}
