import { type Clause, implies } from "./conditions.ts";
import { type PolicyKind, statementsOf } from "./document.ts";
import { PolicyError } from "./grammar.ts";
import { coversBut, type Requests, type Statement, without } from "./statement.ts";
import { conditionsIn } from "./words/conditions.ts";
import { whatIn } from "./words/what.ts";
import { whoIn } from "./words/who.ts";

/** Where a policy belongs. */
export interface Attachment {
  readonly kind: PolicyKind;
  /** What has the policy, as the sentences call it: `the role kwglobal-dev-apply`, `the key`. */
  readonly of: string;
}

/**
 * What a change of a policy lets somebody do who could not before, in plain English: a sentence
 * for whatever can't be shown to have been allowed already, or to be denied still. What a policy
 * denies counts apart from what it allows: another policy may allow it.
 *
 * @param before - The policy as the plan has it, JSON; null or `""` for none.
 * @param after - The same; undefined where only the apply will tell, which counts as widened.
 * @returns Nothing, where nothing is gained: statements in another order, taken apart or together,
 *   other Sids, fewer rights.
 */
export function gainsBetween(before: unknown, after: unknown, attachment: Attachment): string[] {
  const { kind, of } = attachment;
  if (after === undefined) {
    return [`what the policy of ${of} says is known only during the apply: it counts as widened`];
  }
  const gains: string[] = [];
  const read = (policy: unknown, which: string): Statement[] => {
    try {
      return statementsOf(policy, kind);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      gains.push(
        `the policy of ${of} can't be compared (${which} ${error.message}): it counts as widened`,
      );
      return [];
    }
  };
  const [old, next] = [read(before, "before:"), read(after, "after:")];
  const fresh = (effect: Statement["effect"], some: Statement[], others: Statement[]) => {
    const same = others.filter((statement) => statement.effect === effect);
    return some
      .filter((statement) => statement.effect === effect)
      .flatMap((statement) => without(statement, same))
      .map((requests) => ({ requests, nearly: same.find((each) => coversBut(each, requests)) }));
  };
  for (const { requests, nearly } of fresh("Allow", next, old)) {
    gains.push(said(requests, "may now", nearly, "until now only", attachment));
  }
  for (const { requests, nearly } of fresh("Deny", old, next)) {
    gains.push(said(requests, "is no longer forbidden to", nearly, "from now on only", attachment));
  }
  return [...new Set(gains)];
}

function said(
  { principals, actions, resources, clauses }: Requests,
  may: string,
  nearly: Requests | undefined,
  only: string,
  { kind, of }: Attachment,
): string {
  const who = kind === "identity" ? { words: of, said: [] } : whoIn(principals, clauses);
  const what = whatIn(actions, resources, kind === "identity" ? undefined : of);
  const where = conditionsIn(clauses.filter((clause) => !who.said.includes(clause)));
  const limit = conditionsIn(nearly ? limitsOf(nearly, clauses, who.said) : []);
  return `${who.words} ${may} ${what}${where}${limit && `, ${only}${limit}`}`;
}

/** The clauses that made the difference, but for those on what names the principals already. */
function limitsOf(
  { clauses }: Requests,
  met: readonly Clause[],
  said: readonly Clause[],
): Clause[] {
  return clauses.filter(
    (clause) =>
      !met.some((each) => implies(each, clause)) && !said.some(({ key }) => key === clause.key),
  );
}
