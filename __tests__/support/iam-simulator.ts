import type { Statement } from "../../constructs/iam/iam-policy";

/** What is asked of IAM: one action on one resource. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys, with their value or values; one that isn't here is absent from the request. */
  readonly context?: Context;
}

export type Context = Readonly<Record<string, string | readonly string[]>>;

export type Decision = "allowed" | "denied" | "not allowed";

/**
 * Decides as IAM does, for the parts of its language that the project uses; what isn't among them
 * is an error, so that nothing is passed over.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(statements: readonly Statement[], request: Request): Decision {
  const applying = statements.filter((statement) => applies(statement, request));
  if (applying.some(({ Effect }) => Effect === "Deny")) return "denied";
  return applying.length > 0 ? "allowed" : "not allowed";
}

/** The statements of a policy document, as Terraform hands it to IAM. */
export function statementsOf(policy: unknown): readonly Statement[] {
  const text = String(policy).replaceAll("$${", "${");
  return (JSON.parse(text) as { Statement: Statement[] }).Statement;
}

/** The values of a field that may be one or several. */
export function listOf(field: string | readonly string[] | undefined): readonly string[] {
  return field === undefined ? [] : [field].flat();
}

function applies(statement: Statement, { action, resource, context = {} }: Request): boolean {
  const matchesAction = (pattern: string) => like(action.toLowerCase(), pattern.toLowerCase());
  const concerns =
    statement.NotAction === undefined
      ? listOf(statement.Action).some(matchesAction)
      : !listOf(statement.NotAction).some(matchesAction);
  return (
    concerns &&
    // The policy of a trust has no resource: it is the role's own.
    (statement.Resource === undefined ||
      listOf(statement.Resource).some((pattern) => like(resource, pattern, context))) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, context[key], listOf(values))),
    )
  );
}

type Compare = (actual: string, value: string) => boolean;

/** What the operators compare with; one with Not asks that no value of the policy is so. */
const COMPARISONS: Readonly<Record<string, Compare>> = {
  StringEquals: (actual, value) => actual === value,
  StringLike: (actual, value) => like(actual, value),
  Bool: (actual, value) => actual === value,
  ArnEquals: arnLike,
  ArnLike: arnLike,
};

/** Whether a condition holds; a negative one also holds where its key is absent. */
function holds(
  operator: string,
  actual: string | readonly string[] | undefined,
  values: readonly string[],
): boolean {
  if (operator === "Null") return values.includes(String(actual === undefined));
  const [, quantifier = "", name = ""] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+)$/.exec(operator) ?? [];
  const isNegative = name.includes("Not");
  const compare = COMPARISONS[name.replace("Not", "")];
  if (compare === undefined) throw new Error(`the simulator has no condition operator ${operator}`);
  const fits = (one: string) => isNegative !== values.some((value) => compare(one, value));
  const given = listOf(actual);
  if (quantifier === "ForAllValues") return given.every(fits);
  return given.length === 0 ? isNegative : given.some(fits);
}

/** Each of an ARN's six parts by itself: `*` doesn't reach over a colon but in the last. */
function arnLike(arn: string, pattern: string): boolean {
  const parts = (text: string) => {
    const all = text.split(":");
    return [...all.slice(0, 5), all.slice(5).join(":")];
  };
  const patterns = parts(pattern);
  return parts(arn).every((part, index) => like(part, patterns[index] ?? ""));
}

/** @param variables of the policy, such as `${aws:userid}`: one that is absent fits nothing. */
function like(text: string, pattern: string, variables: Context = {}): boolean {
  const values = new Map(Object.entries(variables).map(([name, of]) => [name, listOf(of)[0]]));
  const names = [...pattern.matchAll(/\$\{([\w:]+)\}/g)].map(([, name = ""]) => name);
  if (names.some((name) => values.get(name) === undefined)) return false;
  const filled = names.reduce(
    (rest, name) => rest.replaceAll(`\${${name}}`, values.get(name) ?? ""),
    pattern,
  );
  const expression = filled
    .replaceAll(/[^\w*?]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}
