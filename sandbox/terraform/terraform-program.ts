import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { gte } from "semver";
import { machineEnvironment } from "../machine/environment";
import { errorMessage, Missing, OperatorError } from "../machine/errors";
import { FORBIDDEN, mayDownload } from "../machine/may-download";
import { oneAtATime } from "../machine/one-at-a-time";
import { findProgram } from "../machine/program";
import { fetchRelease, pinnedReleases, releaseFor, releasesServer } from "./terraform-release";
import type { TerraformRelease } from "./terraform-release";

/** The first version whose S3 backend locks without DynamoDB (`use_lockfile`) for good. */
const OLDEST = "1.11.0";

const CURE = `install Terraform ${OLDEST} or newer from https://developer.hashicorp.com/terraform/install`;

/** A Terraform that fits. */
export interface TerraformProgram {
  readonly path: string;
  readonly version: string;
}

/** Where to look for Terraform, and whom to tell. */
export interface FindTerraformOptions {
  /** Ignored folder of the project, into which Terraform is fetched where it is missing. */
  readonly directory: string;
  /** PATH, proxies, KW_DOWNLOADS, KW_TERRAFORM_RELEASES. */
  readonly environment: NodeJS.ProcessEnv;
  /** Receives a line before anything is fetched. */
  readonly onNotice?: (line: string) => void;
  /** By default this machine's, in Node's words. */
  readonly platform?: string;
  readonly architecture?: string;
  /** By default those that are pinned. */
  readonly releases?: readonly TerraformRelease[];
}

/**
 * Finds a Terraform: the one on the PATH, or the one that was fetched before, or fetches the pinned one.
 *
 * @throws OperatorError that says what to install, where there is none and none can be fetched.
 */
export async function findTerraform(options: FindTerraformOptions): Promise<TerraformProgram> {
  const there = await presentTerraform(options);
  if (!("lacks" in there)) return there;
  return orElseMissing(there.lacks, () =>
    fetchPinned(options, releaseToFetch(options), there.lacks),
  );
}

/**
 * Does what is done where Terraform is missing.
 *
 * @param lacks - What is wrong with what there is.
 * @throws Missing where that can't be done either.
 */
export async function orElseMissing<T>(lacks: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OperatorError) throw new Missing(`${lacks}, and ${error.message}`, CURE);
    throw error;
  }
}

/**
 * The Terraform that is there, or what is wrong with the one on the PATH. Fetches nothing.
 *
 * @param options - As for {@link findTerraform}.
 */
export async function presentTerraform(
  options: FindTerraformOptions,
): Promise<TerraformProgram | { readonly lacks: string }> {
  const { environment } = options;
  const onPath = findProgram("terraform", environment);
  const version = onPath === undefined ? undefined : await versionOf(onPath, environment);
  if (onPath !== undefined && version !== undefined && gte(version, OLDEST)) {
    return { path: onPath, version };
  }
  const fetched = await fetchedBefore(options);
  if (fetched !== undefined) return fetched;
  if (onPath === undefined) return { lacks: "terraform is not on the PATH" };
  return {
    lacks:
      version === undefined
        ? `${onPath} does not say its version`
        : `terraform must be ${OLDEST} or newer (its S3 backend locks the state without DynamoDB), got ${version} at ${onPath}`,
  };
}

/**
 * The release that is fetched where Terraform is missing.
 *
 * @throws OperatorError with the reason where none is.
 */
export function releaseToFetch(options: FindTerraformOptions): TerraformRelease {
  const { platform = process.platform, architecture = process.arch } = options;
  if (!mayDownload(options.environment)) throw new OperatorError(FORBIDDEN);
  const release = releaseIn(options);
  if (release !== undefined) return release;
  throw new OperatorError(`none is fetched for ${platform} ${architecture}`);
}

/** Where a release lies in the project's folder, once it was fetched. */
const placeOf = ({ directory }: FindTerraformOptions, { version }: TerraformRelease) =>
  join(directory, "terraform", version, "terraform");

function releaseIn(options: FindTerraformOptions): TerraformRelease | undefined {
  const { releases = pinnedReleases(), platform, architecture } = options;
  return releaseFor(releases, platform ?? process.platform, architecture ?? process.arch);
}

async function fetchedBefore(options: FindTerraformOptions): Promise<TerraformProgram | undefined> {
  const release = releaseIn(options);
  if (release === undefined) return undefined;
  const path = placeOf(options, release);
  if (!existsSync(path)) return undefined;
  const version = await versionOf(path, options.environment);
  return version === release.version ? { path, version } : undefined;
}

async function fetchPinned(
  options: FindTerraformOptions,
  release: TerraformRelease,
  lacks: string,
): Promise<TerraformProgram> {
  const { directory, environment, onNotice } = options;
  const folder = join(directory, "terraform");
  return oneAtATime(folder, async () => {
    // Another process may have fetched it in the meantime.
    const before = await fetchedBefore(options);
    if (before !== undefined) return before;
    onNotice?.(
      `${lacks}: fetching ${release.version} from ${releasesServer(environment)} into ${folder} (once)`,
    );
    const path = placeOf(options, release);
    await write(path, await fetchRelease(release, environment));
    const { version, reason = "" } = await askVersion(path, environment);
    if (version === release.version) return { path, version };
    throw new OperatorError(`${path}, fetched just now, does not run (${reason})`);
  });
}

/** Writes a program so that it is there as a whole or not at all. */
async function write(path: string, program: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  await mkdir(join(path, ".."), { recursive: true });
  try {
    await writeFile(unfinished, program);
    await chmod(unfinished, 0o755);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function versionOf(path: string, environment: NodeJS.ProcessEnv) {
  return (await askVersion(path, environment)).version;
}

async function askVersion(
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly version?: string; readonly reason?: string }> {
  try {
    const { stdout } = await execa(path, ["version", "-json"], {
      env: { ...machineEnvironment(environment), CHECKPOINT_DISABLE: "1" },
      extendEnv: false,
      stdin: "ignore",
    });
    const { terraform_version: version } = JSON.parse(stdout) as { terraform_version?: unknown };
    return typeof version === "string" ? { version } : { reason: "it does not say its version" };
  } catch (error) {
    // Something else of that name, or a stand-in of a version manager that has no version.
    const words = errorMessage(error);
    return { reason: words.trim().split("\n").at(-1) ?? "" };
  }
}
