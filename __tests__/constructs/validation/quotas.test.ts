import { expect } from "chai";

import type { ContactCenterValue } from "../../../constructs/contact-center-value";
import { checkContactCenter } from "../../../constructs/validation/check-contact-center";
import { quotasToRaise } from "../../../constructs/validation/quotas";
import { warningText } from "../../../constructs/validation/warnings/warning";
import { KWGLOBAL } from "../../../kwglobal";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import { PROD } from "../../support/synthesized";

/** So many things like the first, each with a name of its own. */
function many<T extends object>([first]: readonly T[], count: number, key = "name"): T[] {
  return Array.from({ length: count }, (_, index) => ({ ...first, [key]: `Thing ${index}` }) as T);
}

/** What each default quota counts, and the most of it that a new account may have. */
const PER_INSTANCE: readonly [string, number, (count: number) => Partial<ContactCenterValue>][] = [
  ["Users per instance", 500, (count) => ({ users: many(HARBOR_TRAVEL.users, count, "username") })],
  ["Queues per instance", 50, (count) => ({ queues: many(HARBOR_TRAVEL.queues, count) })],
  [
    "Quick connects per instance",
    100,
    (count) => ({ quickConnects: many(HARBOR_TRAVEL.quickConnects, count) }),
  ],
  [
    "Routing profiles per instance",
    100,
    (count) => ({ routingProfiles: many(HARBOR_TRAVEL.routingProfiles, count) }),
  ],
  [
    "Hours of operation per instance",
    100,
    (count) => ({ hoursOfOperation: many(HARBOR_TRAVEL.hoursOfOperation, count) }),
  ],
  ["Flows per instance", 100, (count) => ({ flows: many(HARBOR_TRAVEL.flows, count) })],
  [
    "User hierarchy groups per instance",
    500,
    (count) => ({
      hierarchy: {
        levels: ["Company", "Department"],
        groups: [{ name: "KWGlobal", groups: many([{ name: "" }], count - 1) }],
      },
    }),
  ],
];

const lines = (center: ContactCenterValue) => quotasToRaise(center).map(warningText);

describe("Default quotas", () => {
  it("are enough for KWGlobal", () => {
    expect(quotasToRaise(KWGLOBAL)).to.deep.equal([]);
  });

  for (const [quota, most, center] of PER_INSTANCE) {
    it(`"${quota}" is ${most}`, () => {
      expect(quotasToRaise({ ...HARBOR_TRAVEL, ...center(most) })).to.deep.equal([]);
      const [line, ...others] = lines({ ...HARBOR_TRAVEL, ...center(most + 1) });
      expect(others).to.deep.equal([]);
      expect(line).to.match(
        new RegExp(
          `^\\w+: ${most + 1} are more than the quota "${quota}" of ${most}; ask AWS to raise it in Service Quotas before you apply \\[over-default-quota\\]$`,
        ),
      );
    });
  }

  it('"Queues per routing profile per instance" is 50, for each profile', () => {
    const [profile, other] = HARBOR_TRAVEL.routingProfiles;
    const queues = many(profile?.queues ?? [], 51, "queue");
    const routingProfiles = [
      { ...profile, queues },
      { ...other, queues: queues.slice(1) },
    ] as ContactCenterValue["routingProfiles"];
    expect(lines({ ...HARBOR_TRAVEL, routingProfiles })).to.deep.equal([
      'routing profile "Reservations": 51 are more than the quota "Queues per routing profile per instance" of 50; ask AWS to raise it in Service Quotas before you apply [over-default-quota]',
    ]);
  });

  it('"Concurrent active calls per instance" is 10, and no queue can hold more', () => {
    const queues = HARBOR_TRAVEL.queues.map((queue, index) => ({
      ...queue,
      maxContacts: 10 + index,
    }));
    expect(lines({ ...HARBOR_TRAVEL, queues })).to.deep.equal([
      'queue "Group Travel", maxContacts: 11 are more than the quota "Concurrent active calls per instance" of 10; ask AWS to raise it in Service Quotas before you apply [over-default-quota]',
    ]);
    const instance = { ...HARBOR_TRAVEL.instance, concurrentCalls: 11 };
    expect(lines({ ...HARBOR_TRAVEL, queues, instance })).to.deep.equal([]);
  });
});

describe("A limit that AWS doesn't raise", () => {
  it("is 700 quick connects a queue", () => {
    const quickConnects = many(HARBOR_TRAVEL.quickConnects, 701);
    const queues = HARBOR_TRAVEL.queues.map((queue, index) => ({
      ...queue,
      quickConnects: quickConnects.slice(index).map(({ name }) => name),
    }));
    expect(() => {
      checkContactCenter({ ...HARBOR_TRAVEL, quickConnects, queues }, PROD);
    }).to.throw(
      'queue "Reservations": quickConnects has at most 700, got 701: AWS doesn\'t raise this limit',
    );
  });
});
