import { expect } from "chai";

import { KWGLOBAL } from "../../../kwglobal";
import { type Attributes, synthesize } from "../../support/synthesized";

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: unknown }[];
}

describe("Contact records", () => {
  const center = (contactRecords?: boolean) => {
    const { contactRecords: _said, ...reporting } = KWGLOBAL.reporting;
    return synthesize({
      reporting: contactRecords === undefined ? reporting : { ...reporting, contactRecords },
    });
  };
  const off = center(false);
  const on = center(true);

  it("are not kept unless they are switched on", () => {
    expect(center().json.resource).to.deep.equal(off.json.resource);
    expect(off.resources("aws_kinesis_firehose_delivery_stream")).to.deep.equal({});
  });

  it("add to a center and change nothing in it but the dashboard, which shows their alarms", () => {
    const same = off
      .addresses()
      .filter((address) => address !== "aws_cloudwatch_dashboard.dashboard");
    for (const address of same) {
      expect(on.resource(address), address).to.deep.equal(off.resource(address));
    }
  });

  it("are written by a role that may do that and nothing else", () => {
    const { policy } = on.resource("aws_iam_role_policy.contact_records_permissions");
    const { Statement } = JSON.parse(String(policy)) as Policy;
    const bucket = "${aws_s3_bucket.bucket.arn}";
    expect(Statement.map(({ Action, Resource }) => [Action, Resource])).to.deep.equal([
      [
        ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
        [
          `${bucket}/connect/KWGlobal/ContactRecords/*`,
          `${bucket}/connect/KWGlobal/ContactRecordErrors/*`,
        ],
      ],
      [["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], [bucket]],
      [["kms:Decrypt", "kms:GenerateDataKey"], ["${aws_kms_key.encryption_key.arn}"]],
      [["logs:PutLogEvents"], ["${aws_cloudwatch_log_stream.contact_records_log_stream.arn}"]],
    ]);
  });

  it("are encrypted with the project's key on their way and in the bucket", () => {
    const stream = on.resource("aws_kinesis_firehose_delivery_stream.contact_records");
    const { key_arn: onTheWay } = stream.server_side_encryption as Attributes;
    const { kms_key_arn: inTheBucket } = stream.extended_s3_configuration as Attributes;
    expect([onTheWay, inTheBucket]).to.deep.equal([
      "${aws_kms_key.encryption_key.arn}",
      "${aws_kms_key.encryption_key.arn}",
    ]);
  });

  it("are a line each, as Athena reads them", () => {
    const stream = on.resource("aws_kinesis_firehose_delivery_stream.contact_records");
    expect(JSON.stringify(stream.extended_s3_configuration)).to.include(
      JSON.stringify({ parameter_name: "Delimiter", parameter_value: "\\n" }),
    );
  });

  it("are associated after everything else that is stored, one at a time", () => {
    const { depends_on: after } = on.resource(
      "aws_connect_instance_storage_config.contact_records_storage",
    );
    expect(after).to.deep.equal([
      "aws_connect_instance_storage_config.storage_contact_evaluations",
    ]);
  });
});
