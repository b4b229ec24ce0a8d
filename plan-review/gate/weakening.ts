import type { Plan } from "../plan.ts";
import { isMasked, valueAt } from "../values.ts";
import type { Finding } from "./finding.ts";
import { PROTECTIONS } from "./protections.ts";

/** Finds settings whose change would take away what protects data. */
export function findWeakening({ changes }: Plan): Finding[] {
  return changes
    .filter(({ mode, kind }) => mode === "managed" && kind === "update")
    .flatMap(({ address, type, before, after, afterUnknown }) =>
      PROTECTIONS.filter(
        ({ type: protectedType, path, weakened }) =>
          protectedType === type &&
          (isMasked(afterUnknown, path) || weakened(valueAt(before, path), valueAt(after, path))),
      ).map(({ path, happens, because, source }) => ({
        rule: "unprotected" as const,
        addresses: [address],
        tolerated: 0,
        happens,
        because,
        source,
        cure: `leave ${path.join(".")} as it is${shortly(valueAt(before, path))}`,
        allowable: true,
      })),
    );
}

/** A setting's value, where it is one word; a policy stands in the plan. */
function shortly(value: unknown): string {
  if (value === undefined || typeof value === "object") return "";
  const text = JSON.stringify(value);
  return text.length > 80 ? "" : `: ${text}`;
}
