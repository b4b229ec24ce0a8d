import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Bucket } from "../storage/bucket";
import type { EncryptionKey } from "../storage/encryption-key";
import { allow, ofAccount, policyDocument } from "../iam/iam-policy";
import type { Instance } from "../connect/instance";
import { guard } from "../terraform/lifecycle";
import { LogGroup } from "../storage/log-group";

/** Properties of {@link ContactRecords}. */
export interface ContactRecordsProps {
  /** The name of the delivery stream and of its role. */
  readonly name: string;
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** The bucket that the records go to. */
  readonly bucket: Bucket;
  /** The key that encrypts records and logs. */
  readonly key: EncryptionKey;
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** The prefix of every object's key, such as `connect/KWGlobal`. */
  readonly prefix: string;
  /** How long CloudWatch keeps its logs, in days, as CloudWatch allows. */
  readonly logRetentionDays: number;
  /** Whether Terraform refuses to destroy its log group and the association. */
  readonly guarded: boolean;
  /** The association that must be created before this one: Amazon Connect throttles simultaneous requests. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Writes every contact's record to the bucket, minutes after the contact ended: compressed JSON, one record a
 * line, in folders by day that Athena reads as partitions.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/data-streaming.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
export class ContactRecords extends Construct {
  /** The name of the Firehose stream. */
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
          // Amazon Connect sends records without line ends, and Athena expects one record a line.
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
