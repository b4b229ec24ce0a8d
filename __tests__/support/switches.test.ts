import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import ts from "typescript";

import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "../../kwglobal";
import { SAML, SWITCHES } from "./switches";

const VALUE = join(__dirname, "..", "..", "constructs", "value");
/** The files of the value's type. */
const FILES = readdirSync(VALUE).filter((file) => /(?:-value|^environment)\.ts$/.test(file));

/** Optional fields that no center here has, and why none is needed. */
const UNUSED: Readonly<Record<string, string>> = {
  "ContactCenterValue.allowedDestinations": "decides what validation refuses",
  "ContactCenterValue.acceptedWarnings": "decides what the synth warns of",
  "FlowValue.asFound": "decides what validation refuses",
  "InstanceValue.concurrentCalls": "decides what the synth warns of",
  "QuotasValue.hierarchyGroups": "decides what the synth warns of",
  "QuotasValue.queuesPerRoutingProfile": "decides what the synth warns of",
  "Environment.quotas": "decides what the synth warns of",
  "GitHub.ids": "changes whom the roles of the bootstrap trust: roles.test.ts",
  "Environment.adoptNumber": "the number is imported instead of claimed: adopt.e2e.test.ts",
  "Environment.instanceId": "narrows the roles of the bootstrap: calls.e2e.test.ts",
};

/** The optional fields of the value's interfaces, `Interface.field`. */
function optionalFields(): string[] {
  return FILES.map((file) => join(VALUE, file))
    .map((file) => ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest))
    .flatMap(({ statements }) => statements)
    .filter((each) => ts.isInterfaceDeclaration(each))
    .flatMap(({ name, members }) =>
      members
        .filter((each) => ts.isPropertySignature(each) && each.questionToken !== undefined)
        .map((each) => `${name.text}.${(each.name as ts.Identifier).text}`),
    );
}

/** The names of all fields of a value, at any depth. */
function fieldsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    ...(Array.isArray(value) || each === undefined ? [] : [name]),
    ...fieldsOf(each),
  ]);
}

describe("The switches of the tests", () => {
  it("use every optional field of the value, or say why not", () => {
    const used = new Set(
      [KWGLOBAL, SWITCHES, SAML, ACCOUNTS, ENVIRONMENTS, GITHUB].flatMap(fieldsOf),
    );
    const unused = optionalFields().filter((field) => !used.has(field.split(".")[1] ?? ""));
    expect(Object.keys(UNUSED)).to.include.members(unused);
  });
});
