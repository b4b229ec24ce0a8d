import { createServer, request as httpRequest } from "node:http";
import type { IncomingMessage, OutgoingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { OperatorError } from "../../../sandbox/machine/errors";
import { forwardTo, streamTo } from "../../../sandbox/gateway/forward";
import { startGateway } from "../../../sandbox/gateway/gateway";
import type { Gateway } from "../../../sandbox/gateway/gateway";
import type { Service } from "../../../sandbox/gateway/http";

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

const signedFor = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=AKID/20261122/us-west-2/${service}/aws4_request, SignedHeaders=host, Signature=x`,
});

describe("the gateway", () => {
  let upstream: Server;
  let gateway: Gateway;

  /** A service that shows what reached it. */
  const echo: Service = ({ method, url, body }) =>
    Promise.resolve({
      status: 200,
      headers: { "content-type": "text/plain" },
      body: `here ${method} ${url} ${body.toString()}`,
    });

  const send = (path: string, headers: OutgoingHttpHeaders = {}, body?: string, method = "POST") =>
    new Promise<Answer>((resolve, reject) => {
      const sent = httpRequest(
        { port: gateway.port, host: "127.0.0.1", method, path, headers },
        (response) => {
          let text = "";
          response.on("data", (chunk: Buffer) => (text += chunk.toString()));
          response.on("end", () => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
          });
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });

  before(async () => {
    upstream = createServer((incoming, response) => {
      let text = "";
      incoming.on("data", (chunk: Buffer) => (text += chunk.toString()));
      incoming.on("end", () => {
        response.writeHead(201, { "x-from": "upstream" });
        const { method = "", url = "", headers } = incoming;
        response.end(`upstream ${method} ${url} ${headers.host ?? ""} ${text}`);
      });
    });
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    const { port } = upstream.address() as AddressInfo;
    gateway = await startGateway({
      port: 0,
      backend: () => {
        const at = { address: `http://127.0.0.1:${port}` };
        const forward = forwardTo(at);
        const services: Record<string, Service> = {
          connect: echo,
          lambda: () => Promise.reject(new Error("broken")),
          dynamodb: forward,
          iam: forward,
        };
        return {
          service: (name) => services[name],
          names: ["connect", "dynamodb"],
          stream: (name) => (name === "s3" ? streamTo(at) : undefined),
        };
      },
      operations: {
        connect: () => "ListTagsForResource",
        iam: () => {
          throw new Error("a fault of the log");
        },
      },
      about: { service: "a sandbox" },
    });
  });

  after(async () => {
    await gateway.close();
    upstream.close();
  });

  describe("sends a request to the service it is signed for", () => {
    it("connect, with the raw path: an ARN stays one segment", async () => {
      const { status, text } = await send("/tags/arn%3Aaws%2Fx?a=b", signedFor("connect"), "{}");
      expect([status, text]).to.deep.equal([200, "here POST /tags/arn%3Aaws%2Fx?a=b {}"]);
    });

    it("one that the emulator behind it plays, host kept", async () => {
      const { status, text, headers } = await send("/a%2Fb?c", signedFor("dynamodb"), "hello");
      expect(status).to.equal(201);
      expect(headers["x-from"]).to.equal("upstream");
      expect(text).to.equal(`upstream POST /a%2Fb?c 127.0.0.1:${gateway.port} hello`);
    });

    it("s3 too, streamed, with dots in the path", async () => {
      const { text } = await send(
        "/bucket/a/../b%20c",
        signedFor("s3"),
        "x".repeat(300_000),
        "PUT",
      );
      expect(text.slice(0, 40)).to.match(/^upstream PUT \/bucket\/a\/\.\.\/b%20c 127/);
      expect(text.length).to.be.greaterThan(300_000);
    });

    it("by a presigned query as well", async () => {
      const credential = encodeURIComponent("a/20261122/us-west-2/s3/aws4_request");
      const { status } = await send(`/b/k?X-Amz-Credential=${credential}`, {}, undefined, "GET");
      expect(status).to.equal(201);
    });

    it("but by a presigned query to S3 alone: a page can make such a link to anything", async () => {
      const credential = encodeURIComponent("a/20261122/us-west-2/iam/aws4_request");
      const { status } = await send(`/?X-Amz-Credential=${credential}`, {}, undefined, "GET");
      expect(status).to.equal(403);
    });
  });

  describe("serves this machine only", () => {
    for (const host of ["localhost", "127.0.0.1:4566", "[::1]:4566", "bucket.localhost:4566"]) {
      it(`answers the host ${host}`, async () => {
        expect((await send("/", { ...signedFor("connect"), host })).status).to.equal(200);
      });
    }

    for (const host of ["evil.example", "localhost.evil.example", "10.0.0.1", "evil-localhost"]) {
      it(`refuses the host ${host}`, async () => {
        const { status, text } = await send("/", { ...signedFor("connect"), host });
        expect(status).to.equal(403);
        expect(text).to.contain("host must be localhost or 127.0.0.1, got").and.contain(host);
      });
    }

    for (const origin of ["http://evil.example", "null", "http://localhost:3000"]) {
      it(`refuses the origin ${origin}`, async () => {
        const { status, text } = await send("/", { ...signedFor("connect"), origin });
        expect(status).to.equal(403);
        expect(text).to.contain("origin must be the sandbox itself");
      });
    }

    it("refuses what a browser sends for another site without saying which", async () => {
      const headers = { ...signedFor("connect"), "sec-fetch-site": "cross-site" };
      expect((await send("/", headers)).status).to.equal(403);
    });

    it("answers its own pages", async () => {
      const origin = `http://127.0.0.1:${gateway.port}`;
      expect((await send("/", { ...signedFor("connect"), origin })).status).to.equal(200);
    });
  });

  it("says at its root what it is", async () => {
    const { status, text } = await send("/", {}, undefined, "GET");
    expect([status, JSON.parse(text)]).to.deep.equal([200, { service: "a sandbox" }]);
  });

  it("refuses a request that is not signed, and says how to send one", async () => {
    const { status, text } = await send("/bucket", {}, undefined, "GET");
    expect(status).to.equal(403);
    expect(text).to.contain("not signed").and.contain("AWS_ENDPOINT_URL");
  });

  it("answers a fault of a service as AWS does, and goes on", async () => {
    const { status, headers } = await send("/", signedFor("lambda"));
    expect(status).to.equal(500);
    expect(headers["x-amzn-errortype"]).to.equal("InternalServiceException");
    expect((await send("/", signedFor("connect"))).status).to.equal(200);
  });

  it("outlives a fault of its own, after it has answered", async () => {
    const { error } = console;
    console.error = () => undefined;
    try {
      expect((await send("/", signedFor("iam"))).status).to.equal(201);
    } finally {
      console.error = error;
    }
    expect((await send("/", signedFor("connect"))).status).to.equal(200);
  });

  it("says so when the emulator behind it is gone", async () => {
    const lone = await startGateway({
      port: 0,
      backend: () => ({
        service: () => forwardTo({ address: "http://127.0.0.1:9" }),
        stream: (name) => (name === "s3" ? streamTo({ address: "http://127.0.0.1:9" }) : undefined),
      }),
      about: {},
    });
    for (const service of ["iam", "s3"]) {
      const answer = await fetch(`${lone.endpoint}/`, { headers: signedFor(service) });
      expect(answer.status, service).to.equal(502);
      expect(await answer.text()).to.contain("moto.log");
    }
    await lone.close();
  });

  it("keeps a log of calls, without their bodies", async () => {
    await send("/tags/x", signedFor("connect"), "secret");
    const call = gateway.calls.entries().at(-1);
    expect(call).to.include({
      service: "connect",
      operation: "ListTagsForResource",
      accessKeyId: "AKID",
      status: 200,
    });
    expect(JSON.stringify(gateway.calls.entries())).not.to.contain("secret");
  });

  it("names a port that is taken, and the cure", async () => {
    const backend = () => ({ service: () => undefined });
    const options = { port: gateway.port, backend, about: {} };
    const error: unknown = await startGateway(options).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(OperatorError);
    expect(String(error))
      .to.contain(`port ${gateway.port} is already in use`)
      .and.contain("--port");
  });
});
