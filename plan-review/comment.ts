import { parseArgs } from "node:util";
import { readArtifact } from "./artifact.ts";
import { GitHub } from "./github/client.ts";
import { writeComment } from "./github/discussion.ts";
import { runAddress, script } from "./github/workflow.ts";
import { complain, print } from "./print.ts";
import { commentText } from "./report/comment-text.ts";
import {
  COST_CHANGES,
  COST_CHANGES_LIMIT,
  type CostChange,
  parseCostChanges,
} from "./report/cost-changes.ts";
import {
  FLOW_CHANGES,
  FLOW_CHANGES_LIMIT,
  type FlowDifference,
  parseFlowChanges,
} from "./report/flow-changes.ts";
import { readReviews } from "./report/review.ts";
import {
  parseServiceChanges,
  SERVICE_CHANGES,
  SERVICE_CHANGES_LIMIT,
  type ServiceChange,
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
    flows: flowsIn(from),
    costs: costsIn(from),
    service: serviceIn(from),
    commit,
    run: runAddress(process.env),
  });
  const github = GitHub.ofWorkflow(process.env);
  const done = await writeComment(github, Number(request), "plan of this pull request", text);
  print(`${done} the comment on pull request ${request} (${text.length} characters)`);
}

/** What commands/flow-changes wrote; undefined if there is nothing, or it was written by something else. */
function flowsIn(folder: string): readonly FlowDifference[] | undefined {
  try {
    const text = readArtifact(folder, `flow-changes/${FLOW_CHANGES}`, FLOW_CHANGES_LIMIT);
    return text === undefined ? undefined : parseFlowChanges(text);
  } catch (error) {
    complain(`the flows are left out: ${(error as Error).message}`);
    return undefined;
  }
}

/**
 * What commands/cost-changes.ts wrote; nothing if there is no such text, or it was written by something else.
 */
function costsIn(folder: string): readonly CostChange[] {
  try {
    const text = readArtifact(folder, `flow-changes/${COST_CHANGES}`, COST_CHANGES_LIMIT);
    return text === undefined ? [] : parseCostChanges(text);
  } catch (error) {
    complain(`the costs are left out: ${(error as Error).message}`);
    return [];
  }
}

/** The same of commands/forecast-changes.ts. */
function serviceIn(folder: string): readonly ServiceChange[] {
  try {
    const text = readArtifact(folder, `flow-changes/${SERVICE_CHANGES}`, SERVICE_CHANGES_LIMIT);
    return text === undefined ? [] : parseServiceChanges(text);
  } catch (error) {
    complain(`the expected service is left out: ${(error as Error).message}`);
    return [];
  }
}

void script(comment);
