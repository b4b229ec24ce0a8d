import {
  CreatePromptCommand,
  DeletePromptCommand,
  DescribePromptCommand,
  ListPromptsCommand,
  UpdatePromptCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const RECORDING = "it needs a recording in S3";

describe("prompts", () => {
  const under = connectUnderTest();
  const inInstance = () => ({ InstanceId: under.instanceId });
  const create = async (Name: string): Promise<string> => {
    const { PromptId = "" } = await under.client.send(
      new CreatePromptCommand({ ...inInstance(), Name, S3Uri: "s3://prompts/hello.wav" }),
    );
    under.afterwards(() =>
      under.client.send(new DeletePromptCommand({ ...inInstance(), PromptId })),
    );
    return PromptId;
  };

  it("are listed by name, and described by id", async () => {
    const { PromptSummaryList = [] } = await under.client.send(
      new ListPromptsCommand(inInstance()),
    );
    const beep = PromptSummaryList.find(({ Name }) => Name === "Beep.wav");
    const { Prompt } = await under.client.send(
      new DescribePromptCommand({ ...inInstance(), PromptId: beep?.Id }),
    );
    expect(Prompt).to.deep.include({ Name: "Beep.wav", PromptARN: beep?.Arn });
    expect(beep?.Arn).to.contain(`/prompt/${beep?.Id ?? ""}`);
  });

  itEmulated("can be made, changed and deleted", RECORDING, async () => {
    const PromptId = await create("Hello.wav");
    await under.client.send(
      new UpdatePromptCommand({ ...inInstance(), PromptId, Description: "Says hello" }),
    );
    const one = new DescribePromptCommand({ ...inInstance(), PromptId });
    const { Prompt } = await under.client.send(one);
    expect(Prompt).to.deep.include({ Name: "Hello.wav", Description: "Says hello" });
    await under.client.send(new DeletePromptCommand({ ...inInstance(), PromptId }));
    expect((await refusal(under.client.send(one))).name).to.equal("ResourceNotFoundException");
  });

  itEmulated("have a name of their own", RECORDING, async () => {
    expect((await refusal(create("Beep.wav"))).name).to.equal("DuplicateResourceException");
  });
});
