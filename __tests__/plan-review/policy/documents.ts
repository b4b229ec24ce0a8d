import type { LongStatement } from "./iam";

/** How a policy may be written, all of it meaning the same. */
export interface Style {
  readonly version?: string;
  /** A list of one is written without the list. */
  readonly short?: boolean;
  readonly sids?: boolean;
}

/** A policy's JSON. */
export function written(statements: readonly LongStatement[], style: Style = {}): string {
  const { version = "2012-10-17", short = false, sids = false } = style;
  const values = (list: readonly string[]) => (short && list.length === 1 ? list[0] : list);
  const principal = (names: readonly string[]) => {
    if (names[0] === "*") return "*";
    const kinds = [...new Set(names.map((name) => name.split(" ")[0] ?? ""))];
    return Object.fromEntries(
      kinds.map((kind) => [
        kind,
        values(
          names
            .filter((name) => name.startsWith(`${kind} `))
            .map((name) => name.slice(kind.length + 1)),
        ),
      ]),
    );
  };
  return JSON.stringify({
    Version: version,
    Statement: statements.map(({ Effect, Condition, ...elements }, index) => {
      const condition: Record<string, Record<string, unknown>> = {};
      for (const [operator, key, wanted] of Condition) {
        condition[operator] = { ...condition[operator], [key]: values(wanted) };
      }
      return {
        ...(sids && { Sid: `Statement${index}` }),
        Effect,
        ...Object.fromEntries(
          Object.entries(elements).map(([name, list]: [string, readonly string[]]) => [
            name,
            name.endsWith("Principal") ? principal(list) : values(list),
          ]),
        ),
        ...((!short || Condition.length > 0) && { Condition: condition }),
      };
    }),
  });
}

/** Each statement as many: one principal, action, resource and, where it is an or, value apiece. */
export function apart(statements: readonly LongStatement[]): LongStatement[] {
  return statements.flatMap((statement) =>
    (["Principal", "Action", "Resource"] as const)
      .reduce<LongStatement[]>(
        (pieces, name) =>
          pieces.flatMap(
            (piece) => piece[name]?.map((one) => ({ ...piece, [name]: [one] })) ?? piece,
          ),
        [statement],
      )
      .flatMap(valuesApart),
  );
}

function valuesApart(statement: LongStatement): LongStatement[] {
  return statement.Condition.reduce<LongStatement[]>(
    (pieces, [operator, key, values], at) =>
      /Not|^ForAllValues/.test(operator)
        ? pieces
        : pieces.flatMap((piece) =>
            values.map((value) => ({
              ...piece,
              Condition: piece.Condition.map((clause, index) =>
                index === at ? ([operator, key, [value]] as const) : clause,
              ),
            })),
          ),
    [statement],
  );
}
