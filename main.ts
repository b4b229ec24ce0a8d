import { App } from "cdktf";

import { ContactCenterStack } from "./constructs/contact-center-stack";
import { ENVIRONMENTS, KWGLOBAL } from "./kwglobal";

/**
 * Names the one stack whose guards are lifted, to tear it down on purpose: `LIFT_GUARDS=kwglobal-dev`.
 */
const lifted = process.env.LIFT_GUARDS;

const app = new App();
for (const environment of ENVIRONMENTS) {
  const stack = `kwglobal-${environment.name}`;
  new ContactCenterStack(app, stack, {
    center: KWGLOBAL,
    environment: { ...environment, guarded: environment.guarded && lifted !== stack },
  });
}
app.synth();
