import { Construct } from "constructs";

import { Bucket } from "./bucket";
import { BucketLifecycle } from "./bucket-lifecycle";

/** Properties of {@link AccessLogs}. */
export interface AccessLogsProps {
  /** The name of the bucket that the logs go to; unique in all of AWS. */
  readonly name: string;
  /** The bucket whose requests are logged. */
  readonly of: string;
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** After how many days the logs are deleted. */
  readonly retentionDays: number;
  /** Whether Terraform refuses to destroy the bucket. */
  readonly guarded: boolean;
}

/**
 * A bucket for the access log of another bucket: who read which recording, and when. It is encrypted with
 * S3's own key, since S3 delivers no access logs to a bucket with any other key.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogs extends Construct {
  /** The bucket that holds the logs. */
  public readonly bucket: Bucket;

  public constructor(scope: Construct, id: string, props: AccessLogsProps) {
    super(scope, id);
    this.bucket = new Bucket(this, "Resource", {
      name: props.name,
      guarded: props.guarded,
      statements: [
        {
          Sid: "AccessLogs",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::${props.name}/*`,
          Condition: {
            StringEquals: { "aws:SourceAccount": props.accountId },
            ArnLike: { "aws:SourceArn": `arn:aws:s3:::${props.of}` },
          },
        },
      ],
    });
    new BucketLifecycle(this, "Lifecycle", {
      bucket: this.bucket,
      rules: [{ id: "expiry", expireAfterDays: props.retentionDays }],
    });
  }
}
