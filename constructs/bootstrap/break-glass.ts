import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";

import type { Account } from "../value/contact-center-value";
import { allow, policyDocument } from "../iam/iam-policy";

/** Properties of a {@link BreakGlass}. */
export interface BreakGlassProps {
  /** The role's name, 1 to 64 characters. */
  readonly name: string;
  /** The account whose states the role can delete. */
  readonly account: Account;
  /** ARNs of the roles that may assume it; `*` stands for any text. */
  readonly operators: readonly string[];
  /** ARN of the key that encrypts the states. */
  readonly stateKey: string;
}

/**
 * The role for an emergency: a state must be deleted, or the bucket's policy locks operators out of the
 * bucket's settings. A person assumes it by hand, and CloudTrail records that.
 */
export class BreakGlass extends Construct {
  public constructor(scope: Construct, id: string, props: BreakGlassProps) {
    super(scope, id);
    const { account, operators, stateKey } = props;
    const bucket = `arn:aws:s3:::${account.stateBucket}`;
    const role = new IamRole(this, "Resource", {
      name: props.name,
      description: "Deletes Terraform states and changes how they are kept; for emergencies",
      maxSessionDuration: 3600,
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account.id}:root` },
          Action: "sts:AssumeRole",
          Condition: { ArnLike: { "aws:PrincipalArn": operators } },
        },
      ]),
    });
    new IamRolePolicy(this, "States", {
      name: "states",
      role: role.name,
      policy: policyDocument([
        allow(
          [
            "s3:GetBucketVersioning",
            "s3:GetLifecycleConfiguration",
            "s3:ListBucket",
            "s3:ListBucketVersions",
            "s3:PutBucketVersioning",
            "s3:PutLifecycleConfiguration",
          ],
          [bucket],
        ),
        allow(
          [
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:PutObject",
          ],
          [`${bucket}/*`],
        ),
        allow(["kms:Decrypt", "kms:GenerateDataKey"], [stateKey]),
      ]),
    });
  }
}
