import { join } from "node:path";

import { execa } from "execa";

import { sandboxEnvironment } from "../../sandbox/machine/environment";
import type { Sandbox } from "../../sandbox/sandbox";

const PROJECT = join(__dirname, "..", "..");

/** What came of a script. */
export interface ShellResult {
  readonly exitCode: number | undefined;
  /** What it wrote, without colours. */
  readonly all: string;
}

/**
 * Runs a script in the project's folder, as a person would who works in that sandbox.
 *
 * @param script - For bash; it ends at the first command that fails.
 * @param folder - The project, or a copy of it.
 */
export async function projectShell(
  sandbox: Pick<Sandbox, "endpoint">,
  region: string,
  script: string,
  folder = PROJECT,
): Promise<ShellResult> {
  const { exitCode, all } = await execa("bash", ["-euo", "pipefail", "-c", script], {
    cwd: folder,
    env: { ...sandboxEnvironment(process.env, sandbox.endpoint, region), NO_COLOR: "1" },
    extendEnv: false,
    reject: false,
    all: true,
    stdin: "ignore",
  });
  if (all.includes("NodeVersionSupportWarning")) {
    throw new Error(
      `a command tells its users of the Node version that the AWS SDK wants:\n${all}`,
    );
  }
  // eslint-disable-next-line no-control-regex -- Terraform colours its plan whatever NO_COLOR says
  return { exitCode, all: all.replaceAll(/\u001B\[[\d;]*m/g, "") };
}
