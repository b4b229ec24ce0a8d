import "./support/broken-source";

import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Command } from "commander";

import { FLOW_CHANGES, flowSection } from "../plan-review/report/flow-changes";
import { OperatorError } from "../sandbox/machine/errors";
import type { Block } from "./docs/configuration";
import { compareFlows, type Stacks } from "./flow-changes/compare";
import { differenceOf } from "./flow-changes/difference";
import { run } from "./support/run";
import { say } from "./support/terminal";

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

/** Characters of a step's summary on GitHub: 1 MiB, of which one may have three bytes. */
const ROOM = 340_000;

interface Options {
  readonly output: string;
  readonly summary?: string;
}

async function flowChanges(before: string, after: string, options: Options): Promise<void> {
  const changes = compareFlows(await readStacks(before), await readStacks(after));
  const differences = changes.map(differenceOf);
  const { output, summary } = options;
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  // Also where no flow differs, so that this isn't taken for "not compared".
  await writeFile(join(output, FLOW_CHANGES), `${JSON.stringify(differences, null, 2)}\n`);
  if (summary !== undefined) await appendFile(summary, `${flowSection(differences, ROOM)}\n`);
  const names = changes.map(({ name }) => name).join(", ");
  say(changes.length === 0 ? "no flow differs" : `flows that differ: ${names}`);
}

void new Command("flow-changes")
  .description("write what differs between the flows of two syntheses, with pictures")
  .argument("<before>", "a folder of stacks: cdktf.out/stacks of the older revision")
  .argument("<after>", "that of the newer one")
  .requiredOption("-o, --output <folder>", `emptied, and filled with ${FLOW_CHANGES}`)
  .option("--summary <file>", "append what differs, as Markdown")
  .action((before: string, after: string, options: Options) =>
    run(() => flowChanges(before, after, options)),
  )
  .parseAsync();
