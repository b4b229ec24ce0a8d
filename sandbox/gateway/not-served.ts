import { cbor } from "@smithy/core/cbor";
import type { ServiceRequest, ServiceResponse } from "./http";
import { problem } from "./problem";

const CODE = "UnknownOperationException";

/** Services whose answers are XML, though nothing in a request without a body says so. */
const XML_SERVICES = new Set(["s3", "s3control", "route53", "cloudfront"]);

/**
 * Refuses a request for a service that isn't there, as that service would: each protocol has an error of
 * its own, and a client that can't read it shows nothing but "unknown". 400, since clients try again
 * whatever looks like a failing server.
 *
 * @param service - The name that the request is signed for.
 * @param request - The request.
 * @param names - The services that there are.
 * @see https://smithy.io/2.0/aws/protocols/index.html
 */
export function notServed(
  service: string,
  request: Pick<ServiceRequest, "headers">,
  names: readonly string[] = [],
): ServiceResponse {
  const message = `the sandbox has no service ${JSON.stringify(service)}: it plays ${names.join(", ")} (SANDBOX_AWS_ENDPOINT can name an emulator that plays more)`;
  const { "content-type": type = "", "smithy-protocol": protocol } = request.headers;
  if (protocol === "rpc-v2-cbor") {
    return {
      status: 400,
      headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
      body: Buffer.from(cbor.serialize({ __type: CODE, message })),
    };
  }
  if (service === "ec2") {
    return xml(`<Response><Errors>${xmlError(message)}</Errors>${REQUEST_ID}</Response>`);
  }
  if (XML_SERVICES.has(service) || type.startsWith("application/x-www-form-urlencoded")) {
    return xml(`<ErrorResponse>${xmlError(message)}${REQUEST_ID}</ErrorResponse>`);
  }
  return problem(400, CODE, message);
}

const REQUEST_ID = "<RequestId>00000000-0000-0000-0000-000000000000</RequestId>";

function xmlError(message: string): string {
  const text = message.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<Error><Type>Sender</Type><Code>${CODE}</Code><Message>${text}</Message></Error>`;
}

function xml(body: string): ServiceResponse {
  return { status: 400, headers: { "content-type": "text/xml" }, body };
}
