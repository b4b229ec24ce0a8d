import { ConnectPhoneNumber } from "@cdktf/provider-aws/lib/connect-phone-number";
import { Testing, TerraformStack } from "cdktf";

import type {
  ContactCenterValue,
  Environment,
} from "../../../constructs/value/contact-center-value";
import { ContactCenter } from "../../../constructs/contact-center";
import { ContactFlow } from "../../../constructs/connect/contact-flow";
import { DefaultResources } from "../../../constructs/connect/default-resources";
import { Directory } from "../../../constructs/connect/directory";
import { flowHoles } from "../../../constructs/connect/flow-holes";
import { Instance } from "../../../constructs/connect/instance";
import { addStacks } from "../../../constructs/stacks";
import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "../../../kwglobal";
import { SAML, SWITCHES } from "../../support/switches";

/** A stack as cdktf writes it. */
export interface Written {
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Whatever can be left out is there, and what every instance has is referred to. */
const RICHEST: Partial<ContactCenterValue> = {
  ...SWITCHES,
  hoursOfOperation: KWGLOBAL.hoursOfOperation.map((hours) => ({
    ...hours,
    holidays: [
      { name: "Christmas Day", date: "2027-12-25" },
      { name: "Christmas Eve", date: "2027-12-24", open: { from: "09:00", to: "12:00" } },
    ],
  })),
  queues: KWGLOBAL.queues.map((queue, index) => ({
    ...queue,
    maxContacts: 20,
    ...(index === 0 && { hoursOfOperation: "Basic Hours" }),
  })),
  quickConnects: [
    ...KWGLOBAL.quickConnects.map((each) => ({ ...each, description: "A speed dial" })),
    { name: "Basic", type: "QUEUE", queue: "BasicQueue", flow: "Default queue transfer" },
  ],
  users: KWGLOBAL.users.map((user, index) => ({
    ...user,
    email: `${user.username}@kwglobal.example`,
    ...(index === 0 && {
      phone: { type: "DESK_PHONE", number: "+13025550123", autoAccept: true },
      tags: { CostCenter: "7" },
    }),
  })),
  recordings: { ...KWGLOBAL.recordings, expireAfterDays: 400 },
};

/** Whatever can be left out or empty is. */
const BAREST: Partial<ContactCenterValue> = {
  hierarchy: { levels: [], groups: [] },
  agentStatuses: [],
  hoursOfOperation: KWGLOBAL.hoursOfOperation.map(({ name, timeZone, open }) => ({
    name,
    timeZone,
    open,
  })),
  queues: KWGLOBAL.queues.map(({ description: _, ...queue }) => ({ ...queue, quickConnects: [] })),
  quickConnects: [],
  users: [],
  reporting: { ...KWGLOBAL.reporting, contactRecords: false },
  flows: KWGLOBAL.flows.map(({ description: _, ...flow }) => flow),
};

/** Every configuration that main.ts may write, of one kind each. */
export const WRITTEN: readonly Written[] = [
  ...written("", {}),
  ...written("with every switch on", SWITCHES, only("prod")),
  ...written("with SAML", { ...SWITCHES, ...SAML }, only("prod")),
  ...written(
    "at its richest",
    RICHEST,
    only("prod").map((each) => ({
      ...each,
      adoptNumber: "12345678-1234-4234-8234-123456789012",
    })),
    { more: everyHole },
  ),
  ...written(
    "at its barest",
    BAREST,
    only("prod").map((each) => ({ ...each, alarmEmails: [] })),
  ),
  ...written("lifted", SWITCHES, only("prod"), { lifted: "kwglobal-prod" }),
];

/** The configuration with everything that there is to spoil. */
export const RICH = find("kwglobal-prod at its richest");
/** The one that prepares the account. */
export const BOOTSTRAP = find("kwglobal-bootstrap-prod");

function only(name: string): Environment[] {
  return ENVIRONMENTS.filter((each) => each.name === name);
}

function find(name: string): Written {
  const found = WRITTEN.find((each) => each.name === name);
  if (found === undefined) throw new Error(`nothing is called "${name}"`);
  return found;
}

function written(
  variant: string,
  change: Partial<ContactCenterValue>,
  environments: readonly Environment[] = ENVIRONMENTS,
  { lifted, more }: { lifted?: string; more?: (stack: TerraformStack) => void } = {},
): Written[] {
  const app = Testing.app();
  addStacks(app, {
    center: { ...KWGLOBAL, ...change },
    accounts: ACCOUNTS.filter((account) => environments.some((each) => each.account === account)),
    environments,
    github: GITHUB,
    lifted,
  });
  const stacks = app.node.children.filter((each) => each instanceof TerraformStack);
  if (more !== undefined) stacks.forEach(more);
  return stacks.map((each) => ({
    name: `${each.node.id} ${variant}`.trimEnd(),
    json: JSON.parse(Testing.synth(each)) as Record<string, unknown>,
  }));
}

/** A flow that names one of each kind of thing that there is to name in a template. */
function everyHole(stack: TerraformStack): void {
  const center = stack.node.tryFindChild("ContactCenter");
  if (!(center instanceof ContactCenter)) return;
  const [instance] = center.node.children.filter((each) => each instanceof Instance);
  const [directory] = center.node.children.filter((each) => each instanceof Directory);
  const [defaults] = center.node.children.filter((each) => each instanceof DefaultResources);
  if (!instance || !directory || !defaults) throw new Error("the center is made of other things");
  new ContactFlow(center, "Every hole", {
    instance,
    value: {
      name: "Every hole",
      type: "CONTACT_FLOW",
      template: "../__tests__/plan-review/configuration/fixtures/every-hole.json",
      values: {},
    },
    resources: flowHoles(directory, {
      center: { ...KWGLOBAL, ...RICHEST },
      defaults,
      functions: new Map(),
    }),
  });
  const [number] = center.node.findAll().filter((each) => each instanceof ConnectPhoneNumber);
  number?.moveFromId("aws_connect_phone_number.ported");
}
