import { expect } from "chai";
import fc from "fast-check";

import type { ContactCenterValue } from "../../../constructs/value/contact-center-value";
import { checkContactCenter } from "../../../constructs/validation/check-contact-center";
import { checkPlaces } from "../../../constructs/validation/accounts";
import { ACCOUNTS, ENVIRONMENTS, GITHUB, KWGLOBAL } from "../../../kwglobal";
import { faultsOf } from "../../support/faults-of";
import { DEV, PROD, synthesize } from "../../support/synthesized";

const faults = (change: Partial<ContactCenterValue>, alarmEmails = PROD.alarmEmails) =>
  faultsOf(() => {
    checkContactCenter({ ...KWGLOBAL, ...change }, { ...PROD, alarmEmails });
  });

/** KWGlobal's center with one more thing of each kind for each of these names. */
function withNames(names: readonly string[]): Partial<ContactCenterValue> {
  const { hoursOfOperation, queues, routingProfiles, flows, users, hierarchy } = KWGLOBAL;
  const more = <T extends object>(things: readonly T[], key: string) =>
    names.flatMap((name) => things.slice(0, 1).map((first) => ({ ...first, [key]: name })));
  return {
    hoursOfOperation: [...hoursOfOperation, ...more(hoursOfOperation, "name")],
    queues: [...queues, ...more(queues, "name")],
    quickConnects: [
      ...KWGLOBAL.quickConnects,
      ...names.map((name) => ({
        name,
        type: "PHONE_NUMBER" as const,
        phoneNumber: "+13025550123",
      })),
    ],
    routingProfiles: [...routingProfiles, ...more(routingProfiles, "name")],
    flows: [...flows, ...more(flows, "name")],
    users: [...users, ...more(users, "username")],
    hierarchy: {
      ...hierarchy,
      groups: [
        ...hierarchy.groups,
        ...names.map((name) => ({ name, groups: names.map((below) => ({ name: below })) })),
      ],
    },
  };
}

const KINDS = ["hours of operation", "queue", "quick connect", "routing profile", "flow", "user"];

describe("Names that become Terraform addresses", () => {
  it("have a Latin letter or a digit: all that don't are named with their place", () => {
    const found = faults(withNames(["销售"]));
    for (const place of [
      ...KINDS.map((kind) => `${kind} "销售"`),
      'hierarchy group "销售"',
      'hierarchy group "销售 › 销售"',
    ]) {
      expect(found).to.include(
        `${place}: name must have a letter of a to z or a digit: its Terraform address is made of them`,
      );
    }
  });

  it("may have any where they become none: agent statuses", () => {
    const agentStatuses = ["午餐", "休息", "a-b", "a b"].map((name) => ({
      name,
      description: name,
    }));
    expect(faults({ agentStatuses })).to.deep.equal([]);
  });

  it("differ with all that they stand under", () => {
    const groups = [
      { name: "A", groups: [{ name: "B C" }] },
      { name: "A B", groups: [{ name: "C" }] },
      { name: "A-B" },
    ];
    expect(faults({ users: [], hierarchy: { ...KWGLOBAL.hierarchy, groups } })).to.include.members([
      'hierarchy group "A B › C": would get the same Terraform address as "A › B C": names must differ in letters or digits',
      'hierarchy group "A-B": would get the same Terraform address as "A B": names must differ in letters or digits',
    ]);
  });

  it("are no words that each of JavaScript's objects has", () => {
    const found = faults(withNames(["constructor"]));
    for (const kind of KINDS) {
      expect(found).to.include(
        `${kind} "constructor": name must not be "constructor", which is a word of JavaScript's: choose another one`,
      );
    }
  });

  it("of alarms' addresses have a letter or a digit, too", () => {
    expect(faults({}, ["销售@公司.中国"])).to.deep.equal([
      'alarmEmails: "销售@公司.中国" must have a letter of a to z or a digit',
    ]);
  });

  for (const name of ["aws", "constructor"]) {
    it(`of accounts and environments are not ${name}`, () => {
      expect(
        faultsOf(() => {
          checkPlaces({
            accounts: [...ACCOUNTS, { ...PROD.account, name }],
            environments: [...ENVIRONMENTS, { ...DEV, name }],
            github: GITHUB,
          });
        }),
      ).to.include.members([
        `account "${name}": name must not be "${name}", which is taken: choose another one`,
        `environment "${name}": name must not be "${name}", which is taken: choose another one`,
      ]);
    });
  }

  it("may be those of our own constructs", () => {
    const names = ["Resource", "Structure", "Groups"];
    const before = synthesize().addresses().length;
    const stack = synthesize({
      hierarchy: withNames(names).hierarchy ?? KWGLOBAL.hierarchy,
      queues: withNames(names).queues ?? [],
    });
    expect(stack.addresses()).to.include.members([
      "aws_connect_queue.resource",
      "aws_connect_user_hierarchy_group.resource",
      "aws_connect_user_hierarchy_group.resource_resource",
      "aws_connect_user_hierarchy_group.groups_groups",
      "aws_connect_user_hierarchy_group.structure_resource",
    ]);
    // 3 queues with 4 alarms each; 3 groups with 3 below each.
    expect(stack.addresses()).to.have.length(before + 15 + 12);
  });

  it("are all valid and different, or a fault names the place", function () {
    this.timeout(120_000);
    const name = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom("a", "B", "1", " ", "-", "_", "/", "é", "销"),
        maxLength: 6,
      }),
      fc.constantFrom("Resource", "Structure", "Groups", "__proto__", "toString", "${x}", "%{if}"),
      fc.constantFrom("a/b", "a--b", "İ", "ﬁ", "①", "\u2028x", "ContactCenter", "Queues"),
    );
    const base = synthesize().addresses();
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), (names) => {
        const all = withNames(names);
        for (const fault of faults(all)) {
          expect(fault).to.satisfy((line: string) => names.some((each) => line.includes(each)));
        }
        // A user's name is held to more than the others.
        const change = { ...all, users: KWGLOBAL.users };
        if (faults(change).length > 0) return;
        const addresses = synthesize(change).addresses();
        for (const address of addresses) expect(address).to.match(/^[a-z0-9_]+\.[a-z_][a-z0-9_]*$/);
        expect(addresses.length - base.length).to.be.at.least(
          (5 + 1 + names.length) * names.length,
        );
      }),
      { numRuns: 8 },
    );
  });
});
