import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import "../commands/support/quiet-sdk";
import { deploy } from "../sandbox/deploy";
import { machineEnvironment } from "../sandbox/machine/environment";
import { startSandbox } from "../sandbox/sandbox";

/**
 * How long synth and apply take, for KWGlobal and for generated centers: how each grows. Synth is
 * measured in fresh processes, in turn with one that only loads cdktf and the provider's modules.
 */
const ROUNDS = 7;
/** What cdktf.json loads TypeScript with. */
const LOADER = "./commands/support/register.cjs";
const PROJECT = join(__dirname, "..");
const OUTDIR = mkdtempSync(join(tmpdir(), "bench-"));

const SIZES = [
  { name: "5 queues, 50 users, 10 quick connects", args: ["5", "50", "10"] },
  { name: "48 queues, 496 users, 96 quick connects", args: ["48", "496", "96"] },
] as const;

function seconds(script: string, ...args: string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--require", LOADER, script, ...args], {
    cwd: PROJECT,
    env: { ...machineEnvironment(process.env), CDKTF_OUTDIR: OUTDIR },
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`${script} failed: ${stderr}`);
  }
  return (performance.now() - began) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function benchSynth(): void {
  const programs = [
    {
      name: "only loads cdktf and the provider's modules",
      run: () => seconds("bench/load-only.ts"),
    },
    { name: "KWGlobal (both environments)", run: () => seconds("main.ts") },
    ...SIZES.map(({ name, args }) => ({
      name,
      run: () => seconds("bench/synthesize-generated.ts", OUTDIR, ...args),
    })),
  ].map((program) => ({ ...program, times: [] as number[] }));
  // The first run fills the caches, as the first synth in a clone does.
  programs.forEach(({ run }) => run());
  for (let round = 0; round < ROUNDS; round += 1) {
    programs.forEach(({ run, times }) => times.push(run()));
  }
  const floor = median(programs[0]?.times ?? []);
  console.log(`Synth, fresh process, median of ${ROUNDS} rounds in turn:`);
  for (const { name, times } of programs) {
    const time = median(times);
    console.log(`${time.toFixed(2).padStart(8)} s  ${(time / floor).toFixed(2)} ×  ${name}`);
  }
}

async function benchApply(name: string, stackDirectory: string): Promise<void> {
  const sandbox = await startSandbox({ port: 0 });
  try {
    for (const run of ["first apply", "second plan"]) {
      const { plan, seconds: times, calls } = await deploy({ stackDirectory, sandbox });
      const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
      const changes = plan.changes ? `${plan.add} resources made` : "no changes";
      console.log(
        `  ${name}, ${run}: plan ${times.plan.toFixed(1)} s, apply ${times.apply.toFixed(1)} s, ${changes}, ${total} API calls, ${calls.connect ?? 0} of Connect`,
      );
    }
  } finally {
    await sandbox.stop();
  }
}

async function main(): Promise<void> {
  benchSynth();
  console.log("\nApply in the sandbox, no throttling:");
  await benchApply("KWGlobal", join(OUTDIR, "stacks", "kwglobal-prod"));
  for (const { name, args } of SIZES) {
    seconds("bench/synthesize-generated.ts", OUTDIR, ...args);
    await benchApply(name, join(OUTDIR, "stacks", "generated"));
  }
  rmSync(OUTDIR, { recursive: true, force: true });
}

void main();
