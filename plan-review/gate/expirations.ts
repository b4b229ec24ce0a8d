import { isObject, listOf, objectOf, valueAt } from "../values.ts";

/**
 * Whether a bucket's rules would delete objects, or their old versions, that they kept until now: an
 * expiration that appears or comes sooner, for the same objects.
 *
 * @param before - `rule` of an `aws_s3_bucket_lifecycle_configuration`.
 * @param after - The same, as an apply would make it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html
 */
export function expiresSooner(before: unknown, after: unknown): boolean {
  const old = enabled(before);
  return enabled(after).some((rule) =>
    [expiration, expirationOfOldVersions].some((daysOf) => {
      const kept = old.filter((each) => objectsOf(each) === objectsOf(rule)).map(daysOf);
      return daysOf(rule) < Math.min(Number.POSITIVE_INFINITY, ...kept);
    }),
  );
}

const enabled = (rules: unknown): readonly unknown[] =>
  listOf(rules).filter((rule) => objectOf(rule).status === "Enabled");

/** Days until a rule deletes objects. Taking away the mark of a deletion deletes none. */
function expiration(rule: unknown): number {
  const settings = valueAt(rule, ["expiration", 0]);
  return objectOf(settings).expired_object_delete_marker === true
    ? Number.POSITIVE_INFINITY
    : daysIn(settings, "days");
}

function expirationOfOldVersions(rule: unknown): number {
  return daysIn(valueAt(rule, ["noncurrent_version_expiration", 0]), "noncurrent_days");
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
