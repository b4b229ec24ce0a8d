import { expect } from "chai";

import type {
  ContactCenterValue,
  Environment,
} from "../../../../constructs/value/contact-center-value";
import { checkContactCenter } from "../../../../constructs/validation/check-contact-center";
import { sortWarnings } from "../../../../constructs/validation/warnings/accepted";
import { holidayWarnings } from "../../../../constructs/validation/warnings/holidays";
import { placeholderWarnings } from "../../../../constructs/validation/warnings/placeholders";
import { recordingWarnings } from "../../../../constructs/validation/warnings/recordings";
import { regionWarnings } from "../../../../constructs/validation/warnings/regions";
import {
  afterCallWorkWarnings,
  staffingWarnings,
} from "../../../../constructs/validation/warnings/staffing";
import { thresholdWarnings } from "../../../../constructs/validation/warnings/thresholds";
import { usernameWarnings } from "../../../../constructs/validation/warnings/usernames";
import { type Warning, warningText } from "../../../../constructs/validation/warnings/warning";
import { KWGLOBAL } from "../../../../kwglobal";
import { faultsOf } from "../../../support/faults-of";
import { DEV, PROD } from "../../../support/synthesized";

/** A shop with two agents in Vienna, one queue, and nothing to warn of. */
const SHOP: ContactCenterValue = {
  company: "Shop",
  instance: { alias: "shop", inboundCalls: true, outboundCalls: true },
  hierarchy: {
    levels: ["Company", "Region"],
    groups: [
      {
        name: "Shop",
        groups: [
          { name: "Europe", timeZone: "Europe/Vienna" },
          { name: "Asia", timeZone: "Asia/Tokyo" },
        ],
      },
    ],
  },
  agentStatuses: [],
  hoursOfOperation: [
    {
      name: "Shop hours",
      timeZone: "Europe/Vienna",
      open: [{ days: ["MONDAY", "TUESDAY"], from: "09:00", to: "17:00" }],
      holidays: [{ name: "New Year's Day", date: "2027-01-01" }],
    },
  ],
  queues: [
    {
      name: "Sales",
      hoursOfOperation: "Shop hours",
      outboundCallerIdName: "Shop",
      outboundWhisperFlow: "Default outbound",
      quickConnects: ["To sales"],
    },
  ],
  quickConnects: [
    { name: "To sales", type: "QUEUE", queue: "Sales", flow: "Default queue transfer" },
  ],
  routingProfiles: [
    {
      name: "Seller",
      description: "Sells",
      voice: 1,
      defaultOutboundQueue: "Sales",
      queues: [{ queue: "Sales", priority: 1, delaySeconds: 0 }],
    },
  ],
  users: ["ann", "bob"].map((username) => ({
    username,
    firstName: username,
    lastName: "Shop",
    securityProfiles: ["Agent"],
    routingProfile: "Seller",
    hierarchyGroup: ["Shop", "Europe"],
  })),
  flows: [],
  phoneNumber: { country: "US", type: "DID", prefix: "+1302", flow: "Answer" },
  vanityNumbers: { functionName: "record", roleName: "role", tableName: "table" },
  recordings: { participants: [], infrequentAccessAfterDays: 90 },
  reporting: { queueSize: 8, queueWaitSeconds: 600, missedCalls: 2 },
};

type User = ContactCenterValue["users"][number];
type Hours = ContactCenterValue["hoursOfOperation"][number];
type Queue = ContactCenterValue["queues"][number];
const [ann, bob] = SHOP.users as readonly [User, User];
const [hours] = SHOP.hoursOfOperation as readonly [Hours];
const [sales] = SHOP.queues as readonly [Queue];
const TODAY = new Date("2026-11-26T12:00:00Z");

const shop = (change: Partial<ContactCenterValue> = {}) => ({ ...SHOP, ...change });
const lines = (warnings: readonly Warning[]) => warnings.map(warningText);
const inEurope = { hierarchyGroup: ["Shop", "Europe"] };
const inAsia = { hierarchyGroup: ["Shop", "Asia"] };

describe("Warnings of a center", () => {
  it("are none for one in which all is decided", () => {
    expect([
      ...staffingWarnings(shop()),
      ...regionWarnings(shop(), TODAY),
      ...holidayWarnings(shop(), TODAY),
      ...thresholdWarnings(shop()),
    ]).to.deep.equal([]);
  });

  describe("about recordings", () => {
    const recorded = {
      participants: ["Agent", "Customer"],
      infrequentAccessAfterDays: 90,
    } as const;
    const decided = {
      ...recorded,
      announcement: "This call may be recorded.",
      expireAfterDays: "never",
    } as const;
    const own = { ...sales, outboundWhisperFlow: "Own" };
    const asked = (change: Partial<ContactCenterValue>) => lines(recordingWarnings(shop(change)));

    it("are none where nobody is recorded, or all is decided", () => {
      expect(asked({})).to.deep.equal([]);
      expect(asked({ recordings: decided, queues: [own] })).to.deep.equal([]);
      const redaction = "none" as const;
      const read = { ...decided, analyticsLanguage: "en-US", redaction };
      expect(asked({ recordings: read, queues: [own] })).to.deep.equal([]);
    });

    it("ask each question once", () => {
      const recordings = { ...recorded, analyticsLanguage: "en-US" };
      const queues = [sales, { ...sales, name: "Support" }];
      expect(asked({ recordings, queues })).to.deep.equal([
        "recordings: calls are recorded and nobody is told, though several States want all sides to know; set announcement to what callers are to hear, or participants to [] (docs/before-opening.md) [recording-unannounced]",
        'recordings: calls are kept for ever, since nobody has said how long; set expireAfterDays to a number of days, or to "never" (docs/before-opening.md) [recordings-kept-for-ever]',
        'recordings: transcripts and sound keep names and card numbers that callers say; set redaction to "redacted only", "redacted and original" or "none" (docs/before-opening.md) [redaction-undecided]',
        'queues "Sales", "Support": "Default outbound" tells whom agents call, and call back, "This call is not being recorded.", and it isn\'t; add a flow of the type OUTBOUND_WHISPER, and name it as outboundWhisperFlow, to record these calls (docs/before-opening.md) [outbound-unrecorded]',
      ]);
    });

    it("name KWGlobal's own flow for calls that agents make", () => {
      const [last] = recordingWarnings(KWGLOBAL).slice(-1);
      expect(last?.cure).to.match(/^set outboundWhisperFlow to "KWGlobal outbound"/);
    });
  });

  describe("about a queue", () => {
    it("say that nobody serves it, though a quick connect leads to it", () => {
      expect(lines(staffingWarnings(shop({ users: [] })))).to.deep.equal([
        'queue "Sales": the quick connect "To sales" leads to it, and nobody serves it: whoever waits there waits in vain; give a user a routing profile that has the queue, or lead nobody there [queue-unserved]',
      ]);
    });

    it("say that nobody serves it, though a key of a menu leads to it", () => {
      const [first, second] = KWGLOBAL.queues as readonly [Queue, Queue];
      const flows = KWGLOBAL.flows.map((flow) =>
        flow.template === "main-menu.json"
          ? {
              ...flow,
              values: { ...flow.values, menu: [{ key: "1", queue: "Vanity" }] },
            }
          : flow,
      );
      const center = {
        ...KWGLOBAL,
        flows,
        quickConnects: [],
        queues: [first, second, { ...second, name: "Vanity" }],
      };
      expect(staffingWarnings(center).map(({ rule, place }) => [rule, place])).to.deep.include([
        "queue-unserved",
        'queue "Vanity"',
      ]);
    });

    it("say who is the only one to serve it", () => {
      expect(lines(staffingWarnings(shop({ users: [ann] })))).to.deep.equal([
        'queue "Sales": only "ann" serves it: one lunch, one illness or one missed call, and nobody does; give a second user a routing profile that has the queue [queue-served-by-one]',
      ]);
    });

    it("are none where nothing leads to it", () => {
      expect(staffingWarnings(shop({ users: [], quickConnects: [] }))).to.deep.equal([]);
    });

    it("know the queue that every instance has, and who serves it", () => {
      const quickConnects = [
        { ...SHOP.quickConnects[0], type: "QUEUE", queue: "BasicQueue" },
      ] as ContactCenterValue["quickConnects"];
      const rules = (users: readonly User[]) =>
        staffingWarnings(shop({ quickConnects, users })).map(({ rule }) => rule);
      expect(rules([])).to.deep.equal(["queue-unserved"]);
      const basic = (user: User) => ({ ...user, routingProfile: "Basic Routing Profile" });
      expect(rules([basic(ann)])).to.deep.equal(["queue-served-by-one"]);
      expect(rules([basic(ann), basic(bob)])).to.deep.equal([]);
    });
  });

  describe("about work after a call", () => {
    const endless = (change: Partial<ContactCenterValue>) =>
      lines(afterCallWorkWarnings(shop(change)));

    it("say whose has no limit", () => {
      expect(endless({})).to.deep.equal([
        'agentPhones, afterCallWorkSeconds: work after a call has no limit for "ann", "bob": one forgotten click keeps all calls away; set a limit there or at the user\'s phone, such as 180 [after-call-work-endless]',
      ]);
      const agentPhones = { afterCallWorkSeconds: 60 };
      const users = [{ ...ann, phone: { afterCallWorkSeconds: 0 } }, bob];
      expect(endless({ agentPhones, users })[0]).to.include('no limit for "ann":');
    });

    it("are none where all have one, of the center or their own", () => {
      expect(endless({ agentPhones: { afterCallWorkSeconds: 60 } })).to.deep.equal([]);
      const users = [ann, bob].map((user) => ({ ...user, phone: { afterCallWorkSeconds: 9 } }));
      expect(endless({ users })).to.deep.equal([]);
      // Who serves no queue takes no calls.
      expect(endless({ routingProfiles: [] })).to.deep.equal([]);
    });
  });

  describe("about regions", () => {
    it("say how much of a queue's hours is outside of them where its agents are", () => {
      // 9 to 17 in Vienna is 17 to 1 in Tokyo, and 16 to 24 in summer: eight hours later, or seven.
      expect(lines(regionWarnings(shop({ users: [{ ...ann, ...inAsia }] }), TODAY))).to.deep.equal([
        'queue "Sales": all 16 hours a week that it is open in Europe/Vienna ("Shop hours") are outside of these hours by the clock where its agents work (ann: Asia/Tokyo); give the queue hours of operation of that region, or an agent who works in these [queue-hours-unstaffed]',
      ]);
    });

    it("count the hours of the half of the year that is worse", () => {
      const open = [{ days: ["MONDAY" as const], from: "08:00", to: "17:00" }];
      const center = shop({
        hoursOfOperation: [{ ...hours, open }],
        users: [{ ...ann, ...inAsia }],
      });
      // In summer Vienna's 8 to 10 is Tokyo's 15 to 17; in winter only 8 to 9 is.
      expect(regionWarnings(center, TODAY)[0]?.problem).to.match(/^8 of the 9 hours a week/);
    });

    it("are none where one agent of the queue works in these hours", () => {
      const users = [
        { ...ann, ...inAsia },
        { ...bob, ...inEurope },
      ];
      expect(regionWarnings(shop({ users }), TODAY)).to.deep.equal([]);
    });

    it("are none where an agent's groups have no time zone: they may work at any time", () => {
      const users = [
        { ...ann, ...inAsia },
        { ...bob, hierarchyGroup: ["Shop"] },
      ];
      expect(regionWarnings(shop({ users }), TODAY)).to.deep.equal([]);
    });

    it("are none for a queue that is always open", () => {
      const days: Hours["open"][number]["days"] = [
        "SUNDAY",
        "MONDAY",
        "TUESDAY",
        "WEDNESDAY",
        "THURSDAY",
        "FRIDAY",
        "SATURDAY",
      ];
      const open = [{ days, from: "00:00", to: "00:00" }];
      const center = shop({
        hoursOfOperation: [{ ...hours, open }],
        users: [{ ...ann, ...inAsia }],
      });
      expect(regionWarnings(center, TODAY)).to.deep.equal([]);
    });
  });

  describe("about holidays", () => {
    const on = (...dates: string[]) =>
      lines(
        holidayWarnings(
          shop({
            hoursOfOperation: [
              { ...hours, holidays: dates.map((date) => ({ name: "Day", date })) },
            ],
          }),
          TODAY,
        ),
      );

    it("say that a schedule has none in the next twelve months", () => {
      expect(on()).to.deep.equal([
        'hours of operation "Shop hours": it has no holiday until 2027-11-26: callers of a holiday wait for agents who aren\'t there; list them in its holidays (npm run holidays -- US proposes them) [no-holidays]',
      ]);
    });

    it("don't count those that are over, or far away", () => {
      expect(on("2026-11-25", "2027-11-27")).to.have.length(1);
      expect(on("2026-11-26")).to.deep.equal([]);
      expect(on("2027-11-26")).to.deep.equal([]);
    });
  });

  describe("about thresholds", () => {
    const with_ = (reporting: object, change: Partial<ContactCenterValue> = {}) =>
      lines(thresholdWarnings(shop({ ...change, reporting: { ...SHOP.reporting, ...reporting } })));

    it("say that so few agents can't miss so many calls", () => {
      expect(with_({ missedCalls: 3 })).to.deep.equal([
        "reporting, missedCalls: 3 missed calls are more than 2 agents make: a missed call takes its agent out until the agent clears it; set it to 2 or fewer [threshold-out-of-reach]",
      ]);
      expect(with_({ missedCalls: 2 }, { users: [ann] })[0]).to.include("more than the only agent");
    });

    it("say that so many can't wait, since the agents' calls count toward the quota", () => {
      expect(with_({ queueSize: 9 })).to.deep.equal([
        'reporting, queueSize: 9 can\'t wait while 2 agents talk: the quota "Concurrent active calls per instance" of 10 leaves 8; set it to 8 or fewer, or say in instance.concurrentCalls what AWS granted [threshold-out-of-reach]',
      ]);
      const instance = { ...SHOP.instance, concurrentCalls: 100 };
      expect(with_({ queueSize: 98 }, { instance })).to.deep.equal([]);
    });

    it("say that a queue holds fewer than the alarm rings at", () => {
      expect(with_({ queueSize: 5 }, { queues: [{ ...sales, maxContacts: 4 }] })).to.deep.equal([
        'queue "Sales", maxContacts: 4 may wait in it, and the alarm rings at 5; set reporting.queueSize to no more than that, or let more wait [threshold-out-of-reach]',
      ]);
      expect(with_({}, { queues: [{ ...sales, maxContacts: 0 }] })).to.deep.equal([]);
    });

    it("say that there are no such open hours as the alarm of silence waits for", () => {
      const open = (to: string) => ({
        hoursOfOperation: SHOP.hoursOfOperation.map((hours) => ({
          ...hours,
          timeZone: "America/New_York",
          open: [{ days: ["MONDAY" as const], from: "09:00", to }],
        })),
      });
      expect(with_({ silentHours: 6 }, open("17:00"))).to.deep.equal([]);
      expect(with_({ silentHours: 7 }, open("17:00"))).to.deep.equal([
        "reporting, silentHours: there is no alarm of silence: no more than 6 hours in a row are open for sure (an hour counts if it and the next one are, in summer and in winter); set it to 6 or fewer [threshold-out-of-reach]",
      ]);
      expect(with_({ silentHours: 1 }, open("10:00"))[0]).to.match(/no hour is open.*; drop it/);
    });

    it("say that the agents alone fill the quota", () => {
      const instance = { ...SHOP.instance, concurrentCalls: 2 };
      expect(with_({}, { instance })).to.deep.equal([
        'instance, concurrentCalls: 2 agents can have as many calls, and the quota "Concurrent active calls per instance" is 2: nobody could wait, callers hear a busy tone; ask AWS to raise it in Service Quotas, and say here what it granted [calls-over-quota]',
      ]);
    });
  });

  describe("about placeholders", () => {
    it("say of each value that nobody can have what belongs there", () => {
      const center = shop({
        quickConnects: [{ name: "Boss", type: "PHONE_NUMBER", phoneNumber: "+12125550100" }],
        users: [
          {
            ...ann,
            email: "ann@shop.example",
            phone: { type: "DESK_PHONE", number: "+12125550155" },
          },
        ],
        flows: [
          {
            name: "Night",
            type: "CONTACT_FLOW",
            template: "night.json",
            values: { watchman: "+12125550199", door: "+12125650199" },
          },
        ],
      });
      const account = { ...PROD.account, name: "main", id: "123456789012" };
      const place = { ...PROD, name: "live", account, alarmEmails: ["a@b.test", "a@b.com"] };
      expect(
        lines(placeholderWarnings({ center, accounts: [account], environments: [place] })),
      ).to.deep.equal([
        'account "main", id: 123456789012 is nobody\'s; put the id of the AWS account "main" there before you go live (docs/go-live.md) [placeholder]',
        'quick connect "Boss": +12125550100 is nobody\'s; put the number of the quick connect "Boss" there before you go live (docs/go-live.md) [placeholder]',
        'user "ann", phone: +12125550155 is nobody\'s; put the number of the desk phone of "ann" there before you go live (docs/go-live.md) [placeholder]',
        'flow "Night", watchman: +12125550199 is nobody\'s; put the number that the flow "Night" calls there before you go live (docs/go-live.md) [placeholder]',
        'user "ann", email: ann@shop.example is nobody\'s; put the address of the user "ann" there before you go live (docs/go-live.md) [placeholder]',
        'environment "live", alarmEmails: a@b.test is nobody\'s; put who gets the alarms of "live" there before you go live (docs/go-live.md) [placeholder]',
      ]);
    });
  });

  it("are given by the check of a value, each once", () => {
    for (const where of [DEV, PROD]) {
      const hoursOfOperation = KWGLOBAL.hoursOfOperation.map((hours) => ({
        ...hours,
        holidays: [],
      }));
      const { open } = checkContactCenter({ ...KWGLOBAL, hoursOfOperation }, where, TODAY);
      expect(new Set(lines(open)).size).to.equal(open.length);
      expect(open.map(({ rule }) => rule)).to.include.members(["no-holidays", "placeholder"]);
    }
  });
});

describe("A warning that a value accepts", () => {
  const warning: Warning = {
    rule: "no-holidays",
    place: 'hours of operation "Shop hours"',
    problem: "it has none",
    cure: "list them",
  };
  const { rule, place } = warning;
  const accepting = (...acceptedWarnings: { rule: string; place: string; reason: string }[]) =>
    shop({ acceptedWarnings });
  const faults = (...accepted: Parameters<typeof accepting>) =>
    faultsOf(() => {
      checkContactCenter({ ...KWGLOBAL, acceptedWarnings: accepted }, PROD, TODAY);
    });

  it("is told with its reason instead", () => {
    const reason = "The shop never closes";
    expect(sortWarnings([warning], accepting({ rule, place, reason }))).to.deep.equal({
      open: [],
      accepted: [{ ...warning, reason }],
    });
  });

  it("is still told at another place", () => {
    const other = { ...warning, place: 'hours of operation "Night"' };
    const { open, accepted } = sortWarnings(
      [warning, other],
      accepting({ rule, place, reason: "So it is" }),
    );
    expect([open, accepted.length]).to.deep.equal([[other], 1]);
  });

  it("has to be there", () => {
    expect(
      lines(sortWarnings([], accepting({ rule, place, reason: "So it is" })).open),
    ).to.deep.equal([
      'acceptedWarnings[0]: hours of operation "Shop hours" has no warning [no-holidays]; take it out, or give it the place that the warning names [acceptance-unneeded]',
    ]);
  });

  it("may belong to another environment", () => {
    const there = { rule: "placeholder", place: 'environment "prod", alarmEmails', reason: "Soon" };
    expect(sortWarnings([], accepting(there)).open).to.deep.equal([]);
  });

  it("needs a name that warnings have, a reason, and to be accepted once", () => {
    expect(
      faults(
        { rule: "no-holiday", place, reason: " " },
        { rule: "no-holiday", place, reason: "x" },
      ),
    ).to.deep.equal([
      'acceptedWarnings[0]: rule must be what stands in brackets at a warning\'s end, got "no-holiday" (did you mean "no-holidays"?); docs/warnings.md lists them',
      "acceptedWarnings[0]: reason must say why it may stay: the as-built document shows it",
      'acceptedWarnings[1]: rule must be what stands in brackets at a warning\'s end, got "no-holiday" (did you mean "no-holidays"?); docs/warnings.md lists them',
      "acceptedWarnings[1]: accepts the same as acceptedWarnings[0]: drop one",
    ]);
  });
});

describe("Production without an address for alarms", () => {
  it("is warned of, since nobody hears of anything there", () => {
    const rules = (where: Environment) =>
      checkContactCenter(KWGLOBAL, where, TODAY).open.map(({ rule: each }) => each);
    expect(rules({ ...PROD, alarmEmails: [] })).to.include("nobody-told");
    expect(rules({ ...DEV, alarmEmails: [] })).not.to.include("nobody-told");
  });
});

describe("A username", () => {
  const saml = { ...SHOP.instance, identity: { type: "SAML", metadata: "saml.xml" } } as const;
  const named = (username: string, instance: ContactCenterValue["instance"] = SHOP.instance) =>
    usernameWarnings({
      ...SHOP,
      instance,
      users: SHOP.users.slice(0, 1).map((user) => ({ ...user, username })),
    }).map(warningText);

  it("of more than 20 characters is told, for AWS documents no longer ones", () => {
    expect(named("a".repeat(20))).to.deep.equal([]);
    expect(named("catherine.smith@example.com")).to.deep.equal([
      'user "catherine.smith@example.com": its name has 27 characters, and AWS documents 20: Connect has taken longer ones, which it need not; shorten it to 20, or accept this [username-long]',
    ]);
  });

  it("may have 64 where SAML manages identities", () => {
    expect(named("a".repeat(64), saml)).to.deep.equal([]);
    expect(named("a".repeat(65), saml)).to.have.length(1);
  });
});
