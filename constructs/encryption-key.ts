import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";

import { guard } from "./lifecycle";

/** Properties of an {@link EncryptionKey}. */
export interface EncryptionKeyProps {
  /** Name of the alias, without `alias/`. */
  readonly alias: string;
  readonly accountId: string;
  readonly region: string;
  readonly guarded: boolean;
}

/**
 * The project's own key: for recordings, reports, the table and the logs. Amazon Connect gets its
 * grant from whoever associates the storage; CloudWatch Logs needs its place in the policy.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export class EncryptionKey extends Construct {
  public readonly keyArn: string;

  public constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { alias, accountId, region, guarded } = props;
    const key = new KmsKey(this, "Resource", {
      description: `Contact center ${alias}: recordings, reports, table and logs`,
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
            Action: [
              "kms:Encrypt",
              "kms:Decrypt",
              "kms:ReEncrypt*",
              "kms:GenerateDataKey*",
              "kms:Describe*",
            ],
            Resource: "*",
            Condition: {
              ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:*`,
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
