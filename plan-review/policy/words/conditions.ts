import type { Clause } from "../conditions.ts";
import { either } from "./list.ts";

/** Stands where a value isn't known yet: a policy variable, which nothing else equals. */
export const NOT_KNOWN_YET = "${what is known only during the apply}";

/** How a comparison is said, and how its opposite. */
const COMPARISONS: Readonly<Record<string, readonly [string, string]>> = {
  StringEqualsIgnoreCase: ["is", "isn't"],
  StringLike: ["is like", "isn't like"],
  NumericLessThan: ["is less than", ""],
  NumericLessThanEquals: ["is at most", ""],
  NumericGreaterThan: ["is more than", ""],
  NumericGreaterThanEquals: ["is at least", ""],
  DateLessThan: ["is before", ""],
  DateLessThanEquals: ["is at the latest", ""],
  DateGreaterThan: ["is after", ""],
  DateGreaterThanEquals: ["is at the earliest", ""],
  IpAddress: ["is in", "isn't in"],
  ArnLike: ["is like", "isn't like"],
};

/** What must hold, as an ending: ` if aws:SourceAccount is 123456789012`; empty for no clause. */
export function conditionsIn(clauses: readonly Clause[]): string {
  return clauses.length === 0 ? "" : ` if ${either(clauses.map(clauseInWords), "and")}`;
}

function clauseInWords(clause: Clause): string {
  const { comparison, negated, ifExists, quantifier, key, values } = clause;
  if (comparison === "Null") {
    return `${key} is ${either(values.map((value) => (value === "true" ? "missing" : "there")))}`;
  }
  if (key === "aws:SecureTransport" && values.join() === "false") {
    return "the connection isn't encrypted";
  }
  const [is, isNot] = COMPARISONS[comparison] ?? ["is", "isn't"];
  const which = { "": key, "ForAllValues:": `each of ${key}`, "ForAnyValue:": `one of ${key}` };
  // A request that has no values meets what is demanded of each of them.
  const orMissing = ifExists || quantifier === "ForAllValues:" ? " or is missing" : "";
  return `${which[quantifier]} ${negated ? isNot : is} ${either(values.map(valueInWords))}${orMissing}`;
}

function valueInWords(value: string): string {
  return value === NOT_KNOWN_YET ? value.slice(2, -1) : value;
}
