import { allowancesFor } from "../../plan-review/gate/allowances";
import type { Finding } from "../../plan-review/gate/finding";
import { judge } from "../../plan-review/gate/judge";
import type { Plan, PlannedChange } from "../../plan-review/plan";
import { type Difference, differences } from "./differences";

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
  const of = (...kinds: readonly string[]) => changes.filter(({ kind }) => kinds.includes(kind));
  const imported = changes.filter(({ importId }) => importId !== undefined);
  const [updated, created] = [of("update"), of("create")];
  const lost = of("delete", "replace", "forget", "unknown");
  const { refused } = judge(plan);
  const paragraphs = [
    [
      `Terraform's plan: ${imported.length} to import, ${updated.length} to change, ${created.length} to make, ${lost.length} to destroy or replace`,
    ],
    differing(updated),
    lost.length > 0 ? dontApply(lost) : refusals(refused),
    lost.length > 0
      ? []
      : next(environment, imported.length + updated.length + created.length, refused),
  ];
  return {
    text: paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join("\n"))
      .join("\n\n"),
    safe: lost.length === 0,
  };
}

function differing(updated: readonly PlannedChange[]): string[] {
  const fields = updated.map((change) => ({
    address: change.address,
    fields: differences(change),
  }));
  const listed = fields.flatMap(({ address, fields }) => {
    const lines = fields.filter((each) => !isTag(each)).map(line);
    return lines.length > 0 ? [`  ${address}`, ...lines] : [];
  });
  const tagged = fields.filter((each) => each.fields.some(isTag)).length;
  return [
    ...(listed.length > 0 ? ["What differs, live → code; an apply sets it:", ...listed] : []),
    ...(tagged > 0 ? [`  ${tagged} of them lack the code's tags`] : []),
  ];
}

function line({ field, live, code }: Difference): string {
  return `    ${field}: ${live} → ${code}`;
}

/** Every resource has the same ones, so they are counted, not listed. */
function isTag({ field }: Difference): boolean {
  return /^tags(_all)?\b/.test(field);
}

function dontApply(lost: readonly PlannedChange[]): string[] {
  return [
    "Don't apply this: it would destroy or replace",
    ...lost.map(({ address, kind, replacePaths }) => {
      const because = replacePaths.map((path) => path.join(".")).join(", ");
      return `  ${address}: ${kind}${because && `, because of ${because}`}`;
    }),
    "Make kwglobal.ts say what is live, and adopt again.",
  ];
}

function refusals(refused: readonly Finding[]): string[] {
  if (refused.length === 0) return [];
  return [
    "An apply refuses this unless you allow it:",
    ...refused.map(
      ({ addresses, happens, because }) => `  ${addresses.join(", ")}: ${happens} (${because})`,
    ),
  ];
}

function next(environment: string, changes: number, refused: readonly Finding[]): string[] {
  if (changes === 0) return ["Nothing to do."];
  const allow = allowancesFor(refused).map((each) => ` --allow '${each}'`);
  return [
    "Next: read the above, or all of it with",
    `  npm run plan -- ${environment}`,
    "and if the code is right, let it take over what is live:",
    `  npm run apply -- ${environment}${allow.join("")}`,
  ];
}
