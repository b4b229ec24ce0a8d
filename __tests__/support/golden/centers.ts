import { mkdtempSync } from "node:fs";
import { join } from "node:path";

import { App } from "cdktf";

import { ContactCenterStack } from "../../../constructs/contact-center-stack";
import type { ContactCenterValue, Environment } from "../../../constructs/contact-center-value";
import { KWGLOBAL } from "../../../kwglobal";
import { deploy } from "../../../sandbox/deploy";
import { type Sandbox, type Snapshot, startSandbox } from "../../../sandbox/sandbox";
import { SAML } from "../switches";
import { DEV, PROD } from "../synthesized";

/**
 * The centers that are applied once in a run of the tests, by real Terraform. A test that is about what
 * comes afterwards begins with a copy, which takes less than a second.
 */
const CENTERS = {
  prod: { environment: PROD, change: {} },
  dev: { environment: DEV, change: {} },
  saml: { environment: PROD, change: SAML },
} as const satisfies Record<
  string,
  { environment: Environment; change: Partial<ContactCenterValue> }
>;

/** Which center to copy. */
export type GoldenName = keyof typeof CENTERS;

/** An applied center, for as long as the tests run. */
export interface GoldenCenter {
  readonly snapshot: Snapshot;
  /** Where it was synthesized, and Terraform initialised. */
  readonly outdir: string;
}

/**
 * Applies a center.
 *
 * @param folder - For what is synthesized; whoever made it deletes it.
 */
export async function applyGolden(
  name: GoldenName,
  folder: string,
): Promise<{ readonly sandbox: Sandbox; readonly golden: GoldenCenter }> {
  const { environment, change } = CENTERS[name];
  const outdir = mkdtempSync(join(folder, `${name}-`));
  const app = new App({ outdir });
  const stack = `kwglobal-${environment.name}`;
  new ContactCenterStack(app, stack, { center: { ...KWGLOBAL, ...change }, environment });
  app.synth();
  const sandbox = await startSandbox({ port: 0, directory: outdir });
  await deploy({ stackDirectory: join(outdir, "stacks", stack), sandbox });
  return { sandbox, golden: { snapshot: await sandbox.snapshot(), outdir } };
}
