import "./support/broken-source";

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Command } from "commander";

import { OperatorError } from "../sandbox/errors";
import type { Block } from "./docs/configuration";
import { compareFlows, type Stacks } from "./flow-changes/compare";
import { flowChangeMarkdown } from "./flow-changes/markdown";
import { run } from "./support/run";

/** Reads every stack of a synthesis. @param folder - `cdktf.out/stacks` */
async function readStacks(folder: string): Promise<Stacks> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) {
    throw new OperatorError(`${folder} holds no stacks: synthesize first (npm run synth)`);
  }
  const stacks = await Promise.all(
    names.sort().map(async (name) => {
      const json = await readFile(join(folder, name, "cdk.tf.json"), "utf8");
      return [name, JSON.parse(json) as Block] as const;
    }),
  );
  // The bootstrap's stacks, among others, hold no flows.
  return new Map(stacks.filter(([, { resource }]) => JSON.stringify(resource).includes(FLOW)));
}

const FLOW = '"aws_connect_contact_flow"';

async function flowChanges(before: string, after: string, output: string): Promise<void> {
  const changes = compareFlows(await readStacks(before), await readStacks(after));
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  for (const [index, change] of changes.entries()) {
    const file = `flow-${String(index + 1).padStart(2, "0")}.md`;
    await writeFile(join(output, file), `${flowChangeMarkdown(change)}\n`);
  }
  const names = changes.map(({ name }) => name).join(", ");
  const summary = changes.length === 0 ? "no flow differs" : `flows that differ: ${names}`;
  // So that there is a file, and "nothing differs" isn't taken for "not compared".
  await writeFile(join(output, "summary.txt"), `${summary}\n`);
  console.log(summary);
}

void new Command("flow-changes")
  .description("write what differs between the flows of two syntheses, with pictures, as Markdown")
  .argument("<before>", "a folder of stacks: cdktf.out/stacks of the older revision")
  .argument("<after>", "that of the newer one")
  .requiredOption("-o, --output <folder>", "emptied, and filled with a file for each flow")
  .action((before: string, after: string, { output }: { output: string }) =>
    run(() => flowChanges(before, after, output)),
  )
  .parseAsync();
