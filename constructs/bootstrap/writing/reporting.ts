import { allow, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";
import { optional } from "../reading";

/** What an apply does to what watches the center, and to what its switches turn on. */
export function reportingStatements(arns: CenterArns): Statement[] {
  const { topic } = arns;
  return [
    // They have no narrower resource.
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
    // A subscription's action is checked against its topic.
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
