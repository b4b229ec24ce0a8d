import type { ServiceRequest, ServiceResponse } from "./http";
import { problemOf } from "./problem";

/**
 * Refuses a request for a service that isn't there, as that service would. 400, since clients try again
 * whatever looks like a failing server.
 *
 * @param service - The name that the request is signed for.
 * @param request - The request.
 * @param names - The services that there are.
 */
export function notServed(
  service: string,
  request: Pick<ServiceRequest, "headers">,
  names: readonly string[] = [],
): ServiceResponse {
  const message = `the sandbox has no service ${JSON.stringify(service)}: it plays ${names.join(", ")} (SANDBOX_AWS_ENDPOINT can name an emulator that plays more)`;
  return problemOf(service, request, 400, "UnknownOperationException", message);
}
