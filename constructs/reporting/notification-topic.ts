import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";

import type { EncryptionKey } from "../storage/encryption-key";
import { policyDocument, type Statement } from "../iam/iam-policy";
import { Group } from "../terraform/terraform-addresses";

/** Properties of a {@link NotificationTopic}. */
export interface NotificationTopicProps {
  /** 1 to 256 letters, digits, hyphens and underscores; unique in account and Region. */
  readonly name: string;
  /**
   * The key that encrypts messages. Its policy must let CloudWatch and EventBridge use it: see {@link
   * EncryptionKey}.
   */
  readonly key: EncryptionKey;
  /** The account whose alarms may publish to it. */
  readonly accountId: string;
  /** Who gets each message. SNS sends them a link first, which they must follow within 3 days. */
  readonly emails: readonly string[];
  /** Whether a budget of the account publishes to it too. */
  readonly budget: boolean;
}

/**
 * The topic that every alarm notifies. Its policy allows EventBridge without a condition, since EventBridge
 * supports none in the policy of a topic: anybody who knows the topic's ARN could send to it from a rule of
 * their own.
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
export class NotificationTopic extends Construct {
  /** Known once the policy exists, so that nothing publishes before it is allowed. */
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: NotificationTopicProps) {
    super(scope, id);
    const topic = new SnsTopic(this, "Resource", {
      name: props.name,
      kmsMasterKeyId: props.key.keyArn,
    });
    const publish: Statement = { Effect: "Allow", Action: "sns:Publish", Resource: topic.arn };
    const policy = new SnsTopicPolicy(this, "Policy", {
      arn: topic.arn,
      policy: policyDocument([
        {
          ...publish,
          Sid: "Alarms",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": props.accountId } },
        },
        { ...publish, Sid: "Events", Principal: { Service: "events.amazonaws.com" } },
        ...(props.budget
          ? [
              {
                ...publish,
                Sid: "Budget",
                Principal: { Service: "budgets.amazonaws.com" },
                Condition: {
                  StringEquals: { "aws:SourceAccount": props.accountId },
                  ArnLike: { "aws:SourceArn": `arn:aws:budgets::${props.accountId}:*` },
                },
              },
            ]
          : []),
        {
          ...publish,
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
    });
    const subscriptions = Group.below(this, "Emails");
    for (const email of props.emails) {
      new SnsTopicSubscription(subscriptions, email, {
        topicArn: topic.arn,
        protocol: "email",
        endpoint: email,
      });
    }
    this.arn = policy.arn;
  }
}
