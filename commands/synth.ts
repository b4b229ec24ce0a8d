import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { run } from "./support/run";
import { PROJECT, synthesize } from "./support/stacks";
import { complain, say } from "./support/terminal";

/** What cdktf says of the stacks that it has written. */
interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly synthesizedStackPath: string;
        readonly annotations: readonly { readonly level: string; readonly message: string }[];
      }
    >
  >;
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
  for (const { name, annotations } of stacks) {
    for (const { level, message } of annotations) {
      if (level === "@cdktf/warn") complain(`warning: ${name}: ${message}`);
    }
  }
  say(stacks.map(({ synthesizedStackPath: path }) => join("cdktf.out", path)).join("\n"));
}
