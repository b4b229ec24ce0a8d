import { Testing, TerraformStack } from "cdktf";

import type { ContactCenterValue } from "../../constructs/contact-center-value";
import { addStacks } from "../../constructs/stacks";
import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "../../kwglobal";
import { Synthesized } from "../support/synthesized";

/** A stack as Terraform gets it. */
export interface JudgedStack {
  readonly name: string;
  /** Ends the names in this environment; rules write it `{suffix}`. */
  readonly suffix: string;
  readonly stack: Synthesized;
}

/** What the value can switch on beside what KWGlobal has. */
const SWITCHES: Partial<ContactCenterValue> = {
  flows: [
    ...KWGLOBAL.flows,
    {
      name: "KWGlobal vanity number",
      type: "CONTACT_FLOW",
      template: "vanity-number.json",
      values: { flowLogging: "Enabled", action: "record", companyName: KWGLOBAL.company },
    },
  ],
  vanityNumbers: {
    ...KWGLOBAL.vanityNumbers,
    bulk: { folder: "vanity-numbers", maxConcurrency: 10 },
  },
  reporting: { ...KWGLOBAL.reporting, contactRecords: true },
  hoursOfOperation: KWGLOBAL.hoursOfOperation.map((hours) => ({
    ...hours,
    holidays: [{ name: "Christmas Day", date: "2027-12-25" }],
  })),
};

const SAML: Partial<ContactCenterValue> = {
  instance: {
    ...KWGLOBAL.instance,
    identity: { type: "SAML", metadata: "__tests__/constructs/fixtures/saml-metadata.xml" },
  },
};

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
