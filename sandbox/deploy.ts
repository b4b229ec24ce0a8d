import { randomBytes } from "node:crypto";
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from "@aws-sdk/client-s3";
import type { BucketLocationConstraint } from "@aws-sdk/client-s3";
import { OPERATOR_KEY } from "./machine/account";
import { sandboxEnvironment } from "./machine/environment";
import { OperatorError } from "./machine/errors";
import { writeOverride } from "./terraform/override";
import type { Sandbox } from "./sandbox";
import type { KeptProvider } from "./terraform/kept-provider";
import { readStack, regionOf } from "./terraform/stack";
import type { Stack } from "./terraform/stack";
import { Terraform } from "./terraform/terraform";
import type { Applied, TerraformOptions } from "./terraform/terraform";
import type { TerraformMessage } from "./terraform/terraform-message";

/** Where a deployment stands. */
export interface Progress {
  readonly step: "init" | "plan" | "apply" | "destroy";
  /** Resources done, of all that the plan changes. */
  readonly done: number;
  readonly total: number;
  /** The resource that was last begun or finished. */
  readonly address?: string;
}

/** What to deploy, and where. */
export interface DeployOptions extends Pick<TerraformOptions, "parallelism" | "onStart"> {
  /** Folder of a synthesized stack: `cdktf.out/stacks/<stack>`. */
  readonly stackDirectory: string;
  readonly sandbox: Pick<Sandbox, "endpoint" | "directory" | "calls" | "faults">;
  readonly onProgress?: (progress: Progress) => void;
  /** By default the process's own; of it, only what {@link sandboxEnvironment} lets through. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Lets guarded resources be replaced or destroyed. */
  readonly liftGuards?: boolean;
  /**
   * Gives the provider that Terraform is to use in place of its own, and that stays the caller's; called
   * when the folder is initialised. @param environment - Terraform's own, whole.
   */
  readonly provider?: (environment: NodeJS.ProcessEnv) => Promise<KeptProvider>;
  /** Ends the deployment where it stands; it rejects when Terraform has ended. */
  readonly interrupt?: AbortSignal;
}

/** What a deployment did. */
export interface Deployment extends Pick<Applied, "plan" | "changed"> {
  /** Seconds of each step. */
  readonly seconds: Readonly<Record<"init" | "plan" | "apply", number>>;
  /** API calls that the whole deployment made, by service. */
  readonly calls: Readonly<Record<string, number>>;
}

/**
 * Prepares a stack for the sandbox: writes the override and makes the state's bucket.
 *
 * @returns Terraform in the stack's folder, not yet initialised.
 */
export async function prepare(options: DeployOptions): Promise<Terraform> {
  const { stackDirectory, sandbox, liftGuards = false, onProgress } = options;
  const stack = await readStack(stackDirectory);
  const region = regionOf(stack);
  const counter = onProgress && countProgress(onProgress);
  const terraform = await Terraform.find({
    directory: stackDirectory,
    workDirectory: sandbox.directory,
    environment: {
      ...sandboxEnvironment(options.environment ?? process.env, sandbox.endpoint, region),
      TF_VAR_initial_passwords: JSON.stringify(initialPasswords(stack)),
    },
    ...(counter && { onMessage: counter }),
    ...(options.interrupt && { interrupt: options.interrupt }),
    ...(options.parallelism !== undefined && { parallelism: options.parallelism }),
    ...(options.onStart && { onStart: options.onStart }),
  });
  await writeOverride(stackDirectory, stack, {
    liftGuards,
    faulty: sandbox.faults.fault !== undefined,
  });
  await createStateBucket(stack, sandbox.endpoint);
  return terraform;
}

/** Applies a synthesized stack to the sandbox: init, plan, and apply where the plan has changes. */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  const before = options.sandbox.calls.countByService();
  const terraform = await prepare(options);
  options.onProgress?.({ step: "init", done: 0, total: 0 });
  const began = performance.now();
  await terraform.init();
  const init = (performance.now() - began) / 1000;
  options.onProgress?.({ step: "plan", done: 0, total: 0 });
  const { seconds, ...applied } = await (await ready(terraform, options)).applyNow();
  const calls = Object.entries(options.sandbox.calls.countByService())
    .map(([service, count]) => [service, count - (before[service] ?? 0)] as const)
    .filter(([, count]) => count > 0);
  return { ...applied, seconds: { init, ...seconds }, calls: Object.fromEntries(calls) };
}

/**
 * Applies a stack again that was deployed and has been synthesized anew. What is there isn't read first,
 * which saves seconds: what was changed by hand stays so, unless the new configuration changes it, too.
 */
export async function redeploy(options: DeployOptions): Promise<Applied> {
  const terraform = await prepare(options);
  options.onProgress?.({ step: "plan", done: 0, total: 0 });
  return (await ready(terraform, options)).applyNow(false);
}

/** Terraform with the provider that it is to use, if that isn't its own. */
async function ready(terraform: Terraform, { provider }: DeployOptions): Promise<Terraform> {
  if (provider === undefined) return terraform;
  return terraform.with((await provider(terraform.environment)).environment);
}

/**
 * Destroys a stack that was deployed to the sandbox, its guards lifted: first applies the lifted
 * guards, since AWS too refuses to delete a protected table or a bucket with objects in it.
 */
export async function destroy(options: Omit<DeployOptions, "liftGuards">): Promise<void> {
  const terraform = await prepare({ ...options, liftGuards: true });
  await terraform.init();
  await terraform.apply();
  await terraform.destroy();
}

/** Makes the bucket of a stack's state, which in AWS the bootstrap stack has made. */
export async function createStateBucket(stack: Stack, endpoint: string): Promise<void> {
  const backend = stack.terraform?.backend?.s3;
  if (!backend) return;
  const { bucket: Bucket, region } = backend;
  if (typeof Bucket !== "string" || typeof region !== "string") {
    throw new OperatorError("the stack's s3 backend must name its bucket and its region");
  }
  const s3 = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: OPERATOR_KEY, secretAccessKey: OPERATOR_KEY },
  });
  try {
    await s3.send(
      new CreateBucketCommand({
        Bucket,
        ...(region !== "us-east-1" && {
          CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
        }),
      }),
    );
    await s3.send(
      new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }),
    );
  } catch (error) {
    // A second deployment to the same sandbox finds the state of the first.
    if (!(error instanceof Error && error.name === "BucketAlreadyOwnedByYou")) throw error;
  } finally {
    s3.destroy();
  }
}

/**
 * A random password for each user, as Connect's policy wants it: 8 to 64 characters, with an
 * upper-case letter, a lower-case letter and a digit. Nobody is told: nobody logs in to the sandbox.
 */
export function initialPasswords({ resource = {} }: Stack): Record<string, string> {
  const users = Object.values(resource.aws_connect_user ?? {});
  return Object.fromEntries(
    users.map(({ name }) => [String(name), `Aa1${randomBytes(18).toString("base64url")}`]),
  );
}

/** Turns Terraform's messages into a count of resources done. */
function countProgress(onProgress: (progress: Progress) => void): (m: TerraformMessage) => void {
  let step: Progress["step"] = "plan";
  let total = 0;
  let done = 0;
  return ({ type, changes, hook }) => {
    if (changes?.operation === "plan") total = changes.add + changes.change + changes.remove;
    // A data source is read by an "apply" of its own, in the middle of a plan.
    if (hook?.resource?.addr.startsWith("data.") === true) return;
    if (type === "apply_complete") done += 1;
    if (type === "apply_start") step = hook?.action === "delete" ? "destroy" : "apply";
    if (type !== "apply_start" && type !== "apply_complete") return;
    const address = hook?.resource?.addr;
    onProgress({ step, done, total, ...(address !== undefined && { address }) });
  };
}
