import { appendFileSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { judge } from "./gate/judge.ts";
import { script } from "./github/workflow.ts";
import { parsePlan } from "./plan.ts";
import { planSections } from "./report/plan-sections.ts";
import { masked, secretsIn } from "./report/masked.ts";
import { asDiff } from "./report/plan-text.ts";
import { type Review, writeReview } from "./report/review.ts";
import { changesOf, summaryOf } from "./report/summary.ts";

/** GitHub shows a step's summary up to 1 MiB; the rest is left to headings. */
const ROOM = 1_000_000;

/** Makes of a plan what may be shown: for people at the job, and for the jobs that come after. */
function review(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      plan: { type: "string" },
      text: { type: "string" },
      output: { type: "string" },
      summary: { type: "string" },
      allow: { type: "string", multiple: true, default: [] },
    },
  });
  const [environment] = positionals;
  const { plan: file, text, output, summary: summaryFile, allow } = values;
  if (environment === undefined || !file || !text || !output || !summaryFile) {
    throw new Error(
      "usage: node plan-review/review.ts <environment> --plan <JSON> --text <text> --output <folder> --summary <file> [--allow <address>]…",
    );
  }
  const json = readFileSync(file, "utf8");
  const plan = parsePlan(json, file);
  const verdict = judge(plan, allow);
  const secrets = secretsIn(JSON.parse(json));
  const shown: Review = {
    environment,
    changes: changesOf(plan),
    accepted: verdict.refused.length === 0,
    summary: masked(summaryOf(environment, plan, verdict), secrets),
    plan: masked(asDiff(readFileSync(text, "utf8")), secrets),
  };
  writeReview(output, shown);
  const sections = [
    shown.summary,
    ...planSections([[environment, shown]], ROOM - shown.summary.length),
  ];
  appendFileSync(summaryFile, `${sections.join("\n\n")}\n\n`);
}

void script(review);
