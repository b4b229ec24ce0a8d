import { allow, type Statement } from "../../iam/iam-policy";
import type { CenterArns } from "../center-arns";
import { onlyTags } from "./tags";

/**
 * What Amazon Connect calls the settings of an instance that Terraform sets.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateInstanceAttribute.html
 */
const ATTRIBUTES = [
  "AUTO_RESOLVE_BEST_VOICES",
  "CONTACT_LENS",
  "CONTACTFLOW_LOGS",
  "EARLY_MEDIA",
  "INBOUND_CALLS",
  "MULTI_PARTY_CONFERENCE",
  "OUTBOUND_CALLS",
];

/**
 * Permission for an apply to change Amazon Connect, except what {@link neverStatements} denies.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 */
export function connectStatements(arns: CenterArns): Statement[] {
  const { instances, phoneNumbers, stored } = arns;
  return [
    allow(
      [
        "connect:AssociateRoutingProfileQueues",
        "connect:CreateContactFlow",
        "connect:CreateContactFlowModule",
        "connect:CreateHoursOfOperation",
        "connect:CreateQueue",
        "connect:CreateQuickConnect",
        "connect:CreateRoutingProfile",
        "connect:CreateUser",
        "connect:CreateUserHierarchyGroup",
        "connect:DeleteContactFlow",
        "connect:DeleteContactFlowModule",
        "connect:DeleteHoursOfOperation",
        "connect:DeleteQueue",
        "connect:DeleteQuickConnect",
        "connect:DeleteRoutingProfile",
        "connect:DeleteUser",
        "connect:DeleteUserHierarchyGroup",
        "connect:DisassociateRoutingProfileQueues",
        "connect:UpdateContactFlowContent",
        "connect:UpdateContactFlowModuleMetadata",
        "connect:UpdateContactFlowName",
        "connect:UpdateHoursOfOperation",
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
      // A queue's outbound caller ID is a phone number.
      [instances, phoneNumbers],
    ),
    ...(arns.securityProfiles
      ? [
          allow(
            [
              "connect:CreateSecurityProfile",
              "connect:DeleteSecurityProfile",
              "connect:UpdateSecurityProfile",
            ],
            [instances],
          ),
        ]
      : []),
    allow(
      ["connect:TagResource", "connect:UntagResource"],
      [instances, phoneNumbers],
      onlyTags({ tags: [...new Set([...arns.tags, ...arns.userTags])] }),
    ),
    allow(["connect:UpdateInstanceAttribute"], [instances], {
      StringEquals: { "connect:AttributeType": ATTRIBUTES },
    }),
    allow(
      ["connect:AssociateInstanceStorageConfig", "connect:UpdateInstanceStorageConfig"],
      [instances],
      { StringEquals: { "connect:StorageResourceType": stored } },
    ),
  ];
}
