import { Testing, TerraformStack } from "cdktf";

import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import { addStacks } from "../../constructs/stacks";
import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "../../kwglobal";
import { SAML, SWITCHES } from "../support/switches";
import { Synthesized } from "../support/synthesized";

/** A stack as Terraform gets it. */
export interface JudgedStack {
  readonly name: string;
  /** Ends the names in this environment; rules write it `{suffix}`. */
  readonly suffix: string;
  readonly stack: Synthesized;
}

/** Every stack that may be applied, as it is and with what the value can switch on. */
export const STACKS: readonly JudgedStack[] = [
  ...stacksOf({}),
  ...stacksOf(SWITCHES, "prod", "with every switch on"),
  ...stacksOf(SAML, "prod", "with SAML"),
];

/** The center that has everything there is to spoil. */
export const EVERYTHING = named("kwglobal-prod with every switch on");

/** The center that has everything there is to destroy, its guards lifted. */
export function liftedCenter(): JudgedStack {
  const [center] = stacksOf(SWITCHES, "kwglobal-prod", "lifted", "kwglobal-prod");
  if (center === undefined) {
    throw new Error("there is no stack kwglobal-prod");
  }
  return center;
}

function named(name: string): JudgedStack {
  const found = STACKS.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`no stack is named "${name}"`);
  }
  return found;
}

/** The stacks that `main.ts` makes of a value; of one environment only, where it is named. */
function stacksOf(
  change: Partial<ContactCenterValue>,
  environment = "",
  variant = "",
  lifted?: string,
): JudgedStack[] {
  const app = Testing.app();
  addStacks(app, {
    center: { ...KWGLOBAL, ...change },
    accounts: ACCOUNTS,
    environments: ENVIRONMENTS,
    github: GITHUB,
    lifted,
  });
  return app.node.children
    .filter((each) => each instanceof TerraformStack)
    .filter(({ node }) => node.id.endsWith(environment))
    .map((each) => ({
      name: [each.node.id, variant].join(" ").trimEnd(),
      suffix: ENVIRONMENTS.find(({ name }) => each.node.id === `kwglobal-${name}`)?.suffix ?? "",
      stack: new Synthesized(JSON.parse(Testing.synth(each)) as Record<string, unknown>),
    }));
}
