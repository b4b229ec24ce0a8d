import { expect } from "chai";

import type {
  ContactCenterValue,
  HolidayValue,
  HierarchyGroupValue,
  QueueValue,
} from "../../../constructs/value/contact-center-value";
import { LIMITS } from "../../../constructs/value/limits";
import { checkContactCenter } from "../../../constructs/validation/check-contact-center";
import { InvalidContactCenterError } from "../../../constructs/validation/fault";
import { KWGLOBAL } from "../../../kwglobal";
import { faultsOf } from "../../support/faults-of";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import { PROD } from "../../support/synthesized";

/** The faults of a center with a change, as lines `place: problem`. */
const faults = (change: Partial<ContactCenterValue>, where = PROD) =>
  faultsOf(() => {
    checkContactCenter({ ...HARBOR_TRAVEL, ...change }, where);
  });

const [reservations, groupTravel] = HARBOR_TRAVEL.queues as readonly [QueueValue, QueueValue];
const withQueue = (change: Partial<QueueValue>) => ({
  queues: [{ ...reservations, ...change }, groupTravel],
});
const withUser = (username: string, change: Partial<ContactCenterValue["users"][number]>) => ({
  users: HARBOR_TRAVEL.users.map((user) =>
    user.username === username ? { ...user, ...change } : user,
  ),
});
const withHours = (open: ContactCenterValue["hoursOfOperation"][number]["open"]) => ({
  hoursOfOperation: HARBOR_TRAVEL.hoursOfOperation.map((hours) => ({ ...hours, open })),
  // What the prompts say of the hours is another matter.
  flows: HARBOR_TRAVEL.flows.map(({ announces: _, ...flow }) => flow),
});
const withQuickConnect = (change: object) => ({
  quickConnects: HARBOR_TRAVEL.quickConnects.map((quickConnect) =>
    quickConnect.name === "Lena Ortiz" ? { ...quickConnect, ...change } : quickConnect,
  ) as ContactCenterValue["quickConnects"],
});

describe("A contact center's value", () => {
  it("is accepted as KWGlobal and another company wrote it", () => {
    expect(faults(KWGLOBAL)).to.deep.equal([]);
    expect(faults({})).to.deep.equal([]);
  });

  it("is refused with one message that lists every fault", () => {
    const change = {
      ...withQueue({ hoursOfOperation: "Night hours", quickConnects: ["Frnt Desk"] }),
      ...withUser("lena.ortiz", { routingProfile: "Reservatons" }),
    };
    expect(() => {
      checkContactCenter({ ...HARBOR_TRAVEL, ...change }, PROD);
    }).to.throw(
      InvalidContactCenterError,
      [
        "the contact center can't be built, 3 faults to mend in its value:",
        '  - user "lena.ortiz": routingProfile names "Reservatons", which is not there (did you mean "Reservations"?); there are: "Reservations", "Group Travel", "Basic Routing Profile"',
        '  - queue "Reservations": hoursOfOperation names "Night hours", which is not there; there are: "Harbor hours", "Basic Hours"',
        '  - queue "Reservations": quickConnects names "Frnt Desk", which is not there (did you mean "Front Desk"?); there are: "Front Desk", "Group Travel", "Reservations", "Lena Ortiz"',
      ].join("\n"),
    );
  });

  describe("names", () => {
    it("are no longer than Amazon Connect allows", () => {
      const { most = 0 } = LIMITS["QueueValue.name"];
      const name = "q".repeat(most + 1);
      expect(faults(withQueue({ name }))).to.include(
        `queue "${name}": name must have 1 to ${most} characters, got ${most + 1}`,
      );
    });

    it("are unique within their kind", () => {
      expect(
        faults({ agentStatuses: [...HARBOR_TRAVEL.agentStatuses, ...HARBOR_TRAVEL.agentStatuses] }),
      ).to.include(`agent status "Training": is there twice: names are unique, drop or rename one`);
    });

    it("differ in more than punctuation, since Terraform addresses come from them", () => {
      const twin = { ...reservations, name: "reservations!" };
      expect(faults({ queues: [...HARBOR_TRAVEL.queues, twin] })).to.deep.equal([
        'queue "reservations!": would get the same Terraform address as "Reservations": names must differ in letters or digits',
      ]);
    });

    it("are not those that every instance has already", () => {
      const available = { name: "Available", description: "Again" };
      expect(faults({ agentStatuses: [available] })).to.deep.equal([
        'agent status "Available": every instance has its own "Available": choose another name',
      ]);
    });

    it("of the instance follow Amazon Connect's pattern, the environment's suffix included", () => {
      expect(
        faults({ instance: { ...HARBOR_TRAVEL.instance, alias: "d-kwglobal" } }),
      ).to.have.length(1);
      expect(
        faults({ instance: { ...HARBOR_TRAVEL.instance, alias: "k".repeat(46) } })[0],
      ).to.match(/^instance: alias must be 1 to 45 letters, digits and inner hyphens/);
    });
  });

  it("says how many calls AWS has granted as a whole number", () => {
    const faultsOf = (concurrentCalls: number) =>
      faults({ instance: { ...KWGLOBAL.instance, concurrentCalls } });
    expect(faultsOf(0.5)).to.deep.equal([
      "instance: concurrentCalls must be a whole number from 1 on, got 0.5",
    ]);
    expect(faultsOf(1)).to.deep.equal([]);
  });

  describe("hours of operation", () => {
    it("may not overlap on a day", () => {
      const fault = faults(
        withHours([
          { days: ["MONDAY", "TUESDAY"], from: "09:00", to: "12:00" },
          { days: ["TUESDAY"], from: "11:00", to: "18:00" },
        ]),
      );
      expect(fault).to.deep.equal([
        'hours of operation "Harbor hours": hours must not overlap: TUESDAY has 09:00 to 12:00 and 11:00 to 18:00',
      ]);
    });

    it("may touch", () => {
      const touching = [
        { days: ["MONDAY" as const], from: "09:00", to: "12:00" },
        { days: ["MONDAY" as const], from: "12:00", to: "18:00" },
      ];
      expect(faults(withHours(touching))).to.deep.equal([]);
    });

    it("run forward", () => {
      expect(faults(withHours([{ days: ["MONDAY"], from: "18:00", to: "09:00" }]))).to.deep.equal([
        'hours of operation "Harbor hours": must close after it opens on the same day, got 18:00 to 09:00: swap them, or open through the night until "24:00", and from "00:00" on the next day',
      ]);
    });

    it("may last until midnight, around the clock, and through the night", () => {
      expect(
        faults(
          withHours([
            { days: ["MONDAY", "TUESDAY"], from: "00:00", to: "24:00" },
            { days: ["WEDNESDAY"], from: "22:00", to: "24:00" },
            { days: ["THURSDAY"], from: "00:00", to: "06:00" },
          ]),
        ),
      ).to.deep.equal([]);
    });

    it("are times of a day", () => {
      expect(faults(withHours([{ days: ["MONDAY"], from: "9:00", to: "24:30" }]))).to.deep.equal([
        'hours of operation "Harbor hours": times must be HH:MM from 00:00 to 24:00, got "9:00" to "24:30"',
      ]);
    });

    describe("with holidays", () => {
      const withHolidays = (...holidays: HolidayValue[]) =>
        faults({
          hoursOfOperation: HARBOR_TRAVEL.hoursOfOperation.map((hours) => ({ ...hours, holidays })),
        });
      const christmas = { name: "Christmas Day", date: "2026-12-25" };
      const place = 'hours of operation "Harbor hours", holiday "Christmas Day"';

      it("may have the same one every year, closed or open for some hours", () => {
        const open = { from: "09:00", to: "12:00" };
        expect(withHolidays(christmas, { ...christmas, date: "2027-12-25", open })).to.deep.equal(
          [],
        );
      });

      it("have them on days that there are, once each", () => {
        expect(withHolidays({ ...christmas, date: "2026-02-30" })).to.deep.equal([
          `${place}: date must be a day such as "2026-12-25", got "2026-02-30"`,
        ]);
        expect(withHolidays({ ...christmas, name: "Closed" }, christmas)).to.deep.equal([
          `${place}: 2026-12-25 has hours of its own already, those of "Closed": drop one`,
        ]);
      });

      it("have hours on them that run forward", () => {
        const open = { from: "12:00", to: "9:00" };
        expect(withHolidays({ ...christmas, open })).to.deep.equal([
          `${place}: open must be times HH:MM of which the second is later, 24:00 at most, got "12:00" to "9:00"; leave it out to be closed`,
        ]);
      });

      it("have 50 at most, with names as Connect takes them", () => {
        const days = Array.from({ length: 51 }, (_, day) => ({
          ...christmas,
          date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
        }));
        expect(withHolidays(...days)).to.have.length(1);
        expect(withHolidays({ ...christmas, name: "x".repeat(117) })).to.have.length(1);
      });
    });

    it("stand in a time zone that exists", () => {
      const hoursOfOperation = HARBOR_TRAVEL.hoursOfOperation.map((hours) => ({
        ...hours,
        timeZone: "America/Portland",
      }));
      expect(faults({ hoursOfOperation })).to.deep.equal([
        'hours of operation "Harbor hours": timeZone must be an IANA name such as "America/Los_Angeles", got "America/Portland"',
      ]);
    });
  });

  describe("the hierarchy", () => {
    it("has at most five levels", () => {
      const levels = [...HARBOR_TRAVEL.hierarchy.levels, "Team"];
      expect(faults({ hierarchy: { ...HARBOR_TRAVEL.hierarchy, levels } })).to.deep.equal([
        'hierarchy: levels must have at most 5 entries, got 6: "Company", "Department", "Region", "City", "Supervisor", "Team"',
      ]);
    });

    it("has no group below the last level", () => {
      const chain = (depth: number): HierarchyGroupValue[] =>
        depth === 0 ? [] : [{ name: `Level ${7 - depth}`, groups: chain(depth - 1) }];
      const users = HARBOR_TRAVEL.users.map((user) => ({ ...user, hierarchyGroup: [] }));
      expect(
        faults({ hierarchy: { ...HARBOR_TRAVEL.hierarchy, groups: chain(6) }, users }),
      ).to.deep.equal([
        'hierarchy group "Level 1 › Level 2 › Level 3 › Level 4 › Level 5 › Level 6": is at level 6, but there are 5 levels: "Company", "Department", "Region", "City", "Supervisor"',
      ]);
    });

    it("has the group that a user is in", () => {
      expect(
        faults(withUser("omar.khan", { hierarchyGroup: ["Harbor Travel", "Groups", "Europe"] })),
      ).to.deep.equal([
        'user "omar.khan": hierarchyGroup Harbor Travel › Groups › Europe: there is no "Europe" at this level; there are: "West"',
      ]);
    });
  });

  describe("a user", () => {
    it("has one routing profile", () => {
      const [ada] = HARBOR_TRAVEL.users;
      const twice = ada && { ...ada, routingProfile: "Reservations" };
      expect(faults({ users: [...HARBOR_TRAVEL.users, ...(twice ? [twice] : [])] })).to.include(
        'user "ada.hill": has one routing profile, got 2: "Basic Routing Profile" and "Reservations"',
      );
    });

    it("has a security profile that exists", () => {
      expect(faults(withUser("ada.hill", { securityProfiles: ["Administrator"] }))).to.deep.equal([
        'user "ada.hill": securityProfiles names "Administrator", which is not there; there are: "Admin", "Agent", "CallCenterManager", "QualityAnalyst"',
      ]);
      expect(faults(withUser("ada.hill", { securityProfiles: [] }))).to.deep.equal([
        'user "ada.hill": securityProfiles must have 1 to 10 entries, got 0',
      ]);
    });
  });

  describe("a quick connect", () => {
    it("to a user needs a flow that transfers to an agent, whatever the seed document says", () => {
      expect(faults(withQuickConnect({ flow: "Default queue transfer" }))).to.deep.equal([
        'quick connect "Lena Ortiz": flow must be a flow of type AGENT_TRANSFER, got "Default queue transfer" of type QUEUE_TRANSFER (a USER quick connect transfers to an agent: API reference, UserQuickConnectConfig); there are: "Default agent transfer"',
      ]);
    });

    it("to a queue needs a flow that transfers to a queue", () => {
      const change = { type: "QUEUE", queue: "Reservations", flow: "Harbor main menu" };
      expect(faults(withQuickConnect(change))[0]).to.match(
        /flow must be a flow of type QUEUE_TRANSFER, got "Harbor main menu" of type CONTACT_FLOW/,
      );
    });

    it("to a number needs one in E.164", () => {
      expect(
        faults(withQuickConnect({ type: "PHONE_NUMBER", phoneNumber: "302-555-0100" })),
      ).to.deep.equal([
        'quick connect "Lena Ortiz": phoneNumber must be a number in E.164 such as "+13025550100", got "302-555-0100"',
      ]);
    });

    it("calls abroad and special rates only where they are allowed by name", () => {
      const calling = (phoneNumber: string) => ({
        quickConnects: HARBOR_TRAVEL.quickConnects.map((quickConnect) =>
          quickConnect.name === "Front Desk" ? { ...quickConnect, phoneNumber } : quickConnect,
        ) as ContactCenterValue["quickConnects"],
      });
      expect(faults(calling("+18765550123"))).to.deep.equal([
        'quick connect "Front Desk": phoneNumber must lead to where calls are allowed, got "+18765550123", which leads to Jamaica: calls abroad and to special rates are what toll fraud is after; take another number, or allow it by name: allowedDestinations: ["Jamaica"]',
      ]);
      const allowedDestinations = ["Jamaica"];
      expect(faults({ ...calling("+18765550123"), allowedDestinations })).to.deep.equal([]);
      expect(faults({ ...calling("+19005550123"), allowedDestinations })).to.have.length(1);
      expect(faults({ allowedDestinations: ["Jamaika"] })).to.deep.equal([
        'allowedDestinations: must be countries by their English names, or their special rates, such as "Jamaica" or "United States premium rate", got "Jamaika"',
      ]);
    });

    it("to a user needs the user", () => {
      expect(faults(withQuickConnect({ user: "lena.ortez" }))[0]).to.match(
        /^quick connect "Lena Ortiz": user names "lena.ortez", which is not there/,
      );
    });
  });

  describe("a routing profile", () => {
    const withQueues = (change: object) => ({
      routingProfiles: HARBOR_TRAVEL.routingProfiles.map((profile) =>
        profile.name === "Reservations" ? { ...profile, ...change } : profile,
      ),
    });

    it("has priorities from 1 to 99 and delays from 0 to 9999 seconds", () => {
      const queues = [{ queue: "Reservations", priority: 0, delaySeconds: 10_000 }];
      expect(faults(withQueues({ queues }))).to.deep.equal([
        'routing profile "Reservations": priority of "Reservations" must be a whole number from 1 to 99, got 0',
        'routing profile "Reservations": delaySeconds of "Reservations" must be a whole number from 0 to 9999, got 10000',
      ]);
    });

    it("names each queue once", () => {
      const [queue] = HARBOR_TRAVEL.routingProfiles[0]?.queues ?? [];
      expect(faults(withQueues({ queues: [queue, queue] }))).to.deep.equal([
        'routing profile "Reservations": queues must name each one once, got twice: "Reservations"',
      ]);
    });

    it("gives an agent one call at a time", () => {
      expect(faults(withQueues({ voice: 2 }))).to.deep.equal([
        'routing profile "Reservations": voice must be 1: an agent has one call at a time, got 2',
      ]);
    });
  });

  describe("agent statuses", () => {
    it("are no more than an instance can have", () => {
      const agentStatuses = Array.from({ length: 49 }, (_, index) => ({
        name: `Status ${index + 1}`,
        description: "One of many",
      }));
      expect(faults({ agentStatuses })).to.deep.equal([
        "agent statuses: agentStatuses must have at most 48 entries, got 49: an instance has 50 with Available and Offline, and AWS doesn't raise this quota",
      ]);
    });
  });

  describe("a flow", () => {
    it("is made of a template that is there", () => {
      const flows = HARBOR_TRAVEL.flows.map((flow) => ({ ...flow, template: "main-men.json" }));
      expect(faults({ flows })[0]).to.match(
        /^flow "Harbor main menu": template names "main-men\.json", which is not there \(did you mean "main-menu\.json"\?\); there are: .*"main-menu\.json"/,
      );
    });

    it("announces hours that the center has", () => {
      const flows = HARBOR_TRAVEL.flows.map((flow) => ({ ...flow, announces: "Basic Hours" }));
      expect(faults({ flows })).to.include(
        'flow "Harbor main menu": announces names "Basic Hours", which is not there; there are: "Harbor hours"',
      );
    });
  });

  describe("the number", () => {
    it("is answered by a contact flow", () => {
      const phoneNumber = { ...HARBOR_TRAVEL.phoneNumber, flow: "KWGlobal callback in queue" };
      expect(faults({ phoneNumber })[0]).to.match(
        /^phone number: flow must be a flow of type CONTACT_FLOW, got "KWGlobal callback in queue" of type CUSTOMER_QUEUE/,
      );
    });

    it("has a prefix in E.164, and an id if it is adopted", () => {
      const phoneNumber = { ...HARBOR_TRAVEL.phoneNumber, prefix: "302" };
      expect(faults({ phoneNumber }, { ...PROD, adoptNumber: "+13029856970" })).to.deep.equal([
        'phone number: prefix must be + and digits, such as "+1302", got "302"',
        'environment "prod": adoptNumber must be the id of a claimed number (a UUID, see list-phone-numbers-v2), got "+13029856970"',
      ]);
    });
  });
});
