import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";

import type { Account } from "../value/contact-center-value";
import { policyDocument } from "../iam/iam-policy";
import { guard } from "../terraform/lifecycle";
import { stateKeyAlias } from "../terraform/terraform-state";

/** Properties of a {@link StateKey}. */
export interface StateKeyProps {
  /** The account whose states it encrypts. */
  readonly account: Account;
}

/**
 * The encryption key of an account's states. IAM policies decide who may use it; the backend refers to it by
 * its alias.
 */
export class StateKey extends Construct {
  /** The key's ARN, known after the apply. */
  public readonly keyArn: string;
  /** The alias's ARN. */
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
