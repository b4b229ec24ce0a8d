import type { IncomingMessage, ServerResponse } from "node:http";

import type { Exchange } from "./exchange";
import { snapshotOf } from "./snapshot";

/** A comment that often, so that a page that is gone is noticed. */
const HEARTBEAT = 15_000;

/**
 * Sends a page what it shows, at once and after each change, as Server-Sent Events. Changes that
 * come together are sent together.
 *
 * @param number - The telephone that the page shows, E.164.
 */
export function streamSnapshots(
  exchange: Exchange,
  number: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  let waiting: NodeJS.Immediate | undefined;
  const send = () => {
    waiting = undefined;
    response.write(`data: ${JSON.stringify(snapshotOf(exchange, number))}\n\n`);
  };
  const stop = exchange.listen(() => {
    waiting ??= setImmediate(send);
  });
  const heartbeat = setInterval(() => response.write(":\n\n"), HEARTBEAT);
  heartbeat.unref();
  incoming.on("close", () => {
    stop();
    clearInterval(heartbeat);
    if (waiting !== undefined) clearImmediate(waiting);
  });
  response.write("retry: 1000\n\n");
  send();
}
