import { SANDBOX_ACCOUNT } from "./account";
import type { OtherServices } from "./connect/operation";
import type { Service } from "./http";

/**
 * What Connect asks of the other services.
 *
 * @param forward - The emulator, which holds them.
 * @param region - Connect's own.
 */
export function othersOf(forward: Service, region: string): OtherServices {
  const exists = async (service: string, method: string, url: string): Promise<boolean> => {
    const { status } = await forward({
      method,
      url,
      headers: {
        host: "localhost",
        authorization: `AWS4-HMAC-SHA256 Credential=${SANDBOX_ACCOUNT}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: Buffer.alloc(0),
    });
    return status < 300;
  };
  const encoded = (path: string) => path.split("/").map(encodeURIComponent).join("/");
  return {
    hasBucket: (name) => exists("s3", "HEAD", `/${encoded(name)}`),
    hasObject: (bucket, key) => exists("s3", "HEAD", `/${encoded(bucket)}/${encoded(key)}`),
    hasFunction: (arn) =>
      exists("lambda", "GET", `/2015-03-31/functions/${encodeURIComponent(arn)}/configuration`),
  };
}
