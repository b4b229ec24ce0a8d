import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LambdaFunction as AwsLambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";

import type { EncryptionKey } from "../storage/encryption-key";
import { policyDocument, type Statement } from "../iam/iam-policy";
import { bundleLambda, type LambdaBundleSource } from "./lambda-bundle";
import { LogGroup } from "../storage/log-group";

/** Properties of a {@link LambdaFunction}. */
export interface LambdaFunctionProps {
  /** 1 to 64 letters, digits, hyphens and underscores; unique in account and Region. */
  readonly functionName: string;
  /** The name of its IAM role, 1 to 64 characters; unique in the account. */
  readonly roleName: string;
  /** What it does, as Lambda shows it; at most 256 characters. */
  readonly description: string;
  /** The code that is bundled. */
  readonly source: LambdaBundleSource;
  /** The export of the entry file that Lambda calls. */
  readonly handler: string;
  /** Environment variables besides those that Lambda sets itself. */
  readonly environment: Readonly<Record<string, string>>;
  /** After how many seconds Lambda ends a call, 1 to 900. */
  readonly timeoutSeconds: number;
  /** Its memory in MB, 128 to 10240; its share of a processor grows with it. */
  readonly memoryMb: number;
  /** What it may do, besides writing its logs. */
  readonly permissions: readonly Statement[];
  /** The key that encrypts its logs. */
  readonly key: EncryptionKey;
  /** How long CloudWatch keeps its logs, in days, as CloudWatch allows. */
  readonly logRetentionDays: number;
  /** Whether Terraform refuses to destroy its log group. */
  readonly guarded: boolean;
}

const BASIC_EXECUTION = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/** A function with its code, its role and its log group. */
export class LambdaFunction extends Construct {
  /** The function's name. */
  public readonly functionName: string;
  /** The function's ARN, known after the apply. */
  public readonly functionArn: string;
  /** The name of its log group, `/aws/lambda/<function>`. */
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
      // Terraform may call the function as soon as it exists, so its permissions must exist before.
      dependsOn: [basic, permissions],
    });
    this.functionName = lambda.functionName;
    this.functionArn = lambda.arn;
    this.logGroupName = logs.logGroupName;
  }
}
