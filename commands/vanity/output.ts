import { constants, existsSync, statSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import { OperatorError } from "../../sandbox/machine/errors";
import { inert } from "./formulas";
import type { VanityResult } from "./result";

/** How results are written. */
export type Format = "csv" | "json";

const RANKS = [1, 2, 3, 4, 5];
const HEADERS = {
  csv: ["phone", "companyName", "vanityNumber", ...RANKS.map((rank) => `vanityNumber${rank}`)],
  rejects: ["row", "phone", "companyName", "reason"],
};

/**
 * Cells as lines of CSV.
 * @param rows of cells
 */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows.map((cells) => cells.map((cell) => inert(String(cell)))));
}

/** The first line of each kind of file; JSON Lines has none. */
export function headerOf(format: Format | "rejects"): string {
  return format === "json" ? "" : csvLines([HEADERS[format]]);
}

/**
 * Results as lines, one a row.
 * @param results of some rows
 */
export function resultLines(results: readonly VanityResult[]): string {
  return csvLines(
    results.map(({ phone, companyName, numbers }) => [
      phone,
      companyName,
      numbers[0] ?? "",
      ...RANKS.map((rank) => numbers[rank - 1] ?? ""),
    ]),
  );
}

/** To read and write, made if it isn't there. */
const UPDATE = constants.O_RDWR | constants.O_CREAT;

/** A file that is written from its beginning. What an earlier run of the same command has left there is compared, and written on. */
export class OutputFile {
  private written = 0;
  private lines = 1;

  private constructor(
    private readonly path: string,
    /** Undefined for the terminal. */
    private readonly file: FileHandle | undefined,
    /** How many bytes an earlier run has left; undefined for what keeps nothing: the terminal, a device. */
    private readonly left: number | undefined,
  ) {}

  /**
   * Opens a file.
   * @param option what names it at the terminal, for messages
   * @param path undefined for the terminal
   * @param header its first line
   * @throws OperatorError if the file begins otherwise; the system's error, such as that the folder is missing
   */
  public static async open(
    option: string,
    path: string | undefined,
    header: string,
  ): Promise<OutputFile> {
    const isKept = path !== undefined && (!existsSync(path) || statSync(path).isFile());
    const file = path === undefined ? undefined : await open(path, isKept ? UPDATE : "a");
    const left = isKept ? (await file?.stat())?.size : undefined;
    const output = new OutputFile(path ?? "", file, left);
    try {
      await output.write(header);
      return output;
    } catch (error) {
      await file?.close();
      if (!(error instanceof OperatorError)) throw error;
      throw new OperatorError(
        `${option} must be a new file or one that this command began, got ${path ?? ""}: choose another name`,
      );
    }
  }

  /**
   * Whether an earlier run has left as much as some more lines are: if they are the same, they are done.
   * @param lines the next ones
   */
  public has(lines: string): boolean {
    return this.written + Buffer.byteLength(lines) <= (this.left ?? 0);
  }

  /**
   * Writes whole lines, and waits until they are written: that keeps memory constant.
   * @returns how many of them were there already
   * @throws OperatorError if other lines are there; the system's error, such as that the disk is full
   */
  public async write(lines: string): Promise<number> {
    if (lines === "") return 0;
    if (this.file === undefined) {
      await writeToTerminal(lines);
      return 0;
    }
    const bytes = Buffer.from(lines);
    const known = await this.compare(bytes);
    this.written += known;
    for (let at = known; at < bytes.length;) {
      const place = this.left === undefined ? null : this.written;
      const { bytesWritten } = await this.file.write(bytes, at, bytes.length - at, place);
      at += bytesWritten;
      this.written += bytesWritten;
    }
    return countLines(bytes.subarray(0, known));
  }

  /**
   * Ends the file.
   * @throws OperatorError if more is there than this run has made
   */
  public async end(): Promise<void> {
    if (this.written < (this.left ?? 0)) throw this.otherwise();
    await this.close();
  }

  public async close(): Promise<void> {
    await this.file?.close();
  }

  /** How many of the bytes are there already: none, some of them where the earlier run was interrupted, or all. */
  private async compare(bytes: Buffer): Promise<number> {
    const count = Math.min(bytes.length, (this.left ?? 0) - this.written);
    if (count <= 0 || this.file === undefined) return 0;
    const there = Buffer.alloc(count);
    let read = 0;
    while (read < count) {
      const { bytesRead } = await this.file.read(there, read, count - read, this.written + read);
      if (bytesRead === 0) throw this.otherwise();
      read += bytesRead;
    }
    if (there.compare(bytes, 0, count) !== 0) {
      let same = 0;
      while (there[same] === bytes[same]) same++;
      this.lines += countLines(there.subarray(0, same));
      throw this.otherwise();
    }
    this.lines += countLines(there);
    return count;
  }

  private otherwise(): OperatorError {
    return new OperatorError(
      `${this.path} holds other lines, from line ${this.lines} on, than this list gives now: the list or the words have changed since. Nothing was written over; choose another --out, or delete that file`,
    );
  }
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

function writeToTerminal(lines: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(lines, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
