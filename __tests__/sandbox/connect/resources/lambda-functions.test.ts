import {
  AssociateLambdaFunctionCommand,
  DisassociateLambdaFunctionCommand,
  ListLambdaFunctionsCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const ABSENT = "the function does not exist there";

describe("Lambda functions of an instance", () => {
  const under = connectUnderTest();
  const of = (name: string) => ({
    InstanceId: under.instanceId,
    FunctionArn: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
  });
  const associate = async (name: string) => {
    await under.client.send(new AssociateLambdaFunctionCommand(of(name)));
    under.afterwards(() => under.client.send(new DisassociateLambdaFunctionCommand(of(name))));
  };
  const list = async () =>
    (
      await under.client.send(
        new ListLambdaFunctionsCommand({ InstanceId: under.instanceId, MaxResults: 25 }),
      )
    ).LambdaFunctions;

  itEmulated("are listed by their ARN", ABSENT, async () => {
    await associate("recordVanityNumber");
    expect(await list()).to.deep.equal([of("recordVanityNumber").FunctionArn]);
  });

  itEmulated("are associated once", ABSENT, async () => {
    await associate("recordVanityNumber");
    expect((await refusal(associate("recordVanityNumber"))).name).to.equal(
      "ResourceConflictException",
    );
  });

  itEmulated("are gone once disassociated", ABSENT, async () => {
    await associate("recordVanityNumber");
    await under.client.send(new DisassociateLambdaFunctionCommand(of("recordVanityNumber")));
    expect(await list()).to.deep.equal([]);
  });

  it("must be named by an ARN", async () => {
    const named = under.client.send(
      new AssociateLambdaFunctionCommand({ ...of(""), FunctionArn: "recordVanityNumber" }),
    );
    expect((await refusal(named)).name).to.be.oneOf([
      "InvalidParameterException",
      "InvalidRequestException",
    ]);
  });

  itEmulated("are 50 at most", ABSENT, async () => {
    for (let i = 0; i < 50; i++) await associate(`function-${i}`);
    const error = await refusal(associate("function-50"));
    expect(error.name).to.equal("ServiceQuotaExceededException");
    expect(error.$metadata.httpStatusCode).to.equal(402);
  });
});
