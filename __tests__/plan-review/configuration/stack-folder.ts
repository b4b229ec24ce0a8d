import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { App } from "cdktf";

import { addStacks } from "../../../constructs/stacks";
import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "../../../kwglobal";

type Json = Record<string, unknown>;

let synthesized: string | undefined;

/** A copy of production's folder, as `npx cdktf synth` writes it, with its assets. */
export function stackFolder(name = "kwglobal-prod"): string {
  synthesized ??= synth();
  const folder = mkdtempSync(join(tmpdir(), "stack-"));
  cpSync(join(synthesized, "stacks", name), folder, { recursive: true });
  return folder;
}

/** Changes the configuration in a folder. */
export function change(folder: string, to: (configuration: Json) => Json): void {
  const file = join(folder, "cdk.tf.json");
  const configuration = JSON.parse(readFileSync(file, "utf8")) as Json;
  writeFileSync(file, JSON.stringify(to(configuration), null, 2));
}

function synth(): string {
  const outdir = mkdtempSync(join(tmpdir(), "synth-"));
  const app = new App({ outdir, stackTraces: false });
  addStacks(app, {
    center: KWGLOBAL,
    accounts: ACCOUNTS,
    environments: ENVIRONMENTS,
    github: GITHUB,
  });
  app.synth();
  return outdir;
}
