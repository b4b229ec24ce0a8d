import type { IncomingHttpHeaders } from "node:http";

/**
 * Refuses what a web page of another site makes a browser send: a page can call this port by a form,
 * or by a name of its own that resolves to 127.0.0.1 (DNS rebinding).
 *
 * @param headers - The request's headers.
 * @returns Why it is refused, or undefined for a request that may pass.
 */
export function refuseForeign(headers: IncomingHttpHeaders): string | undefined {
  const { host = "", origin } = headers;
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (!/^(localhost|127\.0\.0\.1|\[::1\]|([a-z0-9_.-]+\.)localhost)$/.test(name)) {
    return `host must be localhost or 127.0.0.1, got ${JSON.stringify(host)}: the sandbox serves this machine only`;
  }
  const site = headers["sec-fetch-site"];
  if (
    (origin !== undefined && origin !== `http://${host}`) ||
    (site !== undefined && site !== "same-origin" && site !== "none")
  ) {
    return `origin must be the sandbox itself, got ${JSON.stringify(origin ?? site)}: pages of other sites may not call it`;
  }
  return undefined;
}
