import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { faultsIn, WHERE_TO_ALLOW } from "../../plan-review/configuration/check";
import { clientSettings } from "../../sandbox/machine/account";
import { answers } from "../../sandbox/gateway/answers";
import { createStateBucket, initialPasswords } from "../../sandbox/deploy";
import {
  accountEnvironment,
  leftOut,
  sandboxEnvironment,
  terraformEnvironment,
} from "../../sandbox/machine/environment";
import { OperatorError } from "../../sandbox/machine/errors";
import { behavesBadly } from "../../sandbox/faults/behaves-badly";
import { writeOverride } from "../../sandbox/terraform/override";
import { SANDBOX_DIRECTORY } from "../../sandbox/sandbox";
import { readStack, regionOf, type Stack } from "../../sandbox/terraform/stack";
import { Terraform, type TerraformOptions } from "../../sandbox/terraform/terraform";
import type { TerraformMessage } from "../../sandbox/terraform/terraform-message";
import { requireCredentials } from "./credentials";
import { isLoopback } from "./loopback";
import { PROJECT, sandboxOutput, synthesize } from "./stacks";
import { say } from "./terminal";

/**
 * Resources at a time. Connect throttles at 2 requests a second for each operation, so that more
 * hardly helps: with 200 users, 2, 4 and 10 took 207, 198 and 191 s to apply and 152, 138 and 215 s
 * to plan, with 260, 422 and 647 answers of 429 (npm run bench -- throttling). The provider's retry
 * mode "adaptive" took as long, and its 25 retries of each call are never lowered.
 */
export const PARALLELISM = 4;

/** How long a run waits for another that holds the state's lock. */
const LOCK_TIMEOUT = "5m";

/** The checksums of the providers' packages; `terraform init` refuses any other. */
export const LOCK_FILE = ".terraform.lock.hcl";

/** A stack that was synthesized just now, and Terraform in its folder. */
export interface OpenStack {
  readonly name: string;
  readonly directory: string;
  readonly stack: Stack;
  /** Whether it goes to the sandbox that AWS_ENDPOINT_URL names, and not to AWS. */
  readonly inSandbox: boolean;
  /** Not initialised yet. */
  readonly terraform: Terraform;
}

/** What to do while a stack is worked on. */
export interface OpenStackOptions {
  readonly onMessage?: (message: TerraformMessage) => void;
  /** Ends Terraform as Ctrl-C would. */
  readonly interrupt?: AbortSignal;
  /**
   * Whether the stack makes the bucket of its own state: then none is made for it in a sandbox.
   * @default false
   */
  readonly makesStateBucket?: boolean;
  /** Says what is going on; on standard output unless given. */
  readonly tell?: (text: string) => void;
}

/**
 * Synthesizes and gets Terraform ready, for AWS or for the sandbox that AWS_ENDPOINT_URL names.
 *
 * @param name - The stack: `kwglobal-dev`.
 * @throws OperatorError when Terraform, credentials or the sandbox aren't there, or the value is wrong.
 */
export async function openStack(name: string, options: OpenStackOptions = {}): Promise<OpenStack> {
  const endpoint = process.env.AWS_ENDPOINT_URL ?? "";
  const inSandbox = isLoopback(endpoint);
  const output = inSandbox ? sandboxOutput(endpoint) : join(PROJECT, "cdktf.out");
  const directory = join(output, "stacks", name);
  const tell = options.tell ?? say;
  // Before the synth, which takes longer.
  await findTerraform(PROJECT, terraformEnvironment(process.env), { onNotice: tell });
  if (inSandbox && !(await answers(endpoint))) {
    throw new OperatorError(
      `nothing answers at ${endpoint}, which AWS_ENDPOINT_URL names: start a sandbox there (npm run sandbox -- --port ${new URL(endpoint).port || "80"}), or unset it to go to AWS`,
    );
  }
  if (!inSandbox) await requireCredentials();
  tell(`Synthesizing ${name} …`);
  await synthesize(output);
  const stack = await readStack(directory);
  requireOrdinary(name, stack);
  if (inSandbox) {
    enterSandbox(endpoint, regionOf(stack));
    await writeOverride(directory, stack, { faulty: await behavesBadly(endpoint) });
    if (options.makesStateBucket !== true) await createStateBucket(stack, endpoint);
  } else {
    await copyFile(join(PROJECT, LOCK_FILE), join(directory, LOCK_FILE));
  }
  const environment = inSandbox
    ? {
        ...sandboxEnvironment(process.env, endpoint, regionOf(stack)),
        TF_VAR_initial_passwords: sandboxPasswords(stack),
      }
    : accountEnvironment(process.env);
  const ignored = leftOut(process.env);
  if (ignored.length > 0) tell(`Terraform does not get: ${ignored.join(", ")}`);
  const terraform = await findTerraform(directory, environment, {
    ...options,
    parallelism: PARALLELISM,
    lockTimeout: LOCK_TIMEOUT,
    // A sandbox's provider may come from a mirror for a platform that has no checksum here.
    lockedProviders: !inSandbox,
  });
  return { name, directory, stack, inSandbox, terraform };
}

/** The check that guards the credentials of workflows: what it refuses here would fail there too. */
function requireOrdinary(name: string, stack: Stack): void {
  const faults = faultsIn(stack);
  if (faults.length > 0) {
    throw new OperatorError(
      `${name} must not be planned as it is:\n${faults.join("\n")}\n\n${WHERE_TO_ALLOW}`,
    );
  }
}

function findTerraform(
  directory: string,
  environment: NodeJS.ProcessEnv,
  options: Partial<TerraformOptions> = {},
): Promise<Terraform> {
  return Terraform.find({ directory, workDirectory: SANDBOX_DIRECTORY, environment, ...options });
}

/** From here on this process's own AWS clients find the sandbox, and no profile of the person's. */
function enterSandbox(endpoint: string, region: string): void {
  for (const name of Object.keys(process.env)) {
    // What quiets the SDK is no way to an account.
    if (/^AWS_(?!SDK_JS_)/.test(name)) Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, clientSettings(endpoint, region));
}

/** Everybody's password: what the person gives counts, so that it can be tried; the rest is random. */
function sandboxPasswords(stack: Stack): string {
  const given = process.env.TF_VAR_initial_passwords ?? "{}";
  try {
    return JSON.stringify({ ...initialPasswords(stack), ...(JSON.parse(given) as object) });
  } catch {
    // Terraform says what it should be.
    return given;
  }
}
