import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { Construct } from "constructs";

import type { Bucket } from "./bucket";

/** A rule for ageing objects. */
export interface LifecycleRule {
  /** The rule's name, unique in its bucket. */
  readonly id: string;
  /**
   * The prefix of the objects' keys.
   * @default - all objects
   */
  readonly prefix?: string;
  /**
   * After how many days they move to a storage class that is cheaper to store and dearer to read; at least
   * 30.
   * @default - never
   */
  readonly infrequentAccessAfterDays?: number;
  /**
   * After how many days they are deleted.
   * @default - never
   */
  readonly expireAfterDays?: number;
  /**
   * For how many days an overwritten or deleted version can be restored, if fewer than elsewhere in the
   * bucket.
   * @default - as elsewhere
   */
  readonly oldVersionsDays?: number;
}

/** Properties of a {@link BucketLifecycle}. */
export interface BucketLifecycleProps {
  /** The bucket that the rules are for. */
  readonly bucket: Bucket;
  /** Rules besides the one that every bucket has. */
  readonly rules: readonly LifecycleRule[];
  /**
   * For how many days an overwritten or deleted version can be restored.
   * @default 30
   */
  readonly oldVersionsDays?: number;
}

/**
 * The lifecycle rules of a bucket. What nobody can see (incomplete uploads, old versions, delete markers) is
 * kept no longer than needed. The provider polls S3 for 55 seconds until it accepts the rules as set, so
 * nothing else may depend on this construct.
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
