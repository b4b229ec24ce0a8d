import {
  DeleteHoursOfOperationCommand,
  DescribeHoursOfOperationCommand,
  ListHoursOfOperationsCommand,
  UpdateHoursOfOperationCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures, MONDAYS } from "../../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("hours of operation", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (HoursOfOperationId: string) => ({
    InstanceId: under.instanceId,
    HoursOfOperationId,
  });
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeHoursOfOperationCommand(one(id)))).HoursOfOperation;

  it("come back as they were given", async () => {
    const Name = under.unique("hours");
    const id = await make.hours({ Name, Description: "Mondays", Tags: { team: "ops" } });
    expect(await describeOne(id)).to.deep.include({
      HoursOfOperationId: id,
      Name,
      Description: "Mondays",
      TimeZone: "America/Los_Angeles",
      Config: MONDAYS,
      Tags: { team: "ops" },
    });
    expect((await describeOne(id))?.HoursOfOperationArn).to.match(
      new RegExp(`:instance/${under.instanceId}/operating-hours/${id}$`),
    );
  });

  it("are listed by name", async () => {
    const Name = under.unique("hours");
    const id = await make.hours({ Name });
    const { HoursOfOperationSummaryList = [] } = await under.client.send(
      new ListHoursOfOperationsCommand({ InstanceId: under.instanceId }),
    );
    expect(HoursOfOperationSummaryList.find((summary) => summary.Name === Name)?.Id).to.equal(id);
  });

  it("change in what an update names, and keep the rest", async () => {
    const id = await make.hours({ Description: "Mondays" });
    await under.client.send(
      new UpdateHoursOfOperationCommand({ ...one(id), TimeZone: "Europe/Berlin" }),
    );
    expect(await describeOne(id)).to.deep.include({
      Description: "Mondays",
      TimeZone: "Europe/Berlin",
      Config: MONDAYS,
    });
  });

  it("have a name of their own", async () => {
    const Name = under.unique("hours");
    await make.hours({ Name });
    const error = await refusal(make.hours({ Name }));
    expect(error.name).to.equal("DuplicateResourceException");
    expect(error.$metadata.httpStatusCode).to.equal(409);
    const rename = async () =>
      under.client.send(new UpdateHoursOfOperationCommand({ ...one(await make.hours()), Name }));
    expect((await refusal(rename())).name).to.equal("DuplicateResourceException");
  });

  it("may be given the name that they have", async () => {
    const Name = under.unique("hours");
    const id = await make.hours({ Name });
    await under.client.send(
      new UpdateHoursOfOperationCommand({ ...one(id), Name, Description: "New" }),
    );
    expect(await describeOne(id)).to.deep.include({ Name, Description: "New" });
  });

  it("have a time zone of the tz database", async () => {
    expect((await refusal(make.hours({ TimeZone: "Pacific" }))).name).to.equal(
      "InvalidParameterException",
    );
  });

  it("have hours to 23 and minutes to 59", async () => {
    const [monday] = MONDAYS;
    for (const EndTime of [
      { Hours: 24, Minutes: 0 },
      { Hours: 18, Minutes: 60 },
    ]) {
      const late = make.hours({
        Config: [{ ...monday, Day: "MONDAY", StartTime: monday?.StartTime, EndTime }],
      });
      expect((await refusal(late)).name).to.equal("InvalidParameterException");
    }
  });

  it("have a name of at most 127 characters", async () => {
    expect((await refusal(make.hours({ Name: "h".repeat(128) }))).name).to.equal(
      "InvalidParameterException",
    );
  });

  it("cannot be deleted while a queue keeps them", async () => {
    const HoursOfOperationId = await make.hours();
    await make.queue({ HoursOfOperationId });
    const deletion = under.client.send(new DeleteHoursOfOperationCommand(one(HoursOfOperationId)));
    // AWS's model gives the operation no ResourceInUseException.
    expect((await refusal(deletion)).name).to.equal("InvalidRequestException");
  });

  it("are gone once deleted", async () => {
    const id = await make.hours();
    await under.client.send(new DeleteHoursOfOperationCommand(one(id)));
    expect((await refusal(describeOne(id))).name).to.equal("ResourceNotFoundException");
  });
});
