import { parseArgs } from "node:util";
import { GitHub } from "./github/client.ts";
import { keepIssue } from "./github/discussion.ts";
import { runAddress, script } from "./github/workflow.ts";
import { print } from "./print.ts";
import { driftText } from "./report/drift-text.ts";
import { readReviews } from "./report/review.ts";

const TITLE = "AWS is not as the code says";

/** Keeps one issue open while an environment differs from the code, and closes it afterwards. */
async function driftIssue(): Promise<void> {
  const { values, positionals: environments } = parseArgs({
    allowPositionals: true,
    options: { from: { type: "string" } },
  });
  const { from = "" } = values;
  if (from === "" || environments.length === 0) {
    throw new Error(
      "usage: node plan-review/drift-issue.ts --from <folder of artifacts> <environment>…",
    );
  }
  const reviews = readReviews(from, environments, process.env);
  const text = driftText(reviews, runAddress(process.env));
  const failed = reviews.filter(([, review]) => review === undefined).map(([name]) => name);
  if (text === undefined && failed.length > 0) {
    // The result is unknown: an open issue stays as it is, and the failed job says why.
    print(`there is no plan of ${failed.join(", ")}: the issue stays as it is`);
    return;
  }
  const done = await keepIssue(GitHub.ofWorkflow(process.env), "drift", TITLE, text);
  print(`drift issue: ${done}`);
}

void script(driftIssue);
