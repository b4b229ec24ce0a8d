import { expect } from "chai";
import { renderOverride } from "../../../sandbox/terraform/override";

describe("the sandbox's override", () => {
  const backend = {
    bucket: "state",
    key: "dev.tfstate",
    region: "us-west-2",
    encrypt: true,
    use_lockfile: true,
  };

  it("repeats the whole S3 backend, in path style, without what leads to a real account", () => {
    const terraform = {
      backend: { s3: { ...backend, profile: "ops", role_arn: "arn:aws:iam::1:role/x" } },
    };
    expect(renderOverride({ terraform })).to.deep.include({
      terraform: { backend: { s3: { ...backend, use_path_style: true } } },
    });
  });

  it("lets the backend demand the sandbox's account where it demands one", () => {
    const demanding = { ...backend, allowed_account_ids: ["42"] };
    expect(renderOverride({ terraform: { backend: { s3: demanding } } }).terraform).to.deep.equal({
      backend: {
        s3: { ...backend, allowed_account_ids: ["123456789012"], use_path_style: true },
      },
    });
  });

  it("leaves a local backend alone", () => {
    const terraform = { backend: { local: { path: "x" } } };
    expect(renderOverride({ terraform })).not.to.have.property("terraform");
  });

  it("sets every aws provider, each by its alias, and its account where one is demanded", () => {
    const aws = [{ region: "us-west-2", allowed_account_ids: ["42"] }, { alias: "east" }];
    expect(renderOverride({ provider: { aws } }).provider).to.deep.equal({
      aws: [
        { allowed_account_ids: ["123456789012"], s3_use_path_style: true, max_retries: 2 },
        { alias: "east", s3_use_path_style: true, max_retries: 2 },
      ],
    });
  });

  it("takes out of buckets' policies what moto can't judge: denials under a condition", () => {
    const tls = { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } };
    const logs = { Effect: "Allow", Condition: { StringEquals: { "aws:SourceAccount": "42" } } };
    const never = { Effect: "Deny", Action: "s3:DeleteBucket" };
    const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
    const resource = { aws_s3_bucket_policy: { bucket: { policy: policy(tls, logs, never) } } };
    expect(renderOverride({ resource }).resource).to.deep.equal({
      aws_s3_bucket_policy: { bucket: { policy: policy(logs, never) } },
    });
  });

  describe("of guarded resources", () => {
    const stack = {
      resource: {
        aws_connect_instance: {
          instance: { lifecycle: { prevent_destroy: true, ignore_changes: ["tags"] } },
        },
        aws_dynamodb_table: { table: { deletion_protection_enabled: true } },
        aws_s3_bucket: { bucket: {} },
        aws_connect_queue: { queue: { lifecycle: { ignore_changes: ["quick_connect_ids"] } } },
      },
    };

    it("leaves every guard in place", () => {
      expect(renderOverride(stack)).not.to.have.property("resource");
    });

    it("lifts them when asked, and touches nothing else", () => {
      expect(renderOverride(stack, { liftGuards: true }).resource).to.deep.equal({
        aws_connect_instance: { instance: { lifecycle: { prevent_destroy: false } } },
        aws_dynamodb_table: { table: { deletion_protection_enabled: false } },
        aws_s3_bucket: { bucket: { force_destroy: true } },
      });
    });
  });
});
