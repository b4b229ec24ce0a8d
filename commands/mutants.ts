import { availableParallelism } from "node:os";
import { Argument, Command, InvalidArgumentError } from "commander";

import { type Area, AREAS } from "./mutants/areas";
import { EXCUSES } from "./mutants/excuses";
import { filesOf, isCode } from "./mutants/files";
import { details, table, verdict } from "./mutants/report";
import { type Score, scoreOf } from "./mutants/score";
import { tryArea } from "./mutants/try-area";
import { OperatorError } from "../sandbox/errors";
import { run } from "./support/run";
import { say } from "./support/terminal";

interface Options {
  readonly only?: readonly string[];
  readonly workers?: number;
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
  { only, workers = availableParallelism() }: Options,
): Promise<void> {
  if (only !== undefined && name === undefined) {
    throw new OperatorError("--only needs an area: npm run mutants -- <area> --only <files…>");
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
  }
  const { passed, text } = verdict(scores);
  say(`${table(scores)}\n${text}`);
  process.exitCode = passed ? 0 : 1;
}

void new Command("npm run mutants --")
  .description(
    "Change the code in small ways, one at a time, and see whether the tests notice: conditions, comparisons, numbers, texts, calls left out.",
  )
  .addArgument(new Argument("[area]", "one area; all by default").choices(Object.keys(AREAS)))
  .option("--only <files...>", "only these files of the area")
  .option("--workers <number>", "processes at a time; one a processor unless given", atLeastOne)
  .action((area: string | undefined, options: Options) => run(() => tryAreas(area, options)))
  .parseAsync();

function atLeastOne(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("it must be a whole number from 1 to 99.");
}
