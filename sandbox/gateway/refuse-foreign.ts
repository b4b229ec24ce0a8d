import type { IncomingHttpHeaders } from "node:http";
import type { ServiceResponse } from "./http";
import { problem } from "./problem";

/**
 * Refuses what a web page of another site makes a browser send: a page can call this port by a form,
 * or by a name of its own that resolves to 127.0.0.1 (DNS rebinding).
 *
 * @param headers - The request's headers.
 * @returns The refusal, or undefined for a request that may pass.
 */
export function refuseForeign(headers: IncomingHttpHeaders): ServiceResponse | undefined {
  const { host = "", origin } = headers;
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (!/^(localhost|127\.0\.0\.1|\[::1\]|([a-z0-9_.-]+\.)localhost)$/.test(name)) {
    return problem(
      403,
      "AccessDeniedException",
      `host must be localhost or 127.0.0.1, got ${JSON.stringify(host)}: the sandbox serves this machine only`,
    );
  }
  const site = headers["sec-fetch-site"];
  if (
    (origin !== undefined && origin !== `http://${host}`) ||
    (site !== undefined && site !== "same-origin" && site !== "none")
  ) {
    return problem(
      403,
      "AccessDeniedException",
      `origin must be the sandbox itself, got ${JSON.stringify(origin ?? site)}: pages of other sites may not call it`,
    );
  }
  return undefined;
}
