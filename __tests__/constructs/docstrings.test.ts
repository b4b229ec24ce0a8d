import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import { expect } from "chai";
import ts from "typescript";

import { allowed, LIMITS, type Limit } from "../../constructs/value/limits";

const PROJECT = join(__dirname, "..", "..");

/** A name that others can use: `constructs/…: Interface.field`, with what is written above it. */
interface PublicName {
  readonly place: string;
  readonly name: string;
  readonly docstring: string;
}

const HIDDEN = new Set([
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  // It has the docstring of what it overrides.
  ts.SyntaxKind.OverrideKeyword,
]);

function publicNames(folder: string): PublicName[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => namesIn(join(PROJECT, folder, file)));
}

function namesIn(file: string): PublicName[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const named = (name: string, node: ts.Node): PublicName => ({
    place: `${relative(PROJECT, file)}: ${name}`,
    name,
    docstring: ts
      .getJSDocCommentsAndTags(node)
      .map((each) => each.getText().replace(/\s*\n\s*\* ?/g, " "))
      .join(" "),
  });
  return source.statements.filter(isExported).flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map((each) =>
        named(each.name.getText(), statement),
      );
    }
    if (ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      return [named(statement.name?.text ?? "", statement)];
    }
    if (!ts.isInterfaceDeclaration(statement) && !ts.isClassDeclaration(statement)) return [];
    const owner = statement.name?.text ?? "";
    return [
      named(owner, statement),
      ...[...statement.members]
        .filter((member) => !ts.isConstructorDeclaration(member) && !isHidden(member))
        .map((member) => named(`${owner}.${member.name?.getText() ?? ""}`, member)),
    ];
  });
}

const modifiersOf = (node: ts.Node) =>
  ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
const isExported = (node: ts.Node) =>
  modifiersOf(node).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const isHidden = (node: ts.Node) => modifiersOf(node).some(({ kind }) => HIDDEN.has(kind));

describe("A public name of constructs/", () => {
  const names = publicNames("constructs");

  it("has a docstring", () => {
    expect(names.length).to.be.above(500);
    const silent = names.filter(({ docstring }) => docstring === "").map(({ place }) => place);
    expect(silent).to.deep.equal([]);
  });

  it("that has a limit says it in its docstring", () => {
    const untold = Object.entries<Limit>(LIMITS)
      .map(([field, limit]) => {
        const [name = ""] = field.split(",", 1);
        const { docstring = "" } =
          names.find((each) => each.name === name) ??
          // A union of types has its fields' limits in its own docstring.
          names.find((each) => each.name === name.split(".", 1)[0]) ??
          {};
        return { field, words: allowed(limit), docstring };
      })
      .filter(({ words, docstring }) => !docstring.includes(words));
    expect(untold).to.deep.equal([]);
  });
});
