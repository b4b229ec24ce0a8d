import {
  DeleteContactFlowCommand,
  DescribeContactFlowCommand,
  ListContactFlowsCommand,
  UpdateContactFlowContentCommand,
  UpdateContactFlowMetadataCommand,
  UpdateContactFlowNameCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures, HELLO } from "../../../support/connect-fixtures";
import { claimNumber } from "../../../support/connect-numbers";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const BROKEN = HELLO.replace('"NextAction":"end"', '"NextAction":"nowhere"');

describe("contact flows", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (ContactFlowId: string) => ({ InstanceId: under.instanceId, ContactFlowId });
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeContactFlowCommand(one(id)))).ContactFlow;

  it("come back as they were given, content to the letter", async () => {
    const Name = under.unique("flow");
    const Content = `${HELLO.slice(0, -1)} , "Metadata": {} }`;
    const id = await make.flow({ Name, Content, Description: "Hello" });
    expect(await describeOne(id)).to.deep.include({
      Id: id,
      Name,
      Content,
      Description: "Hello",
      Type: "CONTACT_FLOW",
      State: "ACTIVE",
      Status: "PUBLISHED",
    });
    expect((await describeOne(id))?.Arn).to.match(
      new RegExp(`:instance/${under.instanceId}/contact-flow/${id}$`),
    );
  });

  it("are listed by type", async () => {
    const id = await make.flow({ Type: "CUSTOMER_WHISPER", Content: WHISPER });
    const list = async (type: "CUSTOMER_WHISPER" | "AGENT_WHISPER") =>
      (
        await under.client.send(
          new ListContactFlowsCommand({ InstanceId: under.instanceId, ContactFlowTypes: [type] }),
        )
      ).ContactFlowSummaryList?.map(({ Id }) => Id);
    expect(await list("CUSTOMER_WHISPER")).to.include(id);
    expect(await list("AGENT_WHISPER")).to.not.include(id);
  });

  it("change their name, description, state and content", async () => {
    const id = await make.flow();
    const Name = under.unique("renamed");
    const Content = HELLO.replace("Hello", "Good day");
    const { client } = under;
    await client.send(new UpdateContactFlowNameCommand({ ...one(id), Name, Description: "New" }));
    await client.send(new UpdateContactFlowContentCommand({ ...one(id), Content }));
    await client.send(
      new UpdateContactFlowMetadataCommand({ ...one(id), ContactFlowState: "ARCHIVED" }),
    );
    expect(await describeOne(id)).to.deep.include({
      Name,
      Description: "New",
      Content,
      State: "ARCHIVED",
    });
  });

  it("have a name of their own", async () => {
    const Name = under.unique("flow");
    await make.flow({ Name });
    expect((await refusal(make.flow({ Name }))).name).to.equal("DuplicateResourceException");
  });

  it("are refused with the problems of their content", async () => {
    const error = await refusal(make.flow({ Content: BROKEN }));
    expect(error.name).to.equal("InvalidContactFlowException");
    expect(error.$metadata.httpStatusCode).to.equal(400);
    expect(error.problems?.[0]?.message).to.contain("Actions[0].Transitions.NextAction");
    const id = await make.flow();
    const update = new UpdateContactFlowContentCommand({ ...one(id), Content: BROKEN });
    expect((await refusal(under.client.send(update))).name).to.equal("InvalidContactFlowException");
    expect((await describeOne(id))?.Content).to.equal(HELLO);
  });

  it("can be saved with problems, and are then not published", async () => {
    const id = await make.flow({ Status: "SAVED", Content: BROKEN });
    const error = await refusal(describeOne(id));
    expect(error.name).to.equal("ContactFlowNotPublishedException");
    expect(error.$metadata.httpStatusCode).to.equal(404);
    expect((await describeOne(`${id}:$SAVED`))?.Content).to.equal(BROKEN);
    await under.client.send(new UpdateContactFlowContentCommand({ ...one(id), Content: HELLO }));
    expect(await describeOne(id)).to.deep.include({ Content: HELLO, Status: "PUBLISHED" });
  });

  it("can be saved again without being published", async () => {
    const id = await make.flow();
    await under.client.send(
      new UpdateContactFlowContentCommand({ ...one(`${id}:$SAVED`), Content: BROKEN }),
    );
    expect((await describeOne(id))?.Content).to.equal(HELLO);
    expect((await describeOne(`${id}:$SAVED`))?.Content).to.equal(BROKEN);
  });

  it("are gone once deleted", async () => {
    const id = await make.flow();
    await under.client.send(new DeleteContactFlowCommand(one(id)));
    expect((await refusal(describeOne(id))).name).to.equal("ResourceNotFoundException");
  });

  itEmulated(
    "leave their phone number without a flow when deleted",
    "it claims a number",
    async () => {
      const { PhoneNumberId } = await claimNumber(under);
      const id = await make.flow();
      await make.association(PhoneNumberId, id);
      await under.client.send(new DeleteContactFlowCommand(one(id)));
      expect(under.connect.store.phoneNumbers.get(PhoneNumberId)?.contactFlowId).to.equal(
        undefined,
      );
    },
  );

  itEmulated("of the instance's own cannot be deleted", "it would succeed if wrong", async () => {
    const id = await make.stock("flow", "Default customer queue");
    const deletion = under.client.send(new DeleteContactFlowCommand(one(id)));
    expect((await refusal(deletion)).name).to.equal("InvalidRequestException");
  });
});

const WHISPER = HELLO.replace("DisconnectParticipant", "EndFlowExecution");
