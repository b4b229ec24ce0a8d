import "./support/broken-source";

import { randomInt } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { drill } from "./drill/drill";
import { OperatorError } from "../sandbox/errors";
import { SANDBOX_DIRECTORY } from "../sandbox/sandbox";
import { run } from "./support/run";
import { synthesize } from "./support/stacks";

interface Options {
  readonly cuts: number;
  readonly seed: number;
  readonly parallel: number;
}

void new Command("npm run drill --")
  .description(
    "Kill Terraform at random points of an apply, on a sandbox that behaves badly; recover; and see that the center is complete and as it should be, and nothing is there twice but unused keys, which it counts and deletes.",
  )
  .option("--cuts <number>", "how many", atLeastOne, 50)
  .option("--seed <number>", "chance begins here", atLeastOne, randomInt(1, 2 ** 31))
  .option("--parallel <number>", "sandboxes at a time", atLeastOne, 4)
  .action((options: Options) =>
    run(async () => {
      const directory = join(SANDBOX_DIRECTORY, "drill");
      await rm(directory, { recursive: true, force: true });
      const output = join(directory, "cdktf.out");
      await mkdir(output, { recursive: true });
      await synthesize(output);
      const { cuts, healed } = await drill({
        ...options,
        directory,
        stackDirectory: join(output, "stacks", "kwglobal-prod"),
        onLine: console.log,
      });
      if (healed < cuts) {
        throw new OperatorError(
          `${cuts - healed} of ${cuts} didn't heal; the same again: npm run drill -- --cuts ${cuts} --seed ${options.seed}`,
        );
      }
    }),
  )
  .parseAsync();

function atLeastOne(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("it must be a whole number from 1.");
}
