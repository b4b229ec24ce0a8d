import { allow, ofAccount, type Statement } from "../iam/iam-policy";

/** One stack's state: the object, its bucket, and the encryption key of both. */
export interface StateObject {
  /** The name of the bucket with the states. */
  readonly bucket: string;
  /** The state's key in the bucket, such as `contact-center/prod.tfstate`. */
  readonly stateKey: string;
  /** ARN of the key that encrypts it. */
  readonly encryptionKey: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
  /** The id of the account that owns the bucket. */
  readonly account: string;
}

/**
 * Permission to read one state without its lock: a plan with `-lock=false` writes nothing.
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 */
export function stateReading(state: StateObject): Statement[] {
  return [
    allow(["s3:ListBucket"], [`arn:aws:s3:::${state.bucket}`], ofAccount(state.account)),
    allow(["s3:GetObject"], [object(state)], ofAccount(state.account)),
    encryption(["kms:Decrypt"], state),
  ];
}

/** Permission to read, write and lock one state; of both objects only the lock can be deleted. */
export function stateWriting(state: StateObject): Statement[] {
  const lock = `${object(state)}.tflock`;
  return [
    allow(["s3:ListBucket"], [`arn:aws:s3:::${state.bucket}`], ofAccount(state.account)),
    allow(["s3:GetObject", "s3:PutObject"], [object(state), lock], ofAccount(state.account)),
    allow(["s3:DeleteObject"], [lock], ofAccount(state.account)),
    encryption(["kms:Decrypt", "kms:GenerateDataKey"], state),
  ];
}

function object({ bucket, stateKey }: StateObject): string {
  return `arn:aws:s3:::${bucket}/${stateKey}`;
}

function encryption(actions: readonly string[], { encryptionKey, region }: StateObject): Statement {
  return allow(actions, [encryptionKey], {
    StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
  });
}
