import type { IncomingHttpHeaders } from "node:http";

/** One API call that the gateway answered. Bodies are never kept: they hold names and numbers. */
export interface Call {
  readonly time: Date;
  /** Signing name of the service. */
  readonly service: string;
  readonly operation: string;
  readonly accessKeyId: string;
  /** HTTP's; 0 where the connection broke before the answer was whole. */
  readonly status: number;
  readonly durationMs: number;
}

/** Number of calls kept: an apply of a centre with 500 users makes about a tenth of it. */
const KEPT_CALLS = 100_000;

/** The calls that the gateway answered: the newest ones in full, all of them as counts. */
export class CallLog {
  private calls: Call[] = [];
  private readonly counts = new Map<string, number>();

  /** Adds a call, and forgets the oldest when there are too many. */
  public record(call: Call): void {
    this.counts.set(call.service, (this.counts.get(call.service) ?? 0) + 1);
    this.calls.push(call);
    if (this.calls.length > KEPT_CALLS * 1.1) this.calls = this.calls.slice(-KEPT_CALLS);
  }

  /** The newest calls, oldest first. */
  public entries(): readonly Call[] {
    return this.calls;
  }

  /** How many calls each service has answered since the start. */
  public countByService(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }
}

/**
 * Names the operation of a request as far as its protocol tells: JSON and CBOR protocols name it in
 * a header or the path, the query protocol in its form; a REST request is named by method, path and
 * subresource.
 *
 * @param request - Its method, raw URL, headers and (where it was read) body.
 */
export function operationOf(request: {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body?: Buffer;
}): string {
  const [path = "/", query] = request.url.split("?", 2);
  const target = request.headers["x-amz-target"];
  if (typeof target === "string") return target.slice(target.lastIndexOf(".") + 1);
  const rpc = /\/operation\/(\w+)$/.exec(path)?.[1];
  if (rpc) return rpc;
  const parameters = new URLSearchParams(query);
  const form = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")
    ? new URLSearchParams(request.body?.toString("utf8"))
    : undefined;
  return (
    form?.get("Action") ??
    parameters.get("Action") ??
    parameters.get("x-id") ??
    `${request.method} ${path}${subresource(parameters)}`
  );
}

/** What of a thing S3 is asked for: `?versioning`. A parameter with a value may be anybody's secret. */
function subresource(parameters: URLSearchParams): string {
  const [name] = [...parameters].find(([, value]) => value === "") ?? [];
  return name === undefined ? "" : `?${name}`;
}
