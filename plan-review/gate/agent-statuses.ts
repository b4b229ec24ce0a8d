import type { JsonObject, Plan, PlannedChange } from "../plan.ts";
import { isObject } from "../values.ts";
import type { Finding } from "./finding.ts";

/** How many agent statuses may be disabled at once. */
const LIMIT = 1;

/**
 * Finds agent statuses that would be disabled in bulk. They are no resources: what is wanted stands
 * in the input of the function that sets them (constructs/association.ts), or, where that isn't
 * known yet, in the input of the data source that observes them.
 */
export function findDisabledStatuses({ changes }: Plan): Finding[] {
  return changes
    .filter(({ mode, type, kind }) => {
      return mode === "managed" && type === "aws_lambda_invocation" && kind === "update";
    })
    .flatMap((change) => {
      const before = statusesIn(change.before);
      if (before === undefined) return [];
      const after = statusesIn(change.after) ?? observed(change, changes);
      const gone = after && before.filter((name) => !after.includes(name));
      if (gone && gone.length <= LIMIT) return [];
      return [
        {
          rule: "agent-statuses-disabled" as const,
          addresses: [change.address],
          tolerated: 0,
          happens: gone
            ? `disables the agent statuses ${gone.join(", ")}`
            : "changes the agent statuses in a way that isn't known before the apply",
          because: "agents can't choose them any more, and who is away shows as available",
          source: "https://docs.aws.amazon.com/connect/latest/adminguide/agent-custom.html",
          cure: `look for what has emptied agentStatuses in kwglobal.ts (${LIMIT} at once passes)`,
          allowable: true,
        },
      ];
    });
}

function observed({ address }: PlannedChange, changes: readonly PlannedChange[]) {
  const source = changes.find((change) => change.address === `data.${address}_observed`);
  return source && statusesIn(source.after);
}

/** The names that an input wants; undefined where it is of another kind, or not known. */
function statusesIn(values: JsonObject | null): string[] | undefined {
  if (typeof values?.input !== "string") return undefined;
  let input: unknown;
  try {
    input = JSON.parse(values.input);
  } catch {
    // Not ours: another function's input needs not be JSON.
    return undefined;
  }
  const desired = isObject(input) && isObject(input.desired) ? input.desired : {};
  if (desired.kind !== "agentStatuses" || !Array.isArray(desired.agentStatuses)) return undefined;
  return desired.agentStatuses.map((each) => (isObject(each) ? String(each.name) : ""));
}
