import { ConnectLambdaFunctionAssociation } from "@cdktf/provider-aws/lib/connect-lambda-function-association";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Construct } from "constructs";

import { recordVanityNumberBundle } from "../../lambda-src/record-vanity-number/bundle";
import {
  type RecordVanityNumberEnvironment,
  writtenWords,
} from "../../lambda-src/record-vanity-number/environment";
import type { VanityNumbersValue } from "../value/contact-center-value";
import { readVanityWords } from "../value/vanity-words";
import type { EncryptionKey } from "../storage/encryption-key";
import { allow, type Statement } from "../iam/iam-policy";
import { guard } from "../terraform/lifecycle";
import type { Instance } from "../connect/instance";
import { LambdaFunction } from "../functions/lambda-function";

/** Properties of {@link VanityNumbers}. */
export interface VanityNumbersProps {
  /** The instance whose flows may call the function. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: VanityNumbersValue;
  /** The key that encrypts table and logs. */
  readonly key: EncryptionKey;
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** The suffix of the names of table, role and function. */
  readonly suffix: string;
  /** How long CloudWatch keeps its logs, in days, as CloudWatch allows. */
  readonly logRetentionDays: number;
  /** Whether Terraform refuses to destroy the table and the log. */
  readonly guarded: boolean;
}

/** The vanity-number service: a table of callers and the function that fills it (spec section 5). */
export class VanityNumbers extends Construct {
  /** The function that flows call. */
  public readonly function: LambdaFunction;
  /** The name of the DynamoDB table. */
  public readonly tableName: string;
  /** The function's ARN, known after the apply. */
  public readonly functionArn: string;
  /** The environment variables of code that writes to the table. */
  public readonly environment: Readonly<Record<string, string>>;
  /** What code that writes to the table may do in AWS. */
  public readonly permissions: readonly Statement[];

  public constructor(scope: Construct, id: string, props: VanityNumbersProps) {
    super(scope, id);
    const { instance, value, key, suffix, guarded } = props;
    const table = new DynamodbTable(this, "Table", {
      name: `${value.tableName}${suffix}`,
      hashKey: "phone",
      attribute: [{ name: "phone", type: "S" }],
      billingMode: "PAY_PER_REQUEST",
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: key.keyArn },
      deletionProtectionEnabled: guarded,
      lifecycle: guard(guarded),
    });
    const environment: RecordVanityNumberEnvironment = {
      TABLE_NAME: table.name,
      ...(value.words !== undefined && {
        VANITY_WORDS: writtenWords(readVanityWords(value.words)),
      }),
    };
    this.environment = { ...environment };
    this.permissions = [
      allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], [table.arn]),
      // DynamoDB uses the table's key with the caller's own permissions.
      allow(["kms:Decrypt", "kms:GenerateDataKey"], [key.keyArn]),
    ];
    this.tableName = table.name;
    this.function = new LambdaFunction(this, "Function", {
      functionName: `${value.functionName}${suffix}`,
      roleName: `${value.roleName}${suffix}`,
      description: "Turns a phone number into vanity numbers and records the best five",
      source: recordVanityNumberBundle,
      handler: "handler",
      environment: this.environment,
      // Amazon Connect waits 8 seconds at most.
      timeoutSeconds: 6,
      memoryMb: 512,
      permissions: this.permissions,
      key,
      logRetentionDays: props.logRetentionDays,
      guarded,
    });
    const permission = new LambdaPermission(this, "InvokedByConnect", {
      statementId: "AllowAmazonConnect",
      functionName: this.function.functionName,
      action: "lambda:InvokeFunction",
      principal: "connect.amazonaws.com",
      sourceArn: instance.instanceArn,
      sourceAccount: props.accountId,
    });
    const association = new ConnectLambdaFunctionAssociation(this, "Association", {
      instanceId: instance.instanceId,
      functionArn: this.function.functionArn,
      dependsOn: [permission],
    });
    // Taken from the association, so that a flow that calls the function is created only after Amazon Connect
    // may call it.
    this.functionArn = association.functionArn;
  }
}
