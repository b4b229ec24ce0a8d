import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/go";

import { constantOf, LIBRARY } from "./go-library";
import { Call, describeValue, type GoValue, Literal, Opaque, textOf, Unreadable } from "./go-value";

/** A function of the Go files. */
interface GoFunction {
  readonly parameters: readonly string[];
  /** `string` for a function that renders a configuration. */
  readonly result: string;
  readonly body: SyntaxNode;
  readonly source: string;
}

/** What the local names of a function stand for. */
export type Scope = Map<string, GoValue>;

const EXPRESSIONS = new Set([
  ...["String", "Number", "Bool", "Nil", "VariableName", "SelectorExpr", "CallExpr"],
  ...[
    "TypedLiteral",
    "LiteralValue",
    "FunctionLiteral",
    "UnaryExp",
    "BinaryExp",
    "ParenthesizedExpr",
  ],
  ...["SliceExpr", "IndexExpr", "TypeAssertion", "ParameterizedExpr"],
]);

const children = (node: SyntaxNode): SyntaxNode[] => {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
};

/**
 * Go files of one package, as far as tests that render configurations need them: functions without
 * branches, literals, calls. What isn't among it is `Unreadable`, where it is needed.
 */
export class GoPackage {
  private readonly functions = new Map<string, GoFunction>();

  /** @param files - The files' texts. */
  public constructor(files: readonly string[]) {
    for (const source of files) this.declare(parser.parse(source), source);
  }

  /** The names of all functions with one parameter `t *testing.T`. */
  public testFunctions(): readonly string[] {
    return [...this.functions]
      .filter(([, { parameters, result }]) => parameters.join() === "t" && result === "")
      .map(([name]) => name);
  }

  /** The statements of a function, each as it is evaluated: assignments are made, calls are handed out. */
  public *callsOf(name: string): Generator<Call | { readonly branch: string }> {
    const declared = this.functions.get(name);
    if (declared === undefined) throw new Unreadable(`there is no function ${name}`);
    const scope: Scope = new Map();
    for (const statement of children(declared.body)) {
      if (statement.name === "IfStatement") yield { branch: textAt(statement, declared.source) };
      else if (statement.name === "ExprStatement") {
        const value = this.evaluate(statement.firstChild, declared.source, scope);
        if (value instanceof Call) yield value;
      } else this.assign(statement, declared.source, scope);
    }
  }

  private declare(tree: Tree, source: string): void {
    for (const node of children(tree.topNode)) {
      if (node.name !== "FunctionDecl") continue;
      const body = node.getChild("Block");
      const name = node.getChild("DefName");
      const parameters = node.getChild("Parameters");
      if (!body || !name || !parameters) continue;
      this.functions.set(textAt(name, source), {
        parameters: parameters
          .getChildren("Parameter")
          .flatMap((each) => each.getChildren("DefName"))
          .map((each) => textAt(each, source)),
        result: source.slice(parameters.to, body.from).trim(),
        body,
        source,
      });
    }
  }

  private assign(statement: SyntaxNode, source: string, scope: Scope): void {
    if (statement.name !== "VarDecl" && statement.name !== "Assignment") return;
    const spec = statement.getChild("VarSpec") ?? statement;
    const names = spec
      .getChildren(statement.name === "Assignment" ? "VariableName" : "DefName")
      .map((each) => textAt(each, source));
    const values = children(spec).filter(({ name }) => EXPRESSIONS.has(name));
    for (const [index, name] of names.entries()) {
      const value = values[index + (statement.name === "Assignment" ? names.length : 0)];
      scope.set(name, value ? this.evaluate(value, source, scope) : new Opaque(name));
    }
  }

  private evaluate(node: SyntaxNode | null, source: string, scope: Scope): GoValue {
    if (node === null) throw new Unreadable("an expression is missing");
    const text = textAt(node, source);
    switch (node.name) {
      case "String":
        return stringOf(text);
      case "Number":
        return Number(text.replaceAll("_", ""));
      case "Bool":
        return text === "true";
      case "Nil":
        return null;
      case "VariableName":
        return scope.get(text) ?? namedValue(text);
      case "SelectorExpr":
        return constantOf(text) ?? new Opaque(text);
      case "ParenthesizedExpr":
      case "UnaryExp":
        return this.evaluate(
          node.lastChild?.name === ")" ? (node.firstChild?.nextSibling ?? null) : node.lastChild,
          source,
          scope,
        );
      case "BinaryExp":
        return this.sum(node, source, scope);
      case "CallExpr":
        return this.call(node, source, scope);
      case "TypedLiteral":
        return this.evaluate(node.getChild("LiteralValue"), source, scope);
      case "LiteralValue":
        return this.literal(node, source, scope);
      default:
        return new Opaque(text);
    }
  }

  private sum(node: SyntaxNode, source: string, scope: Scope): GoValue {
    const [left, operator, right] = children(node);
    const values = [left, right].map((each) => this.evaluate(each ?? null, source, scope));
    const [first, second] = values;
    if (operator && textAt(operator, source) === "+") {
      if (typeof first === "string" && typeof second === "string") return first + second;
      if (typeof first === "number" && typeof second === "number") return first + second;
    }
    throw new Unreadable(`the expression ${textAt(node, source)} isn't known`);
  }

  private literal(node: SyntaxNode, source: string, scope: Scope): Literal {
    const fields = new Map<string, GoValue>();
    const items: GoValue[] = [];
    for (const element of node.getChildren("Element")) {
      const key = element.getChild("Key");
      const value = this.evaluate(element.lastChild, source, scope);
      if (key) fields.set(this.keyOf(key, source, scope), value);
      else items.push(value);
    }
    return new Literal(fields, items);
  }

  /** A field's name, or a map's key. */
  private keyOf(key: SyntaxNode, source: string, scope: Scope): string {
    const inner = key.firstChild;
    if (inner?.name === "VariableName") {
      const name = textAt(inner, source);
      return typeof scope.get(name) === "string" ? (scope.get(name) as string) : name;
    }
    return textOf(this.evaluate(inner, source, scope), "a key");
  }

  private call(node: SyntaxNode, source: string, scope: Scope): GoValue {
    const name = textAt(node.firstChild ?? node, source);
    const args = children(node.getChild("Arguments") ?? node)
      .filter((each) => EXPRESSIONS.has(each.name))
      .map((each) => this.evaluate(each, source, scope));
    const known = LIBRARY[name];
    if (known) return known(...args);
    const own = this.functions.get(name);
    return own?.result === "string" ? this.render(name, own, args) : new Call(name, args);
  }

  /** What a function returns that renders a configuration. */
  private render(name: string, own: GoFunction, args: readonly GoValue[]): GoValue {
    const scope: Scope = new Map(
      own.parameters.map((parameter, index) => [parameter, args[index] ?? null]),
    );
    for (const statement of children(own.body)) {
      if (statement.name === "ReturnStatement") {
        return this.evaluate(statement.lastChild, own.source, scope);
      }
      if (["IfStatement", "ForStatement", "SwitchStatement"].includes(statement.name)) {
        throw new Unreadable(`the function ${name} branches`);
      }
      this.assign(statement, own.source, scope);
    }
    throw new Unreadable(`the function ${name} returns nothing: ${describeValue(null)}`);
  }
}

const textAt = ({ from, to }: { from: number; to: number }, source: string) =>
  source.slice(from, to);

const namedValue = (name: string): GoValue =>
  name === "true" || name === "false" ? name === "true" : name === "nil" ? null : new Opaque(name);

/** A raw or an interpreted string literal; of Go's escapes, those that JSON has as well. */
function stringOf(text: string): string {
  if (text.startsWith("`")) return text.slice(1, -1);
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new Unreadable(`the text ${text} has an escape that isn't known`);
  }
}
