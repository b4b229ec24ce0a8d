import { allow, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";

/**
 * What an apply does to Amazon Connect: all but what {@link neverStatements} denies.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 */
export function connectStatements(arns: CenterArns): Statement[] {
  const { account, region, instances, phoneNumbers } = arns;
  return [
    allow(
      [
        "connect:AssociateInstanceStorageConfig",
        "connect:AssociateLambdaFunction",
        "connect:AssociateRoutingProfileQueues",
        "connect:ClaimPhoneNumber",
        "connect:CreateContactFlow",
        "connect:CreateHoursOfOperation",
        "connect:CreateQueue",
        "connect:CreateQuickConnect",
        "connect:CreateRoutingProfile",
        "connect:CreateUser",
        "connect:CreateUserHierarchyGroup",
        "connect:DeleteContactFlow",
        "connect:DeleteHoursOfOperation",
        "connect:DeleteQueue",
        "connect:DeleteQuickConnect",
        "connect:DeleteRoutingProfile",
        "connect:DeleteUser",
        "connect:DeleteUserHierarchyGroup",
        "connect:DisassociateLambdaFunction",
        "connect:DisassociateRoutingProfileQueues",
        "connect:SearchAvailablePhoneNumbers",
        "connect:TagResource",
        "connect:UntagResource",
        "connect:UpdateContactFlowContent",
        "connect:UpdateContactFlowName",
        "connect:UpdateHoursOfOperation",
        "connect:UpdateInstanceAttribute",
        "connect:UpdateInstanceStorageConfig",
        "connect:UpdatePhoneNumber",
        "connect:UpdateQueueHoursOfOperation",
        "connect:UpdateQueueMaxContacts",
        "connect:UpdateQueueName",
        "connect:UpdateQueueOutboundCallerConfig",
        "connect:UpdateQuickConnectConfig",
        "connect:UpdateQuickConnectName",
        "connect:UpdateRoutingProfileConcurrency",
        "connect:UpdateRoutingProfileDefaultOutboundQueue",
        "connect:UpdateRoutingProfileName",
        "connect:UpdateUserHierarchy",
        "connect:UpdateUserHierarchyGroupName",
        "connect:UpdateUserHierarchyStructure",
        "connect:UpdateUserIdentityInfo",
        "connect:UpdateUserPhoneConfig",
        "connect:UpdateUserRoutingProfile",
        "connect:UpdateUserSecurityProfiles",
      ],
      [instances, phoneNumbers],
    ),
    // CreateInstance makes a directory for its caller. They have no narrower resource.
    allow(["connect:CreateInstance", "ds:CheckAlias", "ds:CreateIdentityPoolDirectory"], ["*"]),
    allow(
      ["ds:AuthorizeApplication", "ds:CreateAlias"],
      [`arn:aws:ds:${region}:${account}:directory/*`],
    ),
    // The role that Amazon Connect itself has in the account: only Amazon Connect can assume it.
    allow(
      ["iam:AttachRolePolicy", "iam:CreateServiceLinkedRole", "iam:PutRolePolicy"],
      [
        `arn:aws:iam::${account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*`,
      ],
    ),
  ];
}
