import "./constructs/terraform/creation-stacks";

import { App } from "cdktf";

import { isMistake } from "./constructs/mistakes";
import { addStacks } from "./constructs/stacks";
import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "./kwglobal";

try {
  // Stack traces would be taken for every element, a third of the time, and nobody reads them.
  const app = new App({ stackTraces: false });
  addStacks(app, {
    center: KWGLOBAL,
    accounts: ACCOUNTS,
    environments: ENVIRONMENTS,
    github: GITHUB,
    lifted: process.env.LIFT_GUARDS,
  });
  app.synth();
} catch (error) {
  if (!isMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
