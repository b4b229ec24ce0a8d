import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { download } from "../machine/download";
import { OperatorError } from "../machine/errors";

/**
 * Version and checksums, shared with the workflows (`install-terraform.sh`), in the form of HashiCorp's own
 * SHA256SUMS. Source of the checksums: HashiCorp's formula for Homebrew, at 1.11.4.
 *
 * @see https://github.com/hashicorp/homebrew-tap/blob/master/Formula/terraform.rb
 */
const PIN_FILE = join(__dirname, "..", "..", ".terraform.sha256");

/** HashiCorp's server; KW_TERRAFORM_RELEASES names another one of the same layout. */
const RELEASES = "https://releases.hashicorp.com";

/** An archive of Terraform that the project knows. */
export interface TerraformRelease {
  readonly version: string;
  /** Its file name: `terraform_1.11.4_linux_amd64.zip`. */
  readonly archive: string;
  readonly sha256: string;
}

/** Node's names of what a machine is, in HashiCorp's words. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

/** The releases that are pinned, one for each platform. */
export function pinnedReleases(text = readFileSync(PIN_FILE, "utf8")): TerraformRelease[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, sha256, archive, version] =
        /^([0-9a-f]{64}) {2}(terraform_(\d+\.\d+\.\d+)_[a-z]+_[a-z0-9]+\.zip)$/.exec(line) ?? [];
      if (sha256 === undefined || archive === undefined || version === undefined) {
        throw new OperatorError(
          `.terraform.sha256: each line must be a SHA-256 and a release's file name, got "${line}"`,
        );
      }
      return { version, archive, sha256 };
    });
}

/**
 * The release for a machine, if there is one.
 *
 * @param platform - As `process.platform` says it.
 * @param architecture - As `process.arch` says it.
 */
export function releaseFor(
  releases: readonly TerraformRelease[],
  platform: string,
  architecture: string,
): TerraformRelease | undefined {
  const ending = `_${platform}_${ARCHITECTURES[architecture] ?? architecture}.zip`;
  return releases.find(({ archive }) => archive.endsWith(ending));
}

/**
 * Fetches a release and takes the program out of it, if it is the very archive that is pinned.
 *
 * @param environment - Proxies, and KW_TERRAFORM_RELEASES.
 * @returns The program's bytes.
 * @throws OperatorError with the reason.
 */
export async function fetchRelease(
  release: TerraformRelease,
  environment: NodeJS.ProcessEnv,
): Promise<Uint8Array> {
  const { archive, sha256 } = release;
  const url = addressOf(release, environment);
  const bytes = await download(url, environment);
  const got = createHash("sha256").update(bytes).digest("hex");
  if (got !== sha256) {
    throw new OperatorError(
      `what came from ${url} is not that release (its SHA-256 must be ${sha256}, got ${got}), and was thrown away`,
    );
  }
  const { terraform } = unzipSync(bytes, { filter: ({ name }) => name === "terraform" });
  if (terraform === undefined) throw new OperatorError(`there is no terraform in ${archive}`);
  return terraform;
}

/** Where a release is fetched from. */
export function addressOf(
  { version, archive }: TerraformRelease,
  environment: NodeJS.ProcessEnv,
): string {
  return `${releasesServer(environment)}/terraform/${version}/${archive}`;
}

/** Where releases are fetched from, without a slash at the end. */
export function releasesServer({ KW_TERRAFORM_RELEASES: own = "" }: NodeJS.ProcessEnv): string {
  if (own === "") return RELEASES;
  if (!URL.canParse(own) || !/^https?:$/.test(new URL(own).protocol)) {
    throw new OperatorError(
      `KW_TERRAFORM_RELEASES must be the address of a server with the layout of ${RELEASES}, got "${own}"`,
    );
  }
  return own.replace(/\/+$/, "");
}
