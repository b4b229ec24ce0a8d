import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import "../commands/support/quiet-sdk";
import Table from "cli-table3";
import { deploy } from "../sandbox/deploy";
import { machineEnvironment } from "../sandbox/machine/environment";
import { startSandbox } from "../sandbox/sandbox";

/**
 * What Connect's throttling costs a large center, by how many resources Terraform handles at a time
 * and how the AWS provider waits: which of them to choose. Then a center of 500 users, once.
 */
const PARALLELISM = [2, 4, 10] as const;
const RETRY_MODES = ["standard", "adaptive"] as const;
const MIDDLE = { name: "20 queues, 200 users, 40 quick connects", args: ["20", "200", "40"] };
const LARGE = { name: "48 queues, 496 users, 96 quick connects", args: ["48", "496", "96"] };
/** Nearly all of their time is waiting. */
const SIDE_BY_SIDE = 3;
/** What cdktf.json loads TypeScript with. */
const LOADER = "./commands/support/register.cjs";
const PROJECT = join(__dirname, "..");

interface Setting {
  readonly size: typeof MIDDLE;
  readonly parallelism: number;
  readonly retryMode: (typeof RETRY_MODES)[number];
}

async function measure({ size, parallelism, retryMode }: Setting): Promise<string[]> {
  const outdir = mkdtempSync(join(tmpdir(), "bench-throttling-"));
  synthesize(outdir, size.args);
  const stackDirectory = join(outdir, "stacks", "generated");
  writeFileSync(
    join(stackDirectory, "bench_override.tf.json"),
    JSON.stringify({ provider: { aws: [{ retry_mode: retryMode }] } }),
  );
  const faults = { throttling: true, slow: 60, seed: 1 };
  const sandbox = await startSandbox({ port: 0, directory: outdir, faults });
  try {
    const runs = [];
    for (const run of ["apply", "second plan"] as const) {
      const before = sandbox.calls.entries().length;
      const { seconds, plan } = await deploy({ stackDirectory, sandbox, parallelism });
      if (run === "second plan" && plan.changes) throw new Error("the second plan has changes");
      const calls = sandbox.calls.entries().slice(before);
      const retried = calls.filter(({ status }) => status === 429).length;
      const time = run === "apply" ? seconds.plan + seconds.apply : seconds.plan;
      runs.push(time.toFixed(0), String(calls.length), String(retried));
    }
    return [String(parallelism), retryMode, ...runs];
  } finally {
    await sandbox.stop();
    rmSync(outdir, { recursive: true, force: true });
  }
}

function synthesize(outdir: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", LOADER, "bench/synthesize-generated.ts", outdir, ...args],
    { cwd: PROJECT, env: machineEnvironment(process.env), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`synth failed: ${stderr}`);
}

async function measureAll(settings: readonly Setting[]): Promise<void> {
  const rows: string[][] = [];
  const waiting = [...settings];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) rows.push(await measure(next));
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  const plan = ["plan s", "calls", "429s"];
  const table = new Table({
    head: ["parallelism", "retry mode", "apply s", "calls", "429s", ...plan],
    style: { head: [], border: [] },
  });
  table.push(...rows.sort(([a], [b]) => Number(a) - Number(b)));
  console.log(`${settings[0]?.size.name ?? ""}, Connect's throttling, answers up to 60 ms late:`);
  console.log(table.toString());
}

async function main(): Promise<void> {
  await measureAll(
    PARALLELISM.flatMap((parallelism) =>
      RETRY_MODES.map((retryMode) => ({ size: MIDDLE, parallelism, retryMode })),
    ),
  );
  await measureAll([{ size: LARGE, parallelism: 4, retryMode: "standard" }]);
}

void main();
