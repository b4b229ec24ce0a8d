import { expect } from "chai";

import type { ContactCenterValue } from "../../../constructs/value/contact-center-value";
import { defineContactCenter } from "../../../constructs/value/define-contact-center";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";

const hours = { name: "Week", timeZone: "America/New_York", open: [] } as const;
const queue = {
  name: "Sales",
  hoursOfOperation: "Week",
  outboundCallerIdName: "Harbor",
  outboundWhisperFlow: "Default outbound",
  quickConnects: ["Desk"],
} as const;
const user = {
  username: "ada",
  firstName: "Ada",
  lastName: "Hill",
  securityProfiles: ["Agent"],
  routingProfile: "Sellers",
  hierarchyGroup: ["Harbor", "West"],
} as const;
const profile = {
  name: "Sellers",
  description: "Sales",
  voice: 1,
  defaultOutboundQueue: "Sales",
  queues: [{ queue: "Sales", priority: 1, delaySeconds: 0 }],
} as const;
const flow = {
  name: "Menu",
  type: "CONTACT_FLOW",
  template: "main-menu.json",
  announces: "Week",
  values: { menu: [{ key: "1", queue: "Sales" }] },
} as const;
const center = {
  company: HARBOR_TRAVEL.company,
  instance: HARBOR_TRAVEL.instance,
  hierarchy: {
    levels: ["Company", "Office"],
    groups: [{ name: "Harbor", groups: [{ name: "West" }] }],
  },
  agentStatuses: [],
  hoursOfOperation: [hours],
  queues: [queue],
  quickConnects: [{ name: "Desk", type: "USER", user: "ada", flow: "Default agent transfer" }],
  routingProfiles: [profile],
  users: [user],
  flows: [flow],
  phoneNumber: { country: "US", type: "DID", prefix: "+1207", flow: "Menu" },
  vanityNumbers: HARBOR_TRAVEL.vanityNumbers,
  recordings: HARBOR_TRAVEL.recordings,
  reporting: HARBOR_TRAVEL.reporting,
} as const satisfies ContactCenterValue;

/** Compiled and never called: each line below a comment must be an error, or the compiler complains of the comment. */
export const MISSPELT = [
  // @ts-expect-error -- a queue's hours
  () => defineContactCenter({ ...center, queues: [{ ...queue, hoursOfOperation: "Weak" }] }),
  // @ts-expect-error -- a queue's whisper flow
  () => defineContactCenter({ ...center, queues: [{ ...queue, outboundWhisperFlow: "Default" }] }),
  // @ts-expect-error -- a queue's quick connects
  () => defineContactCenter({ ...center, queues: [{ ...queue, quickConnects: ["Dusk"] }] }),
  // @ts-expect-error -- a person's routing profile
  () => defineContactCenter({ ...center, users: [{ ...user, routingProfile: "Seller" }] }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- a person's place in the hierarchy
      users: [{ ...user, hierarchyGroup: ["Harbor", "Wets"] }],
    }),
  // @ts-expect-error -- a place that is there, under another group
  () => defineContactCenter({ ...center, users: [{ ...user, hierarchyGroup: ["West"] }] }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- the queue of outbound calls
      routingProfiles: [{ ...profile, defaultOutboundQueue: "Sale" }],
    }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- a profile's queue
      routingProfiles: [{ ...profile, queues: [{ queue: "Sale", priority: 1, delaySeconds: 0 }] }],
    }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- the person of a quick connect
      quickConnects: [{ name: "Desk", type: "USER", user: "eda", flow: "Default agent transfer" }],
    }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- the flow of a quick connect
      quickConnects: [{ name: "Desk", type: "USER", user: "ada", flow: "Default transfer" }],
    }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- a key's queue
      flows: [{ ...flow, values: { menu: [{ key: "1", queue: "Sails" }] } }],
    }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- the queue of callers who press nothing
      flows: [{ ...flow, values: { ...flow.values, queueWithoutKey: "Sails" } }],
    }),
  // @ts-expect-error -- a person's security profile
  () => defineContactCenter({ ...center, users: [{ ...user, securityProfiles: ["Agents"] }] }),
  () =>
    defineContactCenter({
      ...center,
      securityProfiles: [{ name: "Lead", description: "Leads", permissions: ["Users.View"] }],
      // @ts-expect-error -- a person's security profile, of the center's own
      users: [{ ...user, securityProfiles: ["Leads"] }],
    }),
  // @ts-expect-error -- the hours that a flow announces
  () => defineContactCenter({ ...center, flows: [{ ...flow, announces: "Weak" }] }),
  () =>
    defineContactCenter({
      ...center,
      // @ts-expect-error -- the flow that answers
      phoneNumber: { country: "US", type: "DID", prefix: "+1207", flow: "Main" },
    }),
];

describe("A contact center's definition", () => {
  it("is its value; the compiler has checked its names", () => {
    expect(defineContactCenter(center)).to.equal(center);
  });

  it("may name what every instance has", () => {
    const users = [{ ...user, routingProfile: "Basic Routing Profile" }] as const;
    const queues = [{ ...queue, hoursOfOperation: "Basic Hours" }] as const;
    expect(defineContactCenter({ ...center, users, queues }).users).to.equal(users);
  });

  it("may name security profiles of its own", () => {
    const users = [{ ...user, securityProfiles: ["Lead", "Agent"] }] as const;
    const own = defineContactCenter({
      ...center,
      securityProfiles: [{ name: "Lead", description: "Leads", permissions: ["Users.View"] }],
      users,
    });
    expect(own.users).to.equal(users);
  });
});
