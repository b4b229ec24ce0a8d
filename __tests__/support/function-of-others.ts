import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { strToU8, zipSync } from "fflate";

/**
 * Makes a function as another project would deploy it. Clients find the sandbox by the environment.
 *
 * @returns Its ARN.
 */
export async function makeFunctionOfOthers(FunctionName: string): Promise<string> {
  const { Role } = await new IAMClient({}).send(
    new CreateRoleCommand({
      RoleName: FunctionName,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { Service: "lambda.amazonaws.com" },
          },
        ],
      }),
    }),
  );
  const { FunctionArn = "" } = await new LambdaClient({}).send(
    new CreateFunctionCommand({
      FunctionName,
      Role: Role?.Arn,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Code: {
        ZipFile: zipSync({ "index.mjs": strToU8("export const handler = async () => ({});") }),
      },
    }),
  );
  return FunctionArn;
}
