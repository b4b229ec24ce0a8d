import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";

import type { Json } from "../../contact-flow/json";

/**
 * Invokes a deployed function through the sandbox's own endpoint, as Connect would: its code runs
 * in a process of its own.
 *
 * @param endpoint - The sandbox's.
 * @param functionArn - With its Region; the function of any account is the sandbox's.
 * @param payload - Connect's event.
 * @throws Error with the function's own message if it fails.
 */
export async function invokeFunction(
  endpoint: string,
  functionArn: string,
  payload: Json,
): Promise<Json> {
  const client = new LambdaClient({
    endpoint,
    region: functionArn.split(":")[3] ?? "us-east-1",
    // The name under which it stands in the sandbox's call log.
    credentials: { accessKeyId: "connect", secretAccessKey: "connect" },
    maxAttempts: 1,
  });
  try {
    const answer = await client.send(
      new InvokeCommand({ FunctionName: functionArn, Payload: JSON.stringify(payload) }),
    );
    const text = Buffer.from(answer.Payload ?? []).toString("utf8");
    const result = (text === "" ? null : JSON.parse(text)) as Json;
    if (answer.FunctionError !== undefined) throw new Error(messageOf(result));
    return result;
  } finally {
    client.destroy();
  }
}

/** What Lambda reports of an error, or all of it where it is not in Lambda's form. */
function messageOf(result: Json): string {
  const message =
    typeof result === "object" && result !== null && "errorMessage" in result
      ? result.errorMessage
      : undefined;
  return typeof message === "string" ? message : JSON.stringify(result);
}
