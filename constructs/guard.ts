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
