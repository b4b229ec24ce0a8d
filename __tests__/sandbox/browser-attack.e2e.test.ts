import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ConnectClient, ListInstancesCommand } from "@aws-sdk/client-connect";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";
import type { Browser } from "playwright-core";

import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { startBrowser } from "../support/browser";
import { listeningPorts } from "../support/listening-ports";
import { requires } from "../support/requirements";

/** A page of somebody else, that knows the sandbox as well as we do. */
const ATTACK = async ({ targets, template }: { targets: string[]; template: string }) => {
  const scope = (service: string) => `x/20261126/us-east-1/${service}/aws4_request`;
  const signed = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=${scope(service)}, SignedHeaders=host, Signature=x`;
  const form = new URLSearchParams({
    Action: "CreateStack",
    Version: "2010-05-15",
    StackName: "attack",
    TemplateBody: template,
  });
  const later: Promise<unknown>[] = [];
  const seen: number[] = [];
  const send = (url: string, init: RequestInit) => {
    const answer = fetch(url, init).then(
      ({ status }) => seen.push(status),
      () => undefined,
    );
    later.push(answer);
  };
  for (const target of targets) {
    // moto takes the service from such a path where a request is not signed.
    for (const path of ["/", "/cloudformation_us-east-1/", "/moto-api/reset", "/sandbox/reset"]) {
      const url = target + path;
      for (const mode of ["no-cors", "cors"] as const) {
        send(url, { method: "POST", mode, body: form });
        send(url, { method: "POST", mode, body: form.toString() });
        send(url, {
          method: "POST",
          mode,
          body: form,
          headers: { authorization: signed("cloudformation") },
        });
        send(`${url}?${form}&X-Amz-Credential=${scope("cloudformation")}`, { mode });
      }
      navigator.sendBeacon(url, form);
      const query = `${form}&X-Amz-Credential=${scope("cloudformation")}`;
      for (const tag of ["img", "script", "iframe"] as const) {
        const element = document.createElement(tag);
        element.src = `${url}?${query}`;
        document.body.append(element);
      }
      const frame = document.createElement("iframe");
      frame.name = `frame-${later.length}`;
      const submitted = document.createElement("form");
      submitted.method = "POST";
      submitted.action = `${url}?X-Amz-Credential=${scope("cloudformation")}`;
      submitted.target = frame.name;
      for (const [name, value] of form) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name, value });
        submitted.append(field);
      }
      document.body.append(frame, submitted);
      submitted.submit();
    }
    send(`${target}/instance`, {
      method: "PUT",
      mode: "cors",
      body: "{}",
      headers: { authorization: signed("connect") },
    });
    send(`${target}/bucket?X-Amz-Credential=${scope("s3")}`, { method: "POST", mode: "no-cors" });
  }
  await Promise.all(later);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return seen;
};

describe("A web page of another site", function () {
  this.timeout(60_000);
  requires("moto_server", "chromium");

  const folder = mkdtempSync(join(tmpdir(), "attack-"));
  const mark = join(folder, "mark");
  let sandbox: Sandbox;
  let site: Server;
  let browser: Browser;
  let ports: number[];

  before(async () => {
    const before = new Set(listeningPorts());
    sandbox = await startSandbox({ port: 0, directory: folder });
    ports = listeningPorts().filter((port) => !before.has(port));
    browser = await startBrowser();
    site = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<body>Hello</body>");
    });
    await new Promise<void>((resolve) => site.listen(0, resolve));
  });

  after(async () => {
    await browser.close();
    site.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds one port of the sandbox to call, the gateway's", () => {
    expect(ports).to.deep.equal([sandbox.port]);
  });

  for (const host of ["127.0.0.1", "localhost"]) {
    it(`at ${host} runs nothing, makes nothing and reads nothing by it`, async () => {
      const page = await browser.newPage();
      const { port } = site.address() as AddressInfo;
      await page.goto(`http://${host}:${port}/`);
      const targets = ports.flatMap((each) => [
        `http://127.0.0.1:${each}`,
        `http://localhost:${each}`,
      ]);
      const template = `!!python/object/apply:os.system ["touch ${mark}"]`;
      const seen = await page.evaluate(ATTACK, { targets, template });
      expect(existsSync(mark), "code ran").to.equal(false);
      expect(seen.filter((status) => status !== 0)).to.deep.equal([]);

      const client = {
        endpoint: sandbox.endpoint,
        region: "us-east-1",
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
      };
      const { InstanceSummaryList } = await new ConnectClient(client).send(
        new ListInstancesCommand({}),
      );
      const { Buckets } = await new S3Client({ ...client, forcePathStyle: true }).send(
        new ListBucketsCommand({}),
      );
      expect([InstanceSummaryList, Buckets ?? []]).to.deep.equal([[], []]);
      const signed = new Set(sandbox.calls.entries().map(({ operation }) => operation));
      expect([...signed].sort()).to.deep.equal(["ListBuckets", "ListInstances"]);
    });
  }
});
