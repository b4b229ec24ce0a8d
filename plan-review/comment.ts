import { parseArgs } from "node:util";
import { readArtifact } from "./artifact.ts";
import { GitHub } from "./github/client.ts";
import { writeComment } from "./github/discussion.ts";
import { runAddress, script } from "./github/workflow.ts";
import { complain, print } from "./print.ts";
import { commentText } from "./report/comment-text.ts";
import { COST_CHANGES, COST_CHANGES_LIMIT, parseCostChanges } from "./report/cost-changes.ts";
import { FLOW_CHANGES, FLOW_CHANGES_LIMIT, parseFlowChanges } from "./report/flow-changes.ts";
import { readReviews } from "./report/review.ts";
import {
  parseServiceChanges,
  SERVICE_CHANGES,
  SERVICE_CHANGES_LIMIT,
} from "./report/service-changes.ts";

/** Writes what a pull request would change into one comment on it, which is kept up to date. */
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
  if (
    !/^[1-9]\d*$/.test(request) ||
    !/^[0-9a-f]{40}$/.test(commit) ||
    from === "" ||
    environments.length === 0
  ) {
    throw new Error(
      "usage: node plan-review/comment.ts --pull-request <number> --commit <sha> --from <folder of artifacts> <environment>…",
    );
  }
  const text = commentText({
    reviews: readReviews(from, environments, process.env),
    flows: partOf(from, FLOW_CHANGES, FLOW_CHANGES_LIMIT, parseFlowChanges, "the flows are"),
    costs: partOf(from, COST_CHANGES, COST_CHANGES_LIMIT, parseCostChanges, "the costs are") ?? [],
    service:
      partOf(
        from,
        SERVICE_CHANGES,
        SERVICE_CHANGES_LIMIT,
        parseServiceChanges,
        "the expected service is",
      ) ?? [],
    commit,
    run: runAddress(process.env),
  });
  const github = GitHub.ofWorkflow(process.env);
  const done = await writeComment(github, Number(request), "plan of this pull request", text);
  print(`${done} the comment on pull request ${request} (${text.length} characters)`);
}

/**
 * What a command of the pull request's own code wrote of it: undefined if there is nothing, or it was written by
 * something else.
 *
 * @param what - What it is, for the log.
 */
function partOf<Part>(
  folder: string,
  file: string,
  limit: number,
  parse: (text: string) => Part,
  what: string,
): Part | undefined {
  try {
    const text = readArtifact(folder, `flow-changes/${file}`, limit);
    return text === undefined ? undefined : parse(text);
  } catch (error) {
    complain(`${what} left out: ${(error as Error).message}`);
    return undefined;
  }
}

void script(comment);
