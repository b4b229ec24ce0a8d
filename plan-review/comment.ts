import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { GitHub } from "./github/client.ts";
import { writeComment } from "./github/discussion.ts";
import { runAddress, script } from "./github/workflow.ts";
import { commentText } from "./report/comment-text.ts";
import { readReview } from "./report/review.ts";

/** Tells a pull request what it would change, in the one comment that is kept up to date. */
async function comment(): Promise<void> {
  const { values, positionals: environments } = parseArgs({
    allowPositionals: true,
    options: {
      "pull-request": { type: "string" },
      commit: { type: "string" },
      from: { type: "string" },
    },
  });
  const { "pull-request": request = "", commit = "", from = "" } = values;
  if (!/^[1-9]\d*$/.test(request) || commit === "" || from === "" || environments.length === 0) {
    throw new Error(
      "usage: node plan-review/comment.ts --pull-request <number> --commit <sha> --from <folder of artifacts> <environment>…",
    );
  }
  const text = commentText({
    reviews: environments.map((environment) => [environment, readReview(from, environment)]),
    flows: flowsIn(join(from, "flow-changes")),
    commit,
    run: runAddress(process.env),
  });
  const github = GitHub.ofWorkflow(process.env);
  const done = await writeComment(github, Number(request), "plan of this pull request", text);
  console.log(`${done} the comment on pull request ${request} (${text.length} characters)`);
}

/** What `npm run flow-changes` wrote: a file for each flow, in the order of their names. */
function flowsIn(folder: string): readonly string[] | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((file) => /^flow-\d+\.md$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
}

void script(comment);
