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

/** What a change of a policy does, in plain English. */
export interface Differences {
  /**
   * Whatever can't be shown to have been allowed already, or to be denied still. What a policy denies
   * counts apart from what it allows: another policy may allow it.
   */
  readonly gains: readonly string[];
  /** Whatever can't be shown to be allowed still, or to have been denied already. */
  readonly losses: readonly string[];
}

/**
 * What a change of a policy lets somebody do who could not before, and what somebody may do no more.
 *
 * @param before - The policy as the plan has it, JSON; null or `""` for none.
 * @param after - The same; undefined where only the apply will tell, which counts as widened.
 * @returns Nothing, where nothing changes: statements in another order, taken apart or together,
 *   other Sids. No loss either, where only connections that aren't encrypted are forbidden.
 */
export function differencesBetween(
  before: unknown,
  after: unknown,
  attachment: Attachment,
): Differences {
  const { kind, of } = attachment;
  if (after === undefined) {
    return {
      gains: [`what the policy of ${of} says is known only during the apply: it counts as widened`],
      losses: [],
    };
  }
  const unread: string[] = [];
  const read = (policy: unknown, which: string): Statement[] => {
    try {
      return statementsOf(policy, kind);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      unread.push(
        `the policy of ${of} can't be compared (${which} ${error.message}): it counts as widened`,
      );
      return [];
    }
  };
  const [old, next] = [read(before, "before:"), read(after, "after:")];
  const more = (effect: Statement["effect"], some: Statement[], others: Statement[]) => {
    const same = others.filter((statement) => statement.effect === effect);
    return some
      .filter((statement) => statement.effect === effect)
      .flatMap((statement) => without(statement, same))
      .map((requests) => ({ requests, nearly: same.find((each) => coversBut(each, requests)) }));
  };
  const [UNTIL_NOW, FROM_NOW_ON] = ["until now only", "from now on only"];
  const say = (found: ReturnType<typeof more>, may: string, only: string): string[] =>
    found.map(({ requests, nearly }) => said(requests, may, nearly, only, attachment));
  const gains = [
    ...unread,
    ...say(more("Allow", next, old), "may now", UNTIL_NOW),
    ...say(more("Deny", old, next), "is no longer forbidden to", FROM_NOW_ON),
  ];
  if (unread.length > 0) return { gains: [...new Set(gains)], losses: [] };
  const forbidden = more("Deny", next, old).filter(({ requests }) => !onlyUnencrypted(requests));
  const losses = [
    ...say(more("Allow", old, next), "may no longer", FROM_NOW_ON),
    ...say(forbidden, "is now forbidden to", UNTIL_NOW),
  ];
  return { gains: [...new Set(gains)], losses: [...new Set(losses)] };
}

/** Whether requests are those whose connection isn't encrypted: nothing of AWS's makes one. */
function onlyUnencrypted({ clauses }: Requests): boolean {
  return clauses.some(
    ({ key, comparison, quantifier, negated, ifExists, values }) =>
      key === "aws:SecureTransport" &&
      comparison === "Bool" &&
      quantifier === "" &&
      !negated &&
      !ifExists &&
      values.join() === "false",
  );
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
