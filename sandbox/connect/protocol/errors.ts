import * as sdk from "@aws-sdk/client-connect";
import { NormalizedSchema } from "@smithy/core/schema";
import type { ServiceResponse } from "../../gateway/http";
import { SERVICE_MODEL } from "./limits";
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

/** What says the same of an operation that hasn't the first: the nearest one comes first. */
const INSTEAD: Readonly<Partial<Record<ExceptionName, readonly ExceptionName[]>>> = {
  DuplicateResourceException: ["ResourceConflictException", "ConflictException"],
  ResourceConflictException: ["DuplicateResourceException", "ConflictException"],
  ResourceInUseException: ["ResourceConflictException", "ConflictException"],
  LimitExceededException: ["ServiceQuotaExceededException"],
  ServiceQuotaExceededException: ["LimitExceededException"],
};

/**
 * The exception with which an operation says something: only those that AWS's service model gives it.
 * The model gives every operation InvalidRequestException or InvalidParameterException.
 */
export function ownException(operation: string, wanted: ExceptionName): ExceptionName {
  const own = SERVICE_MODEL.operations[operation]?.errors ?? [];
  const choices: readonly ExceptionName[] = [
    wanted,
    ...(INSTEAD[wanted] ?? []),
    "InvalidRequestException",
    "InvalidParameterException",
  ];
  return choices.find((name) => own.includes(name)) ?? wanted;
}

/**
 * Writes an operation's error as Amazon Connect does: the status that the model gives the exception, its
 * name in `X-Amzn-ErrorType`, and a body of the members that the exception has. An
 * InvalidContactFlowException has `problems` and no message, so that its body has none either.
 */
export function errorResponse(operation: string, error: ConnectError): ServiceResponse {
  const type = ownException(operation, error.type);
  const schema = NormalizedSchema.of(sdk[`${type}$`]);
  const given: Record<string, unknown> = { Message: error.message, ...error.members };
  const body = Object.fromEntries(
    [...schema.structIterator()].map(([member]) => [member, given[member]]),
  );
  return respondWithError(Number(schema.getMergedTraits().httpError), type, body);
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
