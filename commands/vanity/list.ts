import { existsSync, rmSync } from "node:fs";
import { SingleBar } from "cli-progress";
import { PhoneNumberError, readPhoneNumber } from "../../lambda-src/phone-number/phone-number";
import { complain } from "../support/terminal";
import { headerOf, LineFile, rejectLine, resultLine, type Format } from "./output";
import type * as record from "./record";
import { resultOf, type VanityResult } from "./result";
import { doneRows, type DoneRows } from "./resume";
import { readRows, sizeOf, type ListRow } from "./rows";

/** How a list is made. */
export interface ListOptions {
  /** CSV with columns phone and companyName. */
  readonly file: string;
  /** JSON Lines instead of CSV. */
  readonly json: boolean;
  /** Where results go; the terminal if absent, and then nothing can be taken up again. */
  readonly out?: string;
  readonly rejects?: string;
  /** The table that results are written to as well. */
  readonly record?: string;
}

/** Rows made before any of them is written. */
const BATCH = 500;

function recorderOf(table: string): record.Recorder {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the AWS SDK takes 0.2 s to load; import() of our own file would need ".js", which ts-node doesn't find
  return (require("./record") as typeof record).recorderOf(table);
}

interface Counts {
  made: number;
  rejected: number;
  done: number;
}

/** Rows made and not yet written. */
class Batch {
  private rejects = "";
  private results: VanityResult[] = [];
  private rows = 0;

  public constructor(
    private readonly format: Format,
    private readonly out: LineFile,
    private readonly rejectFile: LineFile,
    private readonly record: record.Recorder | undefined,
    private readonly counts: Counts,
  ) {}

  public get isFull(): boolean {
    return this.rows >= BATCH;
  }

  public async add(row: ListRow): Promise<void> {
    this.rows++;
    try {
      if (this.record !== undefined && row.companyName === "")
        throw new PhoneNumberError(
          "phone-not-a-number",
          "companyName must not be empty to be recorded",
        );
      this.results.push(resultOf(await readPhoneNumber(row.phone), row.companyName));
      this.counts.made++;
    } catch (error) {
      if (!(error instanceof PhoneNumberError)) throw error;
      this.rejects += rejectLine(row, error.message);
      this.counts.rejected++;
    }
  }

  /** Rejects before results, and the table before both files: what a file shows is done (`resume.ts`). */
  public async write(): Promise<void> {
    await this.record?.(this.results);
    await this.rejectFile.write(this.rejects);
    await this.out.write(this.results.map((result) => resultLine(result, this.format)).join(""));
    this.rejects = "";
    this.results = [];
    this.rows = 0;
  }
}

function rejectsOf({ file, out, rejects }: ListOptions): string {
  return rejects ?? `${out ?? file}.rejects.csv`;
}

function summary({ out, record }: ListOptions, counts: Counts, rejects: string): string {
  const { made, rejected, done } = counts;
  const earlier = done > 0 ? `, ${done} done earlier` : "";
  const lines = [`${made} numbers made${earlier}, ${rejected} rows rejected`];
  if (out !== undefined) lines.push(`results: ${out}`);
  if (record !== undefined) lines.push(`recorded in the table ${record}`);
  if (existsSync(rejects) && rejected > 0)
    lines.push(`bad rows and why: ${rejects} — mend them and run them as a list of their own`);
  return lines.join("\n");
}

/**
 * Makes the vanity numbers of a list, in its order, with constant memory. A run that was interrupted is taken up by the next one.
 * @param options what to read and where to write
 * @returns how many rows it rejected
 * @throws OperatorError for what the person at the terminal can mend
 */
export async function makeList(options: ListOptions): Promise<number> {
  const { file, json, out, record: table } = options;
  const format: Format = json ? "json" : "csv";
  const rejects = rejectsOf(options);
  const size = await sizeOf(file);
  if (out === undefined) rmSync(rejects, { force: true });
  const done: DoneRows | undefined =
    out === undefined ? undefined : await doneRows(out, rejects, format);

  const counts: Counts = { made: 0, rejected: 0, done: 0 };
  const outFile = await LineFile.open(out, headerOf(format));
  const rejectFile = await LineFile.open(rejects, headerOf("rejects"));
  const recorder = table === undefined ? undefined : recorderOf(table);
  const batch = new Batch(format, outFile, rejectFile, recorder, counts);
  const bar = new SingleBar({
    format: "{bar} {percentage}% · {rows} rows · {eta_formatted} left",
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(size, 0, { rows: 0 });
  try {
    for await (const row of readRows(file)) {
      if (await done?.isDone(row.row)) counts.done++;
      else await batch.add(row);
      if (!batch.isFull) continue;
      await batch.write();
      bar.update(row.bytes, { rows: row.row });
    }
    await batch.write();
  } finally {
    bar.stop();
    await outFile.close();
    await rejectFile.close();
  }
  complain(summary(options, counts, rejects));
  return counts.rejected;
}
