import type { JsonObject, Plan, PlannedChange } from "../plan.ts";
import { isObject } from "../values.ts";

/** Attributes that say nothing on what a thing is, or that nobody may see. */
const NOT_IDENTITY = ["tags", "tags_all", "password"];

/**
 * Finds things that would be destroyed at one address while the same is created at another: what
 * becomes of a construct that was given another id or another place. Terraform can't tell, and
 * `prevent_destroy` doesn't help, since it goes with the address.
 *
 * @returns The new address of each that is destroyed.
 */
export function findRenames({ changes }: Plan): ReadonlyMap<string, string> {
  const managed = changes.filter(
    ({ mode, deposed }) => mode === "managed" && deposed === undefined,
  );
  const created = managed.filter(({ kind }) => kind === "create");
  const renames = new Map<string, string>();
  for (const gone of managed.filter(({ kind }) => kind === "delete")) {
    const twin = created.find((candidate) => isSame(gone, candidate));
    if (!twin) continue;
    renames.set(gone.address, twin.address);
    created.splice(created.indexOf(twin), 1);
  }
  return renames;
}

function isSame(gone: PlannedChange, candidate: PlannedChange): boolean {
  if (gone.type !== candidate.type || !gone.before || !candidate.after) return false;
  const wanted = identity(candidate.after);
  // By chance two things have the same switches; what identifies one is text.
  return agrees(gone.before, wanted) && hasText(wanted);
}

function identity(after: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(after).filter(([name]) => !NOT_IDENTITY.includes(name)));
}

/** Whether everything that is known of the new one holds for the old one. */
function agrees(before: unknown, after: unknown): boolean {
  if (after === null || after === undefined) return true;
  if (Array.isArray(after)) {
    const list = Array.isArray(before) ? (before as unknown[]) : [];
    return after.length <= list.length && after.every((each, index) => agrees(list[index], each));
  }
  if (isObject(after)) {
    return isObject(before) && Object.keys(after).every((key) => agrees(before[key], after[key]));
  }
  return before === after;
}

function hasText(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasText);
  if (isObject(value)) return Object.values(value).some(hasText);
  return typeof value === "string" && value !== "";
}
