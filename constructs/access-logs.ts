import { Construct } from "constructs";

import { Bucket } from "./bucket";
import { BucketLifecycle } from "./bucket-lifecycle";

/** Properties of {@link AccessLogs}. */
export interface AccessLogsProps {
  /** Of the bucket that the logs go to; unique in all of AWS. */
  readonly name: string;
  /** The bucket whose requests are logged. */
  readonly of: string;
  readonly accountId: string;
  readonly retentionDays: number;
  readonly guarded: boolean;
}

/**
 * A bucket for the log of another one: who read which recording, and when. It has S3's own key,
 * since S3 delivers no access logs to a bucket with any other.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogs extends Construct {
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
