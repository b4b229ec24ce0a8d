import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeKeyCommand,
  type KeyMetadata,
  paginateListAliases,
  paginateListKeys,
} from "@aws-sdk/client-kms";
import * as s3 from "@aws-sdk/client-s3";
import { GetParameterCommand } from "@aws-sdk/client-ssm";

import { OperatorError } from "../../../sandbox/machine/errors";
import { unlessMissing } from "../../support/unless-missing";
import type { Clients } from "../live-account";
import { AmbiguousMatchError } from "../match";
import type { ImportRule } from "../rule";
import type { WantedResource } from "../wanted";

const bucket: ImportRule = async (wanted, { clients }) => {
  const Bucket = wanted.text("bucket");
  try {
    return (await unlessMissing(clients.s3.send(new s3.HeadBucketCommand({ Bucket })))) && Bucket;
  } catch (error) {
    const { httpStatusCode } = (error as s3.S3ServiceException).$metadata;
    if (httpStatusCode !== 403) throw error;
    throw new OperatorError(
      `bucket ${Bucket} must be this account's, and its credentials may not look at it: choose another bucketSuffix in kwglobal.ts, or use credentials that may`,
    );
  }
};

/** A part of a bucket, by the bucket's name. */
function ofBucket<Answer>(
  read: (client: s3.S3Client, of: { Bucket: string }) => Promise<Answer>,
  isSet: (answer: Answer) => boolean = () => true,
): ImportRule {
  return async (wanted, { clients }) => {
    const Bucket = wanted.text("bucket");
    const answer = await unlessMissing(read(clients.s3, { Bucket }));
    return answer !== undefined && isSet(answer) ? Bucket : undefined;
  };
}

/** The key behind the alias; after an apply that made no alias yet, the one so described. */
const key: ImportRule = async (wanted, { clients }) => {
  const [alias] = wanted.referring("aws_kms_alias", "target_key_id");
  const found =
    (alias && (await keyBehind(clients, alias))) ??
    (await keyDescribed(clients, wanted.text("description")));
  if (found?.KeyState === "PendingDeletion") {
    throw new OperatorError(
      `key ${found.KeyId ?? ""} is to be deleted, and with it all that it has encrypted: aws kms cancel-key-deletion and enable-key, then adopt again`,
    );
  }
  return found?.KeyId;
};

async function keyBehind(
  { kms }: Clients,
  alias: WantedResource,
): Promise<KeyMetadata | undefined> {
  const command = new DescribeKeyCommand({ KeyId: alias.text("name") });
  return (await unlessMissing(kms.send(command)))?.KeyMetadata;
}

async function keyDescribed(
  { kms }: Clients,
  description: string,
): Promise<KeyMetadata | undefined> {
  const described: KeyMetadata[] = [];
  for await (const { Keys = [] } of paginateListKeys({ client: kms }, {})) {
    for (const { KeyId } of Keys) {
      const { KeyMetadata: key } = await kms.send(new DescribeKeyCommand({ KeyId }));
      if (key?.Description === description && key.KeyState === "Enabled") described.push(key);
    }
  }
  if (described.length < 2) return described[0];
  const ids = described.map(({ KeyId }) => KeyId).join(", ");
  throw new AmbiguousMatchError(
    `key "${description}" must be one, but ${described.length} are so described: ${ids}; give the alias to the right one (aws kms create-alias)`,
  );
}

const keyAlias: ImportRule = async (wanted, { clients: { kms } }) => {
  const name = wanted.text("name");
  for await (const { Aliases = [] } of paginateListAliases({ client: kms }, {})) {
    if (Aliases.some(({ AliasName }) => AliasName === name)) return name;
  }
  return undefined;
};

const table: ImportRule = async (wanted, { clients: { dynamodb } }) => {
  const TableName = wanted.text("name");
  return (await unlessMissing(dynamodb.send(new DescribeTableCommand({ TableName })))) && TableName;
};

const parameter: ImportRule = async (wanted, { clients: { ssm } }) => {
  const Name = wanted.text("name");
  return (await unlessMissing(ssm.send(new GetParameterCommand({ Name })))) && Name;
};

/** How what keeps data is found. */
export const STORAGE_RULES: Readonly<Record<string, ImportRule>> = {
  aws_s3_bucket: bucket,
  aws_s3_bucket_versioning: ofBucket(
    (client, of) => client.send(new s3.GetBucketVersioningCommand(of)),
    ({ Status }) => Status !== undefined,
  ),
  aws_s3_bucket_server_side_encryption_configuration: ofBucket((client, of) =>
    client.send(new s3.GetBucketEncryptionCommand(of)),
  ),
  aws_s3_bucket_ownership_controls: ofBucket((client, of) =>
    client.send(new s3.GetBucketOwnershipControlsCommand(of)),
  ),
  aws_s3_bucket_public_access_block: ofBucket((client, of) =>
    client.send(new s3.GetPublicAccessBlockCommand(of)),
  ),
  aws_s3_bucket_policy: ofBucket((client, of) => client.send(new s3.GetBucketPolicyCommand(of))),
  aws_s3_bucket_lifecycle_configuration: ofBucket((client, of) =>
    client.send(new s3.GetBucketLifecycleConfigurationCommand(of)),
  ),
  aws_s3_bucket_logging: ofBucket(
    (client, of) => client.send(new s3.GetBucketLoggingCommand(of)),
    ({ LoggingEnabled }) => LoggingEnabled !== undefined,
  ),
  aws_kms_key: key,
  aws_kms_alias: keyAlias,
  aws_dynamodb_table: table,
  aws_ssm_parameter: parameter,
};
