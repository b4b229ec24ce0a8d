import { Coverage } from "../contact-flow/simulation";
import { fuzz } from "../contact-flow/simulation/fuzz";
import { kwglobalCenter } from "./kwglobal-center";

/** Random calls to KWGlobal's main menu: `npm run fuzz -- [calls] [seed]`. */
const [calls = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const center = kwglobalCenter();
const coverage = new Coverage(center);
const begin = performance.now();
const report = fuzz(center, { flow: "KWGlobal Main Menu", calls, seed, watch: coverage.watch });
const seconds = (performance.now() - begin) / 1000;

const endings = Object.entries(report.endings).map(([ending, count]) => `  ${count} ${ending}`);
process.stdout.write(
  [
    `${report.calls.toLocaleString("en-US")} random calls in ${seconds.toFixed(1)} s, seed ${seed}:`,
    ...endings,
    coverage.table(),
    ...(report.failure === undefined
      ? ["nobody is stuck, and no call ends without a queue, a callback or a goodbye"]
      : [
          `${report.failure.problem}; the shortest call that shows it:`,
          JSON.stringify(report.failure.scenario, undefined, 2),
          ...report.failure.story,
        ]),
    "",
  ].join("\n"),
);
process.exitCode = report.failure === undefined ? 0 : 1;
