import { isObject } from "../../contact-flow/json";
import type { ServiceRequest } from "./http";

/** A request whose body can't be read: the gateway answers it as AWS's protocols do. */
export class UnreadableRequest extends Error {}

/**
 * Reads the input of an operation of the JSON protocols; no body is an input without members.
 *
 * @returns its members, as the operation's model has them: none is checked
 * @throws UnreadableRequest where it is no JSON object.
 */
// The caller says what its operation's input is, which only its model could prove.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function jsonInput<Input extends object>({ body }: Pick<ServiceRequest, "body">): Input {
  let input: unknown;
  try {
    input = JSON.parse(body.toString("utf8") || "{}");
  } catch {
    throw new UnreadableRequest("the request's body can't be read as JSON");
  }
  if (!isObject(input)) throw new UnreadableRequest("the request's body must be a JSON object");
  return input as Input;
}

/** The operation of a request of the JSON protocols: `StartExecution` of `AWSStepFunctions.StartExecution`. */
export const jsonOperation = ({ headers }: Pick<ServiceRequest, "headers">): string =>
  String(headers["x-amz-target"]).split(".").at(-1) ?? "";
