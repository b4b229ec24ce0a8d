import { randomBytes } from "node:crypto";
import type { InstanceStorageConfig } from "@aws-sdk/client-connect";
import { ConnectError } from "./errors";
import { findInstance, invalidParameter } from "./lookup";
import type { Operations } from "./operation";
import type { Instance, StorageConfig } from "./store";

/** The member of a storage config that its type demands. */
const SETTINGS = {
  S3: "S3Config",
  KINESIS_VIDEO_STREAM: "KinesisVideoStreamConfig",
  KINESIS_STREAM: "KinesisStreamConfig",
  KINESIS_FIREHOSE: "KinesisFirehoseConfig",
} as const;

/** Where an instance stores its recordings, transcripts, reports and events. */
export const storageConfigOperations: Operations = {
  AssociateInstanceStorageConfig(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { ResourceType: resourceType } = input;
    checkSettings(input.StorageConfig);
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

  UpdateInstanceStorageConfig(input, account) {
    const instance = findInstance(account, input.InstanceId);
    checkSettings(input.StorageConfig);
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

function checkSettings(config: InstanceStorageConfig): void {
  if (config.StorageType === undefined) return;
  const member = SETTINGS[config.StorageType];
  if (config[member] === undefined)
    throw invalidParameter(`${member} is required when StorageType is ${config.StorageType}`);
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
