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

/** What must be there first. */
export const DEPENDS_ON: Shape = [ADDRESS];

/** Of what must not be destroyed; empty where that was lifted. */
export const GUARDED: Block = { "prevent_destroy?": only(true) };

/** Of what others refer to by id. */
export const DELETED_AFTER_DEPENDENTS: Block = { create_before_destroy: only(true) };

/** Attributes of which Terraform sees no change: more would hide one from the plan. */
export function ignoring(...attributes: readonly string[]): { readonly ignore_changes: Rule } {
  return { ignore_changes: only(attributes) };
}
