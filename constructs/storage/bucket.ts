import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";

import type { EncryptionKey } from "./encryption-key";
import { policyDocument, type Statement } from "../iam/iam-policy";
import { guard } from "../terraform/lifecycle";

/** Properties of a {@link Bucket}. */
export interface BucketProps {
  /** Unique in all of AWS. */
  readonly name: string;
  /** @default - S3's own key */
  readonly key?: Pick<EncryptionKey, "keyArn">;
  /** Whether Terraform refuses to destroy the bucket and its contents. */
  readonly guarded: boolean;
  /**
   * Statements of the bucket's policy besides "TLS only".
   * @default - nothing
   */
  readonly statements?: readonly Statement[];
  /**
   * The bucket to which its requests are logged, in a folder of this bucket's name.
   * @default - nowhere
   */
  readonly accessLogs?: Bucket;
}

/** A private bucket: versioned, encrypted, reached over TLS only. */
export class Bucket extends Construct {
  /** The bucket's name. */
  public readonly bucketName: string;
  /** Its ARN, known after the apply. */
  public readonly arn: string;
  private readonly policy: S3BucketPolicy;

  public constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id);
    const { name, key, guarded, statements = [], accessLogs } = props;
    const bucket = new S3Bucket(this, "Resource", {
      bucket: name,
      forceDestroy: !guarded,
      lifecycle: guard(guarded),
    });
    const settings = { bucket: bucket.id };
    new S3BucketVersioningA(this, "Versioning", {
      ...settings,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      ...settings,
      rule: [
        key === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              bucketKeyEnabled: true,
              applyServerSideEncryptionByDefault: {
                sseAlgorithm: "aws:kms",
                kmsMasterKeyId: key.keyArn,
              },
            },
      ],
    });
    new S3BucketOwnershipControls(this, "Ownership", {
      ...settings,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const privacy = new S3BucketPublicAccessBlock(this, "Privacy", {
      ...settings,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    this.policy = new S3BucketPolicy(this, "Policy", {
      ...settings,
      policy: policyDocument([
        ...statements,
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [bucket.arn, `${bucket.arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
      // S3 refuses two simultaneous changes of one bucket's access settings.
      dependsOn: [privacy],
    });
    if (accessLogs !== undefined) {
      new S3BucketLoggingA(this, "Logging", {
        ...settings,
        targetBucket: accessLogs.bucketName,
        targetPrefix: `${name}/`,
        // S3 refuses a target to which it may not write.
        dependsOn: [accessLogs.policy],
      });
    }
    this.bucketName = bucket.id;
    this.arn = bucket.arn;
  }
}
