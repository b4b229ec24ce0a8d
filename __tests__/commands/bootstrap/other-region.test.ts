import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { GetObjectCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";

import { refuseOtherRegion } from "../../../commands/bootstrap/other-region";
import { OperatorError } from "../../../sandbox/machine/errors";

describe("A bucket in another Region", () => {
  let server: Server;
  let s3: S3Client;
  let status = 301;

  before(async () => {
    server = createServer((request, response) => {
      response.writeHead(status, { "x-amz-bucket-region": "eu-west-1" });
      // An answer to HEAD has no body, and so no code.
      response.end(
        request.method === "HEAD"
          ? undefined
          : "<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message></Error>",
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    s3 = new S3Client({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: "us-west-2",
      forcePathStyle: true,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
  });
  after(() => {
    s3.destroy();
    server.close();
  });

  const caught = (call: Promise<unknown>) => call.catch((error: unknown) => error);
  const head = () => caught(s3.send(new HeadBucketCommand({ Bucket: "states" })));
  const get = () => caught(s3.send(new GetObjectCommand({ Bucket: "states", Key: "x" })));

  for (const [what, ask] of [
    ["looked for", head],
    ["read", get],
  ] as const) {
    it(`is named when it is ${what}, with what to do`, async () => {
      status = 301;
      const error = await ask();
      expect(() => {
        refuseOtherRegion(error, "states");
      }).to.throw(OperatorError, "the bucket states is in another Region than kwglobal.ts says");
    });
  }

  it("is no bucket that isn't there, or isn't one's own", async () => {
    for (status of [404, 403]) {
      const error = await head();
      expect(() => {
        refuseOtherRegion(error, "states");
      }).not.to.throw();
    }
  });
});
