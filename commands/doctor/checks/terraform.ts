import { requireReachable } from "../../../sandbox/machine/download";
import { terraformEnvironment } from "../../../sandbox/machine/environment";
import { SANDBOX_DIRECTORY } from "../../../sandbox/sandbox";
import {
  findTerraform,
  type FindTerraformOptions,
  orElseMissing,
  presentTerraform,
  releaseToFetch,
} from "../../../sandbox/terraform/terraform-program";
import { addressOf } from "../../../sandbox/terraform/terraform-release";
import type { Check } from "../finding";

const NAME = "Terraform";

const here = (): FindTerraformOptions => ({
  directory: SANDBOX_DIRECTORY,
  environment: terraformEnvironment(process.env),
});

/** Terraform, or where it would be fetched from. Fetches nothing. */
export const terraform = (options = here()): Check => ({
  name: NAME,
  look: async () => {
    const there = await presentTerraform(options);
    if ("path" in there) return `${there.version} at ${there.path}`;
    return orElseMissing(there.lacks, async () => {
      const release = releaseToFetch(options);
      const url = addressOf(release, options.environment);
      await requireReachable(url, options.environment);
      return `${there.lacks}; ${release.version} is fetched when it is first needed, from ${new URL(url).origin}`;
    });
  },
});

/** The same, and fetches it where it is missing. */
export const gettingTerraform = (onNotice: (line: string) => void): Check => ({
  name: NAME,
  look: async () => (await findTerraform({ ...here(), onNotice })).path,
});
