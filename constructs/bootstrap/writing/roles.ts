import { allow, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";
import { optional } from "../reading";

/** The one managed policy that roles of the center have. */
const BASIC_EXECUTION = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/**
 * What an apply does with roles: it tags them, and hands each to the service that works with it.
 * Those that it makes it fills within the boundary only, so that none can do more. Whom a new role
 * trusts no condition can say; whom an old one trusts, an apply can't change.
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
