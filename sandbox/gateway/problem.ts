import { cbor } from "@smithy/core/cbor";
import type { ServiceRequest, ServiceResponse } from "./http";

/**
 * An error answer of the JSON protocols. Its code is in the header, where clients of REST JSON read it,
 * and in the body, where boto3 and the AWS CLI read it of the services that take an `X-Amz-Target`.
 *
 * @param status - 4xx, or 5xx for what the client should try again.
 * @param type - The error's code: `ResourceNotFoundException`.
 * @param message - What is wrong and what would be right.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization
 */
export function problem(status: number, type: string, message: string): ServiceResponse {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": type },
    body: JSON.stringify({ __type: type, message }),
  };
}

/** Services whose errors are XML, though nothing in a request without a body says so. */
const XML_SERVICES = new Set(["s3control", "route53", "cloudfront"]);

/**
 * An error answer in the protocol of the service that is asked: a client that can't read it shows nothing but
 * the status.
 *
 * @param service - The name that the request is signed for.
 * @param request - The request, whose form tells its protocol.
 * @param error - As of {@link problem}.
 * @see https://smithy.io/2.0/aws/protocols/index.html
 */
export function problemOf(
  service: string,
  { headers, url = "" }: Pick<ServiceRequest, "headers"> & { readonly url?: string },
  ...[status, code, message]: Parameters<typeof problem>
): ServiceResponse {
  const { "content-type": type = "", "smithy-protocol": protocol } = headers;
  if (protocol === "rpc-v2-cbor") {
    return {
      status,
      headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
      body: Buffer.from(cbor.serialize({ __type: code, message })),
    };
  }
  const error = `<Code>${code}</Code><Message>${escaped(message)}</Message>`;
  if (service === "s3") return xml(status, `<Error>${error}${REQUEST_ID}</Error>`);
  if (service === "ec2") {
    const errors = `<Errors><Error>${error}</Error></Errors>`;
    return xml(status, `<Response>${errors}${REQUEST_ID}</Response>`);
  }
  const isQuery = type.startsWith("application/x-www-form-urlencoded") || /[?&]Action=/.test(url);
  if (isQuery || XML_SERVICES.has(service)) {
    const fault = status < 500 ? "Sender" : "Receiver";
    const typed = `<Error><Type>${fault}</Type>${error}</Error>`;
    return xml(status, `<ErrorResponse>${typed}${REQUEST_ID}</ErrorResponse>`);
  }
  return problem(status, code, message);
}

const REQUEST_ID = "<RequestId>00000000-0000-0000-0000-000000000000</RequestId>";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const xml = (status: number, body: string): ServiceResponse => ({
  status,
  headers: { "content-type": "text/xml" },
  body,
});
