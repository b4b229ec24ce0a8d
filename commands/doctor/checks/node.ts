import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Missing } from "../../../sandbox/errors";
import { isOlder } from "../../../sandbox/versions";
import { PROJECT } from "../../support/stacks";
import type { Check } from "../finding";

/**
 * The Node.js that package.json asks for.
 *
 * @param version - By default that of this process.
 */
export const node = (version = process.versions.node): Check => ({
  name: "Node.js",
  look: () => {
    const { engines } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
      readonly engines: { readonly node: string };
    };
    const [, oldest = ""] = /^>=(\d+\.\d+)$/.exec(engines.node) ?? [];
    if (!isOlder(version, oldest)) return version;
    throw new Missing(
      `Node.js must be ${oldest} or newer, got ${version}`,
      "install the newest long-term release from https://nodejs.org",
    );
  },
});
