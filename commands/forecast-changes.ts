import "./support/broken-source";

import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Command } from "commander";

import { SERVICE_CHANGES, serviceSection } from "../plan-review/report/service-changes";
import { readForecast, serviceChanges } from "./forecast/changes";
import { run } from "./support/run";
import { say } from "./support/terminal";

interface Options {
  readonly output: string;
  readonly summary?: string;
}

async function tell(before: string, after: string, { output, summary }: Options): Promise<void> {
  const read = async (file: string) => readForecast(await readFile(file, "utf8"), file);
  const changes = serviceChanges(await read(before), await read(after));
  await mkdir(output, { recursive: true });
  await writeFile(join(output, SERVICE_CHANGES), `${JSON.stringify(changes, null, 2)}\n`);
  const section = serviceSection(changes);
  if (summary !== undefined && section !== "") await appendFile(summary, `${section}\n`);
  say(section === "" ? "the expected service stays as it is" : section);
}

void new Command("forecast-changes")
  .description("write what service two forecasts expect, where that differs")
  .argument("<before>", "what npm run forecast --json has printed for the older revision")
  .argument("<after>", "what it has printed for the newer one")
  .requiredOption("-o, --output <folder>", `gets ${SERVICE_CHANGES}`)
  .option("--summary <file>", "append what differs, as Markdown")
  .action((before: string, after: string, options: Options) =>
    run(() => tell(before, after, options)),
  )
  .parseAsync();
