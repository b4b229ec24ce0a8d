import "./support/broken-source";

import { Argument, Command } from "commander";

import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { placesOf } from "./support/places";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { say } from "./support/terminal";

void new Command("name-instance")
  .description("write which instance an environment is, as outputs of a workflow's step")
  .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
  .action((name: string) =>
    run(() => {
      const environment = ENVIRONMENTS.find((each) => each.name === name);
      if (environment === undefined) throw new Error(`there is no environment ${name}`);
      const { region, instanceAlias } = placesOf(KWGLOBAL, environment);
      say(`instance=${environment.instanceId ?? instanceAlias}\nregion=${region}`);
    }),
  )
  .parseAsync();
