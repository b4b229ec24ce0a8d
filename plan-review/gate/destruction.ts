import type { Plan, PlannedChange } from "../plan.ts";
import type { Finding } from "./finding.ts";
import { PROTECTED_TYPES } from "./protected-types.ts";
import { findRenames } from "./renames.ts";

/**
 * Finds what would be destroyed and can't be had back, what was only renamed, and what Terraform
 * would forget.
 */
export function findDestruction(plan: Plan): Finding[] {
  const renames = findRenames(plan);
  return plan.changes
    .filter(({ mode }) => mode === "managed")
    .flatMap((change) => judgeChange(change, renames.get(change.address)));
}

function judgeChange(change: PlannedChange, newAddress: string | undefined): Finding[] {
  const { address, type, kind } = change;
  const base = { addresses: [address], tolerated: 0, allowable: true };
  if (kind === "forget") {
    return [
      {
        ...base,
        rule: "forgotten",
        happens: "lets go of it: it stays in AWS, and Terraform no longer knows it",
        because: "nobody looks after it from then on, and the next plan may make a second one",
        source:
          "https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources",
        cure: "leave the removed block out",
      },
    ];
  }
  if (kind !== "delete" && kind !== "replace") return [];
  const loss = PROTECTED_TYPES[type];
  const cure = newAddress === undefined ? cureFor(change) : moveTo(newAddress, address);
  if (loss) {
    const again = kind === "replace" ? ", and makes another one" : "";
    return [{ ...base, ...loss, rule: "destroyed", happens: loss.happens + again, cure }];
  }
  if (newAddress === undefined) return [];
  return [
    {
      ...base,
      rule: "renamed",
      happens: `deletes it, and creates the same again as ${newAddress}`,
      because: "AWS refuses a second one of that name, or whoever uses it is without it meanwhile",
      source: "https://developer.hashicorp.com/terraform/language/moved",
      cure,
    },
  ];
}

function moveTo(newAddress: string, address: string): string {
  return `it is the same as ${newAddress}, which would be created: keep it by a moved block (in the construct of ${newAddress}: resource.moveFromId("${address}"))`;
}

function cureFor({ kind, reason, replacePaths, deposed, type }: PlannedChange): string {
  if (deposed !== undefined) {
    return "an earlier replacement has left it behind: look into AWS whether something still uses it";
  }
  if (kind === "replace") {
    if (reason === "replace_because_tainted") {
      return "it is marked as damaged: if it is well, terraform untaint keeps it";
    }
    const forcing = replacePaths.map((path) => path.join(".")).join(", ");
    return `take back the change of ${forcing === "" ? "it" : forcing}, which forces the replacement`;
  }
  return type.startsWith("aws_connect_")
    ? "put it back into kwglobal.ts; if its construct only got another id or place, move it with moveFromId"
    : "put it back; if its construct only got another id or place, move it with moveFromId";
}
