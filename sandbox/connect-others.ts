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
  const headers = (service: string) => ({
    host: "localhost",
    authorization: `AWS4-HMAC-SHA256 Credential=${SANDBOX_ACCOUNT}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  });
  const exists = async (service: string, method: string, url: string): Promise<boolean> => {
    const body = Buffer.alloc(0);
    return (await forward({ method, url, headers: headers(service), body })).status < 300;
  };
  const encoded = (path: string) => path.split("/").map(encodeURIComponent).join("/");
  return {
    hasBucket: (name) => exists("s3", "HEAD", `/${encoded(name)}`),
    hasObject: (bucket, key) => exists("s3", "HEAD", `/${encoded(bucket)}/${encoded(key)}`),
    hasFunction: (arn) =>
      exists("lambda", "GET", `/2015-03-31/functions/${encodeURIComponent(arn)}/configuration`),
    haveLogGroup: async (logGroupName) => {
      // Where there is one already, it stays as it is, and this is refused.
      await forward({
        method: "POST",
        url: "/",
        headers: {
          ...headers("logs"),
          "content-type": "application/x-amz-json-1.1",
          "x-amz-target": "Logs_20140328.CreateLogGroup",
        },
        body: Buffer.from(JSON.stringify({ logGroupName })),
      });
    },
  };
}
