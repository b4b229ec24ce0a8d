/** What is lost with a resource of a type. */
export interface Loss {
  /** What an apply would do, as a clause. */
  readonly happens: string;
  readonly because: string;
  readonly source: string;
}

const ADMIN_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";

/** The types whose resources must not be destroyed or replaced unnoticed, and why. */
export const PROTECTED_TYPES: Readonly<Record<string, Loss>> = {
  aws_connect_phone_number: {
    happens: "releases the phone number",
    because: "a released number can't be claimed again for up to 180 days, by anybody",
    source: `${ADMIN_GUIDE}/release-phone-number.html`,
  },
  aws_connect_instance: {
    happens: "deletes the Connect instance",
    because:
      "its numbers are released, and its users, settings, metrics and reports can't be restored",
    source: `${ADMIN_GUIDE}/delete-connect-instance.html`,
  },
  aws_connect_instance_storage_config: {
    happens: "ends the storing of recordings, transcripts or reports",
    because: "what is recorded until there is another storage is lost",
    source: `${ADMIN_GUIDE}/update-instance-settings.html`,
  },
  aws_lambda_invocation: {
    happens:
      "takes back what the function had set: agent statuses, quick connects, holidays, the number's flow",
    because: "until it is set again, agents lack them and nothing answers the number",
    source: "lambda-src/connect-associations",
  },
  aws_dynamodb_table: {
    happens: "deletes the table with everything in it",
    because: "only a backup brings its items back, and point-in-time recovery ends 35 days later",
    source:
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html",
  },
  aws_s3_bucket: {
    happens: "deletes the bucket",
    because: "its objects can't be restored, and its name may go to another account",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
  },
  aws_s3_bucket_versioning: {
    happens: "suspends the bucket's versioning",
    because: "what is overwritten or deleted from then on can't be brought back",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  },
  aws_s3_bucket_public_access_block: {
    happens: "lets the bucket be made public",
    because: "recordings and the state hold what nobody else may read",
    source:
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  },
  aws_s3_bucket_policy: {
    happens: "removes the bucket's policy",
    because: "it is what refuses unencrypted connections, and deletes of the state",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  },
  aws_kms_key: {
    happens: "deletes the key",
    because: "whatever it has encrypted (recordings, table, logs, state) can never be read again",
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  },
  aws_cloudwatch_log_group: {
    happens: "deletes the log group with its logs",
    because:
      "logs can't be restored, and Connect stops writing flow logs until somebody makes it anew",
    source: `${ADMIN_GUIDE}/contact-flow-logs.html`,
  },
  aws_iam_openid_connect_provider: {
    happens: "removes the trust in GitHub",
    because: "no workflow can plan or apply any more, and only somebody with credentials mends it",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
  },
  aws_iam_role: {
    happens: "deletes the role",
    because: "who works under it (a function, GitHub) can do nothing from then on",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html",
  },
};
