import { type Clause, implies, split } from "./conditions.ts";
import { type Comparison, isPartWithin, type Part } from "./parts.ts";
import { areApart, isArnWithin, isWithin } from "./patterns.ts";
import { PRINCIPALS } from "./principals.ts";

/** Requests that a policy speaks of: these actions of these principals, where the clauses are met. */
export interface Requests {
  readonly principals: readonly Part[];
  readonly actions: readonly Part[];
  readonly resources: readonly Part[];
  readonly clauses: readonly Clause[];
}

/** A statement of a policy, its shape checked. */
export interface Statement extends Requests {
  readonly effect: "Allow" | "Deny";
}

const lower = (text: string): string => (text === "*:*" ? "*" : text.toLowerCase());

/** How the parts of a statement are compared. The order is that in which requests are told apart. */
const ELEMENTS: Readonly<Record<"principals" | "actions" | "resources", Comparison>> = {
  principals: PRINCIPALS,
  actions: {
    isWithin: (inner, outer) => isWithin(lower(inner), lower(outer)),
    areApart: (one, other) => areApart(lower(one), lower(other)),
  },
  resources: { isWithin: isArnWithin, areApart },
};

const NAMES = Object.keys(ELEMENTS) as (keyof typeof ELEMENTS)[];

/** What is left of some requests without those that any of the statements speaks of. */
export function without(requests: Requests, statements: readonly Requests[]): Requests[] {
  return statements.reduce(
    (left, statement) => left.flatMap((each) => subtract(each, statement)),
    [requests],
  );
}

/** Whether a statement would speak of all these requests, were it not for its conditions. */
export function coversBut(statement: Requests, requests: Requests): boolean {
  return NAMES.every((name) =>
    requests[name].every((part) => isNamed(part, statement[name], ELEMENTS[name])),
  );
}

function isNamed(part: Part, by: readonly Part[], comparison: Comparison): boolean {
  return by.some((each) => isPartWithin(part, each, comparison));
}

function subtract(requests: Requests, statement: Requests): Requests[] {
  const left: Requests[] = [];
  let rest = requests;
  for (const name of NAMES) {
    const isIn = (part: Part): boolean => isNamed(part, statement[name], ELEMENTS[name]);
    const inside = rest[name].filter(isIn);
    if (inside.length === 0) return [requests];
    const outside = rest[name].filter((part) => !isIn(part));
    if (outside.length > 0) left.push({ ...rest, [name]: outside });
    rest = { ...rest, [name]: inside };
  }
  for (const demanded of statement.clauses) {
    if (rest.clauses.some((clause) => implies(clause, demanded))) continue;
    const parted = rest.clauses
      .map((clause, at) => [at, ...split(clause, demanded)] as const)
      .find(([, inside]) => inside.length > 0);
    if (parted === undefined) return [requests];
    const [at, inside, outside] = parted;
    left.push({ ...rest, clauses: withValues(rest.clauses, at, outside) });
    rest = { ...rest, clauses: withValues(rest.clauses, at, inside) };
  }
  return left;
}

function withValues(clauses: readonly Clause[], at: number, values: string[]): Clause[] {
  return clauses.map((clause, index) => (index === at ? { ...clause, values } : clause));
}
