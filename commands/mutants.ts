import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";

import { Argument, Command, InvalidArgumentError } from "commander";
import fc from "fast-check";

import { type Area, AREAS } from "./mutants/areas";
import { EXCUSES } from "./mutants/excuses";
import { FLOW_EXCUSES } from "./mutants/flow/excuses";
import { flowDetails, flowTable, flowVerdict } from "./mutants/flow/report";
import { OUR_FLOWS, tryFlows } from "./mutants/flow/try-flows";
import { filesOf, isCode } from "./mutants/files";
import { withScore } from "./mutants/record";
import { details, table, verdict } from "./mutants/report";
import { type Score, scoreOf } from "./mutants/score";
import { tryArea } from "./mutants/try-area";
import { OperatorError } from "../sandbox/machine/errors";
import { run } from "./support/run";
import { PROJECT } from "./support/stacks";
import { say } from "./support/terminal";

interface Options {
  readonly only?: readonly string[];
  readonly workers?: number;
  readonly write?: boolean;
}

/** The files of the area that are tried: all, or those that were asked for. */
function filesToTry({ code }: Area, only: readonly string[] | undefined): string[] {
  const files = filesOf(code, isCode);
  const foreign = only?.find((file) => !files.includes(file));
  if (foreign !== undefined) {
    throw new OperatorError(
      `--only must be files of the area (${code.join(", ")}), got ${foreign}`,
    );
  }
  return files.filter((file) => only?.includes(file) ?? true);
}

async function tryAreas(
  name: string | undefined,
  { only, workers = availableParallelism(), write = false }: Options,
): Promise<void> {
  if (only !== undefined && name === undefined) {
    throw new OperatorError("--only needs an area: npm run mutants -- <area> --only <files…>");
  }
  if (only !== undefined && write) {
    throw new OperatorError("--write needs a whole area, without --only");
  }
  const flows = only === undefined && (name ?? FLOW) === FLOW ? await tryOurFlows() : true;
  if (name === FLOW) {
    process.exitCode = flows ? 0 : 1;
    return;
  }
  const scores: Score[] = [];
  for (const [area, parts] of Object.entries(AREAS)) {
    if (name !== undefined && name !== area) continue;
    const code = filesToTry(parts, only);
    say(`${area}: trying small changes to ${code.length} files …`);
    const mutants = await tryArea({ ...parts, code }, workers);
    const score = scoreOf(
      area,
      mutants,
      EXCUSES.filter(({ file }) => code.includes(file)),
    );
    scores.push(score);
    say(details(score));
    if (write) await record(score);
  }
  const { passed, text } = verdict(scores);
  say(`${table(scores)}\n${text}`);
  process.exitCode = passed && flows ? 0 : 1;
}

/** Our flow templates, which lint and the named calls judge. */
const FLOW = "flow";

/** @returns whether each is noticed or excused */
async function tryOurFlows(): Promise<boolean> {
  // Else a mutant could be noticed by chance.
  fc.configureGlobal({ seed: 1 });
  const scores = await tryFlows(OUR_FLOWS, FLOW_EXCUSES, (template, mutants) => {
    say(`${template}: trying ${mutants} small changes …`);
  });
  const { passed, text } = flowVerdict(scores);
  say([flowDetails(scores), flowTable(scores), text].filter((part) => part !== "").join("\n"));
  return passed;
}

/** Where the scores stand. */
const PAGE = join(PROJECT, "ARCHITECTURE.md");

/** After each area, since the next one may take long. */
async function record(score: Score): Promise<void> {
  const page = await readFile(PAGE, "utf8");
  await writeFile(PAGE, withScore(page, score, new Date().toISOString().slice(0, 10)));
  say(`wrote ${relative(process.cwd(), PAGE)}`);
}

void new Command("npm run mutants --")
  .description(
    "Change the code in small ways, one at a time, and see whether the tests notice: conditions, comparisons, numbers, texts, calls and entries left out. Not tried are texts with a space in them, which are words for people, and addresses of web pages. Tests that start processes, or that try random cases by the hundred (*.property.test.ts), don't take part. The area flow is our flow templates: each exit is led elsewhere, each condition, error branch, parameter, number and word changed or dropped, and lint or a named call must notice.",
  )
  .addArgument(
    new Argument("[area]", "one area; all by default").choices([...Object.keys(AREAS), FLOW]),
  )
  .option("--only <files...>", "only these files of the area")
  .option("--workers <number>", "processes at a time; one a processor unless given", atLeastOne)
  .option("--write", "put the scores into ARCHITECTURE.md")
  .action((area: string | undefined, options: Options) => run(() => tryAreas(area, options)))
  .parseAsync();

function atLeastOne(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("it must be a whole number from 1 to 99.");
}
