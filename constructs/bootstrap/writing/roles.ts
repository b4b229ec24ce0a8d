import { allow, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";

/** The one managed policy that roles of the center have. */
const BASIC_EXECUTION = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/** Roles of the center only, and only within the boundary, so that none can do more than it. */
export function roleStatements(arns: CenterArns): Statement[] {
  const { roles, boundary } = arns;
  const bounded = { "iam:PermissionsBoundary": boundary };
  return [
    allow(
      [
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ],
      roles,
      { StringEquals: bounded },
    ),
    allow(["iam:AttachRolePolicy", "iam:DetachRolePolicy"], roles, {
      StringEquals: { ...bounded, "iam:PolicyARN": BASIC_EXECUTION },
    }),
    allow(
      [
        "iam:DeleteRole",
        "iam:ListInstanceProfilesForRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
      ],
      roles,
    ),
    allow(["iam:PassRole"], roles, {
      StringEquals: {
        "iam:PassedToService": [
          "lambda.amazonaws.com",
          ...(arns.stateMachines.length > 0 ? ["states.amazonaws.com"] : []),
          ...(arns.deliveryStreams.length > 0 ? ["firehose.amazonaws.com"] : []),
        ],
      },
    }),
  ];
}
