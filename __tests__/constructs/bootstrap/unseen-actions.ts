/** What the roles may do and Terraform has not called in the sandbox, by the reason why they may. */
export const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  "a value names BasicQueue, which is looked up": ["connect:ListQueues"],
  "a module's description, a group's name or a number's instance is changed": [
    "connect:UpdateContactFlowModuleMetadata",
    "connect:UpdateUserHierarchyGroupName",
  ],
  "a change by hand is put right": [
    "connect:UpdateInstanceStorageConfig",
    "connect:UpdateRoutingProfileConcurrency",
    "dynamodb:UpdateTable",
    "kms:UpdateKeyDescription",
    "logs:AssociateKmsKey",
  ],
  "a role that was made by hand is adopted, and gets the boundary": [
    "iam:PutRolePermissionsBoundary",
  ],
  "functions get new code or settings": [
    "lambda:GetFunctionConfiguration",
    "lambda:UpdateFunctionCode",
    "lambda:UpdateFunctionConfiguration",
    "states:UpdateStateMachine",
  ],
  "contact records go elsewhere, or nowhere": [
    "firehose:DeleteDeliveryStream",
    "firehose:UpdateDestination",
  ],
  "the state machine for long lists is taken away": [
    "iam:DeleteRole",
    "iam:ListInstanceProfilesForRole",
    "lambda:DeleteFunction",
    "states:DeleteStateMachine",
  ],
  "what left the value is deleted, where that can be undone": [
    "connect:DeleteContactFlowModule",
    "connect:DeleteUserHierarchyGroup",
    "iam:DeleteRolePolicy",
    "iam:DetachRolePolicy",
    "logs:DeleteQueryDefinition",
    "sns:Unsubscribe",
    "ssm:DeleteParameter",
  ],
  "tags are added or dropped": [
    "budgets:UntagResource",
    "cloudwatch:UntagResource",
    "dynamodb:UntagResource",
    "events:UntagResource",
    "firehose:TagDeliveryStream",
    "firehose:UntagDeliveryStream",
    "iam:UntagRole",
    "kms:UntagResource",
    "lambda:UntagResource",
    "logs:UntagResource",
    "sns:UntagResource",
    "ssm:RemoveTagsFromResource",
    "states:TagResource",
    "states:UntagResource",
  ],
};
