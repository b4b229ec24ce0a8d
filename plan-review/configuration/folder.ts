import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type JsonObject } from "../values.ts";
import { importFaults } from "./addresses.ts";
import { IMPORTS_FILE } from "./allowed.ts";
import { assetFaults } from "./assets.ts";
import { faultsIn, linesOf } from "./check.ts";
import { jsonTextFaults } from "./json-text.ts";
import { shown } from "./shape.ts";

/** The configuration that cdktf synthesizes. */
const CONFIGURATION = "cdk.tf.json";

/** The file of import blocks that `npm run adopt` and `bootstrap` write next to it. */
const IMPORTS = "imports.tf.json";

/** Where cdktf copies the functions' zips to. */
const ASSETS = "assets";

/** An entry of a stack's folder, by its path from there. */
interface Entry {
  readonly path: string;
  readonly kind: "a file" | "a folder" | "neither";
}

/** The content of a file in Terraform's JSON syntax; it has no value if it isn't JSON. */
interface Read {
  readonly value?: unknown;
  readonly faults: readonly string[];
}

/**
 * Checks a stack's folder that came from code nobody has reviewed.
 *
 * @param folder - With `cdk.tf.json` in it.
 * @returns A line for each fault; empty if Terraform may run it with credentials.
 */
export function faultsInFolder(folder: string): string[] {
  const entries = entriesOf(folder);
  const files = entries.filter(({ kind }) => kind === "a file").map(({ path }) => path);
  const strange = entries.flatMap(entryFaults);
  if (!entries.some(({ path }) => path === CONFIGURATION)) {
    return [...strange, `${CONFIGURATION} is missing`];
  }
  if (!files.includes(CONFIGURATION)) return strange;
  const { value, faults } = read(folder, CONFIGURATION);
  if (value === undefined) return [...strange, ...faults];
  const configuration = isObject(value) ? value : {};
  return [
    ...strange,
    ...faults,
    ...faultsIn(value),
    ...assetFaults(
      folder,
      entries.map(({ path }) => path).filter((path) => path.startsWith(`${ASSETS}/`)),
      files,
      configuration,
    ),
    ...(files.includes(IMPORTS) ? importsFileFaults(folder, configuration) : []),
  ];
}

/** All entries, listed folder by folder, since the recursive listing of some Node versions follows links. */
function entriesOf(folder: string, below = ""): Entry[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): Entry[] => {
    const path = `${below}${entry.name}`;
    if (entry.isDirectory()) return [{ path, kind: "a folder" }, ...entriesOf(folder, `${path}/`)];
    return [{ path, kind: entry.isFile() ? "a file" : "neither" }];
  });
}

/**
 * Refuses other files and links. Terraform reads every file whose name it knows, such as other `*.tf`,
 * overrides, `*.auto.tfvars`, or a `.terraform/` with providers in it; a link leads out of the folder.
 */
function entryFaults({ path, kind }: Entry): string[] {
  const isAsset = path.startsWith(`${ASSETS}/`);
  if (isAsset) return kind === "neither" ? [`${shown(path)} must be a file`] : [];
  const right = path === ASSETS ? "a folder" : "a file";
  if ([CONFIGURATION, IMPORTS, ASSETS].includes(path)) {
    return kind === right ? [] : [`${path} must be ${right}`];
  }
  // The content of a forbidden folder needs no line of its own.
  return path.includes("/")
    ? []
    : [
        `${shown(path)} must not be there: only ${CONFIGURATION}, ${ASSETS} and ${IMPORTS} may, since Terraform reads others too`,
      ];
}

function importsFileFaults(folder: string, configuration: JsonObject): string[] {
  const { value, faults } = read(folder, IMPORTS);
  if (value === undefined) return [...faults];
  const relations = isObject(value) ? importFaults(value.import, configuration) : [];
  return [...faults, ...linesOf(value, IMPORTS_FILE, relations)].map(
    (fault) => `${IMPORTS}: ${fault}`,
  );
}

function read(folder: string, name: string): Read {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      readFileSync(join(folder, name)),
    );
    return { value: JSON.parse(text) as unknown, faults: jsonTextFaults(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
    return { faults: [`${name} must be JSON in UTF-8: ${reason}`] };
  }
}
