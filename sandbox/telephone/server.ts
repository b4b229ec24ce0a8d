import type { IncomingMessage, ServerResponse } from "node:http";

import type { ServiceResponse } from "../gateway/http";
import { command, telephoneOf } from "./page-commands";
import { Pages } from "./events";
import { evaluate, evaluationView, type SubmitEvaluation } from "./evaluations";
import { Exchange, type ExchangeOptions } from "./exchange";
import { Fields } from "./fields";
import { editableFlow, editFlow, type PublishFlow } from "./flow-edits";
import { flowPicture } from "./flow-picture";
import { namedCall } from "./named-call";
import { FIRST_NUMBER, freeNumber } from "./numbers";
import { pageFile } from "./page";
import { Refusal } from "./refusal";
import { Ticker } from "./ticker";
import { wallboardView } from "./wallboard";
import type { AlarmView } from "./wallboard-view";
import { errorMessage } from "../machine/errors";

/** Where the page is. */
export const PHONE_PATH = "/phone/";

/** The largest command, in bytes. */
const BODY_LIMIT = 10_000;

/** The telephone's page, with the exchange behind it. */
export interface TelephoneServer {
  readonly exchange: Exchange;
  /** Answers a request whose path is {@link PHONE_PATH} or below it. Never rejects. */
  readonly handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;
  stop(): void;
}

/** Whether the page serves this path. */
export const isPhonePath = (url: string): boolean => /^\/phone(?:[/?]|$)/.test(url);

/** What the pages are made of. */
export interface TelephoneOptions extends ExchangeOptions {
  /** The alarms that are on; by default there are none. */
  readonly alarms?: () => readonly AlarmView[];
  /** Publishes a flow that was edited on the page; by default that is refused. */
  readonly publishFlow?: PublishFlow;
  /** Submits an evaluation that was filled in on the page; by default that is refused. */
  readonly submitEvaluation?: SubmitEvaluation;
}

/** Makes the telephone: its time goes on from the first request. */
export function createTelephone({
  alarms = () => [],
  publishFlow = () => Promise.reject(new Refusal("flows are not edited here")),
  submitEvaluation = () => Promise.reject(new Refusal("calls are not evaluated here")),
  ...options
}: TelephoneOptions): TelephoneServer {
  const exchange = new Exchange(options);
  const pages = new Pages(exchange);
  // What is deployed changes with it, too.
  const stopListening = exchange.board.listen(() => {
    exchange.changed();
  });
  let ticker: Ticker | undefined;
  return {
    exchange,
    handle: async (incoming, response) => {
      ticker ??= new Ticker(exchange);
      try {
        await serve({ exchange, pages, alarms, publishFlow, submitEvaluation }, incoming, response);
      } catch (error) {
        send(response, failure(error));
      }
    },
    stop: () => {
      ticker?.stop();
      stopListening();
      pages.close();
    },
  };
}

interface Served {
  readonly exchange: Exchange;
  readonly pages: Pages;
  readonly alarms: () => readonly AlarmView[];
  readonly publishFlow: PublishFlow;
  readonly submitEvaluation: SubmitEvaluation;
}

async function serve(
  { exchange, pages, alarms, publishFlow, submitEvaluation }: Served,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/", headers } = incoming;
  const [path = "", query] = url.split("?", 2);
  if (path === "/phone") {
    send(response, { status: 308, headers: { location: PHONE_PATH }, body: "" });
    return;
  }
  const segments = path.slice(PHONE_PATH.length).split("/").map(decode);
  if (method === "POST") {
    if (headers["content-type"]?.split(";", 1)[0] !== "application/json") {
      throw new Refusal("content-type must be application/json", 400);
    }
    const fields = new Fields(await readBody(incoming));
    if (segments[0] === "flows" && segments[2] === "edit" && segments.length === 3) {
      await editFlow(exchange.directory, segments[1] ?? "", fields, publishFlow);
      exchange.changed();
    } else if (isEvaluation(segments)) {
      await evaluate(exchange.directory, segments[1] ?? "", fields, submitEvaluation);
    } else command(exchange, segments, fields);
    send(response, { status: 204, headers: { "cache-control": "no-store" }, body: "" });
  } else if (method !== "GET") {
    throw new Refusal(`method must be GET or POST, got ${method}`, 400);
  } else if (segments[0] === "events") {
    const asked = new URLSearchParams(query);
    const shared = asked.get("telephone");
    const { number } = telephoneOf(exchange, shared ?? asked.get("own") ?? FIRST_NUMBER);
    // The stream of a page that is loaded again may be seen to end only after the new one begins.
    if (asked.has("again")) pages.leave(number);
    const own = shared ?? freeNumber(number, pages.numbers);
    pages.open(own, response);
  } else if (segments.join("/") === "wallboard.json") {
    send(response, json(wallboardView(exchange, alarms())));
  } else if (isEvaluation(segments)) {
    send(response, json(evaluationView(exchange.directory, segments[1] ?? "")));
  } else if (segments[0] === "flows" && segments[2] === "edit" && segments.length === 3) {
    send(response, json(editableFlow(exchange.directory, segments[1] ?? "")));
  } else if (segments[0] === "flows") {
    send(response, {
      status: 200,
      headers: {
        "content-type": "image/svg+xml",
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      },
      body: await flowPicture(exchange.directory, (segments[1] ?? "").replace(/\.svg$/, "")),
    });
  } else if (segments[0] === "telephones" && segments[2] === "test" && segments.length === 3) {
    const { called, number } = telephoneOf(exchange, segments[1] ?? "");
    if (called === undefined) throw new Refusal(`${number} has made no call yet`, 404);
    send(response, {
      status: 200,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
      body: namedCall(called),
    });
  } else {
    const file = await pageFile(segments.join("/"));
    if (file === undefined) throw new Refusal(`there is no page ${path}`, 404);
    send(response, file);
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(`the path must be percent-encoded, got ${segment}`, 400);
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) {
      throw new Refusal(`the body must be at most ${BODY_LIMIT} bytes long`, 400);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function failure(error: unknown): ServiceResponse {
  const status = error instanceof Refusal ? error.status : 500;
  const message = errorMessage(error);
  return json({ message }, status);
}

const json = (body: unknown, status = 200): ServiceResponse => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(body),
});

/** Whether a path is `contacts/<id>/evaluation`. */
const isEvaluation = ([first, , third, ...more]: readonly string[]): boolean =>
  first === "contacts" && third === "evaluation" && more.length === 0;

function send(response: ServerResponse, { status, headers, body }: ServiceResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, headers);
  response.end(body);
}
