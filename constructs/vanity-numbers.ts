import { ConnectLambdaFunctionAssociation } from "@cdktf/provider-aws/lib/connect-lambda-function-association";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Construct } from "constructs";

import { recordVanityNumberBundle } from "../lambda-src/record-vanity-number/bundle";
import type { RecordVanityNumberEnvironment } from "../lambda-src/record-vanity-number/environment";
import type { VanityNumbersValue } from "./contact-center-value";
import type { EncryptionKey } from "./encryption-key";
import { allow, type Statement } from "./iam-policy";
import { guard } from "./lifecycle";
import type { Instance } from "./instance";
import { LambdaFunction } from "./lambda-function";

/** Properties of {@link VanityNumbers}. */
export interface VanityNumbersProps {
  readonly instance: Instance;
  readonly value: VanityNumbersValue;
  readonly key: EncryptionKey;
  readonly accountId: string;
  /** Ends the names of table, role and function. */
  readonly suffix: string;
  readonly logRetentionDays: number;
  readonly guarded: boolean;
}

/** The vanity-number service: a table of callers and the function that fills it (spec section 5). */
export class VanityNumbers extends Construct {
  public readonly function: LambdaFunction;
  public readonly tableName: string;
  public readonly functionArn: string;
  /** What code that writes to the table is told, and may do. */
  public readonly environment: Readonly<Record<string, string>>;
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
    const environment: RecordVanityNumberEnvironment = { TABLE_NAME: table.name };
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
    // By way of the association: a flow that calls the function waits until Amazon Connect may.
    this.functionArn = association.functionArn;
  }
}
