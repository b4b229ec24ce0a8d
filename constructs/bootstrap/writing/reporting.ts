import { allow, type Statement } from "../../iam/iam-policy";
import type { CenterArns } from "../center-arns";
import { optional } from "../reading";

/** Permission for an apply to change the monitoring of the center, and what switches of the value turn on. */
export function reportingStatements(arns: CenterArns): Statement[] {
  const { topic } = arns;
  return [
    // These actions support no narrower resource.
    allow(["logs:DeleteQueryDefinition", "logs:PutQueryDefinition"], ["*"]),
    allow(["cloudwatch:PutMetricAlarm"], [arns.alarms], {
      "ForAllValues:StringEquals": { "cloudwatch:AlarmActions": topic },
    }),
    allow(
      ["cloudwatch:DeleteAlarms", "cloudwatch:TagResource", "cloudwatch:UntagResource"],
      [arns.alarms],
    ),
    allow(["cloudwatch:PutDashboard"], [arns.dashboard]),
    ...optional(
      ["budgets:ModifyBudget", "budgets:TagResource", "budgets:UntagResource"],
      arns.budgets,
    ),
    ...(arns.emails.length === 0
      ? []
      : [
          allow(["sns:Subscribe"], [topic], {
            StringEquals: { "sns:Protocol": "email" },
            StringLike: { "sns:Endpoint": arns.emails },
          }),
        ]),
    // IAM checks a subscription's action against its topic.
    allow(["sns:TagResource", "sns:Unsubscribe", "sns:UntagResource"], [topic]),
    allow(["events:TagResource", "events:UntagResource"], arns.rules),
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
    ...optional(["iam:TagSAMLProvider", "iam:UntagSAMLProvider"], arns.samlProviders),
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
