import "./support/broken-source";

import { randomInt } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { stackName } from "../constructs/stack-names";
import { ENVIRONMENTS } from "../kwglobal";
import { drill } from "./drill/drill";
import { OperatorError } from "../sandbox/machine/errors";
import { SANDBOX_DIRECTORY } from "../sandbox/sandbox";
import { run } from "./support/run";
import { synthesize } from "./support/stacks";
import { say } from "./support/terminal";

interface Options {
  readonly cuts: number;
  readonly seed?: number;
  readonly parallel: number;
}

void new Command("npm run drill --")
  .description(
    "Kill Terraform at random points of an apply, on a sandbox that behaves badly; recover; and see that the center is complete and as it should be, and nothing is there twice but unused keys, which it counts and deletes.",
  )
  .option("--cuts <number>", "how many", atLeastOne, 50)
  .option("--seed <number>", "chance begins here; elsewhere each time unless given", atLeastOne)
  .option("--parallel <number>", "sandboxes at a time", atLeastOne, 4)
  .action((options: Options) =>
    run(async () => {
      const { seed = randomInt(1, 2 ** 31) } = options;
      const directory = join(SANDBOX_DIRECTORY, "drill");
      await rm(directory, { recursive: true, force: true });
      const output = join(directory, "cdktf.out");
      await mkdir(output, { recursive: true });
      await synthesize(output);
      const { cuts, healed } = await drill({
        ...options,
        seed,
        directory,
        stackDirectory: join(output, "stacks", stackName("prod")),
        quotas: ENVIRONMENTS.find(({ name }) => name === "prod")?.quotas,
        onLine: say,
      });
      if (healed < cuts) {
        throw new OperatorError(
          `${cuts - healed} of ${cuts} didn't heal; the same again: npm run drill -- --cuts ${cuts} --seed ${seed}`,
        );
      }
    }),
  )
  .parseAsync();

function atLeastOne(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("it must be a whole number from 1.");
}
