import { delimiter, dirname } from "node:path";

import { findBrowser } from "../../commands/doctor/checks/browser";
import { provider } from "../../commands/doctor/checks/provider";
import { OperatorError } from "../../sandbox/machine/errors";
import { findPython } from "../../sandbox/moto/python";
import { findProgram } from "../../sandbox/machine/program";
import { SANDBOX_DIRECTORY } from "../../sandbox/sandbox";
import { findTerraform } from "../../sandbox/terraform/terraform-program";

const onNotice = (line: string): void => {
  console.log(`      ${line}`);
};

const program = (name: string, cure: string) => () => {
  if (findProgram(name, process.env) === undefined) {
    throw new OperatorError(`${name} is missing: ${cure}`);
  }
};

/** What a test may need of the machine, and how to get it: each throws where it can't be had. */
const REQUIREMENTS: Readonly<Record<Requirement, () => unknown>> = {
  terraform: async () => {
    const { path } = await findTerraform({
      directory: SANDBOX_DIRECTORY,
      environment: process.env,
      onNotice,
    });
    // For tests and scripts that start it by its name.
    const { PATH = "" } = process.env;
    if (findProgram("terraform", process.env) !== path) {
      process.env.PATH = [dirname(path), PATH].join(delimiter);
    }
  },
  moto_server: () => findPython({ directory: SANDBOX_DIRECTORY, onNotice }),
  provider: () => provider().look(),
  python: program("python3", "install Python 3.9 or newer"),
  aws: program(
    "aws",
    "install the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
  ),
  chromium: () => findBrowser(process.env),
};

type Requirement = "terraform" | "moto_server" | "provider" | "python" | "aws" | "chromium";

/**
 * Says at the head of a suite what it needs. What can be fetched is fetched; where it can't be had, the
 * suite is skipped with a line that names the cure, but fails in CI, where a skipped suite would look
 * like a passed one.
 */
export function requires(...names: readonly Requirement[]): void {
  before(`needs ${names.join(", ")}`, async function () {
    this.timeout(600_000);
    for (const name of names) {
      try {
        await REQUIREMENTS[name]();
      } catch (error) {
        if (!(error instanceof OperatorError) || process.env.CI !== undefined) throw error;
        console.log(`      skipped: ${error.message}`);
        this.skip();
      }
    }
  });
}
