import {
  CreateContactFlowModuleCommand,
  type CreateContactFlowModuleRequest,
  DeleteContactFlowModuleCommand,
  DescribeContactFlowModuleCommand,
  ListContactFlowModulesCommand,
  UpdateContactFlowModuleContentCommand,
  UpdateContactFlowModuleMetadataCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

const MODULE = JSON.stringify({
  Version: "2019-10-30",
  StartAction: "end",
  Actions: [{ Identifier: "end", Type: "EndFlowModuleExecution", Parameters: {}, Transitions: {} }],
  Settings: { InputParameters: [], OutputParameters: [], Transitions: [] },
});

describe("contact flow modules", () => {
  const under = connectUnderTest();
  const one = (ContactFlowModuleId: string) => ({
    InstanceId: under.instanceId,
    ContactFlowModuleId,
  });
  const create = async (members: Partial<CreateContactFlowModuleRequest> = {}): Promise<string> => {
    const { Id = "" } = await under.client.send(
      new CreateContactFlowModuleCommand({
        InstanceId: under.instanceId,
        Name: under.unique("module"),
        Content: MODULE,
        ...members,
      }),
    );
    under.afterwards(() => under.client.send(new DeleteContactFlowModuleCommand(one(Id))));
    return Id;
  };
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeContactFlowModuleCommand(one(id)))).ContactFlowModule;

  it("come back as they were given", async () => {
    const Name = under.unique("module");
    const id = await create({ Name, Description: "A part" });
    expect(await describeOne(id)).to.deep.include({
      Id: id,
      Name,
      Content: MODULE,
      Description: "A part",
      State: "ACTIVE",
    });
    expect((await describeOne(id))?.Arn).to.contain(`/flow-module/${id}`);
  });

  it("are listed by name", async () => {
    const Name = under.unique("module");
    const id = await create({ Name });
    const { ContactFlowModulesSummaryList = [] } = await under.client.send(
      new ListContactFlowModulesCommand({
        InstanceId: under.instanceId,
        ContactFlowModuleState: "ACTIVE",
      }),
    );
    expect(ContactFlowModulesSummaryList.find((summary) => summary.Name === Name)?.Id).to.equal(id);
  });

  it("change their name, description and content", async () => {
    const id = await create();
    const Name = under.unique("renamed");
    const Content = MODULE.replaceAll("end", "finish");
    await under.client.send(
      new UpdateContactFlowModuleMetadataCommand({ ...one(id), Name, Description: "New" }),
    );
    await under.client.send(new UpdateContactFlowModuleContentCommand({ ...one(id), Content }));
    expect(await describeOne(id)).to.deep.include({ Name, Description: "New", Content });
  });

  it("have a name of their own", async () => {
    const Name = under.unique("module");
    await create({ Name });
    expect((await refusal(create({ Name }))).name).to.equal("DuplicateResourceException");
  });

  it("are refused with the problems of their content", async () => {
    const Content = MODULE.replace('"StartAction":"end"', '"StartAction":"nowhere"');
    const error = await refusal(create({ Content }));
    expect(error.name).to.equal("InvalidContactFlowModuleException");
    expect(error.Problems).to.have.length(1);
  });

  it("are gone once deleted", async () => {
    const id = await create();
    await under.client.send(new DeleteContactFlowModuleCommand(one(id)));
    expect((await refusal(describeOne(id))).name).to.equal("ResourceNotFoundException");
  });
});
