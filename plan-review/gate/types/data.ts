import { lowered } from "../judgements/comparisons.ts";
import { encryptedBy } from "../judgements/encryption.ts";
import { policy } from "../judgements/policies.ts";
import {
  anyChange,
  belongsTo,
  firstOf,
  setting,
  turnedOff,
  turnedOn,
} from "../judgements/settings.ts";
import type { TypeRules } from "../type-rules.ts";
import { isNothing, objectOf, valueAt } from "../../values.ts";
import { FIXED, LABELS, newPart, PATIENCE, TEXT } from "./reasons.ts";

const DYNAMODB = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide";
const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";
const FIREHOSE = "https://docs.aws.amazon.com/firehose/latest/dev";

const ANOTHER_COPY = {
  because: "what callers have told is then there, too, under other rules and other rights",
};

/** Seconds; constructs/reporting/ calls contact records late from 900 on. */
const LATE = 600;

/** The table, the keys, and the stream of contact records. */
export const DATA: Readonly<Record<string, TypeRules>> = {
  aws_dynamodb_table: {
    target: ["name"],
    made: newPart("a table"),
    gone: {
      happens: "deletes the table with everything in it",
      because: "only a backup brings its items back, and point-in-time recovery ends 35 days later",
      source: `${DYNAMODB}/PointInTimeRecovery_Howitworks.html`,
    },
    free: { [LABELS]: ["tags"], [PATIENCE]: ["timeouts"] },
    judged: {
      deletion_protection_enabled: setting({
        path: ["deletion_protection_enabled"],
        harmful: turnedOff,
        effect: "unprotect",
        happens: "turns the table's deletion protection off",
        because: "the next mistake can delete it",
        source: `${DYNAMODB}/WorkingWithTables.Basics.html`,
      }),
      point_in_time_recovery: [
        setting({
          path: ["point_in_time_recovery", 0, "enabled"],
          harmful: turnedOff,
          effect: "unprotect",
          happens: "turns the table's point-in-time recovery off",
          because: "the backups of the last 35 days are gone at once",
          source: `${DYNAMODB}/PointInTimeRecovery_Howitworks.html`,
        }),
        setting({
          path: ["point_in_time_recovery"],
          // That they are turned off stands above.
          harmful: (before, after) => {
            const [old, next] = [before, after].map((value) => objectOf(valueAt(value, [0])));
            if (old?.enabled !== true || next?.enabled !== true) return false;
            // Where nothing is said, DynamoDB keeps them for 35 days.
            return lowered(35)(old.recovery_period_in_days, next.recovery_period_in_days);
          },
          effect: "unprotect",
          happens: "keeps the table's backups for a shorter time",
          because: "older ones are deleted, and raising the number again doesn't bring them back",
          source: `${DYNAMODB}/PointInTimeRecovery_Howitworks.html`,
        }),
      ],
      ttl: firstOf(
        setting({
          path: ["ttl", 0, "enabled"],
          harmful: turnedOn,
          effect: "unprotect",
          happens: "lets items of the table expire",
          because: "DynamoDB deletes whatever has expired, and it can't be restored one by one",
          source: `${DYNAMODB}/TTL.html`,
        }),
        setting({
          path: ["ttl"],
          harmful: (before, after) => {
            const [old, next] = [before, after].map((value) => objectOf(valueAt(value, [0])));
            return next?.enabled === true && old?.attribute_name !== next.attribute_name;
          },
          effect: "unprotect",
          happens: "lets items of the table expire by another attribute",
          because: "DynamoDB deletes whatever has expired, and it can't be restored one by one",
          source: `${DYNAMODB}/TTL.html`,
        }),
        setting({
          path: ["ttl", 0, "enabled"],
          harmful: (before, after) => before === true && after !== true,
          effect: "unprotect",
          happens: "lets no item of the table expire any more",
          because: "what was to be deleted after a time stays for ever",
          source: `${DYNAMODB}/TTL.html`,
        }),
      ),
      server_side_encryption: firstOf(
        setting({
          path: ["server_side_encryption", 0, "enabled"],
          harmful: turnedOff,
          effect: "unprotect",
          happens: "takes the key away from the table",
          because: "whoever may read the table reads it",
          source: `${DYNAMODB}/encryption.howitworks.html`,
        }),
        encryptedBy(["server_side_encryption", 0, "kms_key_arn"], "the table"),
      ),
      replica: setting({
        path: ["replica"],
        byDefault: [],
        harmful: (_, after) => !isNothing(after),
        effect: "grant",
        happens: "copies the table into another Region",
        ...ANOTHER_COPY,
        source: `${DYNAMODB}/GlobalTables.html`,
      }),
      stream_enabled: setting({
        path: ["stream_enabled"],
        byDefault: false,
        harmful: turnedOn,
        effect: "grant",
        happens: "streams whatever changes in the table",
        ...ANOTHER_COPY,
        source: `${DYNAMODB}/Streams.html`,
      }),
    },
    named: {
      [FIXED]: ["name", "hash_key"],
      "how much it can take at once, and what that costs": ["billing_mode", "table_class"],
      "the items are laid out by it": ["attribute"],
    },
    unused: [
      ...["global_secondary_index", "import_table", "local_secondary_index"],
      ...["on_demand_throughput", "range_key", "read_capacity", "restore_date_time"],
      ...["restore_source_name", "restore_source_table_arn", "restore_to_latest_time"],
      ...["stream_view_type", "write_capacity"],
    ],
    computed: ["arn", "id", "stream_arn", "stream_label", "tags_all"],
  },

  aws_kms_key: {
    target: [],
    made: "nothing is encrypted by it yet",
    gone: {
      happens: "deletes the key",
      because: "whatever it has encrypted (recordings, table, logs, state) can never be read again",
      source: `${KMS}/deleting-keys.html`,
    },
    free: { [TEXT]: ["description"], [LABELS]: ["tags"], [PATIENCE]: ["timeouts"] },
    judged: {
      enable_key_rotation: setting({
        path: ["enable_key_rotation"],
        harmful: turnedOff,
        effect: "unprotect",
        happens: "turns the key's rotation off",
        because: "from then on everything is encrypted by the same key material",
        source: `${KMS}/rotate-keys.html`,
      }),
      rotation_period_in_days: setting({
        path: ["rotation_period_in_days"],
        // Where nothing is said, KMS rotates it each year.
        harmful: (before, after) => lowered(365)(after, before),
        effect: "unprotect",
        happens: "rotates the key less often",
        because: "more is encrypted by the same key material",
        source: `${KMS}/rotate-keys.html`,
      }),
      is_enabled: setting({
        path: ["is_enabled"],
        harmful: turnedOff,
        effect: "disrupt",
        happens: "disables the key",
        because: "table, recordings, logs and state can't be read or written while it is disabled",
        source: `${KMS}/enabling-keys.html`,
      }),
      policy: policy("resource", "the key"),
      deletion_window_in_days: setting({
        path: ["deletion_window_in_days"],
        // Where nothing is said, KMS waits 30 days.
        harmful: lowered(30),
        effect: "unprotect",
        happens: "leaves less time to cancel the key's deletion",
        because: "once it is deleted, nothing that it has encrypted can be read again",
        source: `${KMS}/deleting-keys.html`,
      }),
    },
    named: { [FIXED]: ["key_usage", "customer_master_key_spec"] },
    unused: [
      "bypass_policy_lockout_safety_check",
      "custom_key_store_id",
      "multi_region",
      "xks_key_id",
    ],
    computed: ["arn", "id", "key_id", "tags_all"],
  },

  aws_kms_alias: {
    target: ["name"],
    made: "a name for a key of this stack",
    gone: {
      happens: "takes the key's name away",
      because: "who goes by the name finds no key: npm run adopt can't tell it from others",
      source: `${KMS}/kms-alias.html`,
    },
    free: {},
    judged: {
      target_key_id: [
        anyChange({
          path: ["target_key_id"],
          effect: "unprotect",
          happens: "lets the name stand for another key",
          because: "who goes by the name encrypts with that one from then on",
          source: `${KMS}/alias-update.html`,
        }),
        belongsTo(["target_key_id"], ["aws_kms_key"], {
          effect: "unprotect",
          happens: "lets the name stand for a key that isn't in this stack",
          because: "whoever has that key decides who can read what is encrypted by the name",
          source: `${KMS}/kms-alias.html`,
        }),
      ],
    },
    named: { [FIXED]: ["name"] },
    unused: ["name_prefix"],
    computed: ["arn", "id", "target_key_arn"],
  },

  aws_kinesis_firehose_delivery_stream: {
    target: ["name"],
    made: newPart("a delivery stream"),
    gone: {
      happens: "deletes the delivery stream with what it hasn't delivered yet",
      because: "contact records until there is another one are lost",
      source: `${FIREHOSE}/what-is-this-service.html`,
    },
    free: {
      [LABELS]: ["tags"],
      [PATIENCE]: ["timeouts"],
      "what comes first of it and the time decides": ["extended_s3_configuration.buffering_size"],
    },
    judged: {
      "extended_s3_configuration.buffering_interval": setting({
        path: ["extended_s3_configuration", 0, "buffering_interval"],
        harmful: (_, after) => !(Number(after) <= LATE),
        effect: "disrupt",
        happens: `delivers contact records after more than ${LATE} seconds`,
        because: "the alarm of late ones goes off all the time, and nobody looks any more",
        source: `${FIREHOSE}/basic-deliver.html`,
      }),
      extended_s3_configuration: [
        anyChange({
          path: ["extended_s3_configuration"],
          effect: "unprotect",
          happens: "delivers contact records in another way, or to another place",
          because: "they hold callers' numbers and what they chose; who looks for them finds none",
          source: `${FIREHOSE}/basic-deliver.html`,
        }),
        belongsTo(["extended_s3_configuration", 0, "bucket_arn"], ["aws_s3_bucket"], {
          effect: "grant",
          happens: "delivers contact records to a bucket outside of this stack",
          because: "they hold callers' numbers, and what they chose",
          source: `${FIREHOSE}/basic-deliver.html`,
        }),
        encryptedBy(["extended_s3_configuration", 0, "kms_key_arn"], "what is delivered"),
      ],
      server_side_encryption: firstOf(
        setting({
          path: ["server_side_encryption", 0, "enabled"],
          harmful: turnedOff,
          effect: "unprotect",
          happens: "takes the key away from the stream",
          because: "whoever may read the stream reads contact records",
          source: `${FIREHOSE}/encryption.html`,
        }),
        setting({
          path: ["server_side_encryption", 0, "key_type"],
          harmful: (before, after) => after !== "CUSTOMER_MANAGED_CMK" && after !== before,
          effect: "unprotect",
          happens: "takes the stack's key away from the stream",
          because: "whoever may read the stream reads contact records",
          source: `${FIREHOSE}/encryption.html`,
        }),
        encryptedBy(["server_side_encryption", 0, "key_arn"], "the stream"),
      ),
    },
    named: {
      [FIXED]: ["name"],
      "it says where contact records go": ["destination"],
    },
    unused: [
      ...["arn", "destination_id", "version_id"],
      ...["elasticsearch_configuration", "http_endpoint_configuration", "iceberg_configuration"],
      ...["kinesis_source_configuration", "msk_source_configuration", "opensearch_configuration"],
      ...["opensearchserverless_configuration", "redshift_configuration"],
      ...["snowflake_configuration", "splunk_configuration"],
    ],
    computed: ["id", "tags_all"],
  },
};
