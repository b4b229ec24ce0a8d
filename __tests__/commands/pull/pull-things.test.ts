import { expect } from "chai";

import type {
  LiveSections,
  LiveSettings,
  LiveValue,
  Section,
} from "../../../commands/adopt/live-value/live-value";
import { nameOfThing, NOUNS } from "../../../commands/adopt/live-value/live-value";
import { CenterSource } from "../../../commands/pull/center-source";
import { pullThings } from "../../../commands/pull/pull-things";
import { thingChanges } from "../../../commands/pull/thing-changes";
import { thingsText } from "../../../commands/pull/things-text";
import { PROD } from "../../support/synthesized";

const TEXT = `
import { spokenHours } from "../../../constructs/value/spoken";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";

const hours = {
  name: "Harbor hours",
  timeZone: "America/New_York",
  // The desk's.
  open: [{ days: ["MONDAY", "WEDNESDAY", "FRIDAY"], from: "08:00", to: "20:00" }],
};
const describe = (text: string) => text + ", please";

export const KWGLOBAL = {
  ...HARBOR_TRAVEL,
  agentPhones: { afterCallWorkSeconds: 60 },
  hoursOfOperation: [hours],
  agentStatuses: [{ name: "Training", description: "In a course" }],
  flows: HARBOR_TRAVEL.flows.map((flow) => ({
    ...flow,
    values: {
      ...flow.values,
      ...("openingHours" in flow.values && { openingHours: spokenHours(hours as never) }),
    },
  })),
  queues: [
    {
      name: "Reservations",
      description: describe("Who chose reservations"),
      hoursOfOperation: hours.name,
      outboundCallerIdName: "Harbor Travel",
      outboundWhisperFlow: "Default outbound",
      // In the order in which agents see them.
      quickConnects: ["Group Travel", "Front Desk", "Lena Ortiz"],
    },
    { ...HARBOR_TRAVEL.queues[1]!, description: "Who chose group travel" },
  ],
  users: [
    HARBOR_TRAVEL.users[0]!,
    HARBOR_TRAVEL.users[1]!,
    {
      username: "lena.ortiz",
      firstName: "Lena",
      lastName: "Ortiz", // since her marriage
      securityProfiles: ["Agent"],
      routingProfile: "Reservations",
      hierarchyGroup: ["Harbor Travel", "Desk"],
    },
  ],
};
`;

const source = new CenterSource(TEXT, `${__dirname}/center.ts`, "center.ts");
const center = source.center();
const TODAY = "2026-11-27";

type Edits = Readonly<Partial<Record<Section, Readonly<Record<string, object | undefined>>>>>;

/** The center as it is live, with some of it changed: undefined takes a thing away. */
function live(edits: Edits = {}, settings: Partial<LiveSettings> = {}): LiveValue {
  const { instance, phoneNumber, hierarchy } = center;
  const things = (section: Section) => {
    const all = new Map<string, LiveSections[Section] | undefined>(
      (center[section] ?? []).map((each) => [nameOfThing(each), each]),
    );
    for (const [name, edit] of Object.entries(edits[section] ?? {})) {
      if (edit === undefined) all.delete(name);
      else all.set(name, { ...all.get(name), ...edit } as LiveSections[Section]);
    }
    return all;
  };
  return {
    ...Object.fromEntries((Object.keys(NOUNS) as Section[]).map((each) => [each, things(each)])),
    settings: {
      instance: { inboundCalls: instance.inboundCalls, outboundCalls: instance.outboundCalls },
      phoneNumber: { flow: phoneNumber.flow },
      hierarchy,
      ...settings,
    },
    unsaid: [],
  } as unknown as LiveValue;
}

/** What is told and what becomes of the source. */
function pulled(edits: Edits, settings: Partial<LiveSettings> = {}) {
  const all = live(edits, settings);
  const done = pullThings(source, center, { live: all, environment: PROD }, TODAY);
  const lines = done.source.text.split("\n");
  return {
    edits: done.things.map(({ edit }) => edit),
    byHand: done.things.map(({ byHand }) => byHand),
    added: lines.filter((line) => !TEXT.split("\n").includes(line)).map((line) => line.trim()),
    gone: TEXT.split("\n")
      .filter((line) => !lines.includes(line))
      .map((line) => line.trim()),
    done,
  };
}

describe("what was changed in the console beside the flows", () => {
  it("is nothing where the instance says what the code says, in whatever order", () => {
    const { done } = pulled({
      queues: { Reservations: { quickConnects: ["Lena Ortiz", "Group Travel", "Front Desk"] } },
      users: {
        "lena.ortiz": {
          phone: { type: "SOFT_PHONE", autoAccept: false, afterCallWorkSeconds: 60 },
        },
      },
      hoursOfOperation: {
        "Harbor hours": {
          open: ["FRIDAY", "MONDAY", "WEDNESDAY"].map((day) => ({
            days: [day],
            from: "08:00",
            to: "20:00",
          })),
        },
      },
    });
    expect(done.things).to.deep.equal([]);
    expect(done.source.text).to.equal(TEXT);
  });

  it("is the instance's switches, its number's flow and its hierarchy, too", () => {
    const { phoneNumber, hierarchy, instance, flows } = center;
    const other = flows.find(
      ({ name, type }) => name !== phoneNumber.flow && type === "CONTACT_FLOW",
    );
    const { done } = pulled(
      {},
      {
        instance: { inboundCalls: instance.inboundCalls, outboundCalls: !instance.outboundCalls },
        phoneNumber: { flow: other?.name ?? "Other" },
        hierarchy: { ...hierarchy, groups: [...hierarchy.groups, { name: "Lodge" }] },
      },
    );
    expect(done.things.map(({ change }) => change)).to.deep.equal([
      {
        kind: "set",
        section: "instance",
        name: "",
        field: "outboundCalls",
        to: !instance.outboundCalls,
        was: instance.outboundCalls,
      },
      {
        kind: "set",
        section: "phoneNumber",
        name: "",
        field: "flow",
        to: other?.name ?? "Other",
        was: phoneNumber.flow,
      },
      {
        kind: "set",
        section: "hierarchy",
        name: "",
        field: "groups",
        to: [...hierarchy.groups, { name: "Lodge" }],
        was: hierarchy.groups,
      },
    ]);
  });

  it("keeps what only the code says of a group, and its order, and sees no other order as a change", () => {
    const groups = [
      { name: "West", timeZone: "America/Los_Angeles", groups: [{ name: "A" }, { name: "B" }] },
      { name: "East", timeZone: "America/New_York" },
    ];
    const own = { ...center, hierarchy: { levels: ["Region", "Desk"], groups } };
    const changesOf = (all: LiveSettings["hierarchy"]["groups"]) => {
      const { hierarchy } = own;
      const settings = { ...live().settings, hierarchy: { ...hierarchy, groups: all } };
      return thingChanges(own, { ...live(), settings }, TODAY).map((change) =>
        change.kind === "set" ? change.to : change,
      );
    };
    const west = { name: "West", groups: [{ name: "B" }, { name: "A" }] };
    expect(changesOf([{ name: "East" }, west])).to.deep.equal([]);
    expect(changesOf([{ name: "North" }, west])).to.deep.equal([[groups[0], { name: "North" }]]);
  });

  it("becomes a field in the place of the old one, with its line, and comments stay", () => {
    const { edits, added, gone, byHand } = pulled({
      queues: { Reservations: { quickConnects: ["Front Desk", "Group Travel"] } },
    });
    expect(edits).to.deep.equal([
      'center.ts:33: quickConnects: ["Group Travel", "Front Desk"] in place of ["Group Travel", "Front Desk", "Lena Ortiz"]',
    ]);
    expect(added).to.deep.equal(['quickConnects: ["Group Travel", "Front Desk"],']);
    expect(gone).to.deep.equal(['quickConnects: ["Group Travel", "Front Desk", "Lena Ortiz"],']);
    expect(byHand).to.deep.equal([undefined]);
  });

  it("becomes a field that wasn't there, without what is as for all", () => {
    const phone = { type: "SOFT_PHONE", autoAccept: true, afterCallWorkSeconds: 60 };
    const { added } = pulled({ users: { "lena.ortiz": { phone } } });
    expect(added).to.deep.equal(["phone: { autoAccept: true },"]);
  });

  it("is written where a constant holds the thing, and the flows that follow are named", () => {
    const open = [{ days: ["TUESDAY"], from: "07:00", to: "24:00" }];
    const { added, gone, byHand, done } = pulled({
      hoursOfOperation: { "Harbor hours": { open } },
    });
    expect(done.flows).to.include("Harbor main menu");
    expect(byHand).to.deep.equal([undefined]);
    expect(added).to.deep.equal(['open: [{ days: ["TUESDAY"], from: "07:00", to: "24:00" }],']);
    expect(gone).to.deep.equal([
      'open: [{ days: ["MONDAY", "WEDNESDAY", "FRIDAY"], from: "08:00", to: "20:00" }],',
    ]);
  });

  it("is left to a person where the code works it out", () => {
    const { added, byHand, edits } = pulled({ queues: { Reservations: { description: "New" } } });
    expect(added).to.deep.equal([]);
    expect(edits[0]).to.match(/^center\.ts:28: description: "New" in place of describe\(/);
    expect(byHand[0]).to.include("edit what it is made of");
  });

  it("is left to a person where the thing itself comes from elsewhere", () => {
    const { added, byHand } = pulled({ users: { "ada.hill": { lastName: "Hall" } } });
    expect(added).to.deep.equal([]);
    expect(byHand[0]).to.include("edit what it is made of");
  });

  it("is left to a person where the edit would refer to what the code doesn't know", () => {
    const { byHand, added } = pulled({ users: { "lena.ortiz": { routingProfile: "Nights" } } });
    expect(added).to.deep.equal([]);
    expect(byHand[0]).to.include("Nights");
  });

  it("takes out what was deleted, once nothing names it any more", () => {
    const { byHand, gone } = pulled({
      queues: { Reservations: { quickConnects: ["Group Travel", "Front Desk"] } },
      users: { "lena.ortiz": undefined },
    });
    // A quick connect that comes from elsewhere still leads to her.
    expect(byHand[0]).to.equal(undefined);
    expect(byHand[1]).to.include("lena.ortiz");
    expect(gone).to.have.lengthOf(1);
  });

  it("gives what was made by hand as code to paste, and asks to take it over", async () => {
    const value = {
      name: "Night",
      hoursOfOperation: "Basic Hours",
      outboundCallerIdName: "Harbor",
      outboundWhisperFlow: "Default outbound",
      quickConnects: [],
    };
    const { done, added } = pulled({ queues: { Night: value } });
    expect(added).to.deep.equal([]);
    const text = await thingsText(done, live(), false);
    expect(text).to.include('queue "Night" is not in the code');
    expect(text).to.include("center.ts:25: queues: add");
    expect(text).to.include('        name: "Night",\n');
    expect(text).to.include("npm run adopt");
    expect(text).to.include("an apply leaves it alone");
  });

  it("writes an agent status and a holiday, which need no taking over", () => {
    const { added, byHand } = pulled({
      agentStatuses: { Lunch: { name: "Lunch", description: "Away" } },
      hoursOfOperation: {
        "Harbor hours": {
          holidays: [
            { name: "Long over", date: "2025-01-01" },
            { name: "Inventory", date: "2026-12-30", open: { from: "10:00", to: "12:00" } },
          ],
        },
      },
    });
    expect(byHand).to.deep.equal([undefined, undefined]);
    expect(added.join("\n")).to.include('{ name: "Lunch", description: "Away" }');
    expect(added.join("\n")).to.include('name: "Inventory", date: "2026-12-30"');
    expect(added.join("\n")).not.to.include("Long over");
  });

  it("passes over what every new instance has", () => {
    const basic = { name: "BasicQueue", quickConnects: [] };
    expect(pulled({ queues: { BasicQueue: basic } }).edits).to.deep.equal([]);
  });

  it("says what an apply would do to it", async () => {
    const { done } = pulled({ queues: { Reservations: { outboundCallerIdName: "HT" } } });
    const text = await thingsText(done, live(), true);
    expect(text).to.include('queue "Reservations", outboundCallerIdName');
    expect(text).to.include('an apply sets it back to "Harbor Travel"');
    expect(text).to.include("it is written");
  });
});
