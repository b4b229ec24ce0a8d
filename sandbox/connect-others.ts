import type { OtherServices } from "./connect/store/operation";
import type { Service } from "./gateway/http";
import { jsonRequest, objectUrl, serviceRequest } from "./gateway/service-request";

/**
 * What Connect asks of the other services.
 *
 * @param forward - The emulator, which holds them.
 * @param region - Connect's own.
 */
export function othersOf(forward: Service, region: string): OtherServices {
  const exists = async (service: string, method: string, url: string): Promise<boolean> =>
    (await forward(serviceRequest({ service, region, method, url }))).status < 300;
  return {
    hasBucket: (name) => exists("s3", "HEAD", `/${encodeURIComponent(name)}`),
    hasObject: (bucket, key) => exists("s3", "HEAD", objectUrl(bucket, key)),
    putObject: async (bucket, key, body) => {
      const url = objectUrl(bucket, key);
      const { status } = await forward(
        serviceRequest({ service: "s3", region, method: "PUT", url, body }),
      );
      if (status >= 300) throw new Error(`the bucket ${bucket} took no object: HTTP ${status}`);
    },
    hasFunction: (arn) =>
      exists("lambda", "GET", `/2015-03-31/functions/${encodeURIComponent(arn)}/configuration`),
    haveLogGroup: async (logGroupName) => {
      // Where there is one already, it stays as it is, and this is refused.
      await forward(jsonRequest("logs", region, "Logs_20140328.CreateLogGroup", { logGroupName }));
    },
  };
}
