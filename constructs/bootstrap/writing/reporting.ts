import { allow, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";
import { optional } from "../reading";

/** What an apply does to what watches the center, and to what its switches turn on. */
export function reportingStatements(arns: CenterArns): Statement[] {
  return [
    // They have no narrower resource.
    allow(["logs:DeleteQueryDefinition", "logs:PutQueryDefinition"], ["*"]),
    allow(
      [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
      ],
      [arns.alarms],
    ),
    allow(["cloudwatch:DeleteDashboards", "cloudwatch:PutDashboard"], [arns.dashboard]),
    allow(
      [
        "sns:CreateTopic",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
        "sns:TagResource",
        // It is checked against the subscription's topic.
        "sns:Unsubscribe",
        "sns:UntagResource",
      ],
      [arns.topic],
    ),
    allow(
      [
        "events:DeleteRule",
        "events:PutRule",
        "events:PutTargets",
        "events:RemoveTargets",
        "events:TagResource",
        "events:UntagResource",
      ],
      arns.rules,
    ),
    ...optional(
      [
        "firehose:CreateDeliveryStream",
        "firehose:DeleteDeliveryStream",
        "firehose:StartDeliveryStreamEncryption",
        "firehose:TagDeliveryStream",
        "firehose:UntagDeliveryStream",
        "firehose:UpdateDestination",
      ],
      arns.deliveryStreams,
    ),
    ...optional(
      [
        "iam:CreateSAMLProvider",
        "iam:TagSAMLProvider",
        "iam:UntagSAMLProvider",
        "iam:UpdateSAMLProvider",
      ],
      arns.samlProviders,
    ),
    ...optional(
      [
        "states:CreateStateMachine",
        "states:DeleteStateMachine",
        "states:TagResource",
        "states:UntagResource",
        "states:UpdateStateMachine",
      ],
      arns.stateMachines,
    ),
  ];
}
