import { SANDBOX_ACCOUNT } from "../machine/account";
import type { ServiceRequest } from "./http";

/** A request as one of AWS's own services makes it to another, in the sandbox's account. */
export interface OwnRequest {
  readonly service: string;
  readonly region: string;
  /** By default POST. */
  readonly method?: string;
  /** By default `/`. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Writes such a request. The sandbox verifies no signatures, so that it has none. */
export function serviceRequest(request: OwnRequest): ServiceRequest {
  const { service, region, method = "POST", url = "/", headers = {}, body = "" } = request;
  return {
    method,
    url,
    headers: {
      host: "localhost",
      authorization: `AWS4-HMAC-SHA256 Credential=${SANDBOX_ACCOUNT}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      ...headers,
    },
    body: Buffer.from(body),
  };
}

/** Where S3 has an object, for {@link OwnRequest.url}. */
export const objectUrl = (bucket: string, key: string): string =>
  `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;

/** A request of the services that speak JSON, by the operation's target such as `Logs_20140328.PutLogEvents`. */
export const jsonRequest = (
  service: string,
  region: string,
  target: string,
  input: object,
): ServiceRequest =>
  serviceRequest({
    service,
    region,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": target },
    body: JSON.stringify(input),
  });
