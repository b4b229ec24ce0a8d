import type { ServerResponse } from "node:http";
import type { Site } from "./gateway/gateway";

/** Where a sandbox is told to go back to the last snapshot. */
export const RESET_PATH = "/sandbox/reset";

/** How to go back to the last snapshot. */
export interface Resetting {
  /** Why that can't be done now; undefined where it can. */
  readonly refusal: () => string | undefined;
  readonly reset: () => Promise<void>;
}

/**
 * Makes the one command of the sandbox itself: `POST /sandbox/reset`. Its content type must be JSON, which
 * a browser lets no page of another site send unasked.
 */
export function resetSite({ refusal, reset }: Resetting): Site {
  return {
    serves: (url) => url.split("?", 1)[0] === RESET_PATH,
    handle: async ({ method, headers }, response) => {
      if (method !== "POST") {
        send(response, 405, `method must be POST, got ${String(method)}`);
        return;
      }
      if (headers["content-type"]?.split(";", 1)[0] !== "application/json") {
        send(response, 400, "content-type must be application/json");
        return;
      }
      const refused = refusal();
      if (refused !== undefined) {
        send(response, 409, refused);
        return;
      }
      await reset();
      response.writeHead(204, { "cache-control": "no-store" }).end();
    },
  };
}

function send(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify({ message }));
}
