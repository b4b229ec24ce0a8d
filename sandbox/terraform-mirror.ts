import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { OperatorError } from "./errors";

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

/**
 * Finds a local mirror with the AWS provider, so that nothing need be downloaded. In this order:
 * the person's own Terraform configuration (which is left alone), the mirror that
 * KW_TERRAFORM_MIRROR names, the plugin folders that Terraform searches anyway, and mirrors in /opt.
 *
 * @param directory - Ignored folder, into which a CLI configuration is written where one is needed.
 * @param search - See {@link ProviderSearch}.
 * @throws OperatorError when KW_TERRAFORM_MIRROR names no mirror.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export async function findProviderSource(
  directory: string,
  search: ProviderSearch = {},
): Promise<ProviderSource> {
  const { environment = process.env, home = homedir(), software = "/opt" } = search;
  const {
    pluginFolders = [
      join(home, ".terraform.d", "plugins"),
      "/usr/local/share/terraform/plugins",
      "/usr/share/terraform/plugins",
    ],
  } = search;
  const { KW_TERRAFORM_MIRROR: named, TF_CLI_CONFIG_FILE: own } = environment;
  if (own !== undefined && existsSync(own)) return { mirror: undefined, cliConfigFile: own };
  if (named !== undefined && named !== "") {
    if (!hasAwsProvider(named)) {
      throw new OperatorError(
        `KW_TERRAFORM_MIRROR must name a folder with ${REGISTRY}/hashicorp/aws in it, got ${named}`,
      );
    }
    return { mirror: named, cliConfigFile: await writeCliConfig(directory, named) };
  }
  if (existsSync(join(home, ".terraformrc")))
    return { mirror: undefined, cliConfigFile: undefined };
  const implied = pluginFolders.find(hasAwsProvider);
  if (implied !== undefined) return { mirror: implied, cliConfigFile: undefined };
  const found = mirrorsUnder(software).find(hasAwsProvider);
  if (found === undefined) return { mirror: undefined, cliConfigFile: undefined };
  return { mirror: found, cliConfigFile: await writeCliConfig(directory, found) };
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
