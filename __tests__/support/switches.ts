import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import { otherNumberValues } from "../../constructs/value/other-number";
import { KWGLOBAL } from "../../kwglobal";

/** Whatever the value can switch on. */
export const SWITCHES: Partial<ContactCenterValue> = {
  flows: [
    ...KWGLOBAL.flows.map((flow) =>
      "otherNumbers" in flow.values
        ? { ...flow, values: { ...flow.values, ...otherNumberValues(2) } }
        : flow,
    ),
    {
      name: "KWGlobal vanity number",
      type: "CONTACT_FLOW",
      template: "vanity-number.json",
      values: { flowLogging: "Enabled", action: "record", companyName: KWGLOBAL.company },
    },
  ],
  securityProfiles: [
    {
      name: "Supervisor",
      description: "Sees and hears calls, and manages no users",
      permissions: ["BasicAgentAccess", "AccessMetrics", "ContactSearch.View", "Users.View"],
    },
  ],
  users: KWGLOBAL.users.map((user) =>
    user.username === "jimin.lee"
      ? {
          ...user,
          hierarchyGroup: [],
          email: "jimin.lee@kwglobal.example",
          securityProfiles: ["Supervisor"],
          phone: { type: "DESK_PHONE", number: "+13025550196", autoAccept: true },
          tags: { CostCenter: "42" },
        }
      : user,
  ),
  queues: KWGLOBAL.queues.map((queue) =>
    queue.name === "Business Consulting" ? { ...queue, maxContacts: 5 } : queue,
  ),
  recordings: { ...KWGLOBAL.recordings, expireAfterDays: 365 },
  otherFunctions: ["look-up-customer"],
  vanityNumbers: {
    ...KWGLOBAL.vanityNumbers,
    words: "__tests__/constructs/fixtures/vanity-words.txt",
    bulk: { folder: "vanity-numbers", maxConcurrency: 10 },
  },
  reporting: { ...KWGLOBAL.reporting, contactRecords: true },
  hoursOfOperation: KWGLOBAL.hoursOfOperation.map((hours) => ({
    ...hours,
    holidays: [{ name: "Christmas Day", date: "2027-12-25" }],
  })),
};

/** People who sign in through the company's identity provider, which has their addresses. */
export const SAML: Partial<ContactCenterValue> = {
  instance: {
    ...KWGLOBAL.instance,
    identity: { type: "SAML", metadata: "__tests__/constructs/fixtures/saml-metadata.xml" },
  },
  users: KWGLOBAL.users.map(({ email: _email, ...user }) => user),
};
