import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Bucket } from "./bucket";
import type { EncryptionKey } from "./encryption-key";
import type { Instance } from "./instance";
import { guard } from "./lifecycle";

/** Properties of an {@link InstanceStorage}. */
export interface InstanceStorageProps {
  readonly instance: Instance;
  readonly bucket: Bucket;
  readonly key: EncryptionKey;
  /** Begins every object's key, such as `connect/KWGlobal`. */
  readonly prefix: string;
  /** Whether the associations refuse to be destroyed: without one, recordings are lost. */
  readonly guarded: boolean;
}

/** What every instance stores, and the folder that Amazon Connect's console gives it. */
export const STORED = [
  { id: "CallRecordings", resourceType: "CALL_RECORDINGS", folder: "CallRecordings" },
  { id: "ChatTranscripts", resourceType: "CHAT_TRANSCRIPTS", folder: "ChatTranscripts" },
  { id: "ScheduledReports", resourceType: "SCHEDULED_REPORTS", folder: "Reports" },
] as const;

/** Where recordings, chat transcripts and scheduled reports go. */
export class InstanceStorage extends Construct {
  /** The last of them: whoever stores something more waits for it. */
  public readonly last: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: InstanceStorageProps) {
    super(scope, id);
    const { instance, bucket, key, prefix, guarded } = props;
    // One after the other: made at once, Amazon Connect throttles them (TooManyRequestsException).
    let previous: ConnectInstanceStorageConfig[] = [];
    for (const { id: storedId, resourceType, folder } of STORED) {
      const config = new ConnectInstanceStorageConfig(this, storedId, {
        instanceId: instance.instanceId,
        resourceType,
        dependsOn: previous,
        lifecycle: guard(guarded),
        storageConfig: {
          storageType: "S3",
          s3Config: {
            bucketName: bucket.bucketName,
            bucketPrefix: `${prefix}/${folder}`,
            encryptionConfig: { encryptionType: "KMS", keyId: key.keyArn },
          },
        },
      });
      previous = [config];
    }
    this.last = previous;
  }
}
