import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";

import type { Account } from "../contact-center-value";
import { allow, policyDocument } from "../iam-policy";

/** Properties of a {@link BreakGlass}. */
export interface BreakGlassProps {
  readonly name: string;
  readonly account: Account;
  /** ARNs of the roles, `*` for any text, that may take it. */
  readonly operators: readonly string[];
  /** ARN of the key that encrypts the states. */
  readonly stateKey: string;
}

/**
 * The role for the day when a state must be deleted, or operators are locked out of the bucket's
 * settings by its policy. They take it by hand, and CloudTrail shows that they did.
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
