import {
  CreateHoursOfOperationOverrideCommand,
  type CreateHoursOfOperationOverrideRequest,
  DeleteHoursOfOperationOverrideCommand,
  DescribeHoursOfOperationOverrideCommand,
  type HoursOfOperationOverrideSearchCriteria,
  ListHoursOfOperationOverridesCommand,
  type RecurrenceConfig,
  SearchHoursOfOperationOverridesCommand,
  UpdateHoursOfOperationOverrideCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("overrides of hours of operation", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const of = (HoursOfOperationId: string) => ({ InstanceId: under.instanceId, HoursOfOperationId });
  const one = (hours: string, id: string) => ({ ...of(hours), HoursOfOperationOverrideId: id });
  const christmas = {
    Name: "Christmas",
    Config: [],
    EffectiveFrom: "2096-12-25",
    EffectiveTill: "2096-12-26",
  };
  const create = async (
    hours: string,
    members: Partial<CreateHoursOfOperationOverrideRequest> = {},
  ) => {
    const { HoursOfOperationOverrideId = "" } = await under.client.send(
      new CreateHoursOfOperationOverrideCommand({ ...of(hours), ...christmas, ...members }),
    );
    return HoursOfOperationOverrideId;
  };
  const list = async (hours: string) => {
    const answer = await under.client.send(new ListHoursOfOperationOverridesCommand(of(hours)));
    return answer.HoursOfOperationOverrideList ?? [];
  };

  it("come back as they were given, alone and in the schedule's list", async () => {
    const hours = await make.hours();
    const id = await create(hours, { Description: "Merry" });
    const { HoursOfOperationOverride } = await under.client.send(
      new DescribeHoursOfOperationOverrideCommand(one(hours, id)),
    );
    expect(HoursOfOperationOverride).to.deep.include({
      HoursOfOperationOverrideId: id,
      HoursOfOperationId: hours,
      Description: "Merry",
      ...christmas,
    });
    expect(await list(hours)).to.deep.equal([HoursOfOperationOverride]);
    expect(await list(await make.hours())).to.deep.equal([]);
  });

  describe("are searched in all schedules of an instance", () => {
    const found = async (SearchCriteria?: HoursOfOperationOverrideSearchCriteria) => {
      const answer = await under.client.send(
        new SearchHoursOfOperationOverridesCommand({
          InstanceId: under.instanceId,
          ...(SearchCriteria && { SearchCriteria }),
        }),
      );
      const names = (answer.HoursOfOperationOverrides ?? []).map(({ Name }) => Name);
      return names.filter((name) => name?.startsWith("Search")).sort();
    };
    let schedule: string;

    beforeEach(async () => {
      schedule = await make.hours();
      await create(schedule, { Name: "Search Easter", EffectiveFrom: "2096-04-15" });
      await create(await make.hours(), { Name: "Search Labor Day", Description: "September" });
    });

    for (const [what, criteria, names] of [
      ["whatever they are", undefined, ["Search Easter", "Search Labor Day"]],
      [
        "by name",
        { StringCondition: { FieldName: "Name", Value: "easter", ComparisonType: "CONTAINS" } },
        ["Search Easter"],
      ],
      [
        "by description",
        { StringCondition: { FieldName: "Description", Value: "september" } },
        ["Search Labor Day"],
      ],
      [
        "by the day from which they hold",
        {
          DateCondition: {
            FieldName: "EffectiveFrom",
            Value: "2096-12-25",
            ComparisonType: "LESS_THAN",
          },
        },
        ["Search Easter"],
      ],
      [
        "by the day until which they hold, and not by another",
        {
          AndConditions: [
            {
              DateCondition: {
                FieldName: "EffectiveTill",
                Value: "2096-12-26",
                ComparisonType: "EQUAL_TO",
              },
            },
            {
              DateCondition: {
                FieldName: "EffectiveFrom",
                Value: "2096-12-25",
                ComparisonType: "GREATER_THAN_OR_EQUAL_TO",
              },
            },
          ],
        },
        ["Search Labor Day"],
      ],
    ] as const) {
      it(what, async () => {
        expect(await found(criteria as HoursOfOperationOverrideSearchCriteria)).to.deep.equal(
          names,
        );
      });
    }

    it("by their schedule", async () => {
      const StringCondition = { FieldName: "HoursOfOperationId", Value: schedule };
      expect(await found({ StringCondition })).to.deep.equal(["Search Easter"]);
    });

    it("never by a field that isn't known", async () => {
      const DateCondition = { FieldName: "Tomorrow", Value: "2096-01-01" };
      expect((await refusal(found({ DateCondition }))).message).to.match(/effectivefrom/);
    });
  });

  it("are temporary hours, or events that recur, until an update says otherwise", async () => {
    const hours = await make.hours();
    const id = await create(hours);
    const RecurrenceConfig = {
      RecurrencePattern: {
        ...{ Frequency: "YEARLY", Interval: 2, ByMonth: [12], ByMonthDay: [-1] },
      },
    } satisfies RecurrenceConfig;
    const event = { Name: "Turn of the year", OverrideType: "CLOSED", RecurrenceConfig } as const;
    await create(hours, event);
    const [temporary, recurring] = await list(hours);
    expect(temporary).to.deep.include({ OverrideType: "STANDARD" });
    expect(temporary).not.to.have.property("RecurrenceConfig");
    expect(recurring).to.deep.include({ ...christmas, ...event });
    const { HoursOfOperationOverrides } = await under.client.send(
      new SearchHoursOfOperationOverridesCommand({
        InstanceId: under.instanceId,
        SearchCriteria: { StringCondition: { FieldName: "Name", Value: event.Name } },
      }),
    );
    expect(HoursOfOperationOverrides?.[0]).to.deep.include(event);
    for (const members of [{ RecurrenceConfig, OverrideType: "OPEN" as const }, { Name: "Same" }])
      await under.client.send(
        new UpdateHoursOfOperationOverrideCommand({ ...one(hours, id), ...members }),
      );
    expect((await list(hours))[0]).to.deep.include({
      ...{ Name: "Same", RecurrenceConfig, OverrideType: "OPEN" },
    });
  });

  it("change in what an update names, and keep the rest", async () => {
    const hours = await make.hours();
    const id = await create(hours);
    await under.client.send(
      new UpdateHoursOfOperationOverrideCommand({
        ...one(hours, id),
        EffectiveTill: "2096-12-27",
      }),
    );
    expect((await list(hours))[0]).to.deep.include({ ...christmas, EffectiveTill: "2096-12-27" });
  });

  it("have a name of their own in the schedule", async () => {
    const hours = await make.hours();
    await create(hours);
    expect((await refusal(create(hours))).name).to.equal("DuplicateResourceException");
    await create(await make.hours());
  });

  it("have dates, the second not before the first", async () => {
    const hours = await make.hours();
    for (const EffectiveTill of ["2096-12-24", "tomorrow"]) {
      expect((await refusal(create(hours, { EffectiveTill }))).name).to.be.oneOf([
        "InvalidParameterException",
        "InvalidRequestException",
      ]);
    }
  });

  it("are 50 at most", async () => {
    const hours = await make.hours();
    for (let count = 0; count < 50; count++) await create(hours, { Name: `Day ${count}` });
    expect((await refusal(create(hours))).name).to.equal("LimitExceededException");
  });

  it("are gone once deleted", async () => {
    const hours = await make.hours();
    const id = await create(hours);
    await under.client.send(new DeleteHoursOfOperationOverrideCommand(one(hours, id)));
    expect(await list(hours)).to.deep.equal([]);
    expect(
      (await refusal(under.client.send(new DeleteHoursOfOperationOverrideCommand(one(hours, id)))))
        .name,
    ).to.equal("ResourceNotFoundException");
  });
});
