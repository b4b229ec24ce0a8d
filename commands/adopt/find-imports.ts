import { OperatorError } from "../../sandbox/machine/errors";
import type { Import } from "../support/imports-file";
import type { Live } from "./live-account";
import { IMPORT_RULES } from "./rules";
import type { WantedResource } from "./wanted";

/** What was found for the resources of a stack. */
export interface Found {
  readonly imports: readonly Import[];
  /** Addresses of what isn't live: an apply makes it. */
  readonly missing: readonly string[];
  /** What is made anew whether or not it exists, and why that does no harm. */
  readonly recreated: readonly { readonly address: string; readonly reason: string }[];
}

/** Resources looked for at once: Connect answers two requests a second. */
const AT_ONCE = 4;

/**
 * Finds the live thing of each resource.
 *
 * @param wanted - All resources of the stack, since ambiguity is news even where the state has one.
 * @param taken - Addresses that the state has or the code imports. A number there isn't looked for: it
 *   has no name that would tell it from the instance's others, and needn't be told.
 * @throws OperatorError with all that is ambiguous or doesn't fit, in one message.
 */
export async function findImports(
  wanted: readonly WantedResource[],
  live: Live,
  taken: ReadonlySet<string>,
): Promise<Found> {
  const imports: Import[] = [];
  const missing: string[] = [];
  const recreated: { address: string; reason: string }[] = [];
  const faults: string[] = [];
  const queue = wanted.filter(
    ({ address, type }) => type !== "aws_connect_phone_number" || !taken.has(address),
  );
  const work = async () => {
    for (let each = queue.shift(); each !== undefined; each = queue.shift()) {
      const { address } = each;
      const rule = ruleOf(each);
      if (typeof rule !== "function") {
        recreated.push({ address, reason: rule.recreated });
        continue;
      }
      try {
        const id = await rule(each, live);
        if (id === undefined) missing.push(address);
        else imports.push({ to: address, id });
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        faults.push(error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (faults.length > 0) throw new OperatorError(faults.sort().join("\n"));
  return {
    imports: imports.sort((a, b) => (a.to < b.to ? -1 : 1)),
    missing: missing.sort(),
    recreated: recreated.sort((a, b) => (a.address < b.address ? -1 : 1)),
  };
}

function ruleOf({ address, type }: WantedResource) {
  const rule = IMPORT_RULES[type];
  if (rule === undefined) {
    throw new Error(`${address}: ${type} has no import rule in commands/adopt/rules.ts`);
  }
  return rule;
}
