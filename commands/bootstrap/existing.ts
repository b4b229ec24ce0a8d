import {
  GetRoleCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
  paginateListPolicies,
} from "@aws-sdk/client-iam";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";

import { GITHUB_ISSUER } from "../../constructs/bootstrap/names";
import type { Account } from "../../constructs/value/contact-center-value";
import { OperatorError } from "../../sandbox/machine/errors";
import type { Stack } from "../../sandbox/terraform/stack";
import type { Import } from "../support/imports-file";
import { refuseOtherRegion } from "./other-region";

/**
 * Finds what a bootstrap without a state would make twice, by the names that the code gives it: made
 * by hand, for another repository, or by a bootstrap whose state is lost. What belongs to these (a
 * bucket's settings, a role's own policies) is overwritten, and needs no import.
 *
 * @throws OperatorError when the bucket's name is taken by another account or Region.
 */
export async function findExisting(
  { resource = {} }: Stack,
  account: Account,
  s3: S3Client,
): Promise<Import[]> {
  const iam = new IAMClient({ region: account.region });
  const kms = new KMSClient({ region: account.region });
  const policies = new Map<unknown, string>();
  /** Ids of live things by resource type, from what the code says of one. */
  const find: Readonly<Record<string, (own: Own) => Promise<string | undefined>>> = {
    aws_s3_bucket: ({ bucket }) => findBucket(String(bucket), s3),
    aws_iam_openid_connect_provider: () => findProvider(iam),
    aws_iam_role: ({ name }) => findRole(String(name), iam),
    aws_iam_policy: ({ name }) => Promise.resolve(policies.get(name)),
    aws_kms_alias: async ({ name }) => (await findKey(String(name), kms)) && String(name),
    aws_kms_key: () => findKey(aliasIn(resource), kms),
  };
  try {
    for await (const { Policies = [] } of paginateListPolicies({ client: iam }, LOCAL)) {
      for (const { PolicyName, Arn = "" } of Policies) policies.set(PolicyName, Arn);
    }
    const imports: Import[] = [];
    for (const [type, findOne] of Object.entries(find)) {
      for (const [name, own] of Object.entries(resource[type] ?? {})) {
        const id = await findOne(own);
        if (id !== undefined) imports.push({ to: `${type}.${name}`, id });
      }
    }
    return imports;
  } finally {
    iam.destroy();
    kms.destroy();
  }
}

/** Of the account itself, without those of AWS. */
const LOCAL = { Scope: "Local" } as const;

type Own = Readonly<Record<string, unknown>>;

/** The stack has one key, and a key has no name but its alias. */
function aliasIn(resource: NonNullable<Stack["resource"]>): string {
  return String(Object.values(resource.aws_kms_alias ?? {})[0]?.name);
}

async function findProvider(iam: IAMClient): Promise<string | undefined> {
  const { OpenIDConnectProviderList: all = [] } = await iam.send(
    new ListOpenIDConnectProvidersCommand({}),
  );
  return all.find(({ Arn }) => Arn?.endsWith(`/${GITHUB_ISSUER}`))?.Arn;
}

async function findRole(name: string, iam: IAMClient): Promise<string | undefined> {
  const found = await unless("NoSuchEntityException", () =>
    iam.send(new GetRoleCommand({ RoleName: name })),
  );
  return found && name;
}

async function findKey(alias: string, kms: KMSClient): Promise<string | undefined> {
  const found = await unless("NotFoundException", () =>
    kms.send(new DescribeKeyCommand({ KeyId: alias })),
  );
  return found?.KeyMetadata?.KeyId;
}

async function findBucket(name: string, s3: S3Client): Promise<string | undefined> {
  try {
    const found = await unless("NotFound", () => s3.send(new HeadBucketCommand({ Bucket: name })));
    return found && name;
  } catch (error) {
    refuseOtherRegion(error, name);
    if (!(error instanceof Error) || !["Forbidden", "403"].includes(error.name)) throw error;
    throw new OperatorError(
      `the bucket ${name} is another account's, or you may not see it: choose another stateBucket in kwglobal.ts`,
    );
  }
}

/** @returns undefined where the service knows no such thing, and says so by an error of that name. */
async function unless<T>(name: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}
