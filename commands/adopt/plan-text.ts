import type { Plan } from "../../plan-review/plan";
import { differences } from "./differences";

/** What a plan with import blocks would do, for the person at the terminal. */
export interface PlanText {
  readonly text: string;
  /** Whether nothing that is live would be destroyed or replaced. */
  readonly safe: boolean;
}

/**
 * Says what Terraform would change in what it takes over, and what to do next.
 *
 * @param environment - For the commands that are shown.
 */
export function planText(plan: Plan, environment: string): PlanText {
  const changes = plan.changes.filter(({ mode, kind }) => mode === "managed" && kind !== "read");
  const imported = changes.filter(({ importId }) => importId !== undefined);
  const updated = changes.filter(({ kind }) => kind === "update");
  const created = changes.filter(({ kind }) => kind === "create");
  const lost = changes.filter(({ kind }) => ["delete", "replace", "forget"].includes(kind));
  const counts = `Terraform's plan: ${imported.length} to import, ${updated.length} to change, ${created.length} to make, ${lost.length} to destroy or replace`;
  const fields = updated.flatMap((change) => [
    `  ${change.address}`,
    ...differences(change).map(
      ({ attribute, live, code }) => `    ${attribute}: ${live} → ${code}`,
    ),
  ]);
  const destroyed = lost.map(({ address, kind, replacePaths }) => {
    const because = replacePaths.map((path) => path.join(".")).join(", ");
    return `  ${address}: ${kind}${because && ` because of ${because}`}`;
  });
  const text = [
    counts,
    ...(fields.length > 0 ? ["", "What differs: live → code, as an apply sets it", ...fields] : []),
    "",
    ...(lost.length > 0
      ? [
          "DON'T APPLY: this would destroy or replace",
          ...destroyed,
          "Make kwglobal.ts say what is live, and adopt again.",
        ]
      : next(changes.every(({ kind }) => kind === "no-op") && imported.length === 0, environment)),
  ].join("\n");
  return { text: `\n${text}`, safe: lost.length === 0 };
}

function next(nothing: boolean, environment: string): string[] {
  if (nothing) return ["Nothing to do."];
  return [
    "Next: read the above, or all of it with",
    `  npm run plan -- ${environment}`,
    "and if the code is right, let it take the center over:",
    `  npm run apply -- ${environment}`,
  ];
}
