import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readArtifact } from "./artifact.ts";
import { GitHub } from "./github/client.ts";
import { openRequest } from "./github/pull-request.ts";
import { runAddress, script } from "./github/workflow.ts";
import { complain, print } from "./print.ts";
import { changedFiles } from "./pulled/files.ts";
import { pulledText } from "./pulled/text.ts";
import {
  FLOW_CHANGES,
  FLOW_CHANGES_LIMIT,
  type FlowDifference,
  parseFlowChanges,
} from "./report/flow-changes.ts";

/** Bytes of what `npm run pull` says. */
const WORDS_LIMIT = 5_000_000;

/** Opens the pull request that keeps what was changed in the console of an environment. */
async function openPullRequest(): Promise<void> {
  const { values } = parseArgs({
    options: { environment: { type: "string" }, from: { type: "string" } },
  });
  const { environment = "", from = "" } = values;
  if (!/^[a-z][a-z0-9-]*$/.test(environment) || from === "") {
    throw new Error(
      "usage: node plan-review/open-pull-request.ts --environment <name> --from <folder of artifacts>",
    );
  }
  const words = readArtifact(from, "pulled/words.txt", WORDS_LIMIT);
  if (words === undefined) throw new Error("pulled/words.txt must be there");
  const files = changedFiles(join(from, "pulled", "files"), ".");
  if (files.length === 0) {
    print(`nothing to keep: ${environment} is as the code says`);
    return;
  }
  const run = runAddress(process.env);
  const { GITHUB_RUN_ID = "", GITHUB_RUN_ATTEMPT = "1" } = process.env;
  const title = `Keep what was changed by hand in ${environment}`;
  const address = await openRequest(GitHub.ofWorkflow(process.env), {
    title,
    body: pulledText({ environment, words, flows: flowsIn(from), run }),
    message: `${title}\n\nPulled by ${run}`,
    branch: `pull-from-console/${environment}-${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}`,
    from: { commit: git("HEAD"), tree: git("HEAD^{tree}") },
    files,
  });
  print(`opened ${address} with ${files.map(({ path }) => path).join(", ")}`);
}

const git = (revision: string): string =>
  execFileSync("git", ["rev-parse", "--verify", revision], { encoding: "utf8" }).trim();

/** The flows before and after; none if they were written by something else. */
function flowsIn(folder: string): readonly FlowDifference[] {
  try {
    const text = readArtifact(folder, `pulled/flow-changes/${FLOW_CHANGES}`, FLOW_CHANGES_LIMIT);
    return text === undefined ? [] : parseFlowChanges(text);
  } catch (error) {
    complain(`the flows are left out: ${(error as Error).message}`);
    return [];
  }
}

void script(openPullRequest);
