import { expect } from "chai";
import { signatureOf } from "../../../sandbox/gateway/signature";

describe("the signature of a request", () => {
  const scope = "AKID/20261122/us-west-2/connect/aws4_request";

  it("is read from the Authorization header", () => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=x`;
    expect(signatureOf("/", { authorization })).to.deep.equal({
      accessKeyId: "AKID",
      region: "us-west-2",
      service: "connect",
    });
  });

  it("is read from a presigned query", () => {
    const url = `/bucket/key?X-Amz-Credential=${encodeURIComponent("a/20261122/eu-west-1/s3/aws4_request")}`;
    expect(signatureOf(url, {})).to.deep.equal({
      accessKeyId: "a",
      region: "eu-west-1",
      service: "s3",
    });
  });

  it("is S3's where a query is presigned the old way, as aws s3 presign still does", () => {
    expect(signatureOf("/bucket/key?AWSAccessKeyId=a&Signature=b%3D&Expires=1", {})).to.include({
      accessKeyId: "a",
      service: "s3",
    });
    expect(signatureOf("/bucket/key?AWSAccessKeyId=a", {})).to.equal(undefined);
  });

  it("has no region of its own when it is for all regions", () => {
    const authorization =
      "AWS4-ECDSA-P256-SHA256 Credential=AKID/20261122/s3/aws4_request, Signature=x";
    expect(signatureOf("/", { authorization })?.service).to.equal("s3");
  });

  it("is absent from anything else", () => {
    expect(signatureOf("/?a=b", {})).to.equal(undefined);
    expect(signatureOf("/", { authorization: "Basic abc" })).to.equal(undefined);
    expect(signatureOf("/", { authorization: "Credential=a/b/c" })).to.equal(undefined);
  });
});
