import { ConnectInstanceStorageConfig } from "@cdktf/provider-aws/lib/connect-instance-storage-config";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Bucket } from "../storage/bucket";
import type { EncryptionKey } from "../storage/encryption-key";
import type { Instance } from "./instance";
import { guard } from "../terraform/lifecycle";

/** Properties of an {@link InstanceStorage}. */
export interface InstanceStorageProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** The bucket for recordings and reports. */
  readonly bucket: Bucket;
  /** The key that encrypts what is stored. */
  readonly key: EncryptionKey;
  /** The prefix of every object's key, such as `connect/KWGlobal`. */
  readonly prefix: string;
  /** Whether Terraform refuses to destroy the associations: without them, recordings are lost. */
  readonly guarded: boolean;
}

/** The folder of exported evaluations, below the prefix of everything that is stored. */
export const EVALUATIONS_FOLDER = "ContactEvaluations";

/**
 * What every instance stores, and the folder that Amazon Connect's console gives it.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/evaluationforms-example-output-file.html
 */
export const STORED = [
  { id: "CallRecordings", resourceType: "CALL_RECORDINGS", folder: "CallRecordings" },
  { id: "ChatTranscripts", resourceType: "CHAT_TRANSCRIPTS", folder: "ChatTranscripts" },
  { id: "ScheduledReports", resourceType: "SCHEDULED_REPORTS", folder: "Reports" },
  {
    id: "ContactEvaluations",
    resourceType: "CONTACT_EVALUATIONS",
    folder: EVALUATIONS_FOLDER,
  },
] as const;

/** Where recordings, chat transcripts, scheduled reports and the evaluations of calls go. */
export class InstanceStorage extends Construct {
  /** The last association: any further one must wait for it. */
  public readonly last: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: InstanceStorageProps) {
    super(scope, id);
    const { instance, bucket, key, prefix, guarded } = props;
    // One after the other, since Amazon Connect throttles simultaneous requests (TooManyRequestsException).
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
