import { allow, type Statement } from "../iam-policy";
import type { CenterArns } from "./center-arns";
import { logGroup } from "./reading";

/**
 * The most that any role of a center can do, whatever its own policies say: an apply may make
 * roles, but none that could do more. A test keeps it as wide as the roles need.
 */
export function boundaryStatements(arns: CenterArns): Statement[] {
  const { stateMachines } = arns;
  return [
    allow(
      [
        "connect:AssociatePhoneNumberContactFlow",
        "connect:AssociateQueueQuickConnects",
        "connect:BatchGetFlowAssociation",
        "connect:CreateAgentStatus",
        "connect:CreateHoursOfOperationOverride",
        "connect:DeleteHoursOfOperationOverride",
        "connect:DescribeAgentStatus",
        "connect:DisassociatePhoneNumberContactFlow",
        "connect:DisassociateQueueQuickConnects",
        "connect:GetFederationToken",
        "connect:ListAgentStatuses",
        "connect:ListHoursOfOperationOverrides",
        "connect:ListQueueQuickConnects",
        "connect:UpdateAgentStatus",
        "connect:UpdateHoursOfOperationOverride",
      ],
      [arns.instances, arns.phoneNumbers],
    ),
    allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], [arns.table]),
    allow(["kms:Decrypt", "kms:GenerateDataKey"], [arns.keys]),
    allow(
      ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      arns.logGroups.flatMap(logGroup),
    ),
    allow(["ssm:GetParameter", "ssm:PutParameter"], [arns.parameters]),
    allow(
      [
        "s3:AbortMultipartUpload",
        "s3:GetBucketLocation",
        "s3:GetObject",
        "s3:ListBucket",
        "s3:ListBucketMultipartUploads",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
      ],
      [arns.bucket, `${arns.bucket}/*`],
    ),
    ...(stateMachines.length === 0 ? [] : listStatements(arns)),
  ];
}

/** Of the state machine for long lists. */
function listStatements({ account, region, functions, stateMachines }: CenterArns): Statement[] {
  return [
    allow(["lambda:InvokeFunction"], functions),
    allow(["states:StartExecution"], stateMachines),
    allow(
      ["states:DescribeExecution", "states:StopExecution"],
      [`arn:aws:states:${region}:${account}:execution:*`],
    ),
    // Log delivery has no narrower resource.
    allow(
      [
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
      ],
      ["*"],
    ),
  ];
}
