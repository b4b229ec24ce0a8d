import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseAllowance } from "./gate/allowances.ts";
import { judge } from "./gate/judge.ts";
import { script } from "./github/workflow.ts";
import { parsePlan } from "./plan.ts";
import { planSections } from "./report/plan-sections.ts";
import { closed, cut } from "./report/markdown.ts";
import { masked, maskedIn, secretsIn } from "./report/masked.ts";
import { asDiff } from "./report/plan-text.ts";
import { type Review, writeReview } from "./report/review.ts";
import { changesOf, summaryOf } from "./report/summary.ts";
import { driftedOf } from "./report/ways-back.ts";

/**
 * Characters of a step's summary. GitHub shows up to 1 MiB, and a character has up to three bytes.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const ROOM = 340_000;

/** Makes of a plan what may be shown: for people at the job, and for the jobs that come after. */
function review(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      plan: { type: "string" },
      text: { type: "string" },
      output: { type: "string" },
      summary: { type: "string" },
      "digest-file": { type: "string" },
      allow: { type: "string", multiple: true, default: [] },
    },
  });
  const [environment] = positionals;
  const { plan: file, text, output, summary: summaryFile, allow } = values;
  const { "digest-file": digestFile } = values;
  if (environment === undefined || !file || !text || !output || !summaryFile) {
    throw new Error(
      "usage: node plan-review/review.ts <environment> --plan <JSON> --text <text> --output <folder> --summary <file> [--digest-file <file>] [--allow '<address>: <what>']…",
    );
  }
  const json = readFileSync(file, "utf8");
  const plan = parsePlan(json, file);
  const secrets = secretsIn(JSON.parse(json));
  const verdict = maskedIn(judge(plan, { allow: allow.map(parseAllowance) }), secrets);
  const shown: Review = {
    environment,
    changes: changesOf(plan),
    accepted: verdict.refused.length === 0,
    summary: masked(summaryOf(environment, plan, verdict), secrets),
    drifted: maskedIn(driftedOf(plan), secrets),
    plan: asDiff(masked(readFileSync(text, "utf8"), secrets)),
  };
  const digest = writeReview(output, shown);
  if (digestFile !== undefined) writeFileSync(digestFile, digest);
  const summary = closed(cut(shown.summary, ROOM / 2).text);
  const sections = [summary, ...planSections([[environment, shown]], ROOM - summary.length)];
  appendFileSync(summaryFile, `${sections.join("\n\n")}\n\n`);
}

void script(review);
