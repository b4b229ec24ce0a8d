import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { format, resolveConfig } from "prettier";
import ts from "typescript";

import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import { OperatorError } from "../../sandbox/machine/errors";
import { codeOf } from "../pull/syntax";
import { PROJECT } from "../support/stacks";
import type { DraftFlows } from "./draft-flows";

const CENTER = join(PROJECT, "kwglobal.ts");

const BEGINNING = `/**
 * The contact center, drafted from what is live by npm run adopt -- --write-value.
 */
import type { Account, Environment, GitHub } from "./constructs/value/contact-center-value";
import { defineContactCenter } from "./constructs/value/define-contact-center";

/** The center, the same in every environment. */
`;

/**
 * Writes a draft into a folder of its own: `kwglobal.ts` with the accounts and environments of the
 * project's own, and `flow-templates/`.
 *
 * @throws OperatorError where the folder is there already.
 */
export async function writeDraft(
  folder: string,
  center: ContactCenterValue,
  templates: DraftFlows["templates"],
): Promise<void> {
  if (existsSync(folder)) {
    throw new OperatorError(
      `--write-value must name a folder that isn't there yet, got ${relative(process.cwd(), folder)}: name another one, or move that away`,
    );
  }
  const layout = await resolveConfig(CENTER);
  await mkdir(join(folder, "flow-templates"), { recursive: true });
  const source = `${BEGINNING}export const KWGLOBAL = defineContactCenter(${codeOf(center)});
${afterTheCenter(await readFile(CENTER, "utf8"))}`;
  await writeFile(
    join(folder, "kwglobal.ts"),
    await format(source, { ...layout, parser: "typescript" }),
  );
  for (const [file, template] of templates) {
    const text = await format(JSON.stringify(template, undefined, 2), {
      ...layout,
      parser: "json",
    });
    await writeFile(join(folder, "flow-templates", file), text);
  }
  const message = "message.json";
  await writeFile(
    join(folder, "flow-templates", message),
    await readFile(join(PROJECT, "flow-templates", message)),
  );
}

/** What stands behind the center: repository, accounts and environments. */
function afterTheCenter(text: string): string {
  const file = ts.createSourceFile(CENTER, text, ts.ScriptTarget.ES2022, true);
  const center = file.statements.find(
    (each) =>
      ts.isVariableStatement(each) &&
      each.declarationList.declarations.some(({ name }) => name.getText() === "KWGLOBAL"),
  );
  if (center === undefined) throw new Error("kwglobal.ts has no KWGLOBAL");
  return text.slice(center.end);
}
