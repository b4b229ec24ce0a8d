import {
  CreateAgentStatusCommand,
  type CreateAgentStatusRequest,
  DescribeAgentStatusCommand,
  ListAgentStatusesCommand,
  UpdateAgentStatusCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const FOR_EVER = "an agent status can never be deleted";

describe("agent statuses", () => {
  const under = connectUnderTest();
  const inInstance = () => ({ InstanceId: under.instanceId });
  const create = async (members: Partial<CreateAgentStatusRequest> = {}): Promise<string> =>
    (
      await under.client.send(
        new CreateAgentStatusCommand({
          ...inInstance(),
          Name: under.unique("status"),
          State: "ENABLED",
          ...members,
        }),
      )
    ).AgentStatusId ?? "";
  const describeOne = async (AgentStatusId: string) =>
    (await under.client.send(new DescribeAgentStatusCommand({ ...inInstance(), AgentStatusId })))
      .AgentStatus;

  it("are, from the beginning, Available and Offline", async () => {
    const { AgentStatusSummaryList = [] } = await under.client.send(
      new ListAgentStatusesCommand({ ...inInstance(), AgentStatusTypes: ["ROUTABLE", "OFFLINE"] }),
    );
    expect(
      AgentStatusSummaryList.map(({ Name, Type }) => `${Name ?? ""} ${Type ?? ""}`),
    ).to.have.members(["Available ROUTABLE", "Offline OFFLINE"]);
  });

  itEmulated("are of type CUSTOM when somebody makes them", FOR_EVER, async () => {
    const id = await create({ Name: "Lunch", Description: "Agents at lunch", DisplayOrder: 3 });
    expect(await describeOne(id)).to.deep.include({
      AgentStatusId: id,
      Name: "Lunch",
      Description: "Agents at lunch",
      Type: "CUSTOM",
      State: "ENABLED",
      DisplayOrder: 3,
    });
    expect((await describeOne(id))?.AgentStatusARN).to.contain(`/agent-state/${id}`);
  });

  itEmulated("can be renamed, reordered and disabled", FOR_EVER, async () => {
    const AgentStatusId = await create({ DisplayOrder: 4 });
    const Name = under.unique("renamed");
    await under.client.send(
      new UpdateAgentStatusCommand({ ...inInstance(), AgentStatusId, Name, DisplayOrder: 7 }),
    );
    await under.client.send(
      new UpdateAgentStatusCommand({ ...inInstance(), AgentStatusId, State: "DISABLED" }),
    );
    expect(await describeOne(AgentStatusId)).to.deep.include({
      Name,
      DisplayOrder: 7,
      State: "DISABLED",
    });
  });

  it("have a name of their own", async () => {
    expect((await refusal(create({ Name: "Available" }))).name).to.equal(
      "DuplicateResourceException",
    );
  });

  it("have a place of 1 to 50 in the order", async () => {
    expect((await refusal(create({ DisplayOrder: 51 }))).name).to.equal(
      "InvalidParameterException",
    );
  });
});
