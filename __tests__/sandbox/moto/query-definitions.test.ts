import { expect } from "chai";

import type { ServiceRequest } from "../../../sandbox/gateway/http";
import { createLogs } from "../../../sandbox/moto/query-definitions";

const forwarded = { status: 204, headers: {}, body: Buffer.alloc(0) };
const signed = (region: string) =>
  `AWS4-HMAC-SHA256 Credential=sandbox/20261122/${region}/logs/aws4_request, SignedHeaders=host, Signature=0`;

const request = (operation: string, body: object, region = "us-west-2"): ServiceRequest => ({
  method: "POST",
  url: "/",
  headers: { "x-amz-target": `Logs_20140328.${operation}`, authorization: signed(region) },
  body: Buffer.from(JSON.stringify(body)),
});

describe("The sandbox's CloudWatch Logs", () => {
  const service = createLogs(() => Promise.resolve(forwarded));
  const call = async (
    operation: string,
    body: object,
    region?: string,
  ): Promise<Record<string, unknown>> => {
    const { status, body: answer } = await service(request(operation, body, region));
    return { status, ...(JSON.parse(answer.toString()) as object) };
  };
  const names = async (prefix?: string, region?: string) => {
    const { queryDefinitions } = await call(
      "DescribeQueryDefinitions",
      { queryDefinitionNamePrefix: prefix },
      region,
    );
    return (queryDefinitions as { name: string }[]).map(({ name }) => name);
  };

  it("keep a query, find it by the beginning of its name, change and delete it", async () => {
    const { queryDefinitionId } = await call("PutQueryDefinition", {
      name: "kwglobal/errors",
      queryString: "fields @message",
      logGroupNames: ["/aws/connect/KWGlobal"],
    });
    expect([await names("kwglobal/"), await names("other/")]).to.deep.equal([
      ["kwglobal/errors"],
      [],
    ]);
    await call("PutQueryDefinition", { queryDefinitionId, name: "b", queryString: "limit 1" });
    expect(await names()).to.deep.equal(["b"]);
    expect(await call("DeleteQueryDefinition", { queryDefinitionId })).to.deep.equal({
      status: 200,
      success: true,
    });
    expect(await names()).to.deep.equal([]);
  });

  it("make no second query of the same request, sent again because its answer was lost", async () => {
    const sent = { name: "lost/one", queryString: "fields @message", clientToken: "the-same" };
    const region = "eu-central-1";
    const first = await call("PutQueryDefinition", sent, region);
    expect(await call("PutQueryDefinition", sent, region)).to.deep.equal(first);
    expect(await names("lost/", region)).to.deep.equal(["lost/one"]);
  });

  it("know nothing of another region's queries", async () => {
    await call("PutQueryDefinition", { name: "a", queryString: "limit 1" }, "eu-west-1");
    expect([await names("", "eu-west-1"), await names()]).to.deep.equal([["a"], []]);
  });

  it("refuse a query without name or text, and one that is not there", async () => {
    expect(await call("PutQueryDefinition", { name: "a" })).to.deep.equal({
      status: 400,
      __type: "InvalidParameterException",
      message: "queryString must have 1 to 10000 characters, got 0",
    });
    const __type = "ResourceNotFoundException";
    const missing = { status: 400, __type, message: "there is no query definition gone" };
    const gone = { queryDefinitionId: "gone" };
    expect(await call("DeleteQueryDefinition", gone)).to.deep.equal(missing);
    expect(
      await call("PutQueryDefinition", { ...gone, name: "a", queryString: "limit 1" }),
    ).to.deep.equal(missing);
  });

  it("are the emulator's in everything else", async () => {
    expect(await service(request("DescribeLogGroups", {}))).to.equal(forwarded);
  });
});
