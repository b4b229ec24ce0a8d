import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Report, type Scope, answer } from "./figures";
import { type Loading, loadRecords } from "./load-records";
import type { RecordFile } from "./record-files";

/** The most that DuckDB keeps in memory; what is more goes to disk. */
const MEMORY = "1GB";

/**
 * Answers the questions from files of contact records; what has no room in `MEMORY` goes to disk.
 *
 * @param files - From `recordFiles`.
 * @param watch - Whom to tell of faults and progress.
 */
export async function reportOn(
  files: readonly RecordFile[],
  scope: Scope,
  watch: Pick<Loading, "onFault" | "onProgress">,
): Promise<Report> {
  return inScratch(async (scratch) => {
    const instance = await DuckDBInstance.create(join(scratch, "report.duckdb"), {
      memory_limit: MEMORY,
      temp_directory: join(scratch, "spilled"),
      preserve_insertion_order: "false",
      // Nothing is fetched: JSON and time zones are in the package.
      autoinstall_known_extensions: "false",
    });
    try {
      const connection = await instance.connect();
      await connection.run("SET TimeZone = 'UTC'");
      await loadRecords(files, { connection, scratch, ...watch });
      const report = await answer(connection, scope);
      connection.closeSync();
      return report;
    } finally {
      instance.closeSync();
    }
  });
}

/** Does work in a folder that only this user can read, and that is gone afterwards. */
export async function inScratch<Result>(work: (scratch: string) => Promise<Result>) {
  const scratch = await mkdtemp(join(tmpdir(), "report-"));
  try {
    return await work(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
