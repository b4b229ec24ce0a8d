import { randomBytes } from "node:crypto";
import type {
  InstanceStorageConfig,
  InstanceStorageResourceType,
  StorageType,
} from "@aws-sdk/client-connect";
import { ConnectError } from "../protocol/errors";
import { findInstance, invalidParameter } from "../store/lookup";
import type { Account, Operations } from "../store/operation";
import type { Instance, StorageConfig } from "../store/store";

/** The member of a storage config that its type demands. */
const SETTINGS = {
  S3: "S3Config",
  KINESIS_VIDEO_STREAM: "KinesisVideoStreamConfig",
  KINESIS_STREAM: "KinesisStreamConfig",
  KINESIS_FIREHOSE: "KinesisFirehoseConfig",
} as const;

const STREAM = ["KINESIS_STREAM"] as const;
const S3 = ["S3"] as const;

/**
 * The storage that each type of data can have.
 * https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-instances.html
 */
const STORAGE_TYPES: Readonly<Record<InstanceStorageResourceType, readonly StorageType[]>> = {
  CALL_RECORDINGS: S3,
  CHAT_TRANSCRIPTS: S3,
  SCHEDULED_REPORTS: S3,
  ATTACHMENTS: S3,
  SCREEN_RECORDINGS: S3,
  CONTACT_EVALUATIONS: S3,
  EMAIL_MESSAGES: S3,
  MEDIA_STREAMS: ["KINESIS_VIDEO_STREAM"],
  CONTACT_TRACE_RECORDS: ["KINESIS_STREAM", "KINESIS_FIREHOSE"],
  AGENT_EVENTS: STREAM,
  REAL_TIME_CONTACT_ANALYSIS_SEGMENTS: STREAM,
  REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS: STREAM,
  REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS: STREAM,
};

/** Where an instance stores its recordings, transcripts, reports and events. */
export const storageConfigOperations: Operations = {
  async AssociateInstanceStorageConfig(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { ResourceType: resourceType } = input;
    await checkSettings(resourceType, input.StorageConfig, account);
    if ([...instance.storageConfigs.values()].some((one) => one.resourceType === resourceType))
      throw new ConnectError(
        "ResourceConflictException",
        `instance ${instance.Id} stores ${resourceType} already: it takes one storage config each`,
      );
    const AssociationId = randomBytes(32).toString("hex");
    instance.storageConfigs.set(AssociationId, {
      resourceType,
      config: stored(input.StorageConfig, AssociationId, instance),
    });
    return { AssociationId };
  },

  DescribeInstanceStorageConfig(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { StorageConfig: findConfig(instance, input).config };
  },

  ListInstanceStorageConfigs(input, account) {
    const { storageConfigs } = findInstance(account, input.InstanceId);
    return {
      StorageConfigs: [...storageConfigs.values()]
        .filter(({ resourceType }) => resourceType === input.ResourceType)
        .map(({ config }) => config),
    };
  },

  async UpdateInstanceStorageConfig(input, account) {
    const instance = findInstance(account, input.InstanceId);
    await checkSettings(input.ResourceType, input.StorageConfig, account);
    const found = findConfig(instance, input);
    found.config = stored(input.StorageConfig, input.AssociationId, instance);
    return {};
  },

  DisassociateInstanceStorageConfig(input, account) {
    const instance = findInstance(account, input.InstanceId);
    findConfig(instance, input);
    instance.storageConfigs.delete(input.AssociationId);
    return {};
  },
};

function findConfig(
  instance: Instance,
  { AssociationId, ResourceType }: { AssociationId: string; ResourceType: string },
): StorageConfig {
  const found = instance.storageConfigs.get(AssociationId);
  if (found?.resourceType !== ResourceType)
    throw new ConnectError(
      "ResourceNotFoundException",
      `instance ${instance.Id} has no storage config ${AssociationId} for ${ResourceType}`,
    );
  return found;
}

/**
 * Whether the data can be stored so: the type of storage must be one for it, have its settings, and its
 * bucket must exist.
 */
async function checkSettings(
  resourceType: InstanceStorageResourceType,
  config: InstanceStorageConfig,
  { others }: Account,
): Promise<void> {
  const { StorageType: type } = config;
  if (type === undefined) return;
  const takes: readonly string[] = STORAGE_TYPES[resourceType];
  if (!takes.includes(type))
    throw invalidParameter(
      `StorageType must be ${takes.join(" or ")} for ${resourceType}, got ${type}`,
    );
  const member = SETTINGS[type];
  if (config[member] === undefined)
    throw invalidParameter(`${member} is required when StorageType is ${type}`);
  const bucket = config.S3Config?.BucketName;
  if (type === "S3" && bucket !== undefined && (await others?.hasBucket(bucket)) === false)
    throw new ConnectError("ResourceNotFoundException", `there is no bucket ${bucket}`);
}

/** Connect lengthens the prefix of a video stream by the instance's alias; the provider knows it. */
function stored(
  config: InstanceStorageConfig,
  AssociationId: string,
  { InstanceAlias = "" }: Instance,
): InstanceStorageConfig {
  const video = config.KinesisVideoStreamConfig;
  const suffix = `-connect-${InstanceAlias}-contact-`;
  if (video === undefined || video.Prefix?.endsWith(suffix) === true)
    return { ...config, AssociationId };
  return {
    ...config,
    AssociationId,
    KinesisVideoStreamConfig: { ...video, Prefix: `${video.Prefix ?? ""}${suffix}` },
  };
}
