import { expect } from "chai";

import type {
  ContactCenterValue,
  QuotasValue,
} from "../../../constructs/value/contact-center-value";
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
const PER_INSTANCE: readonly [
  string,
  keyof QuotasValue,
  number,
  (count: number) => Partial<ContactCenterValue>,
][] = [
  [
    "Users per instance",
    "users",
    500,
    (count) => ({ users: many(HARBOR_TRAVEL.users, count, "username") }),
  ],
  ["Queues per instance", "queues", 50, (count) => ({ queues: many(HARBOR_TRAVEL.queues, count) })],
  [
    "Quick connects per instance",
    "quickConnects",
    100,
    (count) => ({ quickConnects: many(HARBOR_TRAVEL.quickConnects, count) }),
  ],
  [
    "Routing profiles per instance",
    "routingProfiles",
    100,
    (count) => ({ routingProfiles: many(HARBOR_TRAVEL.routingProfiles, count) }),
  ],
  [
    "Hours of operation per instance",
    "hoursOfOperation",
    100,
    (count) => ({ hoursOfOperation: many(HARBOR_TRAVEL.hoursOfOperation, count) }),
  ],
  ["Flows per instance", "flows", 100, (count) => ({ flows: many(HARBOR_TRAVEL.flows, count) })],
  [
    "Security profiles per instance",
    "securityProfiles",
    100,
    // Four are every instance's own.
    (count) => ({
      securityProfiles: many([{ name: "", description: "", permissions: [] }], count - 4),
    }),
  ],
  [
    "User hierarchy groups per instance",
    "hierarchyGroups",
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

  for (const [quota, field, most, center] of PER_INSTANCE) {
    it(`"${quota}" is ${most}`, () => {
      expect(quotasToRaise({ ...HARBOR_TRAVEL, ...center(most) })).to.deep.equal([]);
      const [line, ...others] = lines({ ...HARBOR_TRAVEL, ...center(most + 1) });
      expect(others).to.deep.equal([]);
      expect(line).to.match(
        new RegExp(
          `^\\w+: ${most + 1} are more than the quota "${quota}" of ${most}; ask AWS to raise it in Service Quotas before you apply, and say in the environment's quotas\\.${field} what it granted \\[over-default-quota\\]$`,
        ),
      );
    });

    it(`"${quota}" is what AWS has granted, where the environment says it`, () => {
      const granted = { [field]: most + 7 };
      const big = { ...HARBOR_TRAVEL, ...center(most + 7) };
      expect(quotasToRaise(big, granted)).to.deep.equal([]);
      const [warning] = quotasToRaise({ ...big, ...center(most + 8) }, granted);
      expect(warning?.problem).to.equal(
        `${most + 8} are more than the quota "${quota}" of ${most + 7}`,
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
      `routing profile "Reservations": 51 are more than the quota "Queues per routing profile per instance" of 50; ask AWS to raise it in Service Quotas before you apply, and say in the environment's quotas.queuesPerRoutingProfile what it granted [over-default-quota]`,
    ]);
  });

  it('"Concurrent active calls per instance" is 10, and no queue can hold more', () => {
    const queues = HARBOR_TRAVEL.queues.map((queue, index) => ({
      ...queue,
      maxContacts: 10 + index,
    }));
    expect(lines({ ...HARBOR_TRAVEL, queues })).to.deep.equal([
      'queue "Group Travel", maxContacts: 11 are more than the quota "Concurrent active calls per instance" of 10; ask AWS to raise it in Service Quotas before you apply, and say in instance.concurrentCalls what it granted [over-default-quota]',
    ]);
    const instance = { ...HARBOR_TRAVEL.instance, concurrentCalls: 11 };
    expect(lines({ ...HARBOR_TRAVEL, queues, instance })).to.deep.equal([]);
  });
});

describe("Quotas that AWS has granted an environment", () => {
  const check = (quotas: object) => () => {
    checkContactCenter(HARBOR_TRAVEL, { ...PROD, quotas });
  };

  it("are whole numbers from 1 on, of what AWS raises", () => {
    expect(check({ users: 2000, flows: 150 })).not.to.throw();
    expect(check({ users: 0, queues: 1.5, agentStatuses: 60 })).to.throw(
      `3 faults to mend in its value:
  - environment "${PROD.name}": quotas.users must be a whole number from 1 on, got 0
  - environment "${PROD.name}": quotas.queues must be a whole number from 1 on, got 1.5
  - environment "${PROD.name}": quotas has no agentStatuses; it has users, `,
    );
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
      'queue "Reservations": quickConnects must have at most 700 entries, got 701: AWS doesn\'t raise this limit',
    );
  });
});
