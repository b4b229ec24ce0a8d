import { readFileSync } from "node:fs";
import { join } from "node:path";
import { requireReachable } from "../../../sandbox/machine/download";
import { Missing, OperatorError } from "../../../sandbox/machine/errors";
import {
  mirrorHas,
  placeOfProviders,
  REGISTRY_CURE,
} from "../../../sandbox/terraform/terraform-mirror";
import type { ProviderSearch } from "../../../sandbox/terraform/terraform-mirror";
import { LOCK_FILE } from "../../support/open-stack";
import { PROJECT } from "../../support/stacks";
import type { Check } from "../finding";

/** What Terraform itself asks the registry first. */
const REGISTRY = "https://registry.terraform.io/.well-known/terraform.json";

/**
 * The source of the AWS provider, in the version that the lock file names.
 *
 * @param search - Where to look, by default on this machine.
 * @param registry - What to ask where the registry is the source.
 */
export const provider = (search: ProviderSearch = {}, registry = REGISTRY): Check => ({
  name: "AWS provider",
  look: async () => {
    const lock = readFileSync(join(PROJECT, LOCK_FILE), "utf8");
    const [, version = ""] = /version\s*= "([\d.]+)"/.exec(lock) ?? [];
    const place = placeOfProviders(search);
    if (place.kind === "own") return `as ${place.file} says`;
    if (place.kind === "mirror") return inMirror(place.mirror, version);
    try {
      await requireReachable(registry, search.environment ?? process.env);
      return `${version}, which Terraform gets from the registry`;
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      throw new Missing(error.message, REGISTRY_CURE);
    }
  },
});

function inMirror(mirror: string, version: string): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const platform = `${system}_${process.arch === "x64" ? "amd64" : process.arch}`;
  if (mirrorHas(mirror, version, platform)) return `${version} in ${mirror}`;
  throw new Missing(
    `${mirror} has no AWS provider ${version} for ${platform}`,
    "put it there (terraform providers mirror), or name another folder: KW_TERRAFORM_MIRROR=…",
  );
}
