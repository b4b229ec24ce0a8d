import type { App } from "cdktf";

import { BootstrapStack } from "./bootstrap/bootstrap-stack";
import { ContactCenterStack } from "./contact-center-stack";
import type { ContactCenterValue } from "./value/contact-center-value";
import { UnknownStackError } from "./mistakes";
import { bootstrapStackName, stackName } from "./stack-names";
import { checkPlaces, type Places } from "./validation/accounts";

/** All that is deployed: one center, and its environments. */
export interface StacksProps extends Places {
  /** The center's value, the same in all environments. */
  readonly center: ContactCenterValue;
  /** The only stack without guards against destruction, so that it can be torn down on purpose. */
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
