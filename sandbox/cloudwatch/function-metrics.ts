import type { Service } from "../gateway/http";
import type { MetricName } from "./metric-store";

/**
 * Lambda, with the metrics that it publishes of each invocation.
 *
 * @param put - Takes a metric's value.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export function measured(lambda: Service, put: (of: MetricName, value: number) => void): Service {
  return async (request) => {
    const invoked = /\/functions\/([^/]+)\/invocations/.exec(request.url)?.[1];
    if (invoked === undefined) return lambda(request);
    const named = decodeURIComponent(invoked).replace(/^arn:.*:function:/, "");
    const FunctionName = named.split(":", 1)[0] ?? "";
    const of = (name: string) => ({ namespace: "AWS/Lambda", name, dimensions: { FunctionName } });
    const start = performance.now();
    const response = await lambda(request);
    const headers = Object.entries(response.headers);
    const failed = headers.some(([name]) => name.toLowerCase() === "x-amz-function-error");
    if (response.status === 429) put(of("Throttles"), 1);
    else if (response.status < 300) {
      put(of("Duration"), performance.now() - start);
      put(of("Errors"), failed ? 1 : 0);
    }
    return response;
  };
}
