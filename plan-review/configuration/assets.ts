import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonObject, objectOf } from "../values.ts";
import { ZIP } from "./resources/functions.ts";
import { shown } from "./shape.ts";

/**
 * Compares the zips of a stack with those that its functions name: each exists and has the `source_code_hash`
 * that the plan shows, and there is no other file.
 *
 * @param folder - The stack's.
 * @param assets - All entries of its assets folder, by their paths from the stack's folder.
 * @param files - The files among them.
 * @param configuration - What Terraform will read.
 */
export function assetFaults(
  folder: string,
  assets: readonly string[],
  files: readonly string[],
  configuration: JsonObject,
): string[] {
  const functions = Object.entries(objectOf(objectOf(configuration.resource).aws_lambda_function));
  const named = functions
    .map(([, block]) => objectOf(block).filename)
    .filter((filename) => typeof filename === "string");
  // Folders that contain a zip are allowed.
  const isNamed = (path: string) =>
    named.some((each) => each === path || each.startsWith(`${path}/`));
  return [
    ...assets
      .filter((path) => !isNamed(path))
      .map((path) => `${shown(path)} must not be there: the configuration doesn't name it`),
    ...functions.flatMap(([name, block]) => {
      const { filename, source_code_hash: hash } = objectOf(block);
      const place = `resource.aws_lambda_function.${name}`;
      // A name of another form is refused by the check of the configuration's form.
      if (typeof filename !== "string" || !ZIP.test(filename)) return [];
      // A hash that is missing is a fault of the configuration's form.
      if (typeof hash !== "string") return [];
      if (!files.includes(filename)) {
        return [`${place}.filename must name a file that is there, got ${shown(filename)}`];
      }
      const found = sha256(join(folder, filename));
      return hash === found
        ? []
        : [
            `${place}.source_code_hash must be ${shown(found)}, which is that of the zip, got ${shown(hash)}`,
          ];
    }),
  ];
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("base64");
}
