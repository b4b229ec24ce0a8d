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
 * Signature Version 2, which the AWS CLI and boto3 still presign S3's URLs with where a Region
 * allows it. It names neither service nor Region, and S3 alone takes it.
 */
const VERSION_2 = ["AWSAccessKeyId", "Signature", "Expires"];

/**
 * Reads who signed a request, from the Authorization header or, for S3, from a presigned query: a link
 * to any other service is nothing that clients make, but something that a web page can.
 * The signature itself is not verified: the sandbox knows no secret keys.
 *
 * @param url - The raw path and query.
 * @param headers - The request's headers.
 * @returns undefined when the request is not signed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf(url: string, headers: IncomingHttpHeaders): Signature | undefined {
  const query = new URLSearchParams(url.split("?", 2)[1]);
  const header = /Credential=([^,\s]+)/.exec(headers.authorization ?? "")?.[1];
  const credential = header ?? query.get("X-Amz-Credential");
  const scope = /^(.+)\/\d{8}(?:\/([a-z0-9-]+))?\/([a-z0-9-]+)\/aws4_request$/i.exec(
    credential ?? "",
  );
  if (!scope && VERSION_2.every((name) => query.has(name))) {
    return { accessKeyId: query.get("AWSAccessKeyId") ?? "", region: ANY_REGION, service: "s3" };
  }
  const [, accessKeyId = "", region = ANY_REGION, name = ""] = scope ?? [];
  const service = name.toLowerCase();
  if (!scope || (header === undefined && service !== "s3")) return undefined;
  return { accessKeyId, region, service };
}
