import "./support/broken-source";

import { appendFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Command } from "commander";

import { stackName } from "../constructs/stack-names";
import { COST_CHANGES, costSection } from "../plan-review/report/cost-changes";
import { readStack } from "../sandbox/terraform/stack";
import { costChanges, type Environments } from "./cost/changes";
import { type Block, Configuration } from "./docs/configuration";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { say } from "./support/terminal";

interface Options {
  readonly output: string;
  readonly summary?: string;
}

/** Reads the environments of a synthesis. @param folder - `cdktf.out/stacks` */
async function readEnvironments(folder: string): Promise<Environments> {
  const there = await readdir(folder);
  const found = ENVIRONMENT_NAMES.filter((name) => there.includes(stackName(name)));
  return new Map(
    await Promise.all(
      found.map(async (name) => {
        const stack = await readStack(join(folder, stackName(name)));
        return [name, new Configuration(stack as Block)] as const;
      }),
    ),
  );
}

async function tell(before: string, after: string, { output, summary }: Options): Promise<void> {
  const changes = costChanges(await readEnvironments(before), await readEnvironments(after));
  await mkdir(output, { recursive: true });
  await writeFile(join(output, COST_CHANGES), `${JSON.stringify(changes, null, 2)}\n`);
  const section = costSection(changes);
  if (summary !== undefined && section !== "") await appendFile(summary, `${section}\n`);
  say(section === "" ? "no price changes its class" : section);
}

void new Command("cost-changes")
  .description("write what a call and an idle month cost in two syntheses, where that differs")
  .argument("<before>", "a folder of stacks: cdktf.out/stacks of the older revision")
  .argument("<after>", "that of the newer one")
  .requiredOption("-o, --output <folder>", `gets ${COST_CHANGES}`)
  .option("--summary <file>", "append what differs, as Markdown")
  .action((before: string, after: string, options: Options) =>
    run(() => tell(before, after, options)),
  )
  .parseAsync();
