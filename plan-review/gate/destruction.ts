import type { PlannedChange } from "../plan.ts";
import { rulesOf } from "./classification.ts";
import type { Context } from "./context.ts";
import type { Finding, Harm } from "./finding.ts";
import { findRenames } from "./renames.ts";
import type { Loss } from "./type-rules.ts";

/**
 * Finds what would be destroyed and can't be restored, what was only renamed, and what Terraform would remove
 * from its state.
 */
export function findDestruction(context: Context): Finding[] {
  const renames = findRenames(context.plan);
  return context.plan.changes
    .filter(({ mode }) => mode === "managed")
    .flatMap((change) =>
      harmsOf(change, renames.get(change.address), context).map((harm) => ({
        ...harm,
        addresses: [change.address],
        tolerated: 0,
      })),
    );
}

function harmsOf(
  change: PlannedChange,
  newAddress: string | undefined,
  context: Context,
): readonly Harm[] {
  const { address, type, kind } = change;
  if (kind === "forget") return [FORGOTTEN];
  if (kind !== "delete" && kind !== "replace") return [];
  const cure = newAddress === undefined ? cureFor(change) : moveTo(newAddress, address);
  const { gone } = rulesOf(type) ?? { gone: FOREIGN };
  if (typeof gone === "object") {
    const again = kind === "replace" ? ", and makes another one" : "";
    return [{ effect: "destroy", ...gone, happens: gone.happens + again, cure }];
  }
  if (newAddress !== undefined) return [{ ...renamed(newAddress), cure }];
  if (kind === "replace") return type.startsWith("aws_connect_") ? [{ ...ANEW, cure }] : [];
  return typeof gone === "function" ? gone(change, context) : [];
}

const FORGOTTEN: Harm = {
  effect: "forget",
  happens: "lets go of it: it stays in AWS, and Terraform no longer knows it",
  because: "nobody looks after it from then on, and the next plan may make a second one",
  source: "https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources",
  cure: "leave the removed block out",
};

/** Of what may go, or of what stays as it is for callers and agents only by its id. */
const ANEW: Omit<Harm, "cure"> = {
  effect: "destroy",
  happens: "deletes it, and makes another one",
  because: "who waits in it is lost, its reports end, and whoever knows it by its id finds nothing",
  source: "https://developer.hashicorp.com/terraform/cli/state/taint",
};

/** Of a type that no construct makes. */
const FOREIGN: Loss = {
  happens: "deletes what no construct here has made",
  because: "nobody has said what is lost with it",
  source: "rule PLAN-04",
};

function renamed(newAddress: string): Omit<Harm, "cure"> {
  return {
    effect: "destroy",
    happens: `deletes it, and creates the same again as ${newAddress}`,
    because: "AWS refuses a second one of that name, or whoever uses it is without it meanwhile",
    source: "https://developer.hashicorp.com/terraform/language/moved",
  };
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
