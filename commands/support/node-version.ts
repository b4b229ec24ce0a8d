import { readFileSync } from "node:fs";
import { join } from "node:path";
import { satisfies } from "semver";
import { Missing } from "../../sandbox/machine/errors";

/**
 * What is wrong with a version of Node.js, if anything: package.json says which ones fit.
 *
 * @param version - By default that of this process.
 */
export function nodeFault(version = process.versions.node): Missing | undefined {
  const manifest = readFileSync(join(__dirname, "..", "..", "package.json"), "utf8");
  const { engines } = JSON.parse(manifest) as { readonly engines: { readonly node: string } };
  if (satisfies(version, engines.node)) return undefined;
  return new Missing(
    `Node.js must be ${engines.node.replaceAll(" || ", " or ")}, got ${version}`,
    "install the newest long-term release from https://nodejs.org",
  );
}
