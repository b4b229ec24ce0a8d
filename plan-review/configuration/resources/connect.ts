import { DELETED_AFTER_DEPENDENTS, DEPENDS_ON, GUARDED, ignoring } from "../meta-arguments.ts";
import { boolean, formed, number, only, plain, tags, text } from "../rules.ts";
import type { Block } from "../shape.ts";

const TIME: Block = { hours: number, minutes: number };
const LEVEL: Block = { name: plain };

/** A sensitive argument: no plan shows what it is computed from. */
const PASSWORD = formed(
  /^\$\{lookup\(var\.initial_passwords, "[^"\\$%]+", null\)\}$/,
  'the first password of a user, such as ${lookup(var.initial_passwords, "mary.jane", null)}',
);

/** Arguments of Amazon Connect's resources. */
export const CONNECT = {
  aws_connect_contact_flow: {
    content: text,
    "description?": plain,
    instance_id: text,
    lifecycle: DELETED_AFTER_DEPENDENTS,
    name: plain,
    type: plain,
  },
  aws_connect_contact_flow_module: {
    content: plain,
    description: plain,
    instance_id: text,
    lifecycle: { ...DELETED_AFTER_DEPENDENTS, ...ignoring("content") },
    name: plain,
  },
  aws_connect_hours_of_operation: {
    config: [{ day: plain, end_time: TIME, start_time: TIME }],
    "description?": plain,
    instance_id: text,
    lifecycle: DELETED_AFTER_DEPENDENTS,
    name: plain,
    time_zone: plain,
  },
  aws_connect_instance: {
    contact_flow_logs_enabled: boolean,
    contact_lens_enabled: boolean,
    depends_on: DEPENDS_ON,
    identity_management_type: plain,
    inbound_calls_enabled: boolean,
    instance_alias: plain,
    lifecycle: GUARDED,
    outbound_calls_enabled: boolean,
  },
  aws_connect_instance_storage_config: {
    depends_on: DEPENDS_ON,
    instance_id: text,
    lifecycle: GUARDED,
    resource_type: plain,
    storage_config: {
      "kinesis_firehose_config?": { firehose_arn: text },
      "s3_config?": {
        bucket_name: text,
        bucket_prefix: plain,
        encryption_config: { encryption_type: plain, key_id: text },
      },
      storage_type: plain,
    },
  },
  aws_connect_lambda_function_association: {
    "depends_on?": DEPENDS_ON,
    function_arn: text,
    instance_id: text,
  },
  aws_connect_phone_number: {
    country_code: plain,
    lifecycle: { ...GUARDED, ...ignoring("prefix", "description") },
    prefix: plain,
    target_arn: text,
    type: plain,
  },
  aws_connect_queue: {
    "description?": plain,
    hours_of_operation_id: text,
    instance_id: text,
    lifecycle: { ...DELETED_AFTER_DEPENDENTS, ...ignoring("quick_connect_ids") },
    "max_contacts?": number,
    name: plain,
    outbound_caller_config: {
      outbound_caller_id_name: plain,
      outbound_caller_id_number_id: text,
      outbound_flow_id: text,
    },
  },
  aws_connect_quick_connect: {
    "description?": plain,
    instance_id: text,
    lifecycle: DELETED_AFTER_DEPENDENTS,
    name: plain,
    quick_connect_config: {
      "phone_config?": [{ phone_number: plain }],
      "queue_config?": [{ contact_flow_id: text, queue_id: text }],
      quick_connect_type: plain,
      "user_config?": [{ contact_flow_id: text, user_id: text }],
    },
  },
  aws_connect_routing_profile: {
    default_outbound_queue_id: text,
    description: plain,
    instance_id: text,
    lifecycle: DELETED_AFTER_DEPENDENTS,
    media_concurrencies: [{ channel: plain, concurrency: number }],
    name: plain,
    queue_configs: [{ channel: plain, delay: number, priority: number, queue_id: text }],
  },
  aws_connect_security_profile: {
    description: plain,
    instance_id: text,
    lifecycle: DELETED_AFTER_DEPENDENTS,
    name: plain,
    permissions: [plain],
  },
  aws_connect_user: {
    "hierarchy_group_id?": text,
    identity_info: { "email?": plain, first_name: plain, last_name: plain },
    instance_id: text,
    lifecycle: { ...DELETED_AFTER_DEPENDENTS, "ignore_changes?": only(["password"]) },
    name: plain,
    "password?": PASSWORD,
    phone_config: {
      after_contact_work_time_limit: number,
      auto_accept: boolean,
      "desk_phone_number?": plain,
      phone_type: plain,
    },
    routing_profile_id: text,
    security_profile_ids: [text],
    "tags?": tags,
  },
  aws_connect_user_hierarchy_group: {
    depends_on: DEPENDS_ON,
    instance_id: text,
    lifecycle: { ...DELETED_AFTER_DEPENDENTS, ...ignoring("parent_group_id") },
    name: plain,
    "parent_group_id?": text,
  },
  aws_connect_user_hierarchy_structure: {
    hierarchy_structure: {
      "level_five?": LEVEL,
      "level_four?": LEVEL,
      "level_one?": LEVEL,
      "level_three?": LEVEL,
      "level_two?": LEVEL,
    },
    instance_id: text,
  },
} satisfies Block;
