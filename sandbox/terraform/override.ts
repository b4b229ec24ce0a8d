import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SANDBOX_ACCOUNT } from "../machine/account";
import type { Block, Stack } from "./stack";

/** Terraform merges every `*_override.tf.json` into the files beside it. */
export const OVERRIDE_FILE = "sandbox_override.tf.json";

/** A backend's settings that lead out of the sandbox. */
const FOREIGN_BACKEND_SETTINGS = ["profile", "role_arn", "assume_role", "endpoints", "kms_key_id"];

/** What the sandbox needs to be different. */
export interface OverrideOptions {
  /**
   * Lets guarded things be destroyed: lifts `prevent_destroy` and deletion protection, and empties
   * buckets. Only in the sandbox, and only on purpose.
   */
  readonly liftGuards?: boolean;
  /** The sandbox behaves badly on request: the provider's own retries are what is to be proven. */
  readonly faulty?: boolean;
}

/**
 * Renders what only the sandbox needs, so that the synthesized configuration stays the one for AWS.
 * Terraform replaces a backend block as a whole, so it is repeated; the arguments of a provider or a
 * lifecycle block it merges one by one.
 *
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function renderOverride(stack: Stack, options: OverrideOptions = {}): Block {
  const s3 = stack.terraform?.backend?.s3;
  const resource = { ...bucketPolicies(stack), ...(options.liftGuards && liftedGuards(stack)) };
  return {
    "//": "Written by the sandbox; never part of what goes to AWS",
    ...(s3 && {
      terraform: {
        backend: {
          s3: {
            ...without(s3, FOREIGN_BACKEND_SETTINGS),
            ...sandboxAccount(s3),
            use_path_style: true,
          },
        },
      },
    }),
    provider: {
      aws: (stack.provider?.aws ?? [{}]).map((block) => providerOverride(block, options)),
    },
    ...(Object.keys(resource).length > 0 && { resource }),
  };
}

/** Writes the override beside a stack's configuration, which stays untouched. */
export async function writeOverride(
  directory: string,
  stack: Stack,
  options?: OverrideOptions,
): Promise<void> {
  const content = JSON.stringify(renderOverride(stack, options), null, 2);
  await writeFile(join(directory, OVERRIDE_FILE), `${content}\n`);
}

function providerOverride(provider: Block, { faulty = false }: OverrideOptions): Block {
  const { alias } = provider;
  return {
    ...(alias !== undefined && { alias }),
    ...sandboxAccount(provider),
    // A bucket's own host name does not resolve to a local port.
    s3_use_path_style: true,
    // The default of 25 turns a persistent error of an emulator into a hang of many minutes.
    ...(!faulty && { max_retries: 2 }),
  };
}

/** Where an account is demanded, the sandbox's is. */
function sandboxAccount({ allowed_account_ids: allowed }: Block): Block {
  return allowed === undefined ? {} : { allowed_account_ids: [SANDBOX_ACCOUNT] };
}

/**
 * moto denies what a bucket's policy denies under a condition, whatever the condition says: nobody
 * could read a bucket that is TLS only. Who may do what is proven elsewhere.
 */
function bucketPolicies({ resource = {} }: Stack): Record<string, Record<string, Block>> {
  const policies = Object.entries(resource.aws_s3_bucket_policy ?? {}).map(([name, block]) => {
    const { Statement, ...rest } = JSON.parse(String(block.policy)) as { Statement: Block[] };
    const kept = Statement.filter(({ Effect, Condition }) => Effect !== "Deny" || !Condition);
    return [name, { policy: JSON.stringify({ ...rest, Statement: kept }) }] as const;
  });
  return policies.length === 0 ? {} : { aws_s3_bucket_policy: Object.fromEntries(policies) };
}

function liftedGuards({ resource = {} }: Stack): Record<string, Record<string, Block>> {
  const lifted: Record<string, Record<string, Block>> = {};
  for (const [type, resources] of Object.entries(resource)) {
    for (const [name, block] of Object.entries(resources)) {
      const override = liftedGuard(type, block);
      if (Object.keys(override).length > 0) lifted[type] = { ...lifted[type], [name]: override };
    }
  }
  return lifted;
}

function liftedGuard(type: string, block: Block): Block {
  const lifecycle = block.lifecycle as Block | undefined;
  return {
    ...(lifecycle?.prevent_destroy === true && { lifecycle: { prevent_destroy: false } }),
    ...(type === "aws_dynamodb_table" &&
      block.deletion_protection_enabled === true && { deletion_protection_enabled: false }),
    ...(type === "aws_s3_bucket" && { force_destroy: true }),
  };
}

function without(block: Block, names: readonly string[]): Block {
  return Object.fromEntries(Object.entries(block).filter(([name]) => !names.includes(name)));
}
