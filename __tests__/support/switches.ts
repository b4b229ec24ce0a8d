import type { ContactCenterValue } from "../../constructs/contact-center-value";
import { KWGLOBAL } from "../../kwglobal";

/** What the value can switch on beside what KWGlobal has. */
export const SWITCHES: Partial<ContactCenterValue> = {
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

/** People who sign in through the company's identity provider, which has their addresses. */
export const SAML: Partial<ContactCenterValue> = {
  instance: {
    ...KWGLOBAL.instance,
    identity: { type: "SAML", metadata: "__tests__/constructs/fixtures/saml-metadata.xml" },
  },
  users: KWGLOBAL.users.map(({ email: _email, ...user }) => user),
};
