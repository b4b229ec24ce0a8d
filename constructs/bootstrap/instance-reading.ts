import { allow, type Statement } from "../iam/iam-policy";
import type { CenterArns } from "./center-arns";

/**
 * Permission to read what `npm run pull` compares with the code: Connect's own things, no state, and nothing
 * of a caller.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 */
export function instanceReadingStatements(arns: CenterArns): Statement[] {
  return [
    allow(
      [
        "connect:DescribeAgentStatus",
        "connect:DescribeContactFlow",
        "connect:DescribeHoursOfOperation",
        "connect:DescribeQueue",
        "connect:DescribeQuickConnect",
        "connect:DescribeRoutingProfile",
        "connect:DescribeSecurityProfile",
        "connect:DescribeUser",
        "connect:DescribeUserHierarchyGroup",
        "connect:DescribeUserHierarchyStructure",
        "connect:ListAgentStatuses",
        "connect:ListContactFlowModules",
        "connect:ListContactFlows",
        "connect:ListFlowAssociations",
        "connect:ListHoursOfOperationOverrides",
        "connect:ListHoursOfOperations",
        "connect:ListLambdaFunctions",
        "connect:ListPhoneNumbersV2",
        "connect:ListPrompts",
        "connect:ListQueueQuickConnects",
        "connect:ListQueues",
        "connect:ListQuickConnects",
        "connect:ListRoutingProfileQueues",
        "connect:ListRoutingProfiles",
        "connect:ListSecurityProfilePermissions",
        "connect:ListSecurityProfiles",
        "connect:ListUserHierarchyGroups",
        "connect:ListUsers",
      ],
      [arns.instances, arns.phoneNumbers],
    ),
    // A list of instances supports no narrower resource.
    allow(["connect:ListInstances"], ["*"]),
  ];
}
