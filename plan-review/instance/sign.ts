import { createHash, createHmac } from "node:crypto";

/** What AWS gives a job for an hour. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Undefined for a user's own key. */
  readonly sessionToken?: string;
}

/** A request of Amazon Connect's API, before it is signed. */
export interface PlainRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  /** Empty for a GET. */
  readonly body: string;
}

const SERVICE = "connect";
const PATH = /^[\w./-]+$/;

/**
 * The headers with which AWS accepts a request (Signature Version 4). It uses Node alone, since the job that
 * holds a token runs nothing from npm; a test compares it with the signer of AWS's SDK.
 *
 * @param region - Such as `us-west-2`.
 * @throws Error for a path in which a character would have to be encoded, which no path here has.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedHeaders(
  { method, url, body }: PlainRequest,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  region: string,
  now: Date,
): Record<string, string> {
  if (!PATH.test(url.pathname)) throw new Error(`a path must be plain, got ${url.pathname}`);
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const scope = `${time.slice(0, 8)}/${region}/${SERVICE}/aws4_request`;
  const headers: Record<string, string> = {
    ...(body !== "" && { "content-type": "application/json" }),
    host: url.host,
    "x-amz-date": time,
    ...(sessionToken !== undefined && { "x-amz-security-token": sessionToken }),
  };
  const names = Object.keys(headers).join(";");
  const query = [...url.searchParams].map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
  const request = [
    method,
    url.pathname,
    query.sort().join("&"),
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    "",
    names,
    hash(body),
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope, hash(request)].join("\n");
  const key = scope
    .split("/")
    .reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, text).toString("hex");
  const { host: _, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
