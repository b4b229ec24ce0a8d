import type { Statement } from "../iam/iam-policy";

/**
 * What an apply must never do, whatever else it is allowed: what can't be undone. Of all guards only this one
 * still holds after a construct was renamed, with `-target`, after a manual edit of the state, and with
 * destroy.
 */
const IRREVERSIBLE = [
  "connect:AdminGetEmergencyAccessToken",
  "connect:DeleteInstance",
  "connect:DisassociateInstanceStorageConfig",
  "connect:ReleasePhoneNumber",
  "ds:DeleteDirectory",
  "ds:UnauthorizeApplication",
  "dynamodb:DeleteBackup",
  "dynamodb:DeleteTable",
  "dynamodb:UpdateTimeToLive",
  "iam:DeleteRolePermissionsBoundary",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:ScheduleKeyDeletion",
  "logs:DeleteLogGroup",
  "s3:DeleteBucket*",
  "s3:DeleteObjectVersion",
  "s3:PutBucketAcl",
];

/** What belongs to the bootstrap and must be out of reach of the roles that it creates. */
export interface OutOfReach {
  /** ARNs of roles, boundaries and the identity provider. */
  readonly identities: readonly string[];
  /** ARN of the key that encrypts the states. */
  readonly stateKey: string;
}

/** @returns the denials of the apply role; a Deny wins over every Allow. */
export function neverStatements({ identities, stateKey }: OutOfReach): Statement[] {
  return [
    { Sid: "Irreversible", Effect: "Deny", Action: IRREVERSIBLE, Resource: "*" },
    { Sid: "Bootstrap", Effect: "Deny", Action: "iam:*", Resource: identities },
    {
      Sid: "StateKey",
      Effect: "Deny",
      NotAction: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      Resource: stateKey,
    },
  ];
}
