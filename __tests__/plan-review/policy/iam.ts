/**
 * IAM's evaluation of one policy, written a second time and as simply as can be: a request is
 * matched, nothing is compared. What plan-review/policy/ claims is held against it.
 */

/** The elements of a statement in their long form: each one a list. */
export interface LongStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: readonly string[];
  readonly NotPrincipal?: readonly string[];
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  /** Operator, key, values. */
  readonly Condition: readonly (readonly [string, string, readonly string[]])[];
}

export interface Request {
  /** `AWS arn:aws:iam::111111111111:role/r`, `Service s3.amazonaws.com` or `nobody` known. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** How far a wildcard of a resource reaches: the pages of AWS differ. */
export type Reach = "anywhere" | "to the next colon, unless it ends a segment";

/** Whether any statement of an effect speaks of a request. */
export function matches(
  statements: readonly LongStatement[],
  effect: LongStatement["Effect"],
  request: Request,
  reach: Reach,
): boolean {
  return statements.some(
    (statement) => statement.Effect === effect && isAbout(statement, request, reach),
  );
}

function isAbout(statement: LongStatement, request: Request, reach: Reach): boolean {
  const named = (
    some: readonly string[] | undefined,
    not: readonly string[] | undefined,
    test: (pattern: string) => boolean,
  ): boolean => (some ? some.some(test) : !(not ?? []).some(test));
  const { principal, action, resource, context } = request;
  return (
    named(statement.Principal, statement.NotPrincipal, (name) => isPrincipal(principal, name)) &&
    named(statement.Action, statement.NotAction, (pattern) =>
      regExp(pattern.toLowerCase(), "anywhere").test(action.toLowerCase()),
    ) &&
    named(statement.Resource, statement.NotResource, (pattern) =>
      regExp(filled(pattern, context), reach).test(resource),
    ) &&
    statement.Condition.every((clause) => isMet(clause, context))
  );
}

function isPrincipal(principal: string, name: string): boolean {
  if (name === "*" || name === principal) return true;
  if (name === "AWS *") return principal.startsWith("AWS ");
  return /^AWS \d+$/.test(name) && principal.startsWith(`AWS arn:aws:iam::${name.slice(4)}:`);
}

function filled(text: string, context: Request["context"]): string {
  return text.replace("${aws:username}", () => context["aws:username"]?.[0] ?? "${}");
}

const known = new Map<string, RegExp>();

function regExp(pattern: string, reach: Reach): RegExp {
  const id = `${reach} ${pattern}`;
  const made = known.get(id) ?? new RegExp(`^${source(pattern, reach)}$`, "s");
  known.set(id, made);
  return made;
}

function source(pattern: string, reach: Reach): string {
  return pattern.replace(/\$\{([*?$])\}|[^]/g, (part, escaped: string | undefined, at: number) => {
    const farther = reach === "anywhere" || /^(:|$)/.test(pattern.slice(at + 1)) ? "." : "[^:]";
    if (part === "*") return `${farther}*`;
    if (part === "?") return reach === "anywhere" ? "." : "[^:]";
    return (escaped ?? part).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
}

function isMet(
  [operator, key, values]: LongStatement["Condition"][number],
  context: Request["context"],
): boolean {
  const [, quantifier, name = "", ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  const given = context[key];
  if (name === "Null") return values.includes(String(given === undefined));
  const negated = /^[A-Z][a-z]*Not|^Not/.test(name);
  const base = name.replace("Not", "");
  const right = (value: string): boolean =>
    values.some((wanted) => compare(base, value, filled(wanted, context))) !== negated;
  if (quantifier === "ForAllValues:") return (given ?? []).every(right);
  if (quantifier === "ForAnyValue:") return (given ?? []).some(right);
  return given === undefined ? negated || ifExists !== undefined : right(given[0] ?? "");
}

function compare(operator: string, value: string, wanted: string): boolean {
  switch (operator) {
    case "StringEquals":
      return value === wanted;
    case "StringEqualsIgnoreCase":
    case "Bool":
      return value.toLowerCase() === wanted.toLowerCase();
    case "StringLike":
      return regExp(wanted, "anywhere").test(value);
    case "ArnEquals":
    case "ArnLike": {
      const [ours, theirs] = [wanted, value].map((arn) => arn.split(":"));
      return (
        ours?.length === 6 &&
        theirs?.length === 6 &&
        ours.every((part, at) => regExp(part, "anywhere").test(theirs[at] ?? ""))
      );
    }
    case "NumericEquals":
      return Number(value) === Number(wanted);
    case "NumericLessThan":
      return Number(value) < Number(wanted);
    case "NumericGreaterThanEquals":
      return Number(value) >= Number(wanted);
    default:
      throw new Error(`no operator of these tests: ${operator}`);
  }
}
