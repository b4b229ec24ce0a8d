import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LambdaFunction as AwsLambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";

import type { EncryptionKey } from "./encryption-key";
import { policyDocument, type Statement } from "./iam-policy";
import { bundleLambda, type LambdaBundleSource } from "./lambda-bundle";
import { LogGroup } from "./log-group";

/** Properties of a {@link LambdaFunction}. */
export interface LambdaFunctionProps {
  readonly functionName: string;
  readonly roleName: string;
  readonly description: string;
  readonly source: LambdaBundleSource;
  /** The export of the entry that is called. */
  readonly handler: string;
  /** Beside what Lambda sets itself. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** What it may do, beside writing its logs. */
  readonly permissions: readonly Statement[];
  readonly key: EncryptionKey;
  readonly logRetentionDays: number;
  /** Whether its log group refuses to be destroyed. */
  readonly guarded: boolean;
}

const BASIC_EXECUTION = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/** A function with its code, its role and its log group. */
export class LambdaFunction extends Construct {
  public readonly functionName: string;
  public readonly functionArn: string;
  public readonly logGroupName: string;

  public constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    const bundle = bundleLambda(props.source);
    const code = new TerraformAsset(this, "Code", { path: bundle.path, type: AssetType.FILE });
    const logs = new LogGroup(this, "Logs", {
      name: `/aws/lambda/${props.functionName}`,
      retentionDays: props.logRetentionDays,
      key: props.key,
      guarded: props.guarded,
    });
    const role = new IamRole(this, "Role", {
      name: props.roleName,
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ]),
    });
    const basic = new IamRolePolicyAttachment(this, "BasicExecution", {
      role: role.name,
      policyArn: BASIC_EXECUTION,
    });
    const permissions = new IamRolePolicy(this, "Permissions", {
      name: "permissions",
      role: role.name,
      policy: policyDocument(props.permissions),
    });
    const lambda = new AwsLambdaFunction(this, "Resource", {
      functionName: props.functionName,
      description: props.description,
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: `index.${props.handler}`,
      filename: code.path,
      sourceCodeHash: bundle.hash,
      timeout: props.timeoutSeconds,
      memorySize: props.memoryMb,
      environment: { variables: { ...props.environment } },
      // Traces would need a role that may write them, beyond what the specification gives it.
      tracingConfig: { mode: "PassThrough" },
      loggingConfig: { logFormat: "JSON", logGroup: logs.logGroupName },
      // May the function run, it may also do its work and write its logs.
      dependsOn: [basic, permissions],
    });
    this.functionName = lambda.functionName;
    this.functionArn = lambda.arn;
    this.logGroupName = logs.logGroupName;
  }
}
