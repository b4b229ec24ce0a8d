import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { digestOf } from "./digest.ts";
import { FORM, parseAllowance } from "./gate/allowances.ts";
import { judge } from "./gate/judge.ts";
import { PlanError, readPlan } from "./plan.ts";
import { complain, print } from "./print.ts";
import { maskedIn, secretsIn } from "./report/masked.ts";
import { verdictText } from "./verdict-text.ts";

const USAGE = `usage: node plan-review/judge.ts PLAN.json [--allow "ADDRESS: WHAT"]... [--digest-file FILE]
                                  [--expect-digest DIGEST]

Judges a plan that \`terraform show -json\` has written. Exit code 0: it may be applied; 1: it is
refused, or isn't the plan that was reviewed; 2: it can't be judged.
An allowance lets pass what it says at its address, and nothing else: ${FORM}.`;

/** Where nothing is said, everything is in order; where something is wrong, the exit code says it. */
function main(): number {
  const { file, allow, digestFile, expectDigest } = readArguments();
  const plan = readPlan(file);
  const digest = digestOf(plan);
  if (digestFile !== undefined) writeFileSync(digestFile, `${digest}\n`);
  const verdict = judge(plan, { allow });
  const text = verdictText(maskedIn(verdict, secretsIn(JSON.parse(readFileSync(file, "utf8")))));
  if (text !== "") print(text);
  if (expectDigest !== undefined && expectDigest !== digest) {
    print(
      `This is not the plan that was reviewed (digest ${digest}, not ${expectDigest}): since then something has changed, in AWS, in the state or in the code. Review the new plan, and approve that one.`,
    );
    return 1;
  }
  return verdict.refused.length > 0 ? 1 : 0;
}

function readArguments() {
  const { values, positionals } = parse();
  const { allow, "digest-file": digestFile, "expect-digest": expectDigest } = values;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new PlanError(USAGE);
  return { file, allow: allow.map(allowance), digestFile, expectDigest };
}

function allowance(text: string) {
  try {
    return parseAllowance(text);
  } catch (error) {
    throw new PlanError(`--allow ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        allow: { type: "string", multiple: true, default: [] },
        "digest-file": { type: "string" },
        "expect-digest": { type: "string" },
      },
    });
  } catch (error) {
    throw new PlanError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

try {
  process.exitCode = main();
} catch (error) {
  complain(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
