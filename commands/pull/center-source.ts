import { Module } from "node:module";
import { dirname } from "node:path";

import ts from "typescript";

import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import { codeOf, initializerOf, nameOf, plain } from "./syntax";
import type { ValueEdit } from "./value-edits";

/** An edit of the source, in words, and what it changes where it is safe to write. */
export interface SourceEdit {
  /** `kwglobal.ts:231: menuRepeats: "3" in place of "2"`. */
  readonly text: string;
  /** Undefined where only a person can make it. */
  readonly change: TextChange | undefined;
}

/** A part of a text, and what comes in its place. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** kwglobal.ts as a text that is edited: layout and comments stay. */
export class CenterSource {
  private readonly tree: ts.SourceFile;

  /**
   * @param file - Its path, for what it imports.
   * @param name - As people are told of it.
   */
  public constructor(
    public readonly text: string,
    private readonly file: string,
    private readonly name = "kwglobal.ts",
  ) {
    this.tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  }

  /** The center that the text defines. */
  public center(): ContactCenterValue {
    const { outputText } = ts.transpileModule(this.text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const module = new Module(this.file) as Module & {
      _compile: (code: string, file: string) => void;
      paths: string[];
    };
    module.filename = this.file;
    module.paths = (
      Module as unknown as { _nodeModulePaths: (folder: string) => string[] }
    )._nodeModulePaths(dirname(this.file));
    module._compile(outputText, this.file);
    return (module.exports as { readonly KWGLOBAL: ContactCenterValue }).KWGLOBAL;
  }

  /** The same file after some edits. */
  public edited(changes: readonly TextChange[]): CenterSource {
    const text = [...changes]
      .sort((one, other) => other.from - one.from || other.to - one.to)
      .reduce(
        (all, { from, to, text: own }) => all.slice(0, from) + own + all.slice(to),
        this.text,
      );
    return new CenterSource(text, this.file, this.name);
  }

  /** An edit of a flow's values. */
  public edit(flow: string, edit: ValueEdit): SourceEdit {
    const values = this.valuesOf(flow);
    const property = values?.properties.find((each) => nameOf(each) === edit.value);
    const place = this.placeOf(property ?? values);
    const told = (text: string, change?: TextChange): SourceEdit => ({
      text: `${place}: ${text}`,
      change,
    });
    const from =
      property === undefined
        ? `, which ${spreadIn(values) ?? "the flow's values"} gives: edit what it is made of`
        : "";
    switch (edit.kind) {
      case "set": {
        const code = JSON.stringify(edit.to);
        const was = initializerOf(property)?.getText();
        return told(
          `${edit.value}: ${code}${was === undefined ? "" : ` in place of ${was}`}${from}`,
          this.setChange(property, `${edit.value}: ${code}`),
        );
      }
      case "drop":
        return told(
          `${edit.value} leaves the flow's values, which no longer says it${from}`,
          property && this.without(property),
        );
      default:
        return this.editList(edit, this.arrayOf(property), from, place);
    }
  }

  private editList(
    edit: Exclude<ValueEdit, { readonly kind: "set" | "drop" }>,
    list: ts.ArrayLiteralExpression | undefined,
    from: string,
    place: string,
  ): SourceEdit {
    const at = list === undefined ? place : this.placeOf(list);
    const element = "index" in edit ? list?.elements[edit.index] : undefined;
    if (edit.kind === "add") {
      const last = list?.elements.at(-1);
      const code = codeOf(edit.entry);
      const change = last && {
        from: last.end,
        to: last.end,
        text: `${this.gapBefore(last)}${code}`,
      };
      return { text: `${at}: ${edit.value}: add ${code}${from}`, change };
    }
    if (edit.kind === "remove") {
      return {
        text: `${at}: ${edit.value}: remove ${codeOf(edit.entry)}${from}`,
        change: element && this.without(element),
      };
    }
    const field =
      element && ts.isObjectLiteralExpression(element)
        ? initializerOf(element.properties.find((each) => nameOf(each) === edit.field))
        : undefined;
    const code = JSON.stringify(edit.to);
    return {
      text: `${at}: ${edit.value}, entry ${edit.index + 1}: ${edit.field}: ${code}${field === undefined ? "" : ` in place of ${field.getText()}`}${from}`,
      change:
        field && ts.isStringLiteral(field)
          ? { from: field.getStart(), to: field.end, text: code }
          : undefined,
    };
  }

  /** Only a text that stands there itself is replaced: what is worked out has another source. */
  private setChange(
    property: ts.ObjectLiteralElementLike | undefined,
    code: string,
  ): TextChange | undefined {
    if (property === undefined) return undefined;
    const value = ts.isShorthandPropertyAssignment(property)
      ? this.constant(property.name.text)
      : initializerOf(property);
    const isText =
      value !== undefined && (ts.isStringLiteral(value) || ts.isArrayLiteralExpression(value));
    return isText ? { from: property.getStart(), to: property.end, text: code } : undefined;
  }

  /** The object that the center is, as it stands there. */
  public definition(): ts.ObjectLiteralExpression | undefined {
    const value = this.constant("KWGLOBAL");
    const object = value && ts.isCallExpression(value) ? value.arguments[0] : value;
    return object && ts.isObjectLiteralExpression(object) ? object : undefined;
  }

  /** An expression, or that of the constant that it names. */
  public resolved(value: ts.Expression | undefined): ts.Expression | undefined {
    if (value === undefined || !ts.isIdentifier(value)) return value && plain(value);
    return this.constant(value.text);
  }

  /** The part of a list goes with the comma behind it, and the comments before it. */
  public without(node: ts.Node): TextChange {
    const comma = /^\s*,/.exec(this.text.slice(node.end))?.[0].length ?? 0;
    return { from: node.getFullStart(), to: node.end + comma, text: "" };
  }

  /** The comma and the space or the line end with which a list goes on after an element. */
  public gapBefore(element: ts.Node): string {
    const gap = this.text.slice(element.getFullStart(), element.getStart());
    return `,${/\n[^\S\n]*$/.exec(gap)?.[0] ?? " "}`;
  }

  private valuesOf(flow: string): ts.ObjectLiteralExpression | undefined {
    let found: ts.ObjectLiteralExpression | undefined;
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const property = (name: string) =>
          initializerOf(node.properties.find((each) => nameOf(each) === name));
        const own = property("name");
        const values = property("values");
        const isFlow = own !== undefined && ts.isStringLiteralLike(own) && own.text === flow;
        if (isFlow && property("template") && values && ts.isObjectLiteralExpression(values)) {
          found = values;
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(this.tree);
    return found;
  }

  /** The list behind a property: one that stands there, or that of the constant of its name. */
  private arrayOf(
    property: ts.ObjectLiteralElementLike | undefined,
  ): ts.ArrayLiteralExpression | undefined {
    if (property === undefined) return undefined;
    const value = ts.isShorthandPropertyAssignment(property)
      ? this.constant(property.name.text)
      : initializerOf(property);
    const named = value && ts.isIdentifier(value) ? this.constant(value.text) : value;
    return named && ts.isArrayLiteralExpression(named) ? named : undefined;
  }

  /** What a constant of the file is made of. */
  public constant(name: string): ts.Expression | undefined {
    for (const statement of this.tree.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find(
        (each) => ts.isIdentifier(each.name) && each.name.text === name,
      );
      if (found?.initializer) return plain(found.initializer);
    }
    return undefined;
  }

  /** `kwglobal.ts:231` */
  public placeOf(node: ts.Node | undefined): string {
    if (node === undefined) return this.name;
    return `${this.name}:${this.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  }
}

/** What a flow's values take over from elsewhere: `...recordingValues(recordings)`. */
const spreadIn = (values: ts.ObjectLiteralExpression | undefined): string | undefined => {
  const spread = values?.properties.filter(ts.isSpreadAssignment) ?? [];
  return spread.length === 0 ? undefined : spread.map((each) => each.getText()).join(" or ");
};
