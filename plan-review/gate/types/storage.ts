import { anotherBucket, protectedBucket } from "../judgements/buckets.ts";
import { bucketEncryption } from "../judgements/encryption.ts";
import { lifecycle } from "../judgements/expirations.ts";
import { policy } from "../judgements/policies.ts";
import { anyChange, belongsTo, setting, turnedOff, turnedOn } from "../judgements/settings.ts";
import type { Judgement, Loss, TypeRules } from "../type-rules.ts";
import { FIXED, LABELS, PATIENCE } from "./reasons.ts";

const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

/** A setting of a bucket that isn't here would replace the one that it has. */
const OWN_BUCKET = belongsTo(["bucket"], ["aws_s3_bucket"], {
  effect: "create",
  happens: "sets something of a bucket that isn't in this stack",
  because: "what it replaces there can't be seen",
  source: `${S3}/Welcome.html`,
});

const SETTING = "a bucket that has none gets one; another address that sets the same is refused";

const OPEN: Omit<Loss, "happens"> = {
  because: "recordings and the state hold what nobody else may read",
  source: `${S3}/access-control-block-public-access.html`,
};

const blocks = (attribute: string): Judgement =>
  setting({
    path: [attribute],
    // S3 blocks new buckets unless somebody says otherwise.
    byDefault: true,
    harmful: turnedOff,
    effect: "unprotect",
    happens: `lets the bucket be made public (${attribute})`,
    ...OPEN,
  });

/** Buckets, and what is set for each. */
export const STORAGE: Readonly<Record<string, TypeRules>> = {
  aws_s3_bucket: {
    target: ["bucket"],
    made: "an empty bucket, which nobody but the account can reach",
    gone: {
      happens: "deletes the bucket",
      because: "its objects can't be restored, and its name may go to another account",
      source: `${S3}/delete-bucket.html`,
    },
    free: { [LABELS]: ["tags"], [PATIENCE]: ["timeouts"] },
    judged: {
      bucket: [
        protectedBucket,
        anyChange({
          path: ["bucket"],
          effect: "change",
          happens: "gives the bucket another name",
          because: FIXED,
          source: `${S3}/bucketnamingrules.html`,
        }),
      ],
      force_destroy: setting({
        path: ["force_destroy"],
        harmful: turnedOn,
        effect: "unprotect",
        happens: "lets the bucket be deleted with everything in it",
        because: "the next mistake can delete every recording, older versions included",
        source:
          "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket",
      }),
    },
    named: {},
    // Each has a type of its own: set here, too, one would undo the other at each apply.
    unused: [
      ...["acceleration_status", "acl", "bucket_prefix", "cors_rule", "grant", "lifecycle_rule"],
      ...["logging", "object_lock_configuration", "object_lock_enabled", "policy"],
      ...["replication_configuration", "request_payer", "server_side_encryption_configuration"],
      ...["versioning", "website"],
    ],
    computed: [
      ...["arn", "bucket_domain_name", "bucket_regional_domain_name", "hosted_zone_id", "id"],
      ...["region", "tags_all", "website_domain", "website_endpoint"],
    ],
  },

  aws_s3_bucket_lifecycle_configuration: {
    target: ["bucket"],
    made: SETTING,
    gone: {
      effect: "destroy",
      happens: "keeps the bucket's objects for ever, old versions included",
      because: "what was to be deleted after a time no longer is",
      source: `${S3}/object-lifecycle-mgmt.html`,
    },
    free: {
      [PATIENCE]: ["timeouts"],
      "it only says from which size on objects are moved": [
        "transition_default_minimum_object_size",
      ],
    },
    judged: { bucket: OWN_BUCKET, rule: lifecycle },
    named: {},
    unused: ["expected_bucket_owner"],
    computed: ["id"],
  },

  aws_s3_bucket_logging: {
    target: ["bucket"],
    made: SETTING,
    gone: {
      happens: "ends the log of who reads what in the bucket",
      because: "who has read which recording can't be found out any more",
      source: `${S3}/ServerLogs.html`,
    },
    free: {},
    judged: {
      bucket: OWN_BUCKET,
      target_bucket: [
        anyChange({
          path: ["target_bucket"],
          effect: "unprotect",
          happens: "writes the log of who reads what in the bucket to another place",
          because: "who looks for it finds the old one, and others may read or change the new one",
          source: `${S3}/ServerLogs.html`,
        }),
        belongsTo(["target_bucket"], ["aws_s3_bucket"], {
          effect: "grant",
          happens: "writes the log of who reads what to a bucket outside of this stack",
          because: "it names callers' recordings and who has heard them",
          source: `${S3}/ServerLogs.html`,
        }),
        anotherBucket,
      ],
    },
    named: { "who looks for the log finds it there": ["target_prefix"] },
    unused: ["expected_bucket_owner", "target_grant", "target_object_key_format"],
    computed: ["id"],
  },

  aws_s3_bucket_ownership_controls: {
    target: ["bucket"],
    made: SETTING,
    gone: {
      effect: "destroy",
      happens: "lets access lists open the bucket's objects again",
      ...OPEN,
      source: `${S3}/about-object-ownership.html`,
    },
    free: {},
    judged: {
      bucket: OWN_BUCKET,
      rule: setting({
        path: ["rule", 0, "object_ownership"],
        byDefault: "BucketOwnerEnforced",
        harmful: (_, after) => after !== "BucketOwnerEnforced",
        effect: "unprotect",
        happens: "lets access lists open the bucket's objects",
        ...OPEN,
        source: `${S3}/about-object-ownership.html`,
      }),
    },
    named: {},
    unused: [],
    computed: ["id"],
  },

  aws_s3_bucket_policy: {
    target: ["bucket"],
    made: SETTING,
    gone: {
      happens: "removes the bucket's policy",
      because: "it is what refuses unencrypted connections, and deletes of the state",
      source: `${S3}/security-best-practices.html`,
    },
    free: {},
    judged: { bucket: OWN_BUCKET, policy: policy("resource", "the bucket") },
    named: {},
    unused: [],
    computed: ["id"],
  },

  aws_s3_bucket_public_access_block: {
    target: ["bucket"],
    made: SETTING,
    gone: { happens: "lets the bucket be made public", ...OPEN },
    free: {},
    judged: {
      bucket: OWN_BUCKET,
      block_public_acls: blocks("block_public_acls"),
      block_public_policy: blocks("block_public_policy"),
      ignore_public_acls: blocks("ignore_public_acls"),
      restrict_public_buckets: blocks("restrict_public_buckets"),
    },
    named: {},
    unused: [],
    computed: ["id"],
  },

  aws_s3_bucket_server_side_encryption_configuration: {
    target: ["bucket"],
    made: SETTING,
    gone: {
      happens: "takes the key away from the bucket",
      because:
        "new recordings are encrypted by S3's own key: whoever may read the bucket reads them",
      source: `${S3}/bucket-encryption.html`,
    },
    free: { "it only saves calls of KMS": ["rule.bucket_key_enabled"] },
    judged: { bucket: OWN_BUCKET, rule: bucketEncryption },
    named: {},
    unused: ["expected_bucket_owner"],
    computed: ["id"],
  },

  aws_s3_bucket_versioning: {
    target: ["bucket"],
    made: SETTING,
    gone: {
      happens: "suspends the bucket's versioning",
      because: "what is overwritten or deleted from then on can't be brought back",
      source: `${S3}/Versioning.html`,
    },
    free: {},
    judged: {
      bucket: OWN_BUCKET,
      versioning_configuration: setting({
        path: ["versioning_configuration", 0, "status"],
        byDefault: "Disabled",
        harmful: (_, after) => after !== "Enabled",
        effect: "unprotect",
        happens: "suspends the bucket's versioning",
        because: "what is overwritten or deleted from then on can't be brought back",
        source: `${S3}/Versioning.html`,
      }),
    },
    named: {
      "it says who may delete versions": ["versioning_configuration.mfa_delete"],
    },
    unused: ["expected_bucket_owner", "mfa"],
    computed: ["id"],
  },
};
