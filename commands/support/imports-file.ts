import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** An import block: Terraform takes the live thing `id` over at the address `to`. */
export interface Import {
  readonly to: string;
  readonly id: string;
}

/** Terraform reads it with the configuration beside it. */
const IMPORTS_FILE = "imports.tf.json";

/**
 * Writes the import blocks beside a synthesized configuration, or takes away those of before where
 * nothing is to be imported. Terraform passes over a block whose address is in the state.
 *
 * @returns The file, or undefined where there is none.
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export async function writeImports(
  stackDirectory: string,
  imports: readonly Import[],
): Promise<string | undefined> {
  if (imports.length === 0) {
    await removeImports(stackDirectory);
    return undefined;
  }
  const file = join(stackDirectory, IMPORTS_FILE);
  const content = {
    "//": "Written by npm run adopt or bootstrap, anew each time; an apply that ends well removes it",
    import: imports,
  };
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  return file;
}

/**
 * Takes the import blocks away, once their resources are in the state: a block whose resource later
 * leaves the code would fail every plan.
 */
export async function removeImports(stackDirectory: string): Promise<void> {
  await rm(join(stackDirectory, IMPORTS_FILE), { force: true });
}
