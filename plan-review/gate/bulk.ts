import type { PlannedChange } from "../plan.ts";
import type { Context } from "./context.ts";
import type { Finding } from "./finding.ts";
import { TABLE } from "./types/reasons.ts";

/** How many of a type may be deleted or replaced at once. */
const LIMITS: readonly { readonly type: string; readonly limit: number; readonly what: string }[] =
  [
    { type: "aws_connect_user", limit: 3, what: "users" },
    { type: "aws_connect_queue", limit: 1, what: "queues" },
    { type: "aws_connect_routing_profile", limit: 1, what: "routing profiles" },
  ];

/** How many things of all types together may be deleted or replaced at once (rule PLAN-02). */
const LIMIT_IN_ALL = 5;

const CURE =
  "look for what has emptied a list in kwglobal.ts; spread what is meant over several changes";

/**
 * Finds deletions that are dangerous because they are many, such as those of an emptied list or a bad merge.
 */
export function findBulkDeletions({ plan: { changes } }: Context): Finding[] {
  const managed = changes.filter(({ mode }) => mode === "managed");
  const there = managed.filter(({ before }) => before !== null);
  const gone = managed.filter(({ kind }) => kind === "delete" || kind === "replace");
  return [
    ...LIMITS.flatMap(({ type, limit, what }) => {
      const isUser = type === "aws_connect_user";
      const of = (some: readonly PlannedChange[]) => some.filter((each) => each.type === type);
      return finding(
        of(gone),
        // One may always be deleted; of a few people, no more than half of those who exist.
        isUser ? Math.max(1, Math.min(limit, Math.floor(of(there).length / 2))) : limit,
        what,
        isUser
          ? "a deleted user can't be restored, and agents lose their calls"
          : "waiting contacts are lost, and agents who work there get no calls",
        isUser
          ? "https://docs.aws.amazon.com/connect/latest/adminguide/delete-users.html"
          : "https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteQueue.html",
      );
    }),
    ...finding(
      gone,
      LIMIT_IN_ALL,
      "things",
      "so many deletions are seldom meant, and nobody reads them all",
      "rule PLAN-02",
    ),
  ];
}

/**
 * How many of one type may be created at once in a center that is in service: enough for a department's
 * people, or its alarms.
 */
const MADE_AT_ONCE = 50;

/**
 * Finds what is created in such a number that no reviewer looks at each: rights for many people, or so many
 * alarms that others go unnoticed.
 */
export function findBulkCreations({ firstApply, resources }: Context): Finding[] {
  if (firstApply) return [];
  const made = resources.filter(({ kind }) => kind === "create");
  return [...new Set(made.map(({ type }) => type))].flatMap((type) => {
    const addresses = made.filter((each) => each.type === type).map(({ address }) => address);
    return beyond(addresses, MADE_AT_ONCE, {
      effect: "create",
      happens: `makes ${addresses.length} of ${type} at once`,
      because: "nobody looks at each of so many, and one of them may be an attacker's",
      source: TABLE,
      cure: `make ${MADE_AT_ONCE} at once at most`,
    });
  });
}

/** How many alarms may become less sensitive at once, provided that they are no more than half of all. */
const FEW_ALARMS = 5;

/**
 * Finds alarms that become less sensitive together: each change is small, but together nobody would be
 * notified.
 */
export function findBulkSilencing({ resources }: Context): Finding[] {
  const alarms = resources.filter(
    ({ type, before, after }) =>
      type === "aws_cloudwatch_metric_alarm" && before !== null && after !== null,
  );
  const addresses = alarms.filter(isLessSensitive).map(({ address }) => address);
  return beyond(addresses, Math.max(FEW_ALARMS, Math.floor(alarms.length / 2)), {
    effect: "disrupt",
    happens: `lets ${addresses.length} of ${alarms.length} alarms go off later or more seldom at once`,
    because: "what goes wrong, nobody is told until it is far worse",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
    cure: "move the thresholds of half of the alarms at most",
  });
}

function isLessSensitive({ before, after }: PlannedChange): boolean {
  const upwards = !String(before?.comparison_operator).startsWith("LessThan");
  const [old, next] = [before?.threshold, after?.threshold].map(Number);
  const isFarther = upwards ? Number(next) > Number(old) : Number(next) < Number(old);
  return isFarther || Number(after?.evaluation_periods) > Number(before?.evaluation_periods);
}

function beyond(
  addresses: readonly string[],
  tolerated: number,
  harm: Omit<Finding, "addresses" | "tolerated">,
): Finding[] {
  return addresses.length <= tolerated ? [] : [{ ...harm, addresses, tolerated }];
}

function finding(
  of: readonly PlannedChange[],
  limit: number,
  what: string,
  because: string,
  source: string,
): Finding[] {
  // A replaced thing and its deposed predecessor share an address.
  const addresses = [...new Set(of.map(({ address }) => address))];
  return beyond(addresses, limit, {
    effect: "destroy",
    happens: `deletes or replaces ${addresses.length} ${what} at once`,
    because,
    source,
    cure: `${CURE} (${limit} at once may go)`,
  });
}
