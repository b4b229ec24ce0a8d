import type { ServiceResponse } from "./http";

/**
 * An error answer that AWS clients of the JSON protocols understand.
 *
 * @param status - 4xx, or 5xx for what the client should try again.
 * @param type - The error's code: `ResourceNotFoundException`.
 * @param message - What is wrong and what would be right.
 */
export function problem(status: number, type: string, message: string): ServiceResponse {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": type },
    body: JSON.stringify({ message }),
  };
}
