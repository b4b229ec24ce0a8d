import { get, request, type IncomingMessage, type ServerResponse } from "node:http";

import "../commands/support/quiet-sdk";
import Table from "cli-table3";
import { type Gateway, startGateway } from "../sandbox/gateway/gateway";
import type { Exchange } from "../sandbox/telephone/exchange";
import { createTelephone, isPhonePath } from "../sandbox/telephone/server";
import { snapshotOf } from "../sandbox/telephone/snapshot";
import { smallCenter } from "./telephone/center";

/**
 * So many callers at once, each with a page that is open: how long until all of their dials are
 * answered, and what the pages are sent meanwhile. Beside it the rival: pages that are sent the whole
 * after each change.
 */
const CALLERS = 200;
const AGENTS = 7;
const NUMBERS = Array.from({ length: CALLERS }, (_, at) => `+1302555${String(1000 + at)}`);

type Center = Awaited<ReturnType<typeof smallCenter>>;

/** A page that counts. */
interface Page {
  bytes: number;
  /** The last bytes that it got. */
  at: number;
}

type Open = (
  exchange: Exchange,
  number: string,
  incoming: IncomingMessage,
  response: ServerResponse,
) => void;

/** Sends a page the whole after each change. */
const whole: Open = (exchange, number, incoming, response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  let waiting: NodeJS.Immediate | undefined;
  const send = () => {
    waiting = undefined;
    response.write(`data: ${JSON.stringify(snapshotOf(exchange, number))}\n\n`);
  };
  const stop = exchange.listen(() => {
    waiting ??= setImmediate(send);
  });
  incoming.on("close", stop);
  send();
};

async function measure({ connect: { store }, number: to }: Center, open?: Open): Promise<string[]> {
  const telephone = createTelephone({
    stores: () => [store],
    invoke: () => Promise.reject(new Error("no function is called here")),
  });
  const gateway = await startGateway({
    port: 0,
    about: {},
    backend: () => ({
      service: () => () => Promise.resolve({ status: 404, headers: {}, body: "" }),
      sites: [
        {
          serves: isPhonePath,
          handle: (incoming, response) => {
            const number = new URL(incoming.url ?? "", "http://sandbox").searchParams.get(
              "telephone",
            );
            if (open === undefined || number === null) return telephone.handle(incoming, response);
            open(telephone.exchange, number, incoming, response);
            return Promise.resolve();
          },
        },
      ],
    }),
  });
  telephone.exchange.speed = 0;
  try {
    const pages = await Promise.all(NUMBERS.map((number) => openPage(gateway, number)));
    await quiet(pages);
    const before = bytesOf(pages);
    const began = performance.now();
    await Promise.all(NUMBERS.map((each) => dial(gateway, each, to)));
    const seconds = (performance.now() - began) / 1000;
    await quiet(pages);
    const megabytes = (bytesOf(pages) - before) / 1e6;
    return [seconds.toFixed(1), megabytes.toFixed(1)];
  } finally {
    telephone.stop();
    await gateway.close();
  }
}

const bytesOf = (pages: readonly Page[]): number =>
  pages.reduce((sum, { bytes }) => sum + bytes, 0);

/** Waits until no page has got anything for half a second. */
async function quiet(pages: readonly Page[]): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 100));
  while (performance.now() - Math.max(...pages.map(({ at }) => at)) < 500);
}

const openPage = ({ port }: Gateway, number: string): Promise<Page> =>
  new Promise((resolve, reject) => {
    const path = `/phone/events?telephone=${encodeURIComponent(number)}`;
    get({ host: "127.0.0.1", port, path }, (response) => {
      const page = { bytes: 0, at: performance.now() };
      response.on("data", (chunk: Buffer) => {
        page.bytes += chunk.length;
        page.at = performance.now();
      });
      // The gateway ends the streams when it closes.
      response.on("error", () => undefined);
      resolve(page);
    }).on("error", reject);
  });

const dial = ({ port }: Gateway, number: string, to: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const path = `/phone/telephones/${encodeURIComponent(number)}/dial`;
    const headers = { "content-type": "application/json" };
    request({ host: "127.0.0.1", port, path, method: "POST", headers }, (response) => {
      response.resume();
      if (response.statusCode === 204) response.on("end", resolve);
      else reject(new Error(`a dial was answered with ${response.statusCode ?? ""}`));
    })
      .on("error", reject)
      .end(JSON.stringify({ to }));
  });

async function main(): Promise<void> {
  const center = await smallCenter(AGENTS);
  const table = new Table({
    head: ["pages are sent", "all dials answered, s", "MB of events"],
    style: { head: [], border: [] },
  });
  table.push(
    ["what has changed", ...(await measure(center))],
    ["the whole, after each change", ...(await measure(center, whole))],
  );
  console.log(`${CALLERS} callers at once, each with a page that is open:`);
  console.log(table.toString());
}

void main();
