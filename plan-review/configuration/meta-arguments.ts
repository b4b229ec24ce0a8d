import { formed, only } from "./rules.ts";
import type { Block, Rule, Shape } from "./shape.ts";

const ADDRESS_FORM = /^aws_[a-z0-9_]+\.[a-z_][a-z0-9_]*$/;

/** The address of a resource: no module, no index, no space or comment. */
export const ADDRESS = formed(
  ADDRESS_FORM,
  "the address of a resource, such as aws_connect_queue.sales",
);

/** Whether a value is the address of a resource. */
export function isAddress(value: unknown): value is string {
  return typeof value === "string" && ADDRESS_FORM.test(value);
}

/** `depends_on`: resources that must exist first. */
export const DEPENDS_ON: Shape = [ADDRESS];

/** The lifecycle of what must not be destroyed; empty if the guard was lifted. */
export const GUARDED: Block = { "prevent_destroy?": only(true) };

/** The lifecycle of what others refer to by id. */
export const DELETED_AFTER_DEPENDENTS: Block = { create_before_destroy: only(true) };

/**
 * The attributes whose changes Terraform ignores. Only these are allowed, since any other would hide a change
 * from the plan.
 */
export function ignoring(...attributes: readonly string[]): { readonly ignore_changes: Rule } {
  return { ignore_changes: only(attributes) };
}
