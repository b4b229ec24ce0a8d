import * as connect from "@aws-sdk/client-connect";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";

import { all } from "../live-center";
import type { HandMade } from "./hand-made";

/** The bucket that Connect's console makes, with twelve digits of chance. */
export const CONSOLE_BUCKET = "amazon-connect-7f3a9c1d2e4b";

/** The instance with flow logs, as its console makes it: Connect makes their group, without key and retention. */
export async function createInstance(center: HandMade): Promise<void> {
  const { Id = "", Arn = "" } = await center.client.send(
    new connect.CreateInstanceCommand({
      InstanceAlias: "KWGlobal",
      IdentityManagementType: "CONNECT_MANAGED",
      InboundCallsEnabled: true,
      OutboundCallsEnabled: true,
    }),
  );
  [center.instanceId, center.instanceArn] = [Id, Arn];
  await center.client.send(
    new connect.UpdateInstanceAttributeCommand({
      ...center.of(),
      AttributeType: "CONTACTFLOW_LOGS",
      Value: "true",
    }),
  );
  for (const { Id: flow, Name = "" } of await all(
    connect.paginateListContactFlows({ client: center.client }, center.of()),
    (page) => page.ContactFlowSummaryList,
  )) {
    center.made("flow", Name, flow);
  }
  for (const { Id: profile, Name = "" } of await all(
    connect.paginateListSecurityProfiles({ client: center.client }, center.of()),
    (page) => page.SecurityProfileSummaryList,
  )) {
    center.made("security profile", Name, profile);
  }
  for (const { Id: profile, Name = "" } of await all(
    connect.paginateListRoutingProfiles({ client: center.client }, center.of()),
    (page) => page.RoutingProfileSummaryList,
  )) {
    center.made("routing profile", Name, profile);
  }
}

/** What the console proposes: a bucket of its own, and the key that AWS manages for Connect. */
export async function storeInDefaultBucket(center: HandMade): Promise<void> {
  await new S3Client({ forcePathStyle: true }).send(
    new CreateBucketCommand({
      Bucket: CONSOLE_BUCKET,
      CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
    }),
  );
  for (const [ResourceType, folder] of [
    ["CALL_RECORDINGS", "CallRecordings"],
    ["CHAT_TRANSCRIPTS", "ChatTranscripts"],
    ["SCHEDULED_REPORTS", "Reports"],
    ["CONTACT_EVALUATIONS", "ContactEvaluations"],
  ] as const) {
    await center.client.send(
      new connect.AssociateInstanceStorageConfigCommand({
        ...center.of(),
        ResourceType,
        StorageConfig: {
          StorageType: "S3",
          S3Config: {
            BucketName: CONSOLE_BUCKET,
            BucketPrefix: `connect/KWGlobal/${folder}`,
            EncryptionConfig: {
              EncryptionType: "KMS",
              KeyId: `arn:aws:kms:${center.region}:123456789012:key/1b4ae2ac-61d5-4b9e-8a4e-3c6b5d0f1a2b`,
            },
          },
        },
      }),
    );
  }
}

/** A number of Delaware, with a description. */
export async function claimNumber(center: HandMade) {
  const { AvailableNumbersList = [] } = await center.client.send(
    new connect.SearchAvailablePhoneNumbersCommand({
      TargetArn: center.instanceArn,
      PhoneNumberCountryCode: "US",
      PhoneNumberType: "DID",
      PhoneNumberPrefix: "+1302",
    }),
  );
  const PhoneNumber = AvailableNumbersList[0]?.PhoneNumber ?? "";
  const { PhoneNumberId = "" } = await center.client.send(
    new connect.ClaimPhoneNumberCommand({
      TargetArn: center.instanceArn,
      PhoneNumber,
      PhoneNumberDescription: "Main line",
    }),
  );
  return { PhoneNumber, PhoneNumberId };
}
