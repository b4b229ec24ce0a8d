import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";

import type { NotificationTopic } from "./notification-topic";

/** Properties of {@link IdentityChanges}. */
export interface IdentityChangesProps {
  /** The rule's name. */
  readonly name: string;
  /** The SNS topic that is notified of a change. */
  readonly topic: NotificationTopic;
}

/**
 * The API calls by which somebody can take over another user's account: a user's new e-mail address gets the
 * next password reset, and emergency access signs in as an administrator.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateUserIdentityInfo.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/emergency-admin-login.html
 */
const TAKEOVERS = ["UpdateUserIdentityInfo", "AdminGetEmergencyAccessToken"];

/**
 * Without its key, nothing that the center stores can be read or written. The rule covers every key in the
 * account, since the end of another key matters too.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
 */
const LOST_KEYS = ["DisableKey", "ScheduleKeyDeletion"];

/**
 * Notifies the topic at once when a user's identity was changed, or a key was disabled or is about to be
 * deleted, and says by whom and from where. EventBridge receives API calls only if a CloudTrail trail of the
 * account logs management events in this Region. The rule covers every instance in the account, since the
 * field in which CloudTrail names the instance isn't documented.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export class IdentityChanges extends Construct {
  public constructor(scope: Construct, id: string, { name, topic }: IdentityChangesProps) {
    super(scope, id);
    const rule = new CloudwatchEventRule(this, "Resource", {
      name,
      description: "Somebody changed a user's identity, took emergency access, or took away a key",
      eventPattern: JSON.stringify({
        source: ["aws.connect", "aws.kms"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: {
          eventSource: ["connect.amazonaws.com", "kms.amazonaws.com"],
          eventName: [...TAKEOVERS, ...LOST_KEYS],
        },
      }),
    });
    new CloudwatchEventTarget(this, "Target", {
      rule: rule.name,
      targetId: "topic",
      arn: topic.arn,
      inputTransformer: {
        inputPaths: {
          call: "$.detail.eventName",
          who: "$.detail.userIdentity.arn",
          from: "$.detail.sourceIPAddress",
          when: "$.detail.eventTime",
        },
        inputTemplate: JSON.stringify(
          "Contact center: <call> by <who> from <from> at <when>. Was it you, or an apply? Else lock that user out (docs/reporting.md)",
        ),
      },
    });
  }
}
