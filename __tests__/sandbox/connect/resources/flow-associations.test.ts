import {
  AssociatePhoneNumberContactFlowCommand,
  BatchGetFlowAssociationCommand,
  DisassociatePhoneNumberContactFlowCommand,
  ListFlowAssociationsCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { claimNumber } from "../../../support/connect-numbers";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const COST = "it claims a number";

describe("the flow of a phone number", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const InstanceId = () => under.instanceId;
  const list = async () =>
    (
      await under.client.send(
        new ListFlowAssociationsCommand({
          InstanceId: InstanceId(),
          ResourceType: "VOICE_PHONE_NUMBER",
        }),
      )
    ).FlowAssociationSummaryList;

  itEmulated("is listed with the number, both by their ARN", COST, async () => {
    const { PhoneNumberId } = await claimNumber(under);
    const flow = await make.flow();
    await make.association(PhoneNumberId, flow);
    const ResourceId = `arn:aws:connect:us-east-1:123456789012:phone-number/${PhoneNumberId}`;
    const association = {
      ResourceId,
      FlowId: `arn:aws:connect:us-east-1:123456789012:instance/${InstanceId()}/contact-flow/${flow}`,
      ResourceType: "VOICE_PHONE_NUMBER",
    };
    expect(await list()).to.deep.equal([association]);
    const get = async (ResourceIds: string[]) =>
      (
        await under.client.send(
          new BatchGetFlowAssociationCommand({ InstanceId: InstanceId(), ResourceIds }),
        )
      ).FlowAssociationSummaryList;
    expect(await get([ResourceId])).to.deep.equal([association]);
    expect(await get(["another"])).to.deep.equal([]);
  });

  itEmulated("is replaced by the next one, and taken away", COST, async () => {
    const { PhoneNumberId } = await claimNumber(under);
    const [first, second] = [await make.flow(), await make.flow()];
    await make.association(PhoneNumberId, first);
    await make.association(PhoneNumberId, second);
    expect((await list())?.map(({ FlowId = "" }) => FlowId.endsWith(second))).to.deep.equal([true]);
    await under.client.send(
      new DisassociatePhoneNumberContactFlowCommand({ InstanceId: InstanceId(), PhoneNumberId }),
    );
    expect(await list()).to.deep.equal([]);
  });

  itEmulated("is of type CONTACT_FLOW", COST, async () => {
    const { PhoneNumberId } = await claimNumber(under);
    const queueFlow = await make.stock("flow", "Default customer queue");
    expect((await refusal(make.association(PhoneNumberId, queueFlow))).name).to.equal(
      "InvalidParameterException",
    );
  });

  it("needs a number that is claimed", async () => {
    const associate = new AssociatePhoneNumberContactFlowCommand({
      InstanceId: InstanceId(),
      PhoneNumberId: "00000000-0000-0000-0000-000000000000",
      ContactFlowId: await make.flow(),
    });
    expect((await refusal(under.client.send(associate))).name).to.equal(
      "ResourceNotFoundException",
    );
  });
});
