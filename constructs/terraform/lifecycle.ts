import type { TerraformResourceLifecycle } from "cdktf";

/**
 * The lifecycle of what must not be destroyed by accident.
 * @param guarded - False only if an environment is torn down on purpose.
 * @param ignoreChanges - Attributes whose edit would force a replacement, or that the provider never reads.
 */
export function guard(guarded: boolean, ignoreChanges: string[] = []): TerraformResourceLifecycle {
  return {
    ...(guarded ? { preventDestroy: true } : {}),
    ...(ignoreChanges.length > 0 ? { ignoreChanges } : {}),
  };
}

/**
 * The lifecycle of resources that others refer to by id. Without it, Terraform would delete a resource that
 * was removed from the value before it updates those that referred to it, and Amazon Connect refuses to
 * delete what is in use: hours of a queue, a queue of a routing profile, a routing profile of a user.
 */
export const DELETED_AFTER_DEPENDENTS: TerraformResourceLifecycle = { createBeforeDestroy: true };
