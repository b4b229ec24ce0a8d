import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { SchemaProxy } from "../../../sandbox/terraform/schema-proxy";
import { entry } from "../../support/provider-answer";

const QUEUE = entry(2, "aws_connect_queue", "a queue");
const NETWORK = entry(2, "aws_vpc", "a network");

describe("SchemaProxy", () => {
  let folder: string;
  let provider: Http2Server;
  let proxy: SchemaProxy;
  let terraform: ClientHttp2Session;
  let sessions: ServerHttp2Session[];
  let asked: string[];
  let types: Set<string>;
  /** The provider has its schemas then. */
  let ready: Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "provider-"));
    asked = [];
    sessions = [];
    types = new Set(["aws_connect_queue"]);
    ready = Promise.resolve();
    provider = createServer();
    provider.on("stream", answer);
    provider.on("session", (session) => sessions.push(session));
    provider.listen(join(folder, "socket"));
    await once(provider, "listening");
    proxy = await SchemaProxy.start(join(folder, "socket"), () => types);
    terraform = connect("http://localhost", {
      createConnection: () => createConnection(proxy.socket),
    });
  });

  afterEach(() => {
    terraform.destroy();
    proxy.stop();
    provider.close();
    rmSync(folder, { recursive: true });
  });

  /** Plays a provider: schemas, an answer of gRPC with trailers, a failure without a body, none at all. */
  function answer(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const method = (headers[":path"] ?? "").split("/")[2] ?? "";
    asked.push(method);
    if (method === "Fail") {
      stream.respond({ ":status": 200, "grpc-status": "2" }, { endStream: true });
      return;
    }
    if (method === "Reset") {
      stream.on("error", () => undefined);
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      return;
    }
    if (method === "Wait") {
      stream.on("aborted", () => asked.push("given up"));
      return;
    }
    stream.on("wantTrailers", () => {
      stream.sendTrailers({ "grpc-status": "0", "x-of": method });
    });
    stream.respond({ ":status": 200 }, { waitForTrailers: true });
    if (method.endsWith("Schema")) {
      void ready.then(() => stream.end(frame(Buffer.concat([QUEUE, NETWORK]))));
    } else stream.pipe(stream);
  }

  const frame = (message: Uint8Array) =>
    Buffer.concat([Buffer.from([0, 0, 0, 0, message.length]), message]);

  async function call(method: string, body = Buffer.alloc(5)) {
    const stream = terraform.request({
      ":method": "POST",
      ":path": `/tfplugin5.Provider/${method}`,
    });
    let head: IncomingHttpHeaders = {};
    let trailers: IncomingHttpHeaders = {};
    stream.on("response", (received) => (head = received));
    stream.on("trailers", (received: IncomingHttpHeaders) => (trailers = received));
    stream.end(body);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return { head, trailers, body: Buffer.concat(chunks) };
  }

  for (const method of ["GetSchema", "GetProviderSchema"]) {
    it(`answers ${method} with the types that are going to be used`, async () => {
      const { body, trailers } = await call(method);
      expect(body).to.deep.equal(frame(QUEUE));
      expect(trailers).to.include({ "grpc-status": "0" });
    });
  }

  it("asks the provider for its schemas once, and what is going to be used each time", async () => {
    await call("GetSchema");
    types = new Set(["aws_vpc"]);
    expect((await call("GetSchema")).body).to.deep.equal(frame(NETWORK));
    expect(asked).to.deep.equal(["GetSchema"]);
  });

  it("passes on every other call as it is, with body and trailers, large ones too", async () => {
    const body = Buffer.alloc(3_000_000, "a plan ");
    const { head, trailers, body: back } = await call("PlanResourceChange", body);
    expect(back.equals(body)).to.equal(true);
    expect(head[":status"]).to.equal(200);
    expect(trailers).to.include({ "grpc-status": "0", "x-of": "PlanResourceChange" });
  });

  it("passes on a failure that has no body", async () => {
    expect((await call("Fail")).head).to.include({ "grpc-status": "2" });
  });

  it("gives up at the provider what Terraform has given up", async () => {
    const stream = terraform.request({
      ":method": "POST",
      ":path": "/tfplugin5.Provider/Wait",
    });
    stream.on("error", () => undefined);
    while (!asked.includes("Wait")) await new Promise(setImmediate);
    stream.close(constants.NGHTTP2_CANCEL);
    while (!asked.includes("given up")) await new Promise(setImmediate);
  });

  it("keeps the schemas for which somebody asked who has given up since", async () => {
    let haveThem: () => void = () => undefined;
    ready = new Promise((resolve) => (haveThem = resolve));
    const stream = terraform.request({
      ":method": "POST",
      ":path": "/tfplugin5.Provider/GetSchema",
    });
    stream.on("error", () => undefined);
    stream.end(Buffer.alloc(5));
    while (!asked.includes("GetSchema")) await new Promise(setImmediate);
    stream.close(constants.NGHTTP2_CANCEL);
    await call("PlanResourceChange");
    haveThem();
    await call("PlanResourceChange");
    expect((await call("GetSchema")).body).to.deep.equal(frame(QUEUE));
    expect(asked.filter((method) => method === "GetSchema")).to.have.length(1);
  });

  it("passes on that the provider gives up a call", async () => {
    const failure = await call("Reset").catch((error: unknown) => error);
    expect(failure).to.have.property("code", "ERR_HTTP2_STREAM_ERROR");
    expect((await call("PlanResourceChange")).head[":status"]).to.equal(200);
  });

  it("goes on serving whoever leaves while it is being connected", async () => {
    for (let round = 0; round < 100; round += 1) {
      const leaving = connect("http://localhost", {
        createConnection: () => createConnection(proxy.socket),
      });
      leaving.on("error", () => undefined);
      if (round % 2 === 0) await once(leaving, "connect");
      for (let turn = 0; turn < round % 5; turn += 1) await new Promise(setImmediate);
      leaving.destroy();
    }
    expect((await call("PlanResourceChange")).head[":status"]).to.equal(200);
  });

  it("goes on serving whatever is given up at whatever moment", async () => {
    for (let round = 0; round < 300; round += 1) {
      const method = ["GetSchema", "PlanResourceChange", "Fail"][round % 3] ?? "";
      const stream = terraform.request({
        ":method": "POST",
        ":path": `/tfplugin5.Provider/${method}`,
      });
      stream.on("error", () => undefined);
      stream.end(Buffer.alloc(round * 100));
      for (let turn = 0; turn < round % 7; turn += 1) await new Promise(setImmediate);
      stream.close(constants.NGHTTP2_CANCEL);
    }
    expect((await call("PlanResourceChange")).trailers).to.include({ "grpc-status": "0" });
  });

  it("ends Terraform's connection when the provider has gone", async () => {
    await call("GetSchema");
    const gone = once(terraform, "close");
    terraform.on("error", () => undefined);
    const waiting = call("Wait").catch(() => undefined);
    while (!asked.includes("Wait")) await new Promise(setImmediate);
    for (const session of sessions) session.destroy();
    await gone;
    await waiting;
  });
});
