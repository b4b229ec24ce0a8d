import { isMasked, type JsonObject } from "../values.ts";

/** AWS's own policy for the logs of a function: what every function has, and no more than that. */
const HARMLESS = /^arn:aws[\w-]*:iam::aws:policy\/service-role\/AWSLambdaBasicExecutionRole$/;

/**
 * What a change of an `aws_iam_role_policy_attachment` gives a role. A managed policy's text stands
 * elsewhere, so that it is named: it may allow anything, and one that goes may have denied anything.
 *
 * @param before - Its attributes; null for none.
 * @param after - The same.
 * @param afterUnknown - Terraform's mask: `true` at what only the apply will tell.
 */
export function attachmentGains(
  before: JsonObject | null,
  after: JsonObject | null,
  afterUnknown: unknown,
): string[] {
  const old = before === null ? undefined : attached(before, undefined);
  const next = after === null ? undefined : attached(after, afterUnknown);
  if (JSON.stringify(old) === JSON.stringify(next)) return [];
  return [
    ...(next === undefined || HARMLESS.test(next.policy)
      ? []
      : [`${next.role} may now do whatever ${inWords(next.policy)} allows`]),
    ...(old === undefined || HARMLESS.test(old.policy)
      ? []
      : [`${old.role} is no longer forbidden to do what ${inWords(old.policy)} denies`]),
  ];
}

/**
 * What a role gains by a change of its permissions boundary, which is the most that it can do.
 *
 * @param before - Attributes of the role; null for none.
 * @param after - The same.
 * @param afterUnknown - Terraform's mask: `true` at what only the apply will tell.
 */
export function boundaryGains(
  before: JsonObject | null,
  after: JsonObject | null,
  afterUnknown: unknown,
): string[] {
  if (before === null || after === null) return [];
  const [old, next] = [boundaryOf(before), boundaryOf(after)];
  const role = `the role ${String(after.name ?? before.name)}`;
  if (old === undefined) return [];
  if (isMasked(afterUnknown, ["permissions_boundary"])) {
    return [`what limits ${role} is known only during the apply: it counts as widened`];
  }
  if (next === undefined) return [`${role} is no longer limited by ${inWords(old)}`];
  return old === next
    ? []
    : [`${role} is now limited by ${inWords(next)} instead of ${inWords(old)}`];
}

/**
 * What a role loses by a permissions boundary that is put on it: it had none until now.
 *
 * @param before - Attributes of the role; null for none.
 * @param after - The same.
 * @param afterUnknown - Terraform's mask: `true` at what only the apply will tell.
 */
export function boundaryLosses(
  before: JsonObject | null,
  after: JsonObject | null,
  afterUnknown: unknown,
): string[] {
  if (before === null || after === null || boundaryOf(before) !== undefined) return [];
  const role = `the role ${String(after.name ?? before.name)}`;
  if (isMasked(afterUnknown, ["permissions_boundary"])) {
    return [`${role} may do no more than a policy allows that is known only during the apply`];
  }
  const next = boundaryOf(after);
  return next === undefined ? [] : [`${role} may do no more than ${inWords(next)} allows`];
}

function attached({ role, policy_arn: policy }: JsonObject, unknown: unknown) {
  return {
    role: isMasked(unknown, ["role"]) ? "a role that isn't known yet" : `the role ${String(role)}`,
    policy: isMasked(unknown, ["policy_arn"]) ? "a policy that isn't known yet" : String(policy),
  };
}

function boundaryOf({ permissions_boundary: arn }: JsonObject): string | undefined {
  return typeof arn === "string" && arn !== "" ? arn : undefined;
}

function inWords(arn: string): string {
  const [, owner, name] = /^arn:[\w-]+:iam::(aws|\d+):policy\/(.+)$/s.exec(arn) ?? [];
  if (name === undefined) return arn;
  return owner === "aws" ? `AWS's policy ${name}` : `the policy ${name}`;
}
