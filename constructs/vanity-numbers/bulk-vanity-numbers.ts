import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";

import { recordVanityNumberBatchBundle } from "../../lambda-src/record-vanity-number/bundle";
import type { Bucket } from "../storage/bucket";
import { bulkVanityNumbersDefinition } from "./bulk-vanity-numbers-definition";
import type { BulkVanityNumbersValue, VanityNumbersValue } from "../value/contact-center-value";
import type { EncryptionKey } from "../storage/encryption-key";
import { allow, ofAccount, policyDocument } from "../iam/iam-policy";
import { LambdaFunction } from "../functions/lambda-function";
import { LogGroup } from "../storage/log-group";
import type { VanityNumbers } from "./vanity-numbers";

/** Properties of {@link BulkVanityNumbers}. */
export interface BulkVanityNumbersProps {
  /** Its names in AWS. */
  readonly names: VanityNumbersValue;
  /** What it is, from the center's value. */
  readonly value: BulkVanityNumbersValue;
  /** The function that makes the vanity numbers of a batch. */
  readonly vanityNumbers: VanityNumbers;
  /** Where lists are read and results written. */
  readonly bucket: Bucket;
  /** The key that encrypts lists, results and logs. */
  readonly key: EncryptionKey;
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
  /** The suffix of the names of state machine, roles and function. */
  readonly suffix: string;
  /** How long CloudWatch keeps its logs, in days, as CloudWatch allows. */
  readonly logRetentionDays: number;
  /** Whether Terraform refuses to destroy it. */
  readonly guarded: boolean;
}

/**
 * Vanity numbers for lists that are too long for one machine: a Step Functions Distributed Map that reads a
 * CSV from the bucket, calls a function that serves its rows in batches, and writes the result of each row to
 * the bucket.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export class BulkVanityNumbers extends Construct {
  /** The state machine's ARN, known after the apply. */
  public readonly stateMachineArn: string;
  /** The function that serves a batch. */
  public readonly function: LambdaFunction;

  public constructor(scope: Construct, id: string, props: BulkVanityNumbersProps) {
    super(scope, id);
    const { names, value, vanityNumbers, bucket, key, accountId, region, suffix } = props;
    const name = `${names.functionName}List${suffix}`;
    const batch = (this.function = new LambdaFunction(this, "Function", {
      functionName: `${names.functionName}Batch${suffix}`,
      roleName: `${names.roleName}-Batch${suffix}`,
      description: "Records the vanity numbers of a batch of a long list",
      source: recordVanityNumberBatchBundle,
      handler: "handler",
      environment: vanityNumbers.environment,
      // A batch of 100, ten at a time, each of at most 4 seconds.
      timeoutSeconds: 60,
      memoryMb: 512,
      permissions: vanityNumbers.permissions,
      key,
      logRetentionDays: props.logRetentionDays,
      guarded: props.guarded,
    }));
    const logs = new LogGroup(this, "Logs", {
      // With this prefix, since otherwise each new log group lengthens a policy that may have at most 5120
      // characters.
      name: `/aws/vendedlogs/states/${name}`,
      retentionDays: props.logRetentionDays,
      key,
      guarded: props.guarded,
    });
    const role = new IamRole(this, "Role", {
      name,
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: "states.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ]),
    });
    const arn = (kind: string) => `arn:aws:states:${region}:${accountId}:${kind}:${name}`;
    const objects = `arn:aws:s3:::${bucket.bucketName}/${value.folder}`;
    const permissions = new IamRolePolicy(this, "Permissions", {
      name: "permissions",
      role: role.name,
      policy: policyDocument([
        allow(["lambda:InvokeFunction"], [batch.functionArn]),
        allow(["s3:GetObject"], [`${objects}/lists/*`], ofAccount(accountId)),
        allow(
          [
            "s3:PutObject",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "s3:AbortMultipartUpload",
          ],
          [`${objects}/results/*`],
          ofAccount(accountId),
        ),
        allow(["kms:Decrypt", "kms:GenerateDataKey"], [key.keyArn]),
        // The map starts an execution of its own state machine for each batch.
        allow(["states:StartExecution"], [arn("stateMachine")]),
        allow(["states:DescribeExecution", "states:StopExecution"], [`${arn("execution")}:*`]),
        // The actions of log delivery support no narrower resource.
        allow(
          [
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
          ],
          ["*"],
        ),
      ]),
    });
    const machine = new SfnStateMachine(this, "Resource", {
      name,
      roleArn: role.arn,
      type: "STANDARD",
      definition: JSON.stringify(
        bulkVanityNumbersDefinition({
          functionArn: batch.functionArn,
          bucketName: bucket.bucketName,
          folder: value.folder,
          maxConcurrency: value.maxConcurrency,
        }),
      ),
      // Its data is callers' numbers.
      encryptionConfiguration: {
        type: "CUSTOMER_MANAGED_KMS_KEY",
        kmsKeyId: key.keyArn,
        kmsDataKeyReusePeriodSeconds: 300,
      },
      loggingConfiguration: {
        level: "ERROR",
        includeExecutionData: false,
        logDestination: `${logs.resource.arn}:*`,
      },
      dependsOn: [permissions],
    });
    this.stateMachineArn = machine.arn;
  }
}
