import { createHash } from "node:crypto";
import type { Plan, PlannedChange } from "./plan.ts";
import { isObject, withoutMasked } from "./values.ts";

/**
 * A digest of what an apply of a plan would do. Two plans of one change have the same digest; it differs if
 * an address, an action, a value before or after, or the provider differs. Passwords and values that aren't
 * known yet are left out.
 *
 * @returns SHA-256, 64 hexadecimal digits.
 */
export function digestOf(plan: Plan): string {
  const does = plan.changes
    .filter(
      ({ kind, importId, previousAddress }) =>
        kind !== "no-op" || importId !== undefined || previousAddress !== undefined,
    )
    .map((change) => canonical(effectOf(change)))
    .sort();
  const { providers, outputs, errored, complete } = plan;
  const content = { providers, outputs, errored, complete, does };
  return createHash("sha256").update(canonical(content)).digest("hex");
}

function effectOf(change: PlannedChange) {
  const { address, deposed, actions, previousAddress, importId, provider } = change;
  const { afterUnknown, replacePaths, afterSensitive, beforeSensitive } = change;
  return {
    address,
    deposed,
    actions,
    previousAddress,
    importId,
    provider,
    replacePaths,
    unknown: afterUnknown,
    before: withoutMasked(change.before, [beforeSensitive]),
    after: withoutRunTime(change, withoutMasked(change.after, [afterSensitive, afterUnknown])),
  };
}

/**
 * The observer of agent statuses, quick connects and the number's flow answers each plan with the time and
 * the reasons (lambda-src/connect-associations): two plans agree if the reasons agree.
 */
function withoutRunTime({ type }: PlannedChange, after: unknown): unknown {
  if (type !== "aws_lambda_invocation" || !isObject(after) || typeof after.input !== "string") {
    return after;
  }
  const input = after.input.replace(/("run":")\d{4}-\d\d-\d\dT[\d:.]+Z /, "$1");
  return { ...after, input };
}

/** JSON with sorted keys, so that the order in which Terraform writes them doesn't matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    isObject(each)
      ? Object.fromEntries(
          Object.keys(each)
            .sort()
            .map((key) => [key, each[key]]),
        )
      : each,
  );
}
