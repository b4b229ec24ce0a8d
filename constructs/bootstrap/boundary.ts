import { allow, ofAccount, type Statement } from "../iam/iam-policy";
import type { CenterArns } from "./center-arns";
import { optional, within } from "./reading";
import { ofAlias } from "./writing/keys";

/**
 * The permissions boundary: the most that any role of a center can do, whatever its own policies say. An
 * apply may create roles, but none that could do more. A test checks that the boundary allows what the roles
 * need.
 */
export function boundaryStatements(arns: CenterArns): Statement[] {
  const { instances, objects, stateMachines } = arns;
  return [
    allow(
      [
        "connect:ActivateEvaluationForm",
        "connect:AssociatePhoneNumberContactFlow",
        "connect:AssociateQueueQuickConnects",
        "connect:BatchGetFlowAssociation",
        "connect:CreateAgentStatus",
        "connect:CreateEvaluationForm",
        "connect:CreateHoursOfOperationOverride",
        "connect:CreateRule",
        "connect:DeactivateEvaluationForm",
        "connect:DeleteHoursOfOperationOverride",
        "connect:DeleteRule",
        "connect:DescribeAgentStatus",
        "connect:DescribeEvaluationForm",
        "connect:DescribeRule",
        "connect:DisassociatePhoneNumberContactFlow",
        "connect:DisassociateQueueQuickConnects",
        "connect:ListAgentStatuses",
        "connect:ListEvaluationForms",
        "connect:ListHoursOfOperationOverrides",
        "connect:ListQueueQuickConnects",
        "connect:ListRules",
        "connect:UpdateAgentStatus",
        "connect:UpdateEvaluationForm",
        "connect:UpdateHoursOfOperationOverride",
        "connect:UpdateRule",
      ],
      [instances, arns.phoneNumbers],
    ),
    // Each user under his own name only.
    ...optional(["connect:GetFederationToken"], arns.signIn),
    allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], [arns.table]),
    allow(["kms:Decrypt", "kms:GenerateDataKey"], [arns.keys], ofAlias(arns)),
    allow(
      ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      arns.logGroups.map(within),
    ),
    allow(["ssm:GetParameter", "ssm:PutParameter"], [arns.parameters]),
    // Lists, their results and contact records; no recordings or transcripts.
    ...(objects.length === 0 ? [] : objectStatements(arns)),
    ...(stateMachines.length === 0 ? [] : listStatements(arns)),
  ];
}

function objectStatements({ account, bucket, objects }: CenterArns): Statement[] {
  return [
    allow(
      ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
      objects,
      ofAccount(account),
    ),
    allow(
      ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      [bucket],
      ofAccount(account),
    ),
  ];
}

/** For the state machine for long lists. */
function listStatements({ account, region, functions, stateMachines }: CenterArns): Statement[] {
  return [
    allow(["lambda:InvokeFunction"], functions),
    allow(["states:StartExecution"], stateMachines),
    allow(
      ["states:DescribeExecution", "states:StopExecution"],
      [`arn:aws:states:${region}:${account}:execution:*`],
    ),
    // The actions of log delivery support no narrower resource.
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
