import { archive, codeHash } from "../judgements/code.ts";
import { encryptedBy } from "../judgements/encryption.ts";
import { associations } from "../judgements/invocations.ts";
import { enough } from "../judgements/numbers.ts";
import { permission } from "../judgements/policies.ts";
import { anyChange, belongsTo, setting, turnedOn } from "../judgements/settings.ts";
import { variables } from "../judgements/variables.ts";
import { isNothing } from "../../values.ts";
import type { TypeRules } from "../type-rules.ts";
import { FIXED, LABELS, MADE_OF, newPart, PATIENCE, TABLE, TEXT } from "./reasons.ts";

const LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg";

const runs = (attribute: string, happens: string, because: string) =>
  anyChange({
    path: [attribute],
    effect: "change",
    happens,
    because,
    source: `${LAMBDA}/lambda-functions.html`,
  });

/** The one function that invocations call (constructs/associations/connect-associations.ts). */
const RECONCILER = "aws_lambda_function.connect_associations_reconciler";

/** Functions, what they are told, and what runs them. */
export const FUNCTIONS: Readonly<Record<string, TypeRules>> = {
  aws_lambda_function: {
    target: ["function_name"],
    made: newPart("a function"),
    gone: {
      happens: "deletes the function",
      because: "each call and each apply that needs it fails from then on",
      source: `${LAMBDA}/lambda-functions.html`,
    },
    free: {
      [TEXT]: ["description"],
      [LABELS]: ["tags"],
      [PATIENCE]: ["timeouts"],
    },
    judged: {
      filename: archive,
      source_code_hash: codeHash,
      role: runs(
        "role",
        "runs the function under another role",
        "it may then do what that role may, or can't do its work",
      ),
      handler: runs("handler", "calls another handler", "another part of the code runs, or none"),
      runtime: runs(
        "runtime",
        "runs the function on another runtime",
        "it may not start there: change it with a test in the sandbox",
      ),
      environment: variables({
        words: "VANITY_WORDS",
        happens: "tells the function other variables",
        because: "they say which table it writes to and which code Node loads first",
        source: `${LAMBDA}/configuration-envvars.html`,
      }),
      layers: setting({
        path: ["layers"],
        byDefault: [],
        harmful: (_, after) => !isNothing(after),
        effect: "grant",
        happens: "runs others' code in the function",
        because: "a layer does whatever the function may do",
        source: `${LAMBDA}/chapter-layers.html`,
      }),
      timeout: enough({
        attribute: "timeout",
        none: [],
        otherwise: 3,
        least: 1,
        most: 5,
        effect: "disrupt",
        what: "seconds to the function",
        because: "it is stopped before it has done its work",
        source: `${LAMBDA}/configuration-timeout.html`,
      }),
      memory_size: enough({
        attribute: "memory_size",
        none: [],
        otherwise: 128,
        least: 1,
        most: 5,
        effect: "disrupt",
        what: "MB of memory to the function",
        because: "it is slower, or stopped for want of memory",
        source: `${LAMBDA}/configuration-memory.html`,
      }),
      reserved_concurrent_executions: enough({
        attribute: "reserved_concurrent_executions",
        none: [-1],
        otherwise: Number.POSITIVE_INFINITY,
        effect: "disrupt",
        what: "runs at once to the function",
        because: "further calls of it fail, and with 0 each does",
        source: `${LAMBDA}/configuration-concurrency.html`,
      }),
    },
    named: {
      [FIXED]: ["function_name"],
      [MADE_OF]: ["architectures", "ephemeral_storage", "package_type"],
      "it is how one sees what happened": ["logging_config", "tracing_config"],
    },
    unused: [
      ...["code_signing_config_arn", "dead_letter_config", "file_system_config", "image_config"],
      ...["image_uri", "kms_key_arn", "publish", "replace_security_groups_on_destroy"],
      ...["replacement_security_group_ids", "s3_bucket", "s3_key", "s3_object_version"],
      ...["skip_destroy", "snap_start", "vpc_config"],
    ],
    computed: [
      ...["arn", "code_sha256", "id", "invoke_arn", "last_modified", "qualified_arn"],
      ...["qualified_invoke_arn", "signing_job_arn", "signing_profile_version_arn"],
      ...["source_code_size", "tags_all", "version"],
    ],
  },

  aws_lambda_invocation: {
    target: [],
    made: "the reconciler sets what its input says, and that is judged",
    gone: {
      happens:
        "takes back what the function had set: agent statuses, quick connects, holidays, the number's flow",
      because: "until it is set again, agents lack them and nothing answers the number",
      source: "lambda-src/connect-associations",
    },
    free: {},
    judged: {
      input: associations,
      function_name: (change, context) =>
        context.named(change, ["function_name"], ["aws_lambda_function"])?.address === RECONCILER
          ? []
          : [
              {
                effect: "change",
                happens: "invokes another function, with the apply's rights to do so",
                because: "what it does there is written in no table",
                source: "lambda-src/connect-associations",
                cure: `invoke ${RECONCILER}`,
              },
            ],
    },
    named: { "an invocation for each apply, or none when it goes": ["lifecycle_scope"] },
    unused: ["qualifier", "terraform_key", "triggers"],
    computed: ["id", "result"],
  },

  aws_lambda_permission: {
    target: ["function_name", "statement_id"],
    made: "whom it lets in is judged",
    gone: {
      effect: "disrupt",
      happens: "no longer lets a service invoke the function",
      because: "calls that need it take their error branch",
      source: `${LAMBDA}/access-control-resource-based.html`,
    },
    free: {},
    judged: {
      function_name: belongsTo(["function_name"], ["aws_lambda_function"], {
        effect: "grant",
        happens: "lets somebody invoke a function that isn't in this stack",
        because: "what it does can't be seen here",
        source: `${LAMBDA}/access-control-resource-based.html`,
      }),
      principal: permission,
    },
    named: {
      "AWS replaces it, and who may invoke the function hangs on it": [
        ...["action", "source_account", "source_arn", "statement_id"],
      ],
    },
    unused: [
      ...["event_source_token", "function_url_auth_type", "principal_org_id", "qualifier"],
      "statement_id_prefix",
    ],
    computed: ["id"],
  },

  aws_sfn_state_machine: {
    target: ["name"],
    made: newPart("a state machine"),
    gone: {
      happens: "deletes the state machine with what it has run",
      because: "lists that are being worked on are lost",
      source: "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-statemachines.html",
    },
    free: { [LABELS]: ["tags"], [PATIENCE]: ["timeouts"] },
    judged: {
      encryption_configuration: encryptedBy(
        ["encryption_configuration", 0, "kms_key_id"],
        "the state machine",
      ),
    },
    named: {
      [FIXED]: ["name", "type"],
      "it says what is done, and under which role": ["definition", "role_arn"],
      "how often a key is asked for": [
        "encryption_configuration.kms_data_key_reuse_period_seconds",
        "encryption_configuration.type",
      ],
      "it is how one sees what happened": ["logging_configuration", "tracing_configuration"],
    },
    unused: ["name_prefix", "publish"],
    computed: [
      ...["arn", "creation_date", "description", "id", "revision_id", "state_machine_version_arn"],
      ...["status", "tags_all", "version_description"],
    ],
  },

  aws_ssm_parameter: {
    target: ["name"],
    made: "it remembers the last run of the reconciler",
    gone: {
      happens: "deletes what the reconciler remembers of its last run",
      because: "it can't tell any more what it had set, and the next plan sets it anew",
      source: "constructs/associations/association.ts",
    },
    free: { [TEXT]: ["description"], [LABELS]: ["tags"] },
    judged: {
      overwrite: setting({
        path: ["overwrite"],
        byDefault: false,
        harmful: turnedOn,
        effect: "change",
        happens: "overwrites a parameter that somebody else may have made",
        because: "what stood there is lost",
        source: TABLE,
      }),
    },
    named: { [FIXED]: ["name", "type"], "the reconciler writes it": ["value"] },
    unused: [
      ...["allowed_pattern", "arn", "data_type", "insecure_value", "key_id", "tier", "value_wo"],
      "value_wo_version",
    ],
    computed: ["has_value_wo", "id", "tags_all", "version"],
  },
};
