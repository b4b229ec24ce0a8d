import type { TerraformResourceLifecycle } from "cdktf";

/**
 * The lifecycle of what must not be destroyed by accident.
 * @param guarded false only where an environment is torn down on purpose.
 * @param ignoreChanges attributes whose edit would force a replacement, or that are never read.
 */
export function guard(guarded: boolean, ignoreChanges: string[] = []): TerraformResourceLifecycle {
  return {
    ...(guarded ? { preventDestroy: true } : {}),
    ...(ignoreChanges.length > 0 ? { ignoreChanges } : {}),
  };
}

/**
 * The lifecycle of what others refer to by id. Without it Terraform deletes a thing that left the
 * value before it updates those that referred to it, and Amazon Connect refuses to delete what is
 * in use: hours of a queue, a queue of a routing profile, a routing profile of a user.
 */
export const DELETED_AFTER_DEPENDENTS: TerraformResourceLifecycle = { createBeforeDestroy: true };
