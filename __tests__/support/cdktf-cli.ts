import { existsSync } from "node:fs";
import { join } from "node:path";

const PREBUILT = join(
  ...[__dirname, "..", "..", "node_modules", "@cdktf", "node-pty-prebuilt-multiarch", "prebuilds"],
  `${process.platform}-${process.arch}`,
);

/**
 * Whether cdktf's command line runs on a Node.js: its terminal comes prebuilt, and only for those that
 * there were when it was archived. The library, and so all commands of ours, run on any.
 *
 * @param modules - The version of Node's binary interface, by default of this one.
 */
export const cdktfCliRuns = (modules = process.versions.modules): boolean =>
  existsSync(join(PREBUILT, `node.abi${modules}.node`));
