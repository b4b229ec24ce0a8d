import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { machineEnvironment } from "../../sandbox/machine/environment";

/** The settings of tsconfig.json that decide which value is wrong, not which code is untidy. */
const SETTINGS = [
  ...["--noEmit", "--strict", "--skipLibCheck", "--pretty", "false"],
  ...["--target", "ES2022", "--module", "Node16", "--types", "node"],
];

/** The project, for the types of Node. */
const PROJECT = join(__dirname, "..", "..");
const CACHE = join(PROJECT, "node_modules", ".cache", "typescript", "checked");

/** What a value's types come from. */
const SOURCES = ["constructs", "contact-flow"];

/**
 * Compares a value with its type, as nothing does when it is synthesized: there a misspelt field
 * would be lost without a word, and a name that isn't there would end in a stack trace. What was
 * found right is remembered until the value or its types change.
 *
 * @param file - Holds the value; by default the center's.
 * @returns The compiler's complaints, one a line, such as `kwglobal.ts:41:3: …`; empty where there
 * are none.
 */
export async function typeFaults(file = "kwglobal.ts"): Promise<string> {
  const checked = join(CACHE, keyOf(file));
  if (existsSync(checked)) return "";
  const faults = readable(await compile(file));
  if (faults === "") {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(checked, "");
  }
  return faults;
}

function compile(file: string): Promise<string> {
  const args = [require.resolve("typescript/bin/tsc"), ...SETTINGS, file];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: PROJECT, env: machineEnvironment(process.env) },
      (error, stdout, stderr) => {
        // The compiler says what is wrong on its standard output, and nothing else ends it.
        if (error && stdout === "") reject(new Error(`the types can't be checked: ${stderr}`));
        else resolve(stdout);
      },
    );
  });
}

/** `kwglobal.ts(41,3): error TS2561: …` as `kwglobal.ts:41:3: …`. */
function readable(complaints: string): string {
  return complaints.trim().replaceAll(/^(.+?)\((\d+),(\d+)\): error TS\d+: /gm, "$1:$2:$3: ");
}

function keyOf(file: string): string {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => join(PROJECT, folder, name)),
  );
  const hash = createHash("sha256").update(SETTINGS.join(" "));
  for (const each of [join(PROJECT, "package-lock.json"), resolve(PROJECT, file), ...files]) {
    hash.update(each).update(readFileSync(each));
  }
  return hash.digest("hex");
}
