import { App } from "cdktf";

import { ContactCenterStack } from "./constructs/contact-center-stack";
import { isMistake, UnknownStackError } from "./constructs/mistakes";
import { checkPlaces } from "./constructs/validation/accounts";
import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "./kwglobal";

/**
 * Synthesizes a stack for each environment: `kwglobal-dev`, `kwglobal-prod`.
 * @param lifted the one stack whose guards are lifted, to tear it down on purpose.
 */
function synthesize(lifted: string | undefined): void {
  checkPlaces({ accounts: ACCOUNTS, environments: ENVIRONMENTS, github: GITHUB });
  const stacks = new Map(ENVIRONMENTS.map((each) => [`kwglobal-${each.name}`, each]));
  if (lifted !== undefined && !stacks.has(lifted)) {
    throw new UnknownStackError("LIFT_GUARDS", lifted, [...stacks.keys()]);
  }
  // Stack traces would be taken for every element, a third of the time, and nobody reads them.
  const app = new App({ stackTraces: false });
  for (const [stack, environment] of stacks) {
    const guarded = environment.guarded && lifted !== stack;
    new ContactCenterStack(app, stack, {
      center: KWGLOBAL,
      environment: { ...environment, guarded },
    });
  }
  app.synth();
}

try {
  synthesize(process.env.LIFT_GUARDS);
} catch (error) {
  if (!isMistake(error)) {
    if (error instanceof TypeError) {
      console.error("kwglobal.ts may not have the shape of its type: `npx tsc` says where\n");
    }
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
