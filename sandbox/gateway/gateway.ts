import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CallLog, operationOf } from "./call-log";
import { setTimeout as wait } from "node:timers/promises";
import { errorCode, errorMessage, Missing } from "../machine/errors";
import { BrokenConnection } from "./fault";
import type { Fault } from "./fault";
import type { Service, ServiceResponse, Stream } from "./http";
import { UnreadableRequest } from "./json-input";
import { notServed } from "./not-served";
import { problemOf } from "./problem";
import { refuseForeign } from "./refuse-foreign";
import { signatureOf } from "./signature";

/** The largest request that is held in memory, in bytes: a Lambda zip of 50 MB in base64, and some. */
const BODY_LIMIT = 100 * 1024 * 1024;

/** What answers behind the gateway. */
export interface Backend {
  /** By signing name: the service, or undefined where there is none of that name. */
  readonly service: (name: string) => Service | undefined;
  /** The names of those there are; undefined where nobody knows. */
  readonly names?: readonly string[];
  /** By signing name: a service whose bodies are not to be held, while nothing looks into them. */
  readonly stream?: (name: string) => Stream | undefined;
  /** Sites for people's browsers on the same port: the requests below their paths that nobody signed. */
  readonly sites?: readonly Site[];
}

/** What the gateway stands in front of. */
export interface GatewayOptions {
  /** TCP port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** Asked for each request, so that it may be replaced. */
  readonly backend: () => Backend;
  /** What `GET /` tells a curious visitor. */
  readonly about: Readonly<Record<string, unknown>>;
  /** By signing name: names a request, by method and raw path, that {@link operationOf} cannot. */
  readonly operations?: Readonly<
    Record<string, (method: string, path: string) => string | undefined>
  >;
  /** What every signed request meets first, asked for each; undefined lets it through. */
  readonly fault?: () => Fault | undefined;
}

/** Pages and what they call: answers the stream itself, and never rejects. */
export interface Site {
  readonly serves: (url: string) => boolean;
  readonly handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** The one local endpoint for every AWS client. */
export interface Gateway {
  /** By number, not name: AWS clients then put a bucket into the path, and not before the host. */
  readonly endpoint: string;
  readonly port: number;
  readonly calls: CallLog;
  /** Breaks every connection, and refuses new ones for so many milliseconds. */
  refuse(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the gateway: one loopback port that sends each request to the service it is signed for.
 *
 * @throws OperatorError when the port is taken.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const calls = new CallLog();
  const answer = respondWith(options, calls);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A fault of ours must end one request, never everybody's sandbox.
      console.error(error);
      if (!response.writableEnded) response.destroy();
    });
  });
  // AWS clients reuse connections for up to 90 seconds, and must not find them closed.
  server.keepAliveTimeout = 120_000;
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const closed = new AbortController();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    calls,
    refuse: async (milliseconds) => {
      server.close();
      server.closeAllConnections();
      await wait(milliseconds);
      if (!closed.signal.aborted && !server.listening) await listen(server, port);
    },
    close: () =>
      new Promise((resolve) => {
        closed.abort();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(portFault(port, error));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

/**
 * Tries whether a port can be opened.
 *
 * @throws Missing with what keeps it from that.
 */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
}

/** What keeps a port from being opened, in words; any other error as it is. */
function portFault(port: number, error: Error): Error {
  const code = errorCode(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") return error;
  const fault = code === "EACCES" ? "may not be opened by this user" : "is already in use";
  const other = port === 4566 ? 4567 : 4566;
  return new Missing(`port ${port} ${fault}`, `choose another one with --port ${other}`);
}

function respondWith(
  options: GatewayOptions,
  calls: CallLog,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (incoming, response) => {
    const { method = "GET", url = "/", headers } = incoming;
    const signature = signatureOf(url, headers);
    const backend = options.backend();
    const foreign = refuseForeign(headers);
    const site = signature ? undefined : backend.sites?.find(({ serves }) => serves(url));
    if (!foreign && site) {
      await site.handle(incoming, response);
      return;
    }
    if (foreign !== undefined || !signature) {
      const refused = (type: string, why: string) =>
        problemOf(signature?.service ?? "", { headers, url }, 403, type, why);
      send(
        response,
        foreign === undefined
          ? unsigned(method, url, options, refused)
          : refused("AccessDeniedException", foreign),
      );
      incoming.resume();
      return;
    }
    const { service, region, accessKeyId } = signature;
    const start = performance.now();
    const nameOf = (body?: Buffer) =>
      options.operations?.[service]?.(method, url.split("?", 1)[0] ?? "") ??
      operationOf({ method, url, headers, ...(body && { body }) });
    const fault = options.fault?.();
    let body: Buffer | undefined;
    let status: number | undefined;
    try {
      const stream = backend.stream?.(service);
      if (stream && !fault) {
        await stream(incoming, response);
      } else {
        body = await readBody(incoming);
        const request = { method, url, headers, body };
        const serve = backend.service(service);
        const served = () =>
          serve ? serve(request) : Promise.resolve(notServed(service, request, backend.names));
        const answered = fault
          ? fault({ request, service, region, operation: nameOf(body) }, served)
          : served();
        send(response, await answered);
      }
    } catch (error) {
      if (error instanceof BrokenConnection) {
        status = 0;
        breakOff(response, error.answer);
      } else if (response.headersSent) response.destroy();
      else send(response, problemOf(service, { headers, url }, ...failure(error)));
    }
    calls.record({
      time: new Date(),
      service,
      operation: nameOf(body),
      accessKeyId,
      status: status ?? response.statusCode,
      durationMs: performance.now() - start,
    });
  };
}

/** Sends the head and half the body, or nothing, and ends the connection. */
function breakOff(response: ServerResponse, answer?: ServiceResponse): void {
  if (answer === undefined) {
    response.destroy();
    return;
  }
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, "content-length": body.length + 1 });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

function unsigned(
  method: string,
  url: string,
  { about }: GatewayOptions,
  refused: (type: string, why: string) => ServiceResponse,
): ServiceResponse {
  if (method === "GET" && url === "/") {
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: `${JSON.stringify(about, null, 2)}\n`,
    };
  }
  return refused(
    "MissingAuthenticationTokenException",
    "the request is not signed: point an AWS client at this address (AWS_ENDPOINT_URL, any credentials); GET / says what is served",
  );
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

class BodyTooLarge extends Error {}

function failure(error: unknown): [status: number, type: string, message: string] {
  if (error instanceof BodyTooLarge) {
    const message = `request must be at most ${BODY_LIMIT} bytes long`;
    return [413, "RequestEntityTooLargeException", message];
  }
  if (error instanceof UnreadableRequest) return [400, "SerializationException", error.message];
  const code = errorCode(error);
  if (code === "ECONNREFUSED" || code === "ECONNRESET") {
    const message = "the emulator behind the sandbox does not answer: see .sandbox/moto.log";
    return [502, "ServiceUnavailableException", message];
  }
  return [500, "InternalServiceException", errorMessage(error)];
}

function send(response: ServerResponse, { status, headers, body }: ServiceResponse): void {
  response.writeHead(status, headers);
  response.end(body);
}
