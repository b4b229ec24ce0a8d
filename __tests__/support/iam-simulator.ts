import type { Statement } from "../../constructs/iam-policy";

/** What is asked of IAM: one action on one resource. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys; one that isn't here is absent from the request. */
  readonly context?: Readonly<Record<string, string>>;
}

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

/** The statements of a policy document. */
export function statementsOf(policy: unknown): readonly Statement[] {
  return (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
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
      listOf(statement.Resource).some((pattern) => like(resource, pattern))) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, context[key], listOf(values))),
    )
  );
}

/** Whether a condition holds; a negative one also holds where its key is absent. */
function holds(operator: string, actual: string | undefined, values: readonly string[]): boolean {
  const some = (test: (actual: string, value: string) => boolean) =>
    actual !== undefined && values.some((value) => test(actual, value));
  switch (operator) {
    // The requests here have one value for each key.
    case "StringEquals":
    case "ForAnyValue:StringEquals":
      return some((text, value) => text === value);
    case "StringNotEquals":
      return !some((text, value) => text === value);
    case "Bool":
      return some((text, value) => text === value);
    case "ArnLike":
      return some(arnLike);
    case "ArnNotLike":
    case "ArnNotEquals":
      return !some(arnLike);
    case "Null":
      return values.includes(String(actual === undefined));
    default:
      throw new Error(`the simulator has no condition operator ${operator}`);
  }
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

function like(text: string, pattern: string): boolean {
  const expression = pattern
    .replaceAll(/[^\w*?]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}
