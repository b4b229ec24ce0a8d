import {
  AssociateInstanceStorageConfigCommand,
  DescribeInstanceStorageConfigCommand,
  DisassociateInstanceStorageConfigCommand,
  type InstanceStorageConfig,
  type InstanceStorageResourceType,
  ListInstanceStorageConfigsCommand,
  UpdateInstanceStorageConfigCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const SHARED = "it would change where a real instance stores its recordings";

describe("storage configs", () => {
  const under = connectUnderTest();
  const S3 = (BucketPrefix: string): InstanceStorageConfig => ({
    StorageType: "S3",
    S3Config: {
      BucketName: "recordings",
      BucketPrefix,
      EncryptionConfig: {
        EncryptionType: "KMS",
        KeyId: "arn:aws:kms:us-east-1:123456789012:key/1",
      },
    },
  });

  const associate = async (
    ResourceType: InstanceStorageResourceType,
    StorageConfig: InstanceStorageConfig,
  ) => {
    const of = { InstanceId: under.instanceId, ResourceType };
    const { AssociationId } = await under.client.send(
      new AssociateInstanceStorageConfigCommand({ ...of, StorageConfig }),
    );
    const one = { ...of, AssociationId };
    under.afterwards(() => under.client.send(new DisassociateInstanceStorageConfigCommand(one)));
    return one;
  };
  const describeOne = async (one: Awaited<ReturnType<typeof associate>>) =>
    (await under.client.send(new DescribeInstanceStorageConfigCommand(one))).StorageConfig;

  itEmulated("come back as they were given", SHARED, async () => {
    const one = await associate("CALL_RECORDINGS", S3("connect/KWGlobal"));
    expect(await describeOne(one)).to.deep.equal({
      ...S3("connect/KWGlobal"),
      AssociationId: one.AssociationId,
    });
    const { StorageConfigs } = await under.client.send(new ListInstanceStorageConfigsCommand(one));
    expect(StorageConfigs).to.have.length(1);
  });

  itEmulated("are one a type of data", SHARED, async () => {
    await associate("CALL_RECORDINGS", S3("one"));
    await associate("CHAT_TRANSCRIPTS", S3("one"));
    expect((await refusal(associate("CALL_RECORDINGS", S3("two")))).name).to.equal(
      "ResourceConflictException",
    );
  });

  itEmulated("can be changed and removed", SHARED, async () => {
    const one = await associate("CALL_RECORDINGS", S3("before"));
    await under.client.send(
      new UpdateInstanceStorageConfigCommand({ ...one, StorageConfig: S3("after") }),
    );
    expect((await describeOne(one))?.S3Config?.BucketPrefix).to.equal("after");
    await under.client.send(new DisassociateInstanceStorageConfigCommand(one));
    expect((await refusal(describeOne(one))).name).to.equal("ResourceNotFoundException");
  });

  itEmulated("are found under their own type of data only", SHARED, async () => {
    const one = await associate("CALL_RECORDINGS", S3("one"));
    const other = describeOne({ ...one, ResourceType: "CHAT_TRANSCRIPTS" });
    expect((await refusal(other)).name).to.equal("ResourceNotFoundException");
  });

  itEmulated("have the instance's alias in the prefix of a video stream", SHARED, async () => {
    const one = await associate("MEDIA_STREAMS", {
      StorageType: "KINESIS_VIDEO_STREAM",
      KinesisVideoStreamConfig: {
        Prefix: "media",
        RetentionPeriodHours: 3,
        EncryptionConfig: { EncryptionType: "KMS", KeyId: "key" },
      },
    });
    expect((await describeOne(one))?.KinesisVideoStreamConfig?.Prefix).to.equal(
      "media-connect-under-test-contact-",
    );
  });

  itEmulated("need the settings of their type of storage", SHARED, async () => {
    const { name, message } = await refusal(
      associate("AGENT_EVENTS", { StorageType: "KINESIS_STREAM" }),
    );
    expect(name).to.equal("InvalidParameterException");
    expect(message).to.contain("KinesisStreamConfig");
  });
});
