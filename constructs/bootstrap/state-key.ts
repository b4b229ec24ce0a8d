import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";

import type { Account } from "../contact-center-value";
import { policyDocument } from "../iam-policy";
import { guard } from "../lifecycle";
import { stateKeyAlias } from "../terraform-state";

/** Properties of a {@link StateKey}. */
export interface StateKeyProps {
  readonly account: Account;
}

/** The key of an account's states; IAM says who uses it, and the backend knows it by its alias. */
export class StateKey extends Construct {
  public readonly keyArn: string;
  public readonly aliasArn: string;

  public constructor(scope: Construct, id: string, { account }: StateKeyProps) {
    super(scope, id);
    const key = new KmsKey(this, "Resource", {
      description: `Terraform states in ${account.stateBucket}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyDocument([
        {
          Sid: "AccountDecidesByIam",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account.id}:root` },
          Action: "kms:*",
          Resource: "*",
        },
      ]),
      lifecycle: guard(true),
    });
    const alias = new KmsAlias(this, "Alias", {
      name: `alias/${stateKeyAlias(account)}`,
      targetKeyId: key.keyId,
    });
    this.keyArn = key.arn;
    this.aliasArn = alias.arn;
  }
}
