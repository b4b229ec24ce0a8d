import { execFileSync } from "node:child_process";
import { recordVanityNumberBundle } from "../../lambda-src/record-vanity-number/bundle";
import { build } from "./bundles";
import { median } from "./interleaved";

const PROCESSES = 21;

const ENGINE_PROBE = `
  const rss = process.memoryUsage.rss(), began = performance.now();
  const { vanityEngine } = require(process.argv[1]);
  vanityEngine().suffixes("9856970", "KWGlobal");
  const time = performance.now() - began;
  console.log(JSON.stringify([time, (process.memoryUsage.rss() - rss) / 1e6]));`;

const HANDLER_PROBE = `
  const rss = process.memoryUsage.rss(), began = performance.now();
  require(process.argv[1]);
  const time = performance.now() - began;
  console.log(JSON.stringify([time, (process.memoryUsage.rss() - rss) / 1e6]));`;

function probe(script: string, file: string): [number, number] {
  const runs = Array.from({ length: PROCESSES }, () => {
    const output = execFileSync(process.execPath, ["-e", script, file], {
      env: { TABLE_NAME: "bench", AWS_REGION: "us-east-1", NODE_NO_WARNINGS: "1" },
      encoding: "utf8",
    });
    return JSON.parse(output) as [number, number];
  });
  return [median(runs.map(([time]) => time)), median(runs.map(([, rss]) => rss))];
}

/** Prints the cold start of the engine and of the whole function. */
export function coldStart(): void {
  const engine = build("lambda-src/vanity-engine/engine.ts");
  const handler = build(recordVanityNumberBundle.entry);
  console.log(`\nCold start in the bundle as deployed, medians of ${PROCESSES} processes`);
  const line = (name: string, [time, rss]: [number, number]): void => {
    console.log(`  ${name.padEnd(38)} ${time.toFixed(1).padStart(6)} ms  +${rss.toFixed(1)} MB`);
  };
  line("engine: load and first call", probe(ENGINE_PROBE, engine.file));
  line("function: load (SDK, Powertools, engine)", probe(HANDLER_PROBE, handler.file));
}
