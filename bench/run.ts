import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Argument, Command } from "commander";

import { run } from "../commands/support/run";
import { say } from "../commands/support/terminal";

/** Each `*.bench.ts` here. */
const BENCHMARKS = readdirSync(__dirname)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.replace(".bench.ts", ""));

/** Each in a process of its own, so that none finds what another has loaded. */
function bench(name: string): void {
  say(`\n# ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ["--require", "ts-node/register/transpile-only", join(__dirname, `${name}.bench.ts`)],
    { stdio: "inherit" },
  );
  if (status !== 0) process.exitCode = 1;
}

void new Command("npm run bench --")
  .description("Measure how fast things are, side by side with a rival or a limit.")
  .addArgument(new Argument("[benchmark]", "one of them; all by default").choices(BENCHMARKS))
  .action((name?: string) =>
    run(() => {
      (name === undefined ? BENCHMARKS : [name]).forEach(bench);
    }),
  )
  .parseAsync();
