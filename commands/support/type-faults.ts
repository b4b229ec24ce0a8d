import { join } from "node:path";
import { execa } from "execa";

/** The settings of tsconfig.json that decide which value is wrong, not which code is untidy. */
const SETTINGS = [
  ...["--noEmit", "--strict", "--skipLibCheck"],
  ...["--target", "ES2022", "--module", "Node16", "--types", "node"],
];

/**
 * Compares a value with its type, as nothing does when it is synthesized: there a misspelt field
 * would be lost without a word.
 *
 * @param file - Holds the value; by default the center's.
 * @returns The compiler's complaints, one a line; empty where there are none.
 */
export async function typeFaults(file = "kwglobal.ts"): Promise<string> {
  const { stdout } = await execa(
    process.execPath,
    [require.resolve("typescript/bin/tsc"), ...SETTINGS, file],
    // The project, for the types of Node.
    { cwd: join(__dirname, "..", ".."), reject: false },
  );
  return stdout;
}
