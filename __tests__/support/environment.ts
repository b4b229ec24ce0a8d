import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { terraformEnvironment } from "../../sandbox/machine/environment";

/** What tests themselves read, and what a run against a real instance needs (CONNECT_INSTANCE_ID). */
const OF_TESTS =
  /^(KW_FAILED_FILES|KW_GOLDEN_CENTERS|UPDATE_SNAPSHOTS|CHROMIUM|CONNECT_INSTANCE_ID|PULL_RUNS|FLOWS_OF_OTHERS|AWS_SDK_JS_.*)$/;

/** Names the run's own temporary folder: its workers and all that they start use the same. */
export const FOLDER = "KW_TESTS_FOLDER";

/** What the product itself makes there, and has to delete. */
const OF_PRODUCT = /^(kwglobal-plan-|sandbox-moto-|sandbox-functions-|sandbox-provider-)/;

/** Loaded before any test: what else a developer's shell holds reaches neither tests nor what they start. */
const kept = terraformEnvironment(process.env);
const real = process.env.CONNECT_INSTANCE_ID !== undefined;
for (const name of Object.keys(process.env)) {
  if (kept[name] !== undefined || OF_TESTS.test(name) || name === FOLDER) continue;
  if (real && name.startsWith("AWS_")) continue;
  Reflect.deleteProperty(process.env, name);
}

if (process.env[FOLDER] === undefined) {
  const folder = mkdtempSync(join(tmpdir(), "kw-"));
  process.env[FOLDER] = folder;
  process.env.TMPDIR = folder;
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
}

/** What the sandbox or a command has left in the run's temporary folder, though all tests have ended. */
export function leftInTemporaryFolder(): string[] {
  return readdirSync(process.env[FOLDER] ?? tmpdir()).filter((name) => OF_PRODUCT.test(name));
}
