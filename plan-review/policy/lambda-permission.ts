import { isMasked, type JsonObject } from "../values.ts";
import { type Differences, differencesBetween } from "./gains.ts";
import { NOT_KNOWN_YET } from "./words/conditions.ts";

/** Attributes that say how a permission is kept, not what it permits. */
const KEPT_AS = ["id", "statement_id", "statement_id_prefix"];

/** Attributes of a permission that narrow it: the operator and the key that Lambda makes of each. */
const CONDITIONS = new Map<string, readonly [string, string]>([
  ["event_source_token", ["StringEquals", "lambda:EventSourceToken"]],
  ["function_url_auth_type", ["StringEquals", "lambda:FunctionUrlAuthType"]],
  ["principal_org_id", ["StringEquals", "aws:PrincipalOrgID"]],
  ["source_account", ["StringEquals", "aws:SourceAccount"]],
  ["source_arn", ["ArnLike", "aws:SourceArn"]],
]);

/**
 * What a change of an `aws_lambda_permission` lets somebody do who could not before, and what nobody
 * may do any more: it is a statement of the function's policy.
 *
 * @param before - Its attributes; null for none.
 * @param after - The same.
 * @param afterUnknown - Terraform's mask: `true` at what only the apply will tell.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export function permissionDifferences(
  before: JsonObject | null,
  after: JsonObject | null,
  afterUnknown: unknown,
): Differences {
  const { function_name: name } = { ...before, ...after };
  const isUnknown = (attribute: string): boolean => isMasked(afterUnknown, [attribute]);
  const next = ["principal", "action", "function_name", "qualifier"].some(isUnknown)
    ? undefined
    : policyOf(after, [...CONDITIONS.keys()].filter(isUnknown));
  return differencesBetween(policyOf(before, []), next, {
    kind: "resource",
    of: `the function ${typeof name === "string" ? name : "(its name isn't known yet)"}`,
  });
}

function policyOf(permission: JsonObject | null, unknown: readonly string[]): string | null {
  if (permission === null) return null;
  const { principal, action, function_name: name, qualifier, ...others } = permission;
  const unknowns = unknown.map((attribute) => [attribute, NOT_KNOWN_YET] as const);
  const condition = new Map<string, Record<string, unknown>>();
  for (const [attribute, value] of [...Object.entries(others), ...unknowns]) {
    if (value === null || value === "" || KEPT_AS.includes(attribute)) continue;
    // An attribute that isn't known here is no operator either, so that it counts as widened.
    const [operator, key] = CONDITIONS.get(attribute) ?? [attribute, attribute];
    condition.set(operator, { ...condition.get(operator), [key]: value });
  }
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: principalIn(principal),
      Action: action,
      Resource: functionIn(name, qualifier),
      Condition: Object.fromEntries(condition),
    },
  });
}

function principalIn(principal: unknown): unknown {
  if (principal === "*" || typeof principal !== "string") return principal;
  return /^\d+$|^arn:/.test(principal) ? { AWS: principal } : { Service: principal };
}

function functionIn(name: unknown, qualifier: unknown): unknown {
  if (typeof name !== "string") return name;
  const arn = name.startsWith("arn:") ? name : `arn:aws:lambda:::function:${name}`;
  return typeof qualifier === "string" && qualifier !== "" ? `${arn}:${qualifier}` : arn;
}
