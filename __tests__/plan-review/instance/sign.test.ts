import { createHash, createHmac } from "node:crypto";

import { SignatureV4 } from "@smithy/signature-v4";
import { expect } from "chai";
import fc from "fast-check";

import { signedHeaders } from "../../../plan-review/instance/sign";

/** As the SDK's signer wants a hash. */
class Sha256 {
  private readonly hash;

  public constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash =
      secret === undefined
        ? createHash("sha256")
        : createHmac("sha256", secret as string | NodeJS.ArrayBufferView);
  }

  public update(data: string | NodeJS.ArrayBufferView): void {
    this.hash.update(data);
  }

  public digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  public reset(): void {
    throw new Error("nothing here needs it");
  }
}

const SIGNS = ["a", "Z", "0", "+", "/", "=", "!", "'", "(", ")", "*", "&", " ", "é"];
const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...SIGNS) });

describe("A request to Amazon Connect", () => {
  it("is signed as AWS's own SDK signs it", () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          id: fc.uuid(),
          body: fc.option(fc.json(), { nil: "" }),
          query: fc.dictionary(fc.constantFrom("nextToken", "queueTypes", "maxResults"), word),
          secretAccessKey: word,
          sessionToken: fc.option(
            word.map((each) => Buffer.from(each).toString("base64")),
            {
              nil: undefined,
            },
          ),
          now: fc.date({
            min: new Date("2026-01-01"),
            max: new Date("2030-01-01"),
            noInvalidDate: true,
          }),
        }),
        async ({ id, body, query, secretAccessKey, sessionToken, now }) => {
          const credentials = {
            accessKeyId: "AKIDEXAMPLE",
            secretAccessKey,
            ...(sessionToken !== undefined && { sessionToken }),
          };
          const url = new URL(
            `https://connect.us-west-2.amazonaws.com/queues/${id}/quick-connects`,
          );
          for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
          const method = body === "" ? "GET" : "POST";
          const own = signedHeaders({ method, url, body }, credentials, "us-west-2", now);
          const signer = new SignatureV4({
            service: "connect",
            region: "us-west-2",
            credentials,
            sha256: Sha256,
            applyChecksum: false,
          });
          const { headers } = await signer.sign(
            {
              method,
              protocol: "https:",
              hostname: url.host,
              path: url.pathname,
              query,
              headers: {
                host: url.host,
                ...(body !== "" && { "content-type": "application/json" }),
              },
              ...(body !== "" && { body }),
            },
            { signingDate: now },
          );
          expect(own.authorization).to.equal(headers.authorization);
          expect(own["x-amz-date"]).to.equal(headers["x-amz-date"]);
          expect(own["x-amz-security-token"]).to.equal(headers["x-amz-security-token"]);
        },
      ),
      { numRuns: 200 },
    ));

  it("has no path in which a character would have to be encoded", () => {
    const url = new URL("https://connect.us-west-2.amazonaws.com/queues/a:b");
    expect(() =>
      signedHeaders(
        { method: "GET", url, body: "" },
        { accessKeyId: "a", secretAccessKey: "b" },
        "us-west-2",
        new Date(0),
      ),
    ).to.throw("a path must be plain");
  });
});
