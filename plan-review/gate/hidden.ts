import type { Context } from "./context.ts";
import type { Finding } from "./finding.ts";

/** Attributes that are secret by nature, or because the provider says so. */
const SECRET: Readonly<Record<string, readonly string[]>> = {
  aws_connect_user: ["password"],
  aws_ssm_parameter: ["value", "value_wo"],
};

/**
 * Finds values that are marked as secret although they aren't. Neither the reviewer's text nor the digest
 * contains them, so nobody would have reviewed them.
 */
export function findHidden({ plan }: Context): Finding[] {
  return plan.changes.flatMap(({ address, type, mode, beforeSensitive, afterSensitive }) => {
    const secret = mode === "managed" && Object.hasOwn(SECRET, type) ? (SECRET[type] ?? []) : [];
    const hidden = [...hiddenIn(beforeSensitive), ...hiddenIn(afterSensitive)];
    const names = [...new Set(hidden)].filter((name) => !secret.includes(name));
    if (names.length === 0) return [];
    return [
      {
        addresses: [address],
        tolerated: 0,
        happens: `hides ${names.join(", ")} from who reviews it`,
        because: "what nobody can read, nobody has reviewed",
        source: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
        cure: "take sensitive out of the variable or output that it comes from",
      },
    ];
  });
}

/** Attributes of which a mask covers something. */
function hiddenIn(mask: unknown): string[] {
  if (mask === true) return ["everything"];
  if (typeof mask !== "object" || mask === null) return [];
  return Object.entries(mask)
    .filter(([, inner]) => hiddenIn(inner).length > 0)
    .map(([name]) => name);
}
