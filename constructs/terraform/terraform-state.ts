import { S3Backend, type TerraformStack } from "cdktf";

import type { Account, Environment } from "../value/contact-center-value";

/** Where the state of an environment's stack lies in its account's bucket. */
export function environmentStateKey({ name }: Pick<Environment, "name">): string {
  return `contact-center/${name}.tfstate`;
}

/** Name of the key that encrypts an account's states, without `alias/`. */
export function stateKeyAlias({ stateBucket }: Account): string {
  return stateBucket;
}

/**
 * Keeps a stack's state in the account's bucket, locked, and encrypted with the key that the bootstrap makes.
 * `encrypt` alone would ask for S3's own key, whatever the bucket's default is.
 *
 * @param stateKey - The object's key.
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export function keepStateIn(account: Account, stack: TerraformStack, stateKey: string): void {
  const { id, region, stateBucket } = account;
  const backend = new S3Backend(stack, {
    bucket: stateBucket,
    key: stateKey,
    region,
    encrypt: true,
    kmsKeyId: `arn:aws:kms:${region}:${id}:alias/${stateKeyAlias(account)}`,
    allowedAccountIds: [id],
  });
  // S3's own lock file; cdktf 0.21 has no field for it.
  backend.addOverride("use_lockfile", true);
  // The first version in which use_lockfile is no longer experimental.
  stack.addOverride("terraform.required_version", ">= 1.11.0");
}
