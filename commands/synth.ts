import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { run } from "./support/run";
import { PROJECT, synthesize } from "./support/stacks";
import { complain, say } from "./support/terminal";

/** What cdktf says of a stack that it has written. */
interface Stack {
  readonly name: string;
  readonly synthesizedStackPath: string;
  readonly annotations: readonly { readonly level: string; readonly message: string }[];
}

/** What cdktf says of the stacks that it has written. */
interface Manifest {
  readonly stacks: Readonly<Record<string, Stack>>;
}

void new Command("npm run synth --")
  .description(
    "Write Terraform's configuration of every stack into cdktf.out, and what it warns of.",
  )
  .action(() => run(synth))
  .parseAsync();

async function synth(): Promise<void> {
  const output = join(PROJECT, "cdktf.out");
  await synthesize(output);
  const text = await readFile(join(output, "manifest.json"), "utf8");
  const stacks = Object.values((JSON.parse(text) as Manifest).stacks);
  const warnings = warningsOf(stacks);
  for (const line of warnings) complain(`warning: ${line}`);
  if (warnings.length > 0) {
    complain(
      `${warnings.length} to decide: mend each in kwglobal.ts, or accept it there with a reason (docs/warnings.md)`,
    );
  }
  say(stacks.map(({ synthesizedStackPath: path }) => join("cdktf.out", path)).join("\n"));
}

/** Each warning once, with the stacks that have it. */
function warningsOf(stacks: readonly Stack[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { name, annotations } of stacks) {
    for (const { level, message } of annotations) {
      if (level === "@cdktf/warn") owners.set(message, [...(owners.get(message) ?? []), name]);
    }
  }
  return [...owners].map(([message, names]) => `${names.join(", ")}: ${message}`);
}
