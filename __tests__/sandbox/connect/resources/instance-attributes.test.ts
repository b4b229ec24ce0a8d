import {
  DescribeInstanceAttributeCommand,
  DescribeInstanceCommand,
  type InstanceAttributeType,
  ListInstanceAttributesCommand,
  UpdateInstanceAttributeCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const SHARED = "it would switch a real instance's telephony";

describe("instance attributes", () => {
  const under = connectUnderTest();

  const value = async (AttributeType: InstanceAttributeType) =>
    (
      await under.client.send(
        new DescribeInstanceAttributeCommand({ InstanceId: under.instanceId, AttributeType }),
      )
    ).Attribute?.Value;
  const set = (AttributeType: InstanceAttributeType, Value: string) =>
    under.client.send(
      new UpdateInstanceAttributeCommand({ InstanceId: under.instanceId, AttributeType, Value }),
    );

  itEmulated("begin as AWS sets them", "the instance is not fresh", async () => {
    expect(await value("INBOUND_CALLS")).to.equal("true");
    expect(await value("CONTACTFLOW_LOGS")).to.equal("false");
    expect(await value("CONTACT_LENS")).to.equal("true");
    expect(await value("AUTO_RESOLVE_BEST_VOICES")).to.equal("true");
    expect(await value("EARLY_MEDIA")).to.equal("true");
    expect(await value("MULTI_PARTY_CONFERENCE")).to.equal("false");
  });

  itEmulated("can be switched, and a switched call direction shows", SHARED, async () => {
    await set("OUTBOUND_CALLS", "false");
    await set("CONTACTFLOW_LOGS", "true");
    expect(await value("OUTBOUND_CALLS")).to.equal("false");
    expect(await value("CONTACTFLOW_LOGS")).to.equal("true");
    const { Instance } = await under.client.send(
      new DescribeInstanceCommand({ InstanceId: under.instanceId }),
    );
    expect(Instance?.OutboundCallsEnabled).to.equal(false);
  });

  itEmulated("are true or false, and nothing else", SHARED, async () => {
    expect((await refusal(set("EARLY_MEDIA", "yes"))).name).to.equal("InvalidParameterException");
  });

  it("are refused by an unknown name", async () => {
    const error = await refusal(value("EARLY_MEDIUM" as InstanceAttributeType));
    expect(error.name).to.be.oneOf(["InvalidParameterException", "InvalidRequestException"]);
  });

  it("are listed, seven a page at most", async () => {
    const { Attributes = [], NextToken } = await under.client.send(
      new ListInstanceAttributesCommand({ InstanceId: under.instanceId, MaxResults: 7 }),
    );
    expect(Attributes).to.have.length(7);
    expect(NextToken).to.be.a("string");
  });
});
