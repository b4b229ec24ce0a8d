import type { Plan, PlannedChange } from "../plan.ts";
import { isObject, type JsonObject } from "../values.ts";

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
  const created = candidates(managed.filter(({ kind }) => kind === "create"));
  const renames = new Map<string, string>();
  for (const gone of managed.filter(({ kind }) => kind === "delete")) {
    const before = gone.before ?? {};
    // Only those that share their rarest value with it can be the same.
    const near = scalarsOf(before).flatMap((key) => created.get(`${gone.type} ${key}`) ?? []);
    const twin = near.find((each) => !each.isTaken && agrees(before, each.wanted));
    if (!twin) continue;
    renames.set(gone.address, twin.address);
    twin.isTaken = true;
  }
  return renames;
}

/** Something that would be created. */
interface Candidate {
  readonly address: string;
  /** What is known of it. */
  readonly wanted: JsonObject;
  isTaken: boolean;
}

/** What would be created, by the value that the fewest of its type have. */
function candidates(created: readonly PlannedChange[]): ReadonlyMap<string, Candidate[]> {
  const counts = new Map<string, number>();
  const all = created.map(({ address, type, after }) => {
    const wanted = identity(after ?? {});
    const keys = scalarsOf(wanted).map((key) => `${type} ${key}`);
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return { candidate: { address, wanted, isTaken: false }, keys };
  });
  const found = new Map<string, Candidate[]>();
  for (const { candidate, keys } of all) {
    const [rarest] = keys.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    // By chance two things have the same switches; what identifies one is text.
    if (rarest === undefined || !hasText(candidate.wanted)) continue;
    const others = found.get(rarest);
    if (others) others.push(candidate);
    else found.set(rarest, [candidate]);
  }
  return found;
}

/** Texts and numbers of a thing, each with its place. */
function scalarsOf(value: unknown, path = ""): string[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => scalarsOf(each, `${path}.${key}`));
  }
  const isScalar = (typeof value === "string" && value !== "") || typeof value === "number";
  return isScalar ? [`${path} ${JSON.stringify(value)}`] : [];
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
