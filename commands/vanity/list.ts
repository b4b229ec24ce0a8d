import { existsSync, rmSync } from "node:fs";
import { SingleBar } from "cli-progress";
import type { OwnWords } from "../../lambda-src/vanity-engine/own-words";
import { OperatorError } from "../../sandbox/machine/errors";
import { complain } from "../support/terminal";
import { BlockCutter, type Block } from "./blocks";
import { listBytes, sizeOf } from "./encoding";
import { layoutOf, type Layout } from "./layout";
import type { Making } from "./made-block";
import { csvLines, headerOf, OutputFile, type Format } from "./output";
import { makeBlocks } from "./pool";
import type * as record from "./record";

/** How a list is made. */
export interface ListOptions {
  /** CSV with columns phone and companyName. */
  readonly file: string;
  /** What the file's bytes mean, as the Encoding Standard names it; UTF-8 unless its first bytes tell. */
  readonly encoding?: string;
  /** What parts its cells, where that can't be told from the first line. */
  readonly delimiter?: string;
  /** JSON Lines instead of CSV. */
  readonly json: boolean;
  /** Where results go; the terminal if absent, and then nothing can be taken up again. */
  readonly out?: string;
  readonly rejects?: string;
  /** The table that results are written to as well. */
  readonly record?: string;
  /** The operator's own words, if there are any. */
  readonly ownWords?: OwnWords | undefined;
}

function recorderOf(table: string): record.Recorder {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the AWS SDK takes 0.2 s to load; import() of our own file would need ".js", which ts-node doesn't find
  return (require("./record") as typeof record).recorderOf(table);
}

interface Counts {
  made: number;
  rejected: number;
  done: number;
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

/** A block of a list, and how much of the file was read for it. */
interface ListBlock {
  readonly block: Block;
  readonly read: number;
}

async function* blocksOf({ file, encoding }: ListOptions): AsyncGenerator<ListBlock> {
  const cutter = new BlockCutter();
  let read = 0;
  for await (const part of listBytes(file, encoding)) {
    ({ read } = part);
    for (const block of cutter.take(part.bytes, false)) yield { block, read };
  }
  for (const block of cutter.take(Buffer.alloc(0), true)) yield { block, read };
}

/** A list's first line, behind empty ones; a spreadsheet's `sep=;` before it says what parts the cells. */
const FIRST_LINE = /^\s*(?:sep=(.)\r?[\r\n]\s*)?([^\r\n]*)/i;

const noHeader = (got: string): OperatorError =>
  new OperatorError(
    `the list's first line must name the columns phone and companyName, got ${got}`,
  );

/** Takes the first line off a list's first block. */
async function opened(
  options: ListOptions,
): Promise<{ layout: Layout; blocks: AsyncIterable<ListBlock> }> {
  const blocks = blocksOf(options);
  const next = await blocks.next();
  if (next.done === true) throw noHeader("an empty file");
  const first = next.value;
  if (first.block.kind === "too-long") throw noHeader("a line without an end");
  const { bytes } = first.block;
  // Of one byte a character, so that places are the file's.
  const [all = "", separator, header = ""] = FIRST_LINE.exec(bytes.toString("latin1")) ?? [];
  const layout = layoutOf(Buffer.from(header, "latin1").toString(), options.delimiter ?? separator);
  async function* rest(): AsyncGenerator<ListBlock> {
    yield { ...first, block: { kind: "rows", bytes: bytes.subarray(all.length) } };
    yield* blocks;
  }
  return { layout, blocks: rest() };
}

/**
 * Makes the vanity numbers of a list, in its order, with constant memory. A run that was interrupted is taken up by the next one: it
 * makes all of them again, which is quick, and writes (and records) only what isn't there yet.
 * @param options what to read and where to write
 * @returns how many rows are rejected
 * @throws OperatorError for what the person at the terminal can mend
 */
export async function makeList(options: ListOptions): Promise<number> {
  const { file, json, out, record: table, ownWords } = options;
  const format: Format = json ? "json" : "csv";
  const rejects = rejectsOf(options);
  const size = await sizeOf(file);
  const { layout, blocks } = await opened(options);
  const making: Making = { layout, format, isRecorded: table !== undefined, ownWords };
  if (out === undefined) rmSync(rejects, { force: true });

  const counts: Counts = { made: 0, rejected: 0, done: 0 };
  const outFile = await OutputFile.open("--out", out, headerOf(format));
  const rejectFile = await OutputFile.open("--rejects", rejects, headerOf("rejects"));
  const recorder = table === undefined ? undefined : recorderOf(table);
  const bar = new SingleBar({
    format: "{bar} {percentage}% · {rows} rows · {eta_formatted} left",
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(size, 0, { rows: 0 });
  let row = 1;
  try {
    for await (const { item, made } of makeBlocks(blocks, making, size)) {
      const lines = made.rejects.map(({ index, phone, companyName, reason }) => [
        row + index,
        phone,
        companyName,
        reason,
      ]);
      // The table before the files: what a file shows is done.
      if (!outFile.has(made.lines)) await recorder?.(made.recorded);
      await rejectFile.write(csvLines(lines));
      const done = await outFile.write(made.lines);
      row += made.rows;
      counts.done += done;
      counts.made += made.made - done;
      counts.rejected += made.rejects.length;
      bar.update(item.read, { rows: row - 1 });
    }
    await outFile.end();
    await rejectFile.end();
  } finally {
    bar.stop();
    await outFile.close();
    await rejectFile.close();
  }
  complain(summary(options, counts, rejects));
  return counts.rejected;
}
