import {
  AssociateApprovedOriginCommand,
  DisassociateApprovedOriginCommand,
  ListApprovedOriginsCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("approved origins", () => {
  const under = connectUnderTest();
  const origin = () => ({ InstanceId: under.instanceId, Origin: "https://kwglobal.example" });
  const approve = async () => {
    await under.client.send(new AssociateApprovedOriginCommand(origin()));
    under.afterwards(() => under.client.send(new DisassociateApprovedOriginCommand(origin())));
  };

  it("are listed once approved", async () => {
    await approve();
    const { Origins } = await under.client.send(new ListApprovedOriginsCommand(origin()));
    expect(Origins).to.include("https://kwglobal.example");
  });

  it("are approved once", async () => {
    await approve();
    const again = under.client.send(new AssociateApprovedOriginCommand(origin()));
    expect((await refusal(again)).name).to.equal("ResourceConflictException");
  });

  it("are not there any more once withdrawn", async () => {
    await approve();
    const withdraw = () => under.client.send(new DisassociateApprovedOriginCommand(origin()));
    await withdraw();
    expect((await refusal(withdraw())).name).to.equal("ResourceNotFoundException");
  });
});
