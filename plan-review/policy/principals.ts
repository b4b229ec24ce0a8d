import { isObject } from "../values.ts";
import { onlyKeys, PolicyError, textsIn } from "./grammar.ts";
import type { Comparison } from "./parts.ts";

const KINDS = ["AWS", "Service", "Federated", "CanonicalUser"];

/** Everybody who is known to AWS; the pages call it the same as `*`, yet services differ. */
const ANY_OF_AWS = "AWS *";

/**
 * Principals, each with its kind before it: `AWS 123456789012`, `Service s3.amazonaws.com`, and `*`
 * for anybody.
 *
 * @param value - Of `Principal` or `NotPrincipal`.
 * @throws PolicyError for another kind.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalsIn(value: unknown): string[] {
  if (value === "*") return ["*"];
  if (!isObject(value)) throw new PolicyError(`${JSON.stringify(value)} is no principal`);
  onlyKeys(value, KINDS);
  const principals = Object.entries(value).flatMap(([kind, names]) =>
    textsIn(names).map((name) => `${kind} ${accountIn(name) ?? name}`),
  );
  if (principals.length === 0) throw new PolicyError("it has no principal");
  return principals;
}

/** An account's root stands for the account: its administrators decide who may. */
function accountIn(name: string): string | undefined {
  return /^arn:[\w-]+:iam::(\d{12}):root$/.exec(name)?.[1];
}

/**
 * Principals have no patterns. A role isn't within its account: who is named may without leave of
 * the account's administrators.
 */
export const PRINCIPALS: Comparison = {
  isWithin: (inner, outer) =>
    outer === "*" || inner === outer || (outer === ANY_OF_AWS && inner.startsWith("AWS ")),
  // A role and its account overlap, and so may others.
  areApart: () => false,
};
