import {
  ConnectClient,
  InvalidContactFlowException,
  UpdateContactFlowContentCommand,
} from "@aws-sdk/client-connect";

import { errorMessage } from "../machine/errors";
import type { PublishFlow } from "./flow-edits";
import { Refusal } from "./refusal";

/**
 * Publishes a flow through the sandbox's own endpoint, as the console does at AWS's.
 *
 * @param endpoint - The sandbox's.
 */
export const publishFlowAt =
  (endpoint: () => string): PublishFlow =>
  async ({ instance }, flowId, content) => {
    const client = new ConnectClient({
      endpoint: endpoint(),
      region: instance.Arn.split(":")[3] ?? "us-east-1",
      // The name under which it stands in the sandbox's call log.
      credentials: { accessKeyId: "console", secretAccessKey: "console" },
      maxAttempts: 1,
    });
    try {
      await client.send(
        new UpdateContactFlowContentCommand({
          InstanceId: instance.Id,
          ContactFlowId: flowId,
          Content: content,
        }),
      );
    } catch (error) {
      const problems = error instanceof InvalidContactFlowException ? (error.problems ?? []) : [];
      const told = problems.map(({ message }) => message).join("; ");
      throw new Refusal(
        `the flow was not published: ${told === "" ? errorMessage(error) : told}`,
        400,
      );
    } finally {
      client.destroy();
    }
  };
