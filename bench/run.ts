import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** `npm run bench` runs every `*.bench.ts` here, each in a process of its own; a name runs one. */
const wanted = process.argv[2];
const benchmarks = readdirSync(__dirname)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.replace(".bench.ts", ""));

if (wanted !== undefined && !benchmarks.includes(wanted)) {
  console.error(`error: there is no benchmark "${wanted}"; there are: ${benchmarks.join(", ")}`);
  process.exitCode = 1;
} else {
  for (const name of wanted === undefined ? benchmarks : [wanted]) {
    console.log(`\n# ${name}`);
    const { status } = spawnSync(
      process.execPath,
      ["--require", "ts-node/register/transpile-only", join(__dirname, `${name}.bench.ts`)],
      { stdio: "inherit" },
    );
    process.exitCode = status === 0 ? process.exitCode : 1;
  }
}
