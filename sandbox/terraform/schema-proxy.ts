import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ProviderSchemas } from "./provider-schemas";

/** What Terraform calls to learn a provider's types, in both versions of the protocol. */
const ASKS_FOR_SCHEMAS = /^\/tfplugin\d+\.Provider\/Get(Provider)?Schema$/;

/** Bytes before a message of gRPC: whether it is compressed, and its length. */
const FRAME = 5;

/** Bytes that may be under way at a time; Node's own 64 KiB would stall on schemas of 5 MB. */
const WINDOW = 16 * 1024 * 1024;

/**
 * Stands between Terraform and a provider that is kept running. It passes on each call as it is, but for
 * one: of the schemas of all of AWS, some 1,400 types, Terraform gets those that it is going to use. It
 * would otherwise spend more than a second on them in each run.
 */
export class SchemaProxy {
  private schemas: Promise<ProviderSchemas> | undefined;

  private constructor(
    private readonly server: Http2Server,
    private readonly folder: string,
    /** The Unix socket at which Terraform finds the provider. */
    public readonly socket: string,
  ) {}

  /**
   * @param provider - The provider's own Unix socket.
   * @param types - The types that Terraform is going to use, asked for at each run.
   */
  public static async start(
    provider: string,
    types: () => ReadonlySet<string>,
  ): Promise<SchemaProxy> {
    const server = createServer({ settings: { initialWindowSize: WINDOW } });
    // Of mode 0700: whoever reaches the provider can make it call AWS.
    const folder = mkdtempSync(join(tmpdir(), "sandbox-provider-"));
    const proxy = new SchemaProxy(server, folder, join(folder, "socket"));
    server.on("session", (session) => {
      const upstream = connect("http://localhost", {
        createConnection: () => createConnection(provider),
        settings: { initialWindowSize: WINDOW },
      });
      upstream.on("connect", () => {
        if (!upstream.destroyed) upstream.setLocalWindowSize(WINDOW);
      });
      // Terraform is told by the end of its own connection.
      upstream.on("error", () => undefined);
      upstream.on("close", () => {
        session.destroy();
      });
      session.on("error", () => undefined);
      session.on("close", () => {
        upstream.destroy();
      });
      session.on("stream", (stream, headers) => {
        if (ASKS_FOR_SCHEMAS.test(headers[":path"] ?? "")) {
          void proxy.answerSchemas(stream, headers, upstream, types);
        } else passOn(stream, headers, upstream);
      });
    });
    server.listen(proxy.socket);
    await once(server, "listening");
    return proxy;
  }

  public stop(): void {
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answerSchemas(
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    upstream: ClientHttp2Session,
    types: () => ReadonlySet<string>,
  ): Promise<void> {
    stream.on("error", () => undefined);
    stream.resume();
    try {
      this.schemas ??= askForSchemas(upstream, headers);
      const message = (await this.schemas).only(types());
      if (stream.destroyed || stream.closed) return;
      const frame = Buffer.alloc(FRAME);
      frame.writeUInt32BE(message.length, 1);
      stream.on("wantTrailers", () => {
        stream.sendTrailers({ "grpc-status": "0" });
      });
      stream.respond(
        { ":status": 200, "content-type": "application/grpc" },
        { waitForTrailers: true },
      );
      stream.end(Buffer.concat([frame, message]));
    } catch {
      this.schemas = undefined;
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    }
  }
}

/** @throws Error when the provider doesn't answer. */
async function askForSchemas(
  upstream: ClientHttp2Session,
  headers: IncomingHttpHeaders,
): Promise<ProviderSchemas> {
  const asking = upstream.request(headers);
  asking.end(Buffer.alloc(FRAME));
  const chunks: Buffer[] = [];
  for await (const chunk of asking) chunks.push(chunk as Buffer);
  const answer = Buffer.concat(chunks);
  if (answer.length < FRAME) throw new Error("the provider gave no schemas");
  return new ProviderSchemas(answer.subarray(FRAME));
}

/** Passes a call on, and its answer back, in both directions as it comes. */
function passOn(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  upstream: ClientHttp2Session,
): void {
  stream.on("error", () => undefined);
  if (upstream.destroyed || upstream.closed) {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    return;
  }
  const call = upstream.request(headers);
  let trailers: IncomingHttpHeaders = {};
  stream.pipe(call);
  stream.on("wantTrailers", () => {
    // Terraform may have given up since.
    if (!stream.destroyed) stream.sendTrailers(trailers);
  });
  call.on("response", (answer, flags) => {
    if (stream.destroyed || stream.closed) return;
    const endStream = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    stream.respond(answer, { endStream, waitForTrailers: !endStream });
    if (!endStream) call.pipe(stream);
  });
  call.on("trailers", (received: IncomingHttpHeaders) => (trailers = received));
  // Either end gives up for both.
  call.on("error", () => {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  });
  stream.on("close", () => {
    call.close(constants.NGHTTP2_CANCEL);
  });
}
