import type { IncomingMessage, ServerResponse } from "node:http";
import { createProxyServer, proxyFetch } from "httpxy";
import type { Service } from "./http";

/**
 * A service whose whole requests another server answers.
 *
 * @param upstream - Base URL of that server.
 */
export function forwardTo(upstream: string): Service {
  return async ({ method, url, headers, body }) => {
    // Node has already answered an Expect header, and the body has a known length by now.
    const kept = Object.entries(headers).filter(
      ([name]) => name !== "expect" && name !== "transfer-encoding",
    ) as [string, string][];
    const answer = await proxyFetch(upstream, new URL(url, upstream), {
      method,
      headers: { ...Object.fromEntries(kept), "content-length": String(body.length) },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const received: Record<string, string> = {};
    answer.headers.forEach((value, name) => (received[name] = value));
    return {
      status: answer.status,
      headers: received,
      body: Buffer.from(await answer.arrayBuffer()),
    };
  };
}

/**
 * Streams requests and answers through to another server, for bodies too large to hold (S3 objects).
 *
 * @param upstream - Base URL of that server.
 * @returns A function that settles when the answer has been sent, and rejects when it cannot be.
 */
export function streamTo(
  upstream: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const proxy = createProxyServer({ target: upstream, xfwd: false });
  return async (request, response) => {
    delete request.headers.expect;
    await proxy.web(request, response);
  };
}
