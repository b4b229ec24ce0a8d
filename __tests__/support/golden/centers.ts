import { mkdtempSync } from "node:fs";
import { join } from "node:path";

import { App } from "cdktf";

import { ContactCenterStack } from "../../../constructs/contact-center-stack";
import type {
  ContactCenterValue,
  Environment,
} from "../../../constructs/value/contact-center-value";
import { KWGLOBAL } from "../../../kwglobal";
import { deploy } from "../../../sandbox/deploy";
import { type Sandbox, type Snapshot, startSandbox } from "../../../sandbox/sandbox";
import { SAML } from "../switches";
import { DEV, PROD } from "../synthesized";

/**
 * The centers that are applied once in a run of the tests, by real Terraform. A test that is about what
 * comes afterwards begins with a copy, which takes less than a second.
 */
const CENTERS: Readonly<Record<GoldenName, Center>> = {
  prod: { environment: PROD },
  dev: { environment: DEV },
  both: { environment: PROD, beside: "dev" },
  saml: { environment: PROD, change: SAML },
};

/** Which center to copy; `both` is production in the account that has dev. */
export type GoldenName = "prod" | "dev" | "both" | "saml";

interface Center {
  readonly environment: Environment;
  readonly change?: Partial<ContactCenterValue>;
  /** What the account has already. */
  readonly beside?: GoldenName;
}

/** What must be applied before a center is. */
export const besideOf = (name: GoldenName): GoldenName | undefined => CENTERS[name].beside;

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
 * @param beside - What {@link besideOf} asks for.
 */
export async function applyGolden(
  name: GoldenName,
  folder: string,
  beside?: Snapshot,
): Promise<{ readonly sandbox: Sandbox; readonly golden: GoldenCenter }> {
  const { environment, change = {} } = CENTERS[name];
  const outdir = mkdtempSync(join(folder, `${name}-`));
  const app = new App({ outdir });
  const stack = `kwglobal-${environment.name}`;
  new ContactCenterStack(app, stack, { center: { ...KWGLOBAL, ...change }, environment });
  app.synth();
  const sandbox = await startSandbox({
    port: 0,
    directory: outdir,
    quotas: environment.quotas,
    ...(beside && { from: beside }),
  });
  await deploy({ stackDirectory: join(outdir, "stacks", stack), sandbox });
  return { sandbox, golden: { snapshot: await sandbox.snapshot(), outdir } };
}
