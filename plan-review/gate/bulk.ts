import type { PlannedChange } from "../plan.ts";
import type { Context } from "./context.ts";
import type { Finding } from "./finding.ts";

/** How many of a type may be deleted or replaced at once. */
const LIMITS: readonly { readonly type: string; readonly limit: number; readonly what: string }[] =
  [
    { type: "aws_connect_user", limit: 3, what: "users" },
    { type: "aws_connect_queue", limit: 1, what: "queues" },
    { type: "aws_connect_routing_profile", limit: 1, what: "routing profiles" },
  ];

/** How many things may be deleted or replaced at once, whatever they are (rule PLAN-02). */
const LIMIT_IN_ALL = 5;

const CURE =
  "look for what has emptied a list in kwglobal.ts; spread what is meant over several changes";

/** Finds deletions that are dangerous by their number: what an emptied list or a bad merge does. */
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
        // One may always go; of a few people, no more than half of those who are there.
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

function finding(
  of: readonly PlannedChange[],
  limit: number,
  what: string,
  because: string,
  source: string,
): Finding[] {
  // A replaced thing and its deposed predecessor have one address.
  const addresses = [...new Set(of.map(({ address }) => address))];
  if (addresses.length <= limit) return [];
  return [
    {
      effect: "destroy",
      addresses,
      tolerated: limit,
      happens: `deletes or replaces ${addresses.length} ${what} at once`,
      because,
      source,
      cure: `${CURE} (${limit} at once may go)`,
    },
  ];
}
