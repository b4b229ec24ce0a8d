import {
  ConnectClient,
  type ContactFlowType,
  CreateContactFlowCommand,
  DeleteContactFlowCommand,
  InvalidContactFlowException,
} from "@aws-sdk/client-connect";

import { type FlowFile, flowFiles, UserError } from "./files";

/** What `flows verify` may be told. */
export interface VerifyOptions {
  readonly instanceId: string;
  readonly region?: string;
}

/** The scratch flows' names begin so: whoever finds one left over may delete it. */
const PREFIX = "zz-verify";

/** Lets Amazon Connect itself judge the flow. @returns its problems; none if it takes the flow */
async function judge(
  client: ConnectClient,
  instanceId: string,
  flow: FlowFile,
): Promise<readonly string[]> {
  try {
    const { ContactFlowId } = await client.send(
      new CreateContactFlowCommand({
        InstanceId: instanceId,
        Name: `${PREFIX} ${flow.name} ${Date.now()}`,
        Type: flow.type as ContactFlowType,
        Content: flow.content,
      }),
    );
    await client.send(new DeleteContactFlowCommand({ InstanceId: instanceId, ContactFlowId }));
    return [];
  } catch (error) {
    if (error instanceof InvalidContactFlowException) {
      return error.problems?.map(({ message }) => message ?? "no message") ?? ["no problem named"];
    }
    throw new UserError(
      `Amazon Connect did not judge ${flow.file}: ${(error as Error).name}: ${(error as Error).message}`,
      "check the credentials, the Region (AWS_REGION or --region) and the instance id",
    );
  }
}

/**
 * Creates each flow in the instance under a scratch name, which is the one full check there is, and
 * deletes it again. AWS_ENDPOINT_URL sends it to another Connect, such as the sandbox's.
 * @returns the exit code: 1 if Amazon Connect refuses one
 */
export async function verify(
  paths: readonly string[],
  { instanceId, region }: VerifyOptions,
  print: (text: string) => void,
): Promise<number> {
  const client = new ConnectClient(region === undefined ? {} : { region });
  let refused = 0;
  for (const flow of flowFiles(paths)) {
    if (flow.origin === "template" || flow.content.includes("${") || flow.type === "MODULE") {
      throw new UserError(
        `${flow.file} ${flow.type === "MODULE" ? "is a module" : "still has holes"}`,
        "verify flows with their ids filled in, as describe-contact-flow gives them",
      );
    }
    const problems = await judge(client, instanceId, flow);
    refused += problems.length > 0 ? 1 : 0;
    print(`${flow.file}: ${problems.length === 0 ? "accepted" : "refused"}`);
    for (const problem of problems) {
      print(`  ${problem}`);
    }
  }
  if (refused > 0) {
    print("next: npm run flows -- lint FILE names the action and the cure of most problems");
  }
  return refused > 0 ? 1 : 0;
}
