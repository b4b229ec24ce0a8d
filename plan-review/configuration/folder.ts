import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { faultsIn } from "./check.ts";

/** The configuration that cdktf synthesizes. */
const CONFIGURATION = "cdk.tf.json";

/**
 * What may lie in a stack's folder: Terraform reads everything else that it knows by its name, such
 * as other `*.tf`, overrides, `*.auto.tfvars`, or a `.terraform/` with providers in it.
 */
const FILES = [CONFIGURATION, "assets"];

/**
 * Checks a stack's folder that came from code nobody has reviewed.
 *
 * @param folder - With `cdk.tf.json` in it.
 * @returns A line for each fault; empty where Terraform may read it beside credentials.
 */
export function faultsInFolder(folder: string): string[] {
  const names = readdirSync(folder);
  const faults = names
    .filter((name) => !FILES.includes(name))
    .map(
      (name) =>
        `${name} must not be there: only ${FILES.join(" and ")} may, since Terraform reads others too`,
    );
  // A link leads out of the folder.
  const strange = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => {
      const file = lstatSync(join(folder, name));
      return !file.isFile() && !file.isDirectory();
    })
    .map((name) => `${name} must be a file`);
  if (!names.includes(CONFIGURATION)) return [...faults, ...strange, `${CONFIGURATION} is missing`];
  if (faults.length + strange.length > 0) return [...faults, ...strange];
  return faultsInText(readFileSync(join(folder, CONFIGURATION), "utf8"));
}

/** Checks the text of a configuration. */
export function faultsInText(text: string): string[] {
  let configuration: unknown;
  try {
    configuration = JSON.parse(text);
  } catch (error) {
    return [
      `${CONFIGURATION} must be JSON: ${error instanceof Error ? error.message : String(error)}`,
    ];
  }
  // Of a key that stands there twice JSON.parse shows the last, and Terraform takes both.
  if (JSON.stringify(configuration) !== withoutSpace(text)) {
    return [
      `${CONFIGURATION} must be as cdktf writes it: no key twice, nothing escaped without need`,
    ];
  }
  return faultsIn(configuration);
}

/** JSON without the space between its parts. */
function withoutSpace(json: string): string {
  return json.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_, text: string | undefined) => text ?? "");
}
