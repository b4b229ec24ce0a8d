import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { Construct } from "constructs";

import type { Bucket } from "./bucket";

/** What becomes of objects as they grow old. */
export interface LifecycleRule {
  /** The rule's name, unique in its bucket. */
  readonly id: string;
  /**
   * Begins the keys of the objects.
   * @default - all objects
   */
  readonly prefix?: string;
  /**
   * After how many days they are stored more cheaply and read more dearly, from 30 on.
   * @default - never
   */
  readonly infrequentAccessAfterDays?: number;
  /**
   * After how many days they are deleted.
   * @default - never
   */
  readonly expireAfterDays?: number;
  /**
   * How many days a version that was overwritten or deleted can be had back, where it is less than
   * elsewhere in the bucket.
   * @default - as elsewhere
   */
  readonly oldVersionsDays?: number;
}

/** Properties of a {@link BucketLifecycle}. */
export interface BucketLifecycleProps {
  readonly bucket: Bucket;
  /** Beside the one that every bucket has. */
  readonly rules: readonly LifecycleRule[];
  /**
   * How many days a version that was overwritten or deleted can be had back.
   * @default 30
   */
  readonly oldVersionsDays?: number;
}

/**
 * What becomes of a bucket's objects. What nobody can see (an upload that broke off, an old
 * version, the mark of a deletion) is kept no longer than needed. The provider looks at it for 55
 * seconds before it believes S3, so nothing else may wait for it.
 */
export class BucketLifecycle extends Construct {
  public constructor(scope: Construct, id: string, props: BucketLifecycleProps) {
    super(scope, id);
    const { bucket, rules, oldVersionsDays = 30 } = props;
    new S3BucketLifecycleConfiguration(this, "Resource", {
      bucket: bucket.bucketName,
      rule: [
        {
          id: "unseen",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          noncurrentVersionExpiration: [{ noncurrentDays: oldVersionsDays }],
          expiration: [{ expiredObjectDeleteMarker: true }],
        },
        ...rules.map((rule) => ({
          id: rule.id,
          status: "Enabled",
          filter: [{ prefix: rule.prefix ?? "" }],
          ...(rule.infrequentAccessAfterDays !== undefined && {
            transition: [{ days: rule.infrequentAccessAfterDays, storageClass: "STANDARD_IA" }],
          }),
          ...(rule.expireAfterDays !== undefined && {
            expiration: [{ days: rule.expireAfterDays }],
          }),
          ...(rule.oldVersionsDays !== undefined && {
            noncurrentVersionExpiration: [{ noncurrentDays: rule.oldVersionsDays }],
          }),
        })),
      ],
    });
  }
}
