import type { PlannedChange } from "../../plan.ts";
import { isObject, listOf, objectOf, valueAt } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

/**
 * What becomes of a bucket's objects as they grow old. One that is made in the same plan is empty, so
 * that nothing can be lost in it yet.
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
  ...(archives(change.before?.rule, change.after?.rule)
    ? [
        harm(
          "moves the bucket's objects where they can't be read at once, or lie once only",
          "who needs one waits for hours, and pays; what lies once is lost with its building",
          `${S3}/storage-class-intro.html`,
        ),
      ]
    : []),
];

/**
 * Of a bucket that was there without rules everything is kept; in a new one there is nothing, nor in
 * one that a first apply made before it broke off. One that a first apply takes over (the states' bucket
 * of a bootstrap) may lose old versions, and no object.
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
 * @param after - The same, as an apply would make it; undefined where only the apply tells.
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

/** Classes from which an object is read at once, and that lie in several buildings. */
const READABLE = ["STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING", "GLACIER_IR"];

/** Whether rules would move objects to a class that isn't readable at once, and didn't until now. */
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

/** What isn't said to be disabled may be enabled. */
const enabled = (rules: unknown): readonly unknown[] =>
  listOf(rules).filter((rule) => objectOf(rule).status !== "Disabled");

/** Days until a rule deletes objects. Taking away the mark of a deletion deletes none. */
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

/** A date, or what isn't known before the apply, may be today. */
function daysIn(settings: unknown, name: string): number {
  if (!isObject(settings)) return Number.POSITIVE_INFINITY;
  return typeof settings[name] === "number" ? settings[name] : 0;
}

/** Which objects a rule is for. Terraform fills in what nobody has said: null, "", an empty list. */
function objectsOf(rule: unknown): string {
  const { filter, prefix } = objectOf(rule);
  return JSON.stringify([said(filter), said(prefix)]);
}

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
