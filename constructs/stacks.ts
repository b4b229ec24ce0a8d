import type { App } from "cdktf";

import { BootstrapStack } from "./bootstrap/bootstrap-stack";
import { ContactCenterStack } from "./contact-center-stack";
import type { ContactCenterValue } from "./contact-center-value";
import { UnknownStackError } from "./mistakes";
import { bootstrapStackName, stackName } from "./stack-names";
import { checkPlaces, type Places } from "./validation/accounts";

/** All that there is: one center, and the places where it stands. */
export interface StacksProps extends Places {
  readonly center: ContactCenterValue;
  /** The one stack whose guards are lifted, to tear it down on purpose. */
  readonly lifted?: string | undefined;
}

/**
 * Makes a stack for each environment, `kwglobal-dev`, `kwglobal-prod`, and one for each account that
 * holds them, `kwglobal-bootstrap-dev`, `kwglobal-bootstrap-prod`.
 *
 * @throws InvalidContactCenterError if the value can't be built.
 * @throws UnknownStackError if `lifted` names no environment's stack.
 */
export function addStacks(app: App, { center, lifted, ...places }: StacksProps): void {
  checkPlaces(places);
  const { accounts, environments, github } = places;
  const stacks = new Map(environments.map((each) => [stackName(each.name), each]));
  if (lifted !== undefined && !stacks.has(lifted)) {
    throw new UnknownStackError("LIFT_GUARDS", lifted, [...stacks.keys()]);
  }
  for (const [stack, environment] of stacks) {
    const guarded = environment.guarded && lifted !== stack;
    new ContactCenterStack(app, stack, { center, environment: { ...environment, guarded } });
  }
  for (const account of accounts) {
    new BootstrapStack(app, bootstrapStackName(account.name), {
      account,
      environments: environments.filter((each) => each.account === account),
      center,
      github,
    });
  }
}
