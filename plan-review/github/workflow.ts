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

/**
 * Runs the work of a script. An error is told in one line; a workflow shows it at the job.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export async function script(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const escaped = message.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
    console.error(
      process.env.GITHUB_ACTIONS === "true" ? `::error::${escaped}` : `error: ${message}`,
    );
    process.exitCode = 1;
  }
}
