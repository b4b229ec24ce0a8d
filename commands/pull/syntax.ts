import ts from "typescript";

/** An expression without `as const` and `satisfies` around it. */
export const plain = (value: ts.Expression): ts.Expression =>
  ts.isAsExpression(value) || ts.isSatisfiesExpression(value) ? plain(value.expression) : value;

export const nameOf = (property: ts.ObjectLiteralElementLike): string | undefined =>
  property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
    ? property.name.text
    : undefined;

export const initializerOf = (
  property: ts.ObjectLiteralElementLike | undefined,
): ts.Expression | undefined =>
  property && ts.isPropertyAssignment(property) ? plain(property.initializer) : undefined;

/** A property of an object literal, by its name. */
export const propertyOf = (
  object: ts.ObjectLiteralExpression | undefined,
  name: string,
): ts.ObjectLiteralElementLike | undefined =>
  object?.properties.find((each) => nameOf(each) === name);

/** Whether an expression stands there as it is, and names at most what stands elsewhere. */
export function isWritten(value: ts.Expression): boolean {
  const inner = plain(value);
  if (ts.isArrayLiteralExpression(inner)) return inner.elements.every(isWritten);
  if (ts.isObjectLiteralExpression(inner)) {
    return inner.properties.every(
      (each) =>
        ts.isShorthandPropertyAssignment(each) ||
        (ts.isPropertyAssignment(each) && isWritten(each.initializer)),
    );
  }
  return (
    ts.isLiteralExpression(inner) ||
    ts.isIdentifier(inner) ||
    ts.isPropertyAccessExpression(inner) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword].includes(inner.kind)
  );
}

/** Whether a part of the source has a comment inside, which would go with it. */
export function hasComment(node: ts.Node): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, undefined, node.getText());
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const { SingleLineCommentTrivia, MultiLineCommentTrivia } = ts.SyntaxKind;
    if (token === SingleLineCommentTrivia || token === MultiLineCommentTrivia) return true;
  }
  return false;
}

/** A value as code: `{ key: "3", queue: "Trade Finance" }`. */
export function codeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(codeOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([field, each]) =>
      `${/^[A-Za-z_]\w*$/.test(field) ? field : JSON.stringify(field)}: ${codeOf(each)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
