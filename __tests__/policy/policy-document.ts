import { isObject } from "./paths";

/** A statement of an IAM policy, its lists made lists. */
export interface Statement {
  readonly sid: string;
  readonly effect: string;
  /** Of each kind, such as `Service`; `*` alone is the kind `*`. */
  readonly principals: Readonly<Record<string, readonly string[]>>;
  readonly actions: readonly string[];
  /** What NotAction leaves out. */
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  /** Whether it says NotAction, NotResource or NotPrincipal: everything but. */
  readonly inverted: boolean;
  /** By operator and key. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * @throws SyntaxError if the policy isn't plain JSON, such as `${jsonencode(...)}`, which nobody can
 * check before the apply.
 */
export function statementsOf(policy: unknown): Statement[] {
  const document: unknown = JSON.parse(String(policy));
  const statements = isObject(document) ? listOf(document.Statement) : [];
  return statements.filter(isObject).map((statement, index) => ({
    sid: typeof statement.Sid === "string" ? statement.Sid : `statement ${index}`,
    effect: String(statement.Effect),
    principals: principalsOf(statement.Principal),
    actions: listOf(statement.Action).map(String),
    notActions: listOf(statement.NotAction).map(String),
    resources: listOf(statement.Resource).map(String),
    inverted: ["NotAction", "NotResource", "NotPrincipal"].some((key) => key in statement),
    conditions: mapped(statement.Condition, (keys) =>
      mapped(keys, (values) => listOf(values).map(String)),
    ),
  }));
}

function principalsOf(principal: unknown): Statement["principals"] {
  if (typeof principal === "string") {
    return { [principal]: [principal] };
  }
  return mapped(principal, (names) => listOf(names).map(String));
}

function mapped<T>(value: unknown, of: (each: unknown) => T): Record<string, T> {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, of(each)]))
    : {};
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}
