import {
  CreateHoursOfOperationOverrideCommand,
  type CreateHoursOfOperationOverrideRequest,
  DeleteHoursOfOperationOverrideCommand,
  DescribeHoursOfOperationOverrideCommand,
  ListHoursOfOperationOverridesCommand,
  UpdateHoursOfOperationOverrideCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../support/connect-under-test";

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
