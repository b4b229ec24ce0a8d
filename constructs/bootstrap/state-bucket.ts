import { Construct } from "constructs";

import { Bucket } from "../storage/bucket";
import { BucketLifecycle } from "../storage/bucket-lifecycle";
import type { Account } from "../value/contact-center-value";
import type { Statement } from "../iam/iam-policy";
import type { StateKey } from "./state-key";

/** A state, and who may read and write it. */
export interface StateReaders {
  /** The state's key in the bucket, such as `contact-center/prod.tfstate`. */
  readonly stateKey: string;
  /** ARNs of the roles that may read it; `*` stands for any text. */
  readonly readers: readonly string[];
  /** ARNs of the roles that may write it; `*` stands for any text. */
  readonly writers: readonly string[];
}

/** Properties of a {@link StateBucket}. */
export interface StateBucketProps {
  /** The account whose states are kept. */
  readonly account: Account;
  /** The key that encrypts it. */
  readonly key: StateKey;
  /** The states, and who can read each. */
  readonly states: readonly StateReaders[];
  /**
   * ARNs of the roles that bootstrap the account and so decide how states are kept; `*` stands for any text.
   */
  readonly operators: readonly string[];
  /** ARN of the one role that may also delete states. */
  readonly breakGlass: string;
}

/** Days for which an overwritten or deleted state can be restored. */
const KEPT_DAYS = 365;

/**
 * The bucket of an account's states. Permissions that IAM grants elsewhere in the account don't open it: a
 * state holds initial passwords, and can't be created again.
 */
export class StateBucket extends Construct {
  public constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    const { account, key, states } = props;
    const bucket = new Bucket(this, "Bucket", {
      name: account.stateBucket,
      key,
      guarded: true,
      statements: [...keeping(props), ...encryption(props), ...states.flatMap(access(props))],
    });
    new BucketLifecycle(this, "Lifecycle", {
      bucket,
      oldVersionsDays: KEPT_DAYS,
      rules: states.map(({ stateKey }, index) => ({
        id: `locks-${index + 1}`,
        prefix: `${stateKey}.tflock`,
        oldVersionsDays: 1,
      })),
    });
  }
}

/**
 * Only the break-glass role can delete states; locks can be deleted. Operators can change the settings too:
 * they finish a bootstrap that failed after the policy was set, and a new environment changes the lifecycle.
 */
function keeping({ account, operators, breakGlass }: StateBucketProps): Statement[] {
  const bucket = `arn:aws:s3:::${account.stateBucket}`;
  const others = { ArnNotEquals: { "aws:PrincipalArn": breakGlass } };
  return [
    {
      Sid: "KeepStates",
      ...deny(["s3:DeleteObject", "s3:DeleteObjectVersion"], `${bucket}/*.tfstate`),
      Condition: others,
    },
    {
      Sid: "KeepBucket",
      ...deny(["s3:DeleteBucket", "s3:DeleteBucketPolicy"], bucket),
      Condition: others,
    },
    {
      Sid: "KeepSettings",
      ...deny(
        [
          "s3:PutBucketPolicy",
          "s3:PutBucketPublicAccessBlock",
          "s3:PutBucketVersioning",
          "s3:PutEncryptionConfiguration",
          "s3:PutLifecycleConfiguration",
          "s3:PutReplicationConfiguration",
        ],
        bucket,
      ),
      Condition: { ArnNotLike: { "aws:PrincipalArn": [...operators, breakGlass] } },
    },
  ];
}

/**
 * A request that names no key gets the bucket's; one that names another key, or another kind of encryption,
 * is refused.
 */
function encryption({ account, key }: StateBucketProps): Statement[] {
  const put = deny(["s3:PutObject"], `arn:aws:s3:::${account.stateBucket}/*`);
  const named = (header: string, ...right: readonly string[]) => ({
    StringNotEquals: { [header]: right },
    Null: { [header]: "false" },
  });
  return [
    { Sid: "KmsOnly", ...put, Condition: named("s3:x-amz-server-side-encryption", "aws:kms") },
    {
      Sid: "OwnKeyOnly",
      ...put,
      Condition: named("s3:x-amz-server-side-encryption-aws-kms-key-id", key.keyArn, key.aliasArn),
    },
  ];
}

function access({ account, breakGlass }: StateBucketProps) {
  return ({ stateKey, readers, writers }: StateReaders): Statement[] => {
    const object = `arn:aws:s3:::${account.stateBucket}/${stateKey}`;
    const butFor = (roles: readonly string[]) => ({
      ArnNotLike: { "aws:PrincipalArn": [...roles, breakGlass] },
    });
    return [
      { ...deny(["s3:GetObject", "s3:GetObjectVersion"], object), Condition: butFor(readers) },
      { ...deny(["s3:PutObject"], object), Condition: butFor(writers) },
    ];
  };
}

function deny(actions: readonly string[], resource: string) {
  return { Effect: "Deny", Principal: "*", Action: actions, Resource: resource } as const;
}
