import { App } from "cdktf";

import { ContactCenterStack } from "./constructs/contact-center-stack";
import { CircularReferenceError } from "./constructs/directory";
import { FlowLintError } from "./constructs/flow-lint";
import { InvalidContactCenterError } from "./constructs/validation/fault";
import { TemplateError } from "./contact-flow/template";
import { ENVIRONMENTS, KWGLOBAL } from "./kwglobal";

/** Synthesizes a stack for each environment: `kwglobal-dev`, `kwglobal-prod`. */
function synthesize(lifted: string | undefined): void {
  // Stack traces would be taken for every element, a third of the time, and nobody reads them.
  const app = new App({ stackTraces: false });
  for (const environment of ENVIRONMENTS) {
    const stack = `kwglobal-${environment.name}`;
    const guarded = environment.guarded && lifted !== stack;
    new ContactCenterStack(app, stack, {
      center: KWGLOBAL,
      environment: { ...environment, guarded },
    });
  }
  app.synth();
}

try {
  // Names the one stack whose guards are lifted, to tear it down on purpose.
  synthesize(process.env.LIFT_GUARDS);
} catch (error) {
  const mistakes = [
    InvalidContactCenterError,
    TemplateError,
    FlowLintError,
    CircularReferenceError,
  ];
  if (!(error instanceof Error) || !mistakes.some((mistake) => error instanceof mistake)) {
    if (error instanceof TypeError) {
      console.error("kwglobal.ts may not have the shape of its type: `npx tsc` says where\n");
    }
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
