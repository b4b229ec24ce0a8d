import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./interleaved";

const ROOT = join(__dirname, "../..");
const ROWS = 100_000;
const FEW_ROWS = ROWS / 10;
const MORE_ROWS = 10 * ROWS;
const ROUNDS = 3;

/** A list with a new phone and a new company in each row. */
function writeList(file: string, rows: number): void {
  const descriptor = openSync(file, "w");
  writeSync(descriptor, "phone,companyName\n");
  let text = "";
  for (let row = 0; row < rows; row++) {
    const number = 2_000_000 + ((row * 7_919) % 8_000_000);
    text += `+1302${number},Acme ${row} Plumbing Ltd\n`;
    if (text.length < 1_000_000 && row + 1 < rows) continue;
    writeSync(descriptor, text);
    text = "";
  }
  closeSync(descriptor);
}

/** What csv-parse alone does with a list: each row as an object. */
const PARSE_ALONE = `
  const { parse } = require("csv-parse");
  let rows = 0;
  require("node:fs").createReadStream(process.argv[1]).pipe(parse({ columns: true }))
    .on("data", () => rows++).on("end", () => process.exit(rows === 0 ? 1 : 0));`;

/** Prints the largest memory of the process, in kB, when it ends. */
const MEMORY = `process.on("exit", () => process.stderr.write("\\nmaxrss " + process.resourceUsage().maxRSS + "\\n"));`;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function timed(args: readonly string[]): Run {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`a list failed: ${stderr}`);
  return { seconds, megabytes: Number(/maxrss (\d+)/.exec(stderr)?.[1] ?? NaN) / 1000 };
}

/** Prints how long a list takes from start to end, against csv-parse alone in a process of its own, and its memory as it grows. */
export function lists(): void {
  const folder = mkdtempSync(join(tmpdir(), "vanity-bench-"));
  try {
    const file = join(folder, "list.csv");
    const made = (): Run => {
      rmSync(join(folder, "out.csv"), { force: true });
      return timed([
        ...[
          "--require",
          "ts-node/register/transpile-only",
          "--require",
          join(folder, "memory.cjs"),
        ],
        ...["commands/vanity.ts", "--file", file, "--out", join(folder, "out.csv")],
      ]);
    };
    const memory = openSync(join(folder, "memory.cjs"), "w");
    writeSync(memory, `if (require("node:worker_threads").isMainThread) ${MEMORY}`);
    closeSync(memory);

    writeList(file, ROWS);
    const runs = Array.from({ length: ROUNDS }, () => ({
      alone: timed(["-e", PARSE_ALONE, file]).seconds,
      list: made(),
    }));
    const alone = median(runs.map((run) => run.alone));
    const list = median(runs.map((run) => run.list.seconds));
    const megabytes = median(runs.map((run) => run.list.megabytes));
    const [few, more] = [FEW_ROWS, MORE_ROWS].map((rows) => {
      writeList(file, rows);
      return { rows, ...made() };
    });
    const rows = (count: number): string => count.toLocaleString("en");
    console.log(
      `\nLists, a new company in each row, medians of ${ROUNDS}, wall time from start to end`,
    );
    console.log(`  csv-parse alone, ${rows(ROWS)} rows            ${alone.toFixed(2)} s`);
    console.log(
      `  npm run vanity, ${rows(ROWS)} rows             ${list.toFixed(2)} s   ${(list / alone).toFixed(1)} x   ${megabytes.toFixed(0)} MB`,
    );
    for (const other of [few, more])
      if (other !== undefined)
        console.log(
          `  npm run vanity, ${rows(other.rows).padStart(9)} rows           ${other.seconds.toFixed(2)} s   ${other.megabytes.toFixed(0)} MB`,
        );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
