import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Bucket } from "../bucket";
import type { EncryptionKey } from "../encryption-key";
import { allow, ofAccount, policyDocument } from "../iam-policy";
import type { Instance } from "../instance";
import { guard } from "../lifecycle";
import { LogGroup } from "../log-group";

/** Properties of {@link ContactRecords}. */
export interface ContactRecordsProps {
  /** Of the delivery stream and its role. */
  readonly name: string;
  readonly instance: Instance;
  readonly bucket: Bucket;
  readonly key: EncryptionKey;
  readonly accountId: string;
  /** Begins every object's key, such as `connect/KWGlobal`. */
  readonly prefix: string;
  readonly logRetentionDays: number;
  /** Whether its log group and the association refuse to be destroyed. */
  readonly guarded: boolean;
  /** What must be stored before it: Amazon Connect throttles associations that are made at once. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Every contact's record in the bucket, minutes after it ended: compressed JSON, a line a record,
 * in folders by day that Athena reads as partitions.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/data-streaming.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
export class ContactRecords extends Construct {
  public readonly deliveryStreamName: string;

  public constructor(scope: Construct, id: string, props: ContactRecordsProps) {
    super(scope, id);
    const { name, instance, bucket, key, prefix, guarded } = props;
    const logs = new LogGroup(this, "Logs", {
      name: `/aws/kinesisfirehose/${name}`,
      retentionDays: props.logRetentionDays,
      key,
      guarded,
    });
    const logStream = new CloudwatchLogStream(this, "LogStream", {
      name: "delivery",
      logGroupName: logs.logGroupName,
    });
    const role = new IamRole(this, "Role", {
      name,
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: "firehose.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": props.accountId } },
        },
      ]),
    });
    const objects = [`${prefix}/ContactRecords/*`, `${prefix}/ContactRecordErrors/*`];
    const permissions = new IamRolePolicy(this, "Permissions", {
      name: "permissions",
      role: role.name,
      policy: policyDocument([
        allow(
          ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
          objects.map((object) => `${bucket.arn}/${object}`),
          ofAccount(props.accountId),
        ),
        allow(
          ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          [bucket.arn],
          ofAccount(props.accountId),
        ),
        allow(["kms:Decrypt", "kms:GenerateDataKey"], [key.keyArn]),
        allow(["logs:PutLogEvents"], [logStream.arn]),
      ]),
    });
    const stream = new KinesisFirehoseDeliveryStream(this, "Resource", {
      name,
      destination: "extended_s3",
      serverSideEncryption: {
        enabled: true,
        keyType: "CUSTOMER_MANAGED_CMK",
        keyArn: key.keyArn,
      },
      extendedS3Configuration: {
        roleArn: role.arn,
        bucketArn: bucket.arn,
        kmsKeyArn: key.keyArn,
        prefix: `${prefix}/ContactRecords/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/`,
        errorOutputPrefix: `${prefix}/ContactRecordErrors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
        bufferingInterval: 300,
        bufferingSize: 5,
        compressionFormat: "GZIP",
        processingConfiguration: {
          enabled: true,
          // Amazon Connect sends records without an end of line, and Athena reads a record a line.
          processors: [
            {
              type: "AppendDelimiterToRecord",
              parameters: [{ parameterName: "Delimiter", parameterValue: "\\n" }],
            },
          ],
        },
        cloudwatchLoggingOptions: {
          enabled: true,
          logGroupName: logs.logGroupName,
          logStreamName: logStream.name,
        },
      },
      dependsOn: [permissions],
    });
    new ConnectInstanceStorageConfig(this, "Storage", {
      instanceId: instance.instanceId,
      resourceType: "CONTACT_TRACE_RECORDS",
      storageConfig: {
        storageType: "KINESIS_FIREHOSE",
        kinesisFirehoseConfig: { firehoseArn: stream.arn },
      },
      dependsOn: [...props.after],
      lifecycle: guard(guarded),
    });
    this.deliveryStreamName = stream.name;
  }
}
