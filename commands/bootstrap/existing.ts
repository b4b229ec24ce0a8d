import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { IAMClient, ListOpenIDConnectProvidersCommand } from "@aws-sdk/client-iam";
import { HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";

import { GITHUB_ISSUER } from "../../constructs/bootstrap/names";
import type { Account } from "../../constructs/contact-center-value";
import { OperatorError } from "../../sandbox/errors";
import type { Stack } from "../../sandbox/stack";

/** What a first bootstrap takes over, since an account can have it only once. */
export interface Existing {
  /** A bucket of that name, in this account. */
  readonly bucket?: string;
  /** ARN of GitHub's identity provider. */
  readonly provider?: string;
}

/**
 * Looks for what others may have made in the account: a bucket by hand, GitHub's provider for
 * another repository.
 *
 * @throws OperatorError when the bucket's name is taken by another account.
 */
export async function findExisting(account: Account, s3: S3Client): Promise<Existing> {
  const iam = new IAMClient({ region: account.region });
  try {
    const { OpenIDConnectProviderList = [] } = await iam.send(
      new ListOpenIDConnectProvidersCommand({}),
    );
    const provider = OpenIDConnectProviderList.find(({ Arn }) =>
      Arn?.endsWith(`/${GITHUB_ISSUER}`),
    )?.Arn;
    const bucket = (await isThere(account.stateBucket, s3)) ? account.stateBucket : undefined;
    return {
      ...(bucket !== undefined && { bucket }),
      ...(provider !== undefined && { provider }),
    };
  } finally {
    iam.destroy();
  }
}

/** Writes import blocks beside the stack: the plan then shows what is taken over. */
export async function writeImports(
  directory: string,
  { resource = {} }: Stack,
  { bucket, provider }: Existing,
): Promise<void> {
  const importing = (type: string, id: string | undefined) =>
    id === undefined
      ? []
      : Object.keys(resource[type] ?? {}).map((name) => ({ to: `${type}.${name}`, id }));
  const blocks = [
    ...importing("aws_s3_bucket", bucket),
    ...importing("aws_iam_openid_connect_provider", provider),
  ];
  const content = JSON.stringify({ import: blocks }, null, 2);
  await writeFile(join(directory, "imports.tf.json"), `${content}\n`);
}

async function isThere(Bucket: string, s3: S3Client): Promise<boolean> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket }));
    return true;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === "NotFound") return false;
    if (error.name !== "Forbidden" && error.name !== "403") throw error;
    throw new OperatorError(
      `the bucket ${Bucket} is another account's, or you may not see it: choose another stateBucket in kwglobal.ts`,
    );
  }
}
