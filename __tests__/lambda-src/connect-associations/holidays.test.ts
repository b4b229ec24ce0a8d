import {
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationCommand,
  ListHoursOfOperationOverridesCommand,
  UpdateHoursOfOperationOverrideCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import type { Holidays } from "../../../lambda-src/connect-associations/desired-state";
import { HolidayAssociation } from "../../../lambda-src/connect-associations/holidays";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest } from "../../support/connect-under-test";

type Holiday = Holidays["schedules"][number]["holidays"][number];

const christmas: Holiday = { name: "Christmas Day 2026-12-25", date: "2026-12-25", config: [] };
const eve: Holiday = {
  name: "Christmas Eve 2026-12-24",
  date: "2026-12-24",
  config: [
    {
      Day: "THURSDAY",
      StartTime: { Hours: 9, Minutes: 0 },
      EndTime: { Hours: 12, Minutes: 0 },
    },
  ],
};

describe("Holidays, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const association = (now = "2026-12-01T12:00:00Z") =>
    new HolidayAssociation(under.client, () => new Date(now));
  const none = (): Holidays => ({
    kind: "holidays",
    instanceId: under.instanceId,
    schedules: [],
  });
  const wanted = (hoursOfOperationId: string, ...holidays: Holiday[]): Holidays => ({
    ...none(),
    schedules: [{ name: "Office", hoursOfOperationId, holidays }],
  });
  const overrides = async (HoursOfOperationId: string) => {
    const { HoursOfOperationOverrideList = [] } = await under.client.send(
      new ListHoursOfOperationOverridesCommand({
        InstanceId: under.instanceId,
        HoursOfOperationId,
      }),
    );
    return HoursOfOperationOverrideList;
  };
  const namesOf = async (id: string) => (await overrides(id)).map(({ Name }) => Name);
  const snow = async (HoursOfOperationId: string, Name = "Snow", day = "2026-12-02") =>
    await under.client.send(
      new CreateHoursOfOperationOverrideCommand({
        InstanceId: under.instanceId,
        HoursOfOperationId,
        Name,
        Description: "Nobody gets through",
        Config: [],
        EffectiveFrom: day,
        EffectiveTill: day,
      }),
    );
  /** One of so many days, each of which is in another week. */
  const day = (name: string, index: number): Holiday => {
    const date = new Date(Date.UTC(2027, 0, 1 + 7 * index)).toISOString().slice(0, 10);
    return { name: `${name} ${date}`, date, config: [] };
  };

  it("are made, and made no second time", async () => {
    const id = await make.hours();
    const desired = wanted(id, christmas, eve);
    expect(await association().observe(desired, [])).to.deep.equal([
      'hours of operation "Office" lack holiday "Christmas Day 2026-12-25"',
      'hours of operation "Office" lack holiday "Christmas Eve 2026-12-24"',
    ]);
    await association().reconcile(desired, []);
    await association().reconcile(desired, []);
    expect(await association().observe(desired, [])).to.deep.equal([]);
    expect(
      (await overrides(id)).map(({ Name, Description, EffectiveFrom, EffectiveTill, Config }) => ({
        name: Name,
        description: Description,
        dates: [EffectiveFrom, EffectiveTill],
        config: Config,
      })),
    ).to.deep.equal([
      {
        name: christmas.name,
        description: "Set by Terraform, which takes back changes made here",
        dates: ["2026-12-25", "2026-12-25"],
        config: [],
      },
      {
        name: eve.name,
        description: "Set by Terraform, which takes back changes made here",
        dates: ["2026-12-24", "2026-12-24"],
        config: eve.config,
      },
    ]);
  });

  const [morning] = eve.config;
  for (const [what, change] of Object.entries({
    "its hours": { Config: [] },
    "its weekday": { Config: [{ ...morning, Day: "FRIDAY" as const }] },
    "when it opens": { Config: [{ ...morning, StartTime: { Hours: 8, Minutes: 0 } }] },
    "when it opens, by minutes": { Config: [{ ...morning, StartTime: { Hours: 9, Minutes: 30 } }] },
    "when it closes": { Config: [{ ...morning, EndTime: { Hours: 13, Minutes: 0 } }] },
    "when it closes, by minutes": { Config: [{ ...morning, EndTime: { Hours: 12, Minutes: 5 } }] },
    "its first day": { EffectiveFrom: "2026-12-23" },
    "its last day": { EffectiveTill: "2026-12-26" },
    "whose it is": { Description: "Mary's" },
  })) {
    it(`are set right where somebody changed ${what}`, async () => {
      const id = await make.hours();
      await association().reconcile(wanted(id, eve), []);
      const [override] = await overrides(id);
      await under.client.send(
        new UpdateHoursOfOperationOverrideCommand({
          InstanceId: under.instanceId,
          HoursOfOperationId: id,
          HoursOfOperationOverrideId: override?.HoursOfOperationOverrideId,
          ...change,
        }),
      );
      expect(await association().observe(wanted(id, eve), [])).to.deep.equal([
        'holiday "Christmas Eve 2026-12-24" of hours of operation "Office" was changed',
      ]);
      await association().reconcile(wanted(id, eve), []);
      expect(await association().observe(wanted(id, eve), [])).to.deep.equal([]);
      expect(await overrides(id)).to.deep.equal([override]);
    });
  }

  for (const [what, change] of Object.entries({
    "open hours": { OverrideType: "OPEN" as const },
    "an event that recurs": {
      RecurrenceConfig: { RecurrencePattern: { Frequency: "YEARLY" as const, Interval: 1 } },
    },
  })) {
    it(`are made anew where somebody made them ${what}`, async () => {
      const id = await make.hours();
      await association().reconcile(wanted(id, eve), []);
      const [before] = await overrides(id);
      await under.client.send(
        new UpdateHoursOfOperationOverrideCommand({
          InstanceId: under.instanceId,
          HoursOfOperationId: id,
          HoursOfOperationOverrideId: before?.HoursOfOperationOverrideId,
          ...change,
        }),
      );
      expect(await association().observe(wanted(id, eve), [])).to.deep.equal([
        'holiday "Christmas Eve 2026-12-24" of hours of operation "Office" was changed',
      ]);
      await association().reconcile(wanted(id, eve), []);
      expect(await association().observe(wanted(id, eve), [])).to.deep.equal([]);
      const [after, ...others] = await overrides(id);
      expect(others).to.deep.equal([]);
      const { HoursOfOperationOverrideId } = after ?? {};
      expect(after).to.deep.equal({ ...before, HoursOfOperationOverrideId });
    });
  }

  it("are taken away when they are dropped, but not what people made in the console", async () => {
    const id = await make.hours();
    await association().reconcile(wanted(id, christmas, eve), []);
    await snow(id);
    expect(await association().observe(wanted(id, christmas, eve), [])).to.deep.equal([]);
    expect(await association().observe(wanted(id, christmas), [])).to.deep.equal([
      'hours of operation "Office" have holiday "Christmas Eve 2026-12-24" too',
    ]);
    await association().reconcile(wanted(id, christmas), []);
    expect(await namesOf(id)).to.have.members([christmas.name, "Snow"]);
    await association().remove(under.instanceId, [id]);
    expect(await namesOf(id)).to.deep.equal(["Snow"]);
  });

  it("are taken away from an owned schedule that is no longer named", async () => {
    const [id, other] = [await make.hours(), await make.hours()];
    await association().reconcile(wanted(id, christmas), []);
    await association().reconcile(wanted(other, christmas), []);
    expect(await association().observe(none(), [id])).to.deep.equal([
      `hours of operation "${id}" have holiday "Christmas Day 2026-12-25" too`,
    ]);
    await association().reconcile(none(), [id]);
    expect(await namesOf(id)).to.deep.equal([]);
    expect(await namesOf(other)).to.deep.equal([christmas.name]);
  });

  it("may all be exchanged at once: fifty, and no schedule has room for more", async () => {
    const id = await make.hours();
    await snow(id, "Last year's snow", "2026-02-02");
    const [before, after] = ["before", "after"].map((name, shift) =>
      Array.from({ length: 49 }, (_, index) => day(name, 2 * index + shift)),
    );
    await association().reconcile(wanted(id, ...(before ?? [])), []);
    await association().reconcile(wanted(id, ...(after ?? [])), []);
    expect(await association().observe(wanted(id, ...(after ?? [])), [])).to.deep.equal([]);
    expect(await overrides(id)).to.have.length(50);
  });

  it("keep their override under another name: the day is a holiday all the time", async () => {
    const id = await make.hours();
    await association().reconcile(wanted(id, christmas, eve), []);
    const [before] = await overrides(id);
    const renamed = { ...christmas, name: "Day off 2026-12-25" };
    await association().reconcile(wanted(id, renamed), []);
    const after = await overrides(id);
    expect(after).to.deep.equal([{ ...before, Name: renamed.name }]);
  });

  it("of one date are taken away one by one", async () => {
    const id = await make.hours();
    const twin = { ...christmas, name: "Day off 2026-12-25" };
    await association().reconcile(wanted(id, twin, christmas), []);
    await association().reconcile(wanted(id, christmas), []);
    expect(await namesOf(id)).to.deep.equal([christmas.name]);
  });

  it("take an override of their name that people made", async () => {
    const id = await make.hours();
    await snow(id, christmas.name, christmas.date);
    expect(await association().observe(wanted(id, christmas), [])).to.have.length(1);
    await association().reconcile(wanted(id, christmas), []);
    expect(await association().observe(wanted(id, christmas), [])).to.deep.equal([]);
    expect(await overrides(id)).to.have.length(1);
  });

  it("that are over everywhere are neither made nor missed: half a day later than in UTC", async () => {
    const id = await make.hours();
    const desired = wanted(id, christmas);
    // It is still the 25th at UTC-12, until noon.
    const [before, after] = ["2026-12-26T11:59:59Z", "2026-12-26T12:00:00Z"];
    expect(await association(before).observe(desired, [])).to.have.length(1);
    expect(await association(after).observe(desired, [])).to.deep.equal([]);
    await association(after).reconcile(desired, []);
    expect(await overrides(id)).to.deep.equal([]);
    await association(before).reconcile(desired, []);
    expect(await overrides(id)).to.have.length(1);
    // Over, but not dropped.
    expect(await association(after).observe(desired, [])).to.deep.equal([]);
    await association(after).reconcile(desired, []);
    expect(await overrides(id)).to.have.length(1);
  });

  it("are made by the clock of the machine unless told otherwise", async () => {
    const id = await make.hours();
    await new HolidayAssociation(under.client).reconcile(
      wanted(id, { ...christmas, date: "2020-12-25" }, { ...eve, date: "2096-12-24" }),
      [],
    );
    expect(await namesOf(id)).to.deep.equal([eve.name]);
  });

  it("of a schedule that has gone are no fault", async () => {
    const id = await make.hours();
    await under.client.send(
      new DeleteHoursOfOperationCommand({ InstanceId: under.instanceId, HoursOfOperationId: id }),
    );
    await association().remove(under.instanceId, [id]);
    expect(await association().observe(none(), [id])).to.deep.equal([]);
  });

  it("are owned by their schedule", () => {
    expect(association().ownedBy(wanted("id", christmas))).to.deep.equal(["id"]);
  });
});
