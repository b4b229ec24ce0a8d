import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { faultsIn, WHERE_TO_ALLOW } from "../../plan-review/configuration/check";
import { answers } from "../../sandbox/answers";
import { createStateBucket, initialPasswords } from "../../sandbox/deploy";
import { OperatorError } from "../../sandbox/errors";
import { behavesBadly } from "../../sandbox/faults/behaves-badly";
import { writeOverride } from "../../sandbox/override";
import { SANDBOX_DIRECTORY } from "../../sandbox/sandbox";
import { readStack, regionOf, type Stack } from "../../sandbox/stack";
import { Terraform } from "../../sandbox/terraform";
import type { TerraformMessage } from "../../sandbox/terraform-message";
import { PROJECT, sandboxOutput, synthesize } from "./stacks";

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
  // Before the synth, which takes longer.
  await findTerraform(PROJECT, process.env);
  if (inSandbox && !(await answers(endpoint))) {
    throw new OperatorError(
      `nothing answers at ${endpoint}, which AWS_ENDPOINT_URL names: start a sandbox there (npm run sandbox -- --port ${new URL(endpoint).port || "80"}), or unset it to go to AWS`,
    );
  }
  console.log(`Synthesizing ${name} …`);
  await synthesize(output);
  const stack = await readStack(directory);
  requireOrdinary(name, stack);
  await requireCredentials(regionOf(stack));
  if (inSandbox) {
    await writeOverride(directory, stack, { faulty: await behavesBadly(endpoint) });
    if (options.makesStateBucket !== true) await createStateBucket(stack, endpoint);
  } else {
    await copyFile(join(PROJECT, LOCK_FILE), join(directory, LOCK_FILE));
  }
  const settings = [`-parallelism=${PARALLELISM}`, `-lock-timeout=${LOCK_TIMEOUT}`];
  const terraform = await findTerraform(
    directory,
    {
      ...(inSandbox && {
        TF_VAR_initial_passwords: JSON.stringify(initialPasswords(stack)),
      }),
      ...process.env,
      // A sandbox's provider may come from a mirror for a platform that has no checksum here.
      ...(!inSandbox && { TF_CLI_ARGS_init: withArguments("init", ["-lockfile=readonly"]) }),
      TF_CLI_ARGS_plan: withArguments("plan", settings),
      TF_CLI_ARGS_apply: withArguments("apply", settings),
    },
    options,
  );
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
  options: OpenStackOptions = {},
): Promise<Terraform> {
  return Terraform.find({ directory, workDirectory: SANDBOX_DIRECTORY, environment, ...options });
}

/** The variable in which Terraform finds arguments of a command; a person's own come last and win. */
function withArguments(command: string, settings: readonly string[]): string {
  return [...settings, process.env[`TF_CLI_ARGS_${command}`] ?? ""].join(" ").trim();
}

function isLoopback(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(endpoint).hostname);
}

/** Asks the AWS SDK, which looks where Terraform looks. */
async function requireCredentials(region: string): Promise<void> {
  const client = new S3Client({ region });
  try {
    await client.config.credentials();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `there are no AWS credentials: set AWS_PROFILE (after aws sso login), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n${reason}`,
    );
  }
}
