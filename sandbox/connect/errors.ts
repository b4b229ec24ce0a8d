import * as sdk from "@aws-sdk/client-connect";
import { NormalizedSchema } from "@smithy/core/schema";
import type { ServiceResponse } from "../http";
import type { ExceptionName } from "./model";

/** An answer that Amazon Connect gives as an error; an operation throws it. */
export class ConnectError extends Error {
  /**
   * @param type - the exception, as the SDK names it
   * @param message - what is wrong and what would be right
   * @param members - what the exception carries beside its message, such as `problems`
   */
  public constructor(
    public readonly type: ExceptionName,
    message: string,
    public readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "ConnectError";
  }
}

/**
 * Writes an error as Amazon Connect does: the status that the model gives the exception, its name
 * in `X-Amzn-ErrorType`, and a body of the members that the exception has. An
 * InvalidContactFlowException has `problems` and no message, so that its body has none either.
 */
export function errorResponse(error: ConnectError): ServiceResponse {
  const schema = NormalizedSchema.of(sdk[`${error.type}$`]);
  const given: Record<string, unknown> = { Message: error.message, ...error.members };
  const body = Object.fromEntries(
    [...schema.structIterator()].map(([member]) => [member, given[member]]),
  );
  return respondWithError(Number(schema.getMergedTraits().httpError), error.type, body);
}

/** An error for a request that no operation can answer; never retried by an AWS client. */
export const refusal = (status: number, type: string, message: string): ServiceResponse =>
  respondWithError(status, type, { Message: message });

function respondWithError(status: number, type: string, body: object): ServiceResponse {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": type },
    body: JSON.stringify(body),
  };
}
