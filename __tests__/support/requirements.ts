import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { browserPath } from "./browser";
import { findProgram } from "../../sandbox/program";
import { findProviderSource } from "../../sandbox/terraform-mirror";

/** What a test may need of the machine, and what to install where it is missing. */
const REQUIREMENTS = {
  terraform: {
    cure: "install Terraform 1.11 or newer",
    present: () => findProgram("terraform", process.env) !== undefined,
  },
  moto_server: {
    cure: "install python3: the sandbox installs moto itself",
    present: () => findProgram("python3", process.env) !== undefined,
  },
  provider: {
    cure: "connect to the network, or name a mirror with the AWS provider in KW_TERRAFORM_MIRROR",
    present: async () => {
      const { mirror, cliConfigFile } = await findProviderSource(tmpdir());
      return mirror !== undefined || cliConfigFile !== undefined || reachesRegistry();
    },
  },
  aws: {
    cure: "install the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
    present: () => findProgram("aws", process.env) !== undefined,
  },
  chromium: {
    cure: "npx playwright-core install chromium, or install Chromium",
    present: () => browserPath() !== undefined,
  },
} as const;

/**
 * Says at the head of a suite what it needs: where that is missing, the suite is skipped with a line
 * that names the cure, but fails in CI, where a skipped suite would look like a passed one.
 */
export function requires(...names: readonly (keyof typeof REQUIREMENTS)[]): void {
  before(`needs ${names.join(", ")}`, async function () {
    for (const name of names) {
      const { cure, present } = REQUIREMENTS[name];
      if (await present()) continue;
      const message = `${name} is missing: ${cure}`;
      if (process.env.CI !== undefined) throw new Error(message);
      console.log(`      skipped: ${message}`);
      this.skip();
    }
  });
}

function reachesRegistry(): boolean {
  const probe = `fetch("https://registry.terraform.io/.well-known/terraform.json", { signal: AbortSignal.timeout(3000) }).catch(() => process.exit(1))`;
  try {
    execFileSync(process.execPath, ["-e", probe], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
