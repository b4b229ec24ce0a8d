import type { ServerResponse } from "node:http";
import type { Site } from "./gateway";

/** Where a sandbox is told to go back to the last snapshot. */
export const RESET_PATH = "/sandbox/reset";

/**
 * Makes the one command of the sandbox itself: `POST /sandbox/reset`. Its content type must be JSON, which
 * a browser lets no page of another site send unasked.
 *
 * @param reset - Goes back to the last snapshot; false where there is none.
 */
export function resetSite(reset: () => Promise<boolean>): Site {
  return {
    serves: (url) => url.split("?", 1)[0] === RESET_PATH,
    handle: async ({ method, headers }, response) => {
      if (method !== "POST") {
        send(response, 405, `method must be POST, got ${String(method)}`);
      } else if (headers["content-type"]?.split(";", 1)[0] !== "application/json") {
        send(response, 400, "content-type must be application/json");
      } else if (await reset()) {
        response.writeHead(204, { "cache-control": "no-store" }).end();
      } else {
        send(
          response,
          409,
          "there is no snapshot to go back to: npm start takes one when it has applied",
        );
      }
    },
  };
}

function send(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify({ message }));
}
