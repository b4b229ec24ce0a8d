import { allow, type Statement } from "../../iam/iam-policy";
import type { CenterArns } from "../center-arns";
import { optional } from "../reading";

/** The only managed policy that roles of the center have. */
const BASIC_EXECUTION = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/**
 * Permission for an apply to tag roles, to pass each to the service that assumes it, and to create roles and
 * their policies under the permissions boundary only, so that no role can do more. No IAM condition can
 * restrict whom a new role trusts; an apply can't change whom an existing one trusts.
 */
export function roleStatements(arns: CenterArns): Statement[] {
  const { boundary, made, roles, rolesOf, switched } = arns;
  const bounded = { "iam:PermissionsBoundary": boundary };
  return [
    allow(["iam:TagRole", "iam:UntagRole"], roles),
    ...Object.entries(rolesOf).flatMap(([service, passed]) =>
      optional(["iam:PassRole"], passed, {
        StringEquals: { "iam:PassedToService": `${service}.amazonaws.com` },
      }),
    ),
    ...optional(
      [
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ],
      made.roles,
      { StringEquals: bounded },
    ),
    ...optional(["iam:AttachRolePolicy", "iam:DetachRolePolicy"], made.roles, {
      StringEquals: { ...bounded, "iam:PolicyARN": BASIC_EXECUTION },
    }),
    ...optional(["iam:DeleteRole", "iam:ListInstanceProfilesForRole"], switched.roles),
  ];
}
