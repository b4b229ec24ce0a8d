import * as connect from "@aws-sdk/client-connect";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { AddPermissionCommand, CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { strToU8, zipSync } from "fflate";

import type { HandMade } from "./hand-made";

/** Seed, "Step 4": the table, the role and the function. */
export async function createVanityNumbers(center: HandMade): Promise<void> {
  const { TableDescription: table } = await new DynamoDBClient({}).send(
    new CreateTableCommand({
      TableName: "cus-phone-vanity-number",
      AttributeDefinitions: [{ AttributeName: "phone", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "phone", KeyType: "HASH" }],
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
    }),
  );
  const RoleName = "Lambda-DynamoDB";
  const iam = new IAMClient({});
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName,
      Description: "Allows Lambda functions to call AWS services on your behalf.",
      AssumeRolePolicyDocument: policy({
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    }),
  );
  await iam.send(
    new AttachRolePolicyCommand({
      RoleName,
      PolicyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    }),
  );
  await iam.send(
    new PutRolePolicyCommand({
      RoleName,
      PolicyName: "ReadWriteVanityNumbers",
      PolicyDocument: policy({ Action: "dynamodb:*Item", Resource: table?.TableArn }),
    }),
  );
  const FunctionName = "recordVanityNumber";
  const lambda = new LambdaClient({});
  const { FunctionArn } = await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Role: Role?.Arn,
      Runtime: "nodejs18.x",
      Handler: "index.handler",
      // The console offers x86_64 first, but moto can't change what was chosen.
      Architectures: ["arm64"],
      Code: {
        ZipFile: zipSync({ "index.mjs": strToU8("export const handler = async () => ({});") }),
      },
    }),
  );
  await center.client.send(
    new connect.AssociateLambdaFunctionCommand({ ...center.of(), FunctionArn }),
  );
  // What associating a function in the console adds.
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: `connect-${center.instanceId}`,
      Action: "lambda:InvokeFunction",
      Principal: "connect.amazonaws.com",
      SourceArn: center.instanceArn,
    }),
  );
}

function policy(statement: object): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", ...statement }],
  });
}
