import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";

import { guard } from "../terraform/lifecycle";

/** Properties of an {@link EncryptionKey}. */
export interface EncryptionKeyProps {
  /** Name of the alias, without `alias/`. */
  readonly alias: string;
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
  /** Whether Terraform refuses to destroy it. */
  readonly guarded: boolean;
  /** Whether a budget publishes to the topic that it encrypts. */
  readonly budget: boolean;
}

/**
 * The project's own key: for recordings, reports, the table and the logs. Amazon Connect gets its grant from
 * the caller that associates the storage. CloudWatch Logs needs a statement in the key's policy, and so do
 * alarms and events, whose messages a topic encrypts. For these the encryption context of SNS limits the key
 * to the account's topics, since EventBridge doesn't say on whose behalf it calls.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class EncryptionKey extends Construct {
  /** The key's ARN, known after the apply. */
  public readonly keyArn: string;

  public constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { alias, accountId, region, guarded } = props;
    const key = new KmsKey(this, "Resource", {
      description: `Contact center ${alias}: recordings, reports, table, logs and notifications`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "AccountDecidesByIam",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${accountId}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Sid: "CloudWatchLogs",
            Effect: "Allow",
            Principal: { Service: `logs.${region}.amazonaws.com` },
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
            Resource: "*",
            Condition: {
              ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:*`,
              },
            },
          },
          {
            Sid: "Notifications",
            Effect: "Allow",
            Principal: {
              Service: [
                "cloudwatch.amazonaws.com",
                "events.amazonaws.com",
                ...(props.budget ? ["budgets.amazonaws.com"] : []),
              ],
            },
            Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource: "*",
            Condition: {
              ArnLike: {
                "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:*`,
              },
            },
          },
        ],
      }),
      lifecycle: guard(guarded),
    });
    new KmsAlias(this, "Alias", { name: `alias/${alias}`, targetKeyId: key.keyId });
    this.keyArn = key.arn;
  }
}
