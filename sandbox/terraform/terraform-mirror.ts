import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { OperatorError } from "../machine/errors";

const REGISTRY = "registry.terraform.io";

/** Where providers come from when Terraform runs. */
export interface ProviderSource {
  /** Root of a local mirror, or undefined when the registry is asked. */
  readonly mirror: string | undefined;
  /** The CLI configuration file to use; undefined leaves Terraform to its own defaults. */
  readonly cliConfigFile: string | undefined;
}

/** Where to look. Each has a default that fits this machine. */
export interface ProviderSearch {
  readonly environment?: NodeJS.ProcessEnv;
  readonly home?: string;
  /** Folders that Terraform searches by itself. */
  readonly pluginFolders?: readonly string[];
  /** Folder in which mirrors are looked for, one and two levels deep. */
  readonly software?: string;
}

/** What to do where the registry is asked, and doesn't answer. */
export const REGISTRY_CURE =
  "connect to the network, or name a folder that has it: KW_TERRAFORM_MIRROR=/folder/with/registry.terraform.io";

/** Who decides where providers come from. */
export type ProviderPlace =
  /** The person's own Terraform configuration, in that file. */
  | { readonly kind: "own"; readonly file: string }
  /** A mirror, which Terraform searches by itself or has to be told of. */
  | { readonly kind: "mirror"; readonly mirror: string; readonly known: boolean }
  | { readonly kind: "registry" };

/**
 * Finds a local mirror with the AWS provider, so that nothing need be downloaded. In this order:
 * the person's own Terraform configuration (which is left alone), the mirror that
 * KW_TERRAFORM_MIRROR names, the plugin folders that Terraform searches anyway, and mirrors in /opt.
 *
 * @throws OperatorError when KW_TERRAFORM_MIRROR names no mirror.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export function placeOfProviders(search: ProviderSearch = {}): ProviderPlace {
  const { environment = process.env, home = homedir(), software = "/opt" } = search;
  const {
    pluginFolders = [
      join(home, ".terraform.d", "plugins"),
      "/usr/local/share/terraform/plugins",
      "/usr/share/terraform/plugins",
    ],
  } = search;
  const { KW_TERRAFORM_MIRROR: named, TF_CLI_CONFIG_FILE: own } = environment;
  if (own !== undefined && existsSync(own)) return { kind: "own", file: own };
  if (named !== undefined && named !== "") {
    if (!hasAwsProvider(named)) {
      throw new OperatorError(
        `KW_TERRAFORM_MIRROR must name a folder with ${REGISTRY}/hashicorp/aws in it, got ${named}`,
      );
    }
    return { kind: "mirror", mirror: named, known: false };
  }
  const file = join(home, ".terraformrc");
  if (existsSync(file)) return { kind: "own", file };
  const known = pluginFolders.find(hasAwsProvider);
  if (known !== undefined) return { kind: "mirror", mirror: known, known: true };
  const mirror = mirrorsUnder(software).find(hasAwsProvider);
  return mirror === undefined ? { kind: "registry" } : { kind: "mirror", mirror, known: false };
}

/**
 * Finds where providers come from, and tells Terraform.
 *
 * @param directory - Ignored folder, into which a CLI configuration is written where one is needed.
 * @param search - See {@link placeOfProviders}.
 */
export async function findProviderSource(
  directory: string,
  search: ProviderSearch = {},
): Promise<ProviderSource> {
  const place = placeOfProviders(search);
  if (place.kind === "registry") return { mirror: undefined, cliConfigFile: undefined };
  if (place.kind === "own") return { mirror: undefined, cliConfigFile: place.file };
  const { mirror, known } = place;
  return { mirror, cliConfigFile: known ? undefined : await writeCliConfig(directory, mirror) };
}

/**
 * Whether a mirror has a version of the AWS provider for a platform, unpacked or not.
 *
 * @param platform - In Terraform's words: `linux_amd64`.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export function mirrorHas(mirror: string, version: string, platform: string): boolean {
  const folder = join(mirror, REGISTRY, "hashicorp", "aws");
  return [
    join(folder, version, platform),
    join(folder, `terraform-provider-aws_${version}_${platform}.zip`),
  ].some((path) => existsSync(path));
}

function hasAwsProvider(root: string): boolean {
  return existsSync(join(root, REGISTRY, "hashicorp", "aws"));
}

function mirrorsUnder(folder: string): string[] {
  const first = foldersIn(folder);
  return [...first, ...first.flatMap(foldersIn)];
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    // Not there, or not ours to read: then there is no mirror in it.
    return [];
  }
}

/** What the mirror has comes from it alone; only other providers are asked for at the registry. */
async function writeCliConfig(directory: string, mirror: string): Promise<string> {
  const providers = foldersIn(join(mirror, REGISTRY))
    .flatMap(foldersIn)
    .map((path) => JSON.stringify(path.slice(mirror.length + 1).replaceAll("\\", "/")))
    .join(", ");
  await mkdir(directory, { recursive: true });
  const file = join(directory, "terraform.rc");
  await writeFile(
    file,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${providers}]
  }
  direct {
    exclude = [${providers}]
  }
}
`,
  );
  return file;
}
