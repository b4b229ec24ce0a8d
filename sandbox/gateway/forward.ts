import type { IncomingMessage, ServerResponse } from "node:http";
import { createProxyServer, proxyFetch } from "httpxy";
import type { Service, Stream } from "./http";

/** Where another server listens, and what it demands of each request. */
export interface Upstream {
  /** A base URL, or `unix:` and the path of a Unix socket. */
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service whose whole requests another server answers. */
export function forwardTo({ address, headers: demanded = {} }: Upstream): Service {
  const base = address.startsWith("unix:") ? "http://localhost" : address;
  return async ({ method, url, headers, body }) => {
    // Node has already answered an Expect header, and the body has a known length by now.
    const kept = Object.entries(headers).filter(
      ([name]) => name !== "expect" && name !== "transfer-encoding",
    ) as [string, string][];
    const answer = await proxyFetch(address, new URL(url, base), {
      method,
      headers: { ...Object.fromEntries(kept), ...demanded, "content-length": String(body.length) },
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

/** Streams requests and answers through to another server, for bodies too large to hold (S3 objects). */
export function streamTo({ address, headers = {} }: Upstream): Stream {
  const target = address.startsWith("unix:")
    ? { protocol: "http:", socketPath: address.slice("unix:".length) }
    : address;
  const proxy = createProxyServer({ target, headers, xfwd: false });
  return async (request: IncomingMessage, response: ServerResponse) => {
    delete request.headers.expect;
    await proxy.web(request, response);
  };
}
