import { annotate, complain } from "../print.ts";

/**
 * The address of the workflow's run.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function runAddress(environment: NodeJS.ProcessEnv): string {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: run,
  } = environment;
  return `${server ?? ""}/${repository ?? ""}/actions/runs/${run ?? ""}`;
}

/** Runs the work of a script. An error is told in one line; a workflow shows it at the job. */
export async function script(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (process.env.GITHUB_ACTIONS === "true") annotate(message);
    else complain(`error: ${message}`);
    process.exitCode = 1;
  }
}
