import { expect } from "chai";
import { CallLog, operationOf } from "../../../sandbox/gateway/call-log";

describe("the name of an operation", () => {
  const name = (url: string, headers = {}, body = "") =>
    operationOf({ method: "POST", url, headers, body: Buffer.from(body) });
  const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };

  it("comes from the target header of the JSON protocols", () => {
    expect(name("/", { "x-amz-target": "DynamoDB_20120810.PutItem" })).to.equal("PutItem");
  });

  it("comes from the form of the query protocol", () => {
    expect(name("/", form, "Version=2010-05-08&Action=ListRoles")).to.equal("ListRoles");
  });

  it("comes from the path of the CBOR protocol", () => {
    expect(name("/service/Granite/operation/PutDashboard")).to.equal("PutDashboard");
  });

  it("comes from the query where an SDK puts it", () => {
    expect(name("/bucket/key?x-id=PutObject")).to.equal("PutObject");
  });

  it("is method and path otherwise, and what has a value in the query stays out", () => {
    expect(name("/bucket/key?versionId=3")).to.equal("POST /bucket/key");
  });

  it("has the subresource that S3 is asked for", () => {
    expect(name("/bucket?versioning")).to.equal("POST /bucket?versioning");
    expect(name("/bucket?encryption=")).to.equal("POST /bucket?encryption");
  });
});

describe("the call log", () => {
  const call = (service: string, operation: string) => ({
    time: new Date(),
    service,
    operation,
    accessKeyId: "a",
    status: 200,
    durationMs: 1,
  });

  it("keeps the newest calls and counts all of them", () => {
    const log = new CallLog();
    for (let n = 0; n < 250_000; n += 1) log.record(call("s3", String(n)));
    log.record(call("connect", "CreateQueue"));
    expect(log.entries().length).to.be.within(100_000, 110_000);
    expect(log.entries().at(-1)?.operation).to.equal("CreateQueue");
    expect(log.countByService()).to.deep.equal({ s3: 250_000, connect: 1 });
  });
});
