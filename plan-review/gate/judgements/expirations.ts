import type { PlannedChange } from "../../plan.ts";
import { isObject, listOf, objectOf, valueAt } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

/** Ten years, in days: after that nobody needs a recording any more, whatever a law or a contract says. */
const LONGEST = 3653;

const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

/**
 * Judges what happens to a bucket's objects as they age. A bucket that is created in the same plan is empty,
 * so nothing can be lost in it yet.
 */
export const lifecycle: Judgement = (change, context) => [
  ...(expiresSooner(rulesBefore(change, context), change.after?.rule)
    ? [
        harm(
          "lets the bucket's objects, or their old versions, be deleted sooner",
          "S3 deletes at once what is old enough then, and an old version can't be restored",
          `${S3}/lifecycle-expire-general-considerations.html`,
        ),
      ]
    : []),
  ...(keepsLonger(change.before?.rule, change.after?.rule)
    ? [
        harm(
          "keeps what was deleted after a time for ever, or for more than ten years",
          "it holds what callers have said, and law or a promise may limit how long",
          `${S3}/object-lifecycle-mgmt.html`,
        ),
      ]
    : []),
  ...(archives(change.before?.rule, change.after?.rule)
    ? [
        harm(
          "moves the bucket's objects where they can't be read at once, cost with each read, or lie once only",
          "who needs one waits for hours, or pays; what lies once is lost with its building",
          `${S3}/storage-class-intro.html`,
        ),
      ]
    : []),
];

/**
 * The rules that a bucket had. An existing bucket without rules keeps everything. A new one is empty, and so
 * is one that a first apply created before it failed. One that a first apply imports (the states' bucket of a
 * bootstrap) may lose old versions, but no object.
 */
function rulesBefore(change: PlannedChange, context: Context): unknown {
  if (change.before !== null) return change.before.rule;
  const bucket = context.named(change, ["bucket"], ["aws_s3_bucket"]);
  const rules = change.after?.rule;
  if (bucket === undefined) return [];
  if (bucket.kind === "create") return rules;
  if (context.firstApply && bucket.importId === undefined) return rules;
  return context.isNew(bucket)
    ? listOf(rules).map((rule) => ({ ...objectOf(rule), expiration: [] }))
    : [];
}

function harm(happens: string, because: string, source: string): Harm {
  return { effect: "unprotect", happens, because, source, cure: "leave rule as it is" };
}

/**
 * Whether a bucket's rules would delete objects, or their old versions, that they kept until now: an
 * expiration that appears or comes sooner, for the same objects.
 *
 * @param before - `rule` of an `aws_s3_bucket_lifecycle_configuration`.
 * @param after - The same after the apply; undefined if only the apply shows it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html
 */
export function expiresSooner(before: unknown, after: unknown): boolean {
  if (!Array.isArray(after)) return true;
  const old = enabled(before);
  return enabled(after).some((rule) =>
    [expiration, expirationOfOldVersions, withoutVersions].some((daysOf) => {
      const kept = old.filter((each) => objectsOf(each) === objectsOf(rule)).map(daysOf);
      return daysOf(rule) < Math.min(Number.POSITIVE_INFINITY, ...kept);
    }),
  );
}

/**
 * Whether a bucket's rules would no longer delete what they deleted until now: an expiration of some objects
 * is removed, or set to more than ten years; old versions are kept by their number; incomplete uploads are
 * never removed.
 */
export function keepsLonger(before: unknown, after: unknown): boolean {
  const [old, next] = [before, after].map(enabled);
  return [expiration, expirationOfOldVersions, versionsKept, unfinished].some((daysOf) =>
    (old ?? []).some((rule) => {
      const wanted = daysOf(rule);
      const all = (next ?? []).filter((each) => isFor(each, rule)).map(daysOf);
      return wanted <= LONGEST && Math.min(Number.POSITIVE_INFINITY, ...all) > LONGEST;
    }),
  );
}

/** Whether a rule is for all objects of another one. */
function isFor(rule: unknown, other: unknown): boolean {
  return objectsOf(rule) === EVERY_OBJECT || objectsOf(rule) === objectsOf(other);
}

/** Days after which a rule removes an incomplete upload. */
function unfinished(rule: unknown): number {
  return daysIn(valueAt(rule, ["abort_incomplete_multipart_upload", 0]), "days_after_initiation");
}

/** Days after which an old version is deleted, if none is kept by its number. */
function versionsKept(rule: unknown): number {
  return withoutVersions(rule) > 0 ? Number.POSITIVE_INFINITY : expirationOfOldVersions(rule);
}

/**
 * Storage classes from which objects are read at once and without a restore fee, stored in several
 * Availability Zones.
 */
const READABLE = ["STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING"];

/** Whether rules would move objects to a class that isn't readable at once, and didn't before. */
export function archives(before: unknown, after: unknown): boolean {
  const old = enabled(before).flatMap(moves);
  return enabled(after)
    .flatMap(moves)
    .some((move) => !old.includes(move));
}

function moves(rule: unknown): string[] {
  const { transition, noncurrent_version_transition: ofOldVersions } = objectOf(rule);
  return [...listOf(transition), ...listOf(ofOldVersions)]
    .map((each) => String(objectOf(each).storage_class))
    .filter((storageClass) => !READABLE.includes(storageClass))
    .map((storageClass) => `${storageClass} ${objectsOf(rule)}`);
}

/** A rule that isn't explicitly disabled may be enabled. */
const enabled = (rules: unknown): readonly unknown[] =>
  listOf(rules).filter((rule) => objectOf(rule).status !== "Disabled");

/** Days after which a rule deletes objects. Removing a delete marker deletes none. */
function expiration(rule: unknown): number {
  const settings = objectOf(valueAt(rule, ["expiration", 0]));
  const isMark = settings.expired_object_delete_marker === true && !settings.days && !settings.date;
  return isMark ? Number.POSITIVE_INFINITY : daysIn(valueAt(rule, ["expiration", 0]), "days");
}

function expirationOfOldVersions(rule: unknown): number {
  return daysIn(valueAt(rule, ["noncurrent_version_expiration", 0]), "noncurrent_days");
}

/** How many old versions are kept however old they are. */
function withoutVersions(rule: unknown): number {
  const settings = valueAt(rule, ["noncurrent_version_expiration", 0]);
  if (!isObject(settings)) return Number.POSITIVE_INFINITY;
  const { newer_noncurrent_versions: kept } = settings;
  return typeof kept === "number" ? kept : 0;
}

/** A date, or a value that isn't known before the apply, may mean today. */
function daysIn(settings: unknown, name: string): number {
  if (!isObject(settings)) return Number.POSITIVE_INFINITY;
  return typeof settings[name] === "number" && !settings.date ? settings[name] : 0;
}

/** Which objects a rule is for. Terraform fills in unset attributes: null, "", an empty list. */
function objectsOf(rule: unknown): string {
  const { filter, prefix } = objectOf(rule);
  return JSON.stringify([said(filter), said(prefix)]);
}

const EVERY_OBJECT = JSON.stringify([null, null]);

function said(value: unknown): unknown {
  if (value === null || value === "" || value === 0 || value === undefined) return null;
  if (Array.isArray(value)) {
    const list = value.map(said).filter((each) => each !== null);
    return list.length === 0 ? null : list;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .map(([key, each]) => [key, said(each)] as const)
    .filter(([, each]) => each !== null);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
