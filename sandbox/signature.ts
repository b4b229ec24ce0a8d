import type { IncomingHttpHeaders } from "node:http";

/** Who signed a request, and for what: the credential scope of AWS Signature Version 4. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  /** The signing name of the service: `connect`, `lambda`, `s3`, `monitoring` … */
  readonly service: string;
}

/** A multi-region signature (SigV4A) carries no region in its scope. */
const ANY_REGION = "us-east-1";

/**
 * Reads a request's credential scope, from the Authorization header or from a presigned query.
 * The signature itself is not verified: the sandbox knows no secret keys.
 *
 * @param url - The raw path and query.
 * @param headers - The request's headers.
 * @returns undefined when the request is not signed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf(url: string, headers: IncomingHttpHeaders): Signature | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(headers.authorization ?? "")?.[1] ??
    new URLSearchParams(url.split("?", 2)[1]).get("X-Amz-Credential");
  const scope = /^(.+)\/\d{8}(?:\/([a-z0-9-]+))?\/([a-z0-9-]+)\/aws4_request$/i.exec(
    credential ?? "",
  );
  if (!scope) return undefined;
  const [, accessKeyId = "", region = ANY_REGION, service = ""] = scope;
  return { accessKeyId, region, service: service.toLowerCase() };
}
