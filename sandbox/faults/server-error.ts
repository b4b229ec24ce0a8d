import type { Random } from "../../contact-flow/simulation/random";
import { ConnectError, errorResponse } from "../connect/protocol/errors";
import type { ServiceResponse } from "../gateway/http";

/** A load balancer's own answer, which no protocol of AWS knows. */
const BAD_GATEWAY: ServiceResponse = {
  status: 502,
  headers: { "content-type": "text/html" },
  body: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
};

const UNAVAILABLE: ServiceResponse = { status: 503, headers: {}, body: "" };

/**
 * One of the ways in which a failing service answers.
 *
 * @param service - Its signing name: only Connect's own error is known here.
 * @param operation - The one that fails.
 * @param random - Chooses.
 */
export function serverError(service: string, operation: string, random: Random): ServiceResponse {
  const ways = [BAD_GATEWAY, UNAVAILABLE];
  if (service === "connect") {
    ways.push(
      errorResponse(
        operation,
        new ConnectError("InternalServiceException", "Request processing failed due to an error"),
      ),
    );
  }
  return ways[Math.floor(random() * ways.length)] ?? UNAVAILABLE;
}
