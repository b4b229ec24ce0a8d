import { isObject, type JsonObject } from "../values.ts";
import { PolicyError } from "./grammar.ts";
import { colonsIn, isArnWithin, isWithin, literally } from "./patterns.ts";

/** What a statement demands of one key of the request. */
export interface Clause {
  /** With more than one value in the request: each of them, or one of them, must be right. */
  readonly quantifier: "" | "ForAllValues:" | "ForAnyValue:";
  /** The comparison, such as `StringEquals`; of its opposite, too. */
  readonly comparison: string;
  /** None of the values may be right, instead of one. */
  readonly negated: boolean;
  /** It is met where the request lacks the key. */
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly string[];
}

type Inclusion = (inner: string, outer: string) => boolean;

const same: Inclusion = (inner, outer) => inner === outer;
const sameWord: Inclusion = (inner, outer) => inner.toLowerCase() === outer.toLowerCase();
const notMore: Inclusion = (inner, outer) => Number(inner) <= Number(outer);
const notLess: Inclusion = (inner, outer) => Number(inner) >= Number(outer);
const arn: Inclusion = (inner, outer) => colonsIn(outer) >= 5 && isArnWithin(inner, outer);

/** For each comparison: whether what meets one value meets another one, too. */
const COMPARISONS = new Map<string, Inclusion>(
  Object.entries({
    StringEquals: same,
    StringEqualsIgnoreCase: sameWord,
    StringLike: isWithin,
    NumericEquals: same,
    NumericLessThan: notMore,
    NumericLessThanEquals: notMore,
    NumericGreaterThan: notLess,
    NumericGreaterThanEquals: notLess,
    DateEquals: same,
    DateLessThan: same,
    DateLessThanEquals: same,
    DateGreaterThan: same,
    DateGreaterThanEquals: same,
    Bool: sameWord,
    BinaryEquals: same,
    IpAddress: same,
    // AWS compares both of them as patterns.
    ArnLike: arn,
    Null: sameWord,
  }),
);

/** Other names of the same comparison, and the opposites. */
const NAMES = new Map(
  Object.entries({
    ArnEquals: "ArnLike",
    StringNotEquals: "!StringEquals",
    StringNotEqualsIgnoreCase: "!StringEqualsIgnoreCase",
    StringNotLike: "!StringLike",
    NumericNotEquals: "!NumericEquals",
    DateNotEquals: "!DateEquals",
    NotIpAddress: "!IpAddress",
    ArnNotEquals: "!ArnLike",
    ArnNotLike: "!ArnLike",
  }),
);

/**
 * What a statement's conditions demand, all of which must be met.
 *
 * @param condition - By operator and key.
 * @param read - Makes texts of the values.
 * @throws PolicyError for an operator that isn't known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function clausesOf(condition: unknown, read: (value: unknown) => string[]): Clause[] {
  return Object.entries(object(condition)).flatMap(([operator, keys]) => {
    const [, quantifier = "", name = "", ifExists = ""] =
      /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
    const comparison = NAMES.get(name) ?? name;
    const negated = comparison.startsWith("!");
    const base = negated ? comparison.slice(1) : comparison;
    if (!COMPARISONS.has(base)) {
      throw new PolicyError(`the operator ${operator} is unknown`);
    }
    return Object.entries(object(keys)).map(([key, values]) => ({
      quantifier: quantifier as Clause["quantifier"],
      comparison: base,
      negated,
      ifExists: ifExists !== "",
      key,
      values: read(values),
    }));
  });
}

function object(value: unknown): JsonObject {
  if (!isObject(value)) throw new PolicyError(`${JSON.stringify(value)} is no condition`);
  return value;
}

/** Whether a request that meets the first clause meets the second one, too. */
export function implies(clause: Clause, other: Clause): boolean {
  if (!isComparable(clause, other)) return false;
  const [inner, outer] = clause.negated ? [other, clause] : [clause, other];
  return inner.values.every((value) => outer.values.some(meets(inner, outer, value)));
}

/**
 * The values of a clause, apart: those with which it alone would imply another, and the rest. One
 * that demands something of all values of a request can't be taken apart.
 */
export function split(clause: Clause, other: Clause): readonly [string[], string[]] {
  const { negated, quantifier, values } = clause;
  const whole = negated || quantifier === "ForAllValues:" || !isComparable(clause, other);
  const isIn = (value: string): boolean => !whole && other.values.some(meets(clause, other, value));
  return [values.filter(isIn), values.filter((value) => !isIn(value))];
}

function isComparable(clause: Clause, other: Clause): boolean {
  return (
    clause.key === other.key &&
    clause.quantifier === other.quantifier &&
    clause.negated === other.negated &&
    (other.ifExists || !clause.ifExists)
  );
}

/** Whether what meets a value of one comparison meets one of another. */
function meets(inner: Clause, outer: Clause, value: string): (other: string) => boolean {
  if (inner.comparison === outer.comparison) {
    return (other) => value === other || COMPARISONS.get(inner.comparison)?.(value, other) === true;
  }
  const widened = inner.comparison === "StringEquals" && outer.comparison === "StringLike";
  return (other) => widened && isWithin(literally(value), other);
}
