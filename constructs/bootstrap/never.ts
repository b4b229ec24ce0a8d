import type { Statement } from "../iam-policy";

/**
 * What an apply must never do, whatever else it is allowed: what can't be had back. Of all guards
 * only this one survives a construct that was renamed, `-target`, surgery on the state and destroy.
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

/** What is of the bootstrap, and so beyond the reach of the roles that it makes. */
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
