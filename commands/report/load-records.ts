import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { errorCode } from "../../sandbox/machine/errors";
import { sentenceOf } from "../support/failure";
import { EVALUATION_COLUMNS, isEvaluation, readEvaluation } from "./evaluation-fields";
import { fileText, UnreadableForm } from "./file-text";
import { IS_RECORD, JSON_COLUMNS, TYPED_COLUMNS, readRecord } from "./fields";
import { jsonObjects } from "./json-objects";
import { type RecordFile, holdsEvaluations } from "./record-files";

/** Where to load to, and whom to tell what. */
export interface Loading {
  readonly connection: DuckDBConnection;
  /** A folder of the load's own. */
  readonly scratch: string;
  /** Is told what was skipped, with file and line. */
  readonly onFault: (fault: string) => void;
  /** Is told how many bytes of the files are done. */
  readonly onProgress: (bytes: number) => void;
}

/** Files are read at once up to these; one that can't be read takes the others of its batch with it. */
const BATCH_FILES = 256;
const BATCH_BYTES = 256 * 2 ** 20;

/**
 * Loads contact records into the table `contact_records`, and exported evaluations into
 * `evaluation_files`. DuckDB reads what is a record a line, the way that Firehose writes them; a file in
 * which it finds anything else is read again, an object at a time, so that one bad record stops none of
 * the others.
 */
export async function loadRecords(files: readonly RecordFile[], loading: Loading): Promise<void> {
  const { connection, scratch, onProgress } = loading;
  const nothing = join(scratch, "nothing.json");
  await writeFile(nothing, "");
  await connection.run(`CREATE TABLE contact_records AS ${selectFrom([nothing])}`);
  await connection.run(`CREATE TABLE evaluation_files AS ${evaluationsFrom(nothing)}`);
  let done = 0;
  for (const batch of batches(files)) {
    await loadBatch(batch, loading);
    done += bytesOf(batch);
    onProgress(done);
  }
}

function* batches(files: readonly RecordFile[]): Generator<readonly RecordFile[]> {
  let batch: RecordFile[] = [];
  for (const file of files) {
    if (batch.length === BATCH_FILES || bytesOf(batch) + file.bytes > BATCH_BYTES) {
      if (batch.length > 0) yield batch;
      batch = [];
    }
    batch.push(file);
  }
  if (batch.length > 0) yield batch;
}

const bytesOf = (files: readonly RecordFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Halves a batch until the files are alone in which DuckDB finds anything else than records. */
async function loadBatch(batch: readonly RecordFile[], loading: Loading): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  if (batch.every(holdsEvaluations)) {
    await salvage(batch, loading);
    return;
  }
  if (await isLoaded(batch, loading.connection)) return;
  if (batch.length === 1) {
    await salvage([first], loading);
    return;
  }
  const half = batch.length >> 1;
  await loadBatch(batch.slice(0, half), loading);
  await loadBatch(batch.slice(half), loading);
}

async function isLoaded(batch: readonly RecordFile[], connection: DuckDBConnection) {
  const paths = batch.map(({ path }) => path);
  // DuckDB would take the name for a pattern.
  if (paths.some((path) => /[*?[\]{}]/.test(path))) return false;
  try {
    await insert(paths, connection);
    return true;
  } catch {
    return false;
  }
}

/** Takes what can be read out of files, and tells the rest. */
async function salvage(files: readonly RecordFile[], loading: Loading): Promise<void> {
  const { connection, scratch } = loading;
  const records = join(scratch, "salvaged.json");
  const evaluations = join(scratch, "evaluations.json");
  const exported = createWriteStream(evaluations);
  async function* lines(): AsyncGenerator<string> {
    for (const { path } of files) {
      for await (const { value, line } of valuesOf(path, loading)) {
        const isExport = isEvaluation(value);
        const reading = isExport ? readEvaluation(value) : readRecord(value);
        if ("fault" in reading) loading.onFault(`${path}, line ${line}: ${reading.fault}`);
        else if (isExport) await write(exported, reading.record);
        else yield lineOf(reading.record);
      }
    }
  }
  await pipeline(lines, createWriteStream(records));
  exported.end();
  await finished(exported);
  await insert([records], connection);
  await connection.run(`INSERT INTO evaluation_files ${evaluationsFrom(evaluations)}`);
  await Promise.all([records, evaluations].map((file) => rm(file)));
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;

async function write(stream: Writable, value: unknown): Promise<void> {
  if (!stream.write(lineOf(value))) await once(stream, "drain");
}

/** The JSON objects in a file; what is none is told. */
async function* valuesOf(path: string, { onFault }: Loading) {
  try {
    for await (const piece of jsonObjects(fileText(path))) {
      if ("fault" in piece) onFault(`${path}, line ${piece.line}: ${piece.fault}`);
      else yield piece;
    }
  } catch (error) {
    if (error instanceof UnreadableForm) onFault(`${path}: ${error.message}`);
    // What was read until then counts.
    else
      onFault(`${path}: can't be read on: ${isDamaged(error) ? error.message : sentenceOf(error)}`);
  }
}

/** Compressed data that isn't whole. */
function isDamaged(error: unknown): error is Error {
  return (errorCode(error) ?? "").startsWith("Z_");
}

async function insert(paths: readonly string[], connection: DuckDBConnection): Promise<void> {
  await connection.run(`INSERT INTO contact_records ${selectFrom(paths)}`);
}

/** Fails as a whole on a row that is no record. */
function selectFrom(paths: readonly string[]): string {
  const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(", ");
  return `SELECT ${TYPED_COLUMNS}
    FROM read_json([${list}], format = 'newline_delimited', columns = ${JSON_COLUMNS})
    WHERE CASE WHEN ${IS_RECORD} THEN true ELSE error('no contact record') END`;
}

function evaluationsFrom(path: string): string {
  return `SELECT * FROM read_json('${path.replaceAll("'", "''")}', format = 'newline_delimited', columns = ${EVALUATION_COLUMNS})`;
}
