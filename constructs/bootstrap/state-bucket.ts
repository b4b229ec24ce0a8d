import { Construct } from "constructs";

import { Bucket } from "../bucket";
import { BucketLifecycle } from "../bucket-lifecycle";
import type { Account } from "../contact-center-value";
import type { Statement } from "../iam-policy";
import type { StateKey } from "./state-key";

/** A state, and who may have it. */
export interface StateReaders {
  readonly stateKey: string;
  /** ARNs of roles, `*` for any text, that may read it. */
  readonly readers: readonly string[];
  /** ARNs of roles, `*` for any text, that may write it. */
  readonly writers: readonly string[];
}

/** Properties of a {@link StateBucket}. */
export interface StateBucketProps {
  readonly account: Account;
  readonly key: StateKey;
  readonly states: readonly StateReaders[];
  /** ARNs of the roles, `*` for any text, that bootstrap, and so decide how states are kept. */
  readonly operators: readonly string[];
  /** ARN of the one role that may delete states, besides. */
  readonly breakGlass: string;
}

/** Days for which a state that was overwritten or deleted can be brought back. */
const KEPT_DAYS = 365;

/**
 * The bucket of an account's states. What IAM allows people elsewhere in the account doesn't count
 * here: a state holds first passwords, and can't be made anew.
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
 * States end by break-glass alone; a lock may go. The settings are the operators' too: a bootstrap
 * that is cut off after the policy goes on with them, and a new environment changes the lifecycle.
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

/** Who names no key gets the bucket's; who names another, or another kind, is refused. */
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
