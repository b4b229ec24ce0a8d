import { flowContent, flowInUse } from "../judgements/flows.ts";
import { firstHours, openingHours, otherHours } from "../judgements/hours.ts";
import { name } from "../judgements/names.ts";
import { enough } from "../judgements/numbers.ts";
import { callerName, goneQueue, outboundFlow, outboundQueue } from "../judgements/queues.ts";
import { transfersTo } from "../judgements/quick-connects.ts";
import { priorities, routing } from "../judgements/routing.ts";
import {
  anyChange,
  belongsTo,
  firstOf,
  setting,
  turnedOff,
  whereSet,
  whereThere,
} from "../judgements/settings.ts";
import type { Judgement, TypeRules } from "../type-rules.ts";
import { listOf, objectOf } from "../../values.ts";
import {
  ANOTHER_INSTANCE,
  FIXED,
  LABELS,
  newPart,
  PATIENCE,
  ROUTINE,
  TABLE,
  TEXT,
} from "./reasons.ts";

const ADMIN_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";

const CALLER_ID = ["outbound_caller_config", 0, "outbound_caller_id_number_id"] as const;

const off = (attribute: string, happens: string, because: string) =>
  setting({
    path: [attribute],
    harmful: turnedOff,
    effect: "disrupt",
    happens,
    because,
    source: `${ADMIN_GUIDE}/update-instance-settings.html`,
  });

/** What is stored where, when it is made: in this stack's bucket under its key, or its stream. */
const storesHere: Judgement = (change, context) => {
  if (change.before !== null) return [];
  const inS3 = ["storage_config", 0, "s3_config", 0];
  const toStream = ["storage_config", 0, "kinesis_firehose_config", 0, "firehose_arn"];
  const isHere =
    context.named(change, toStream, ["aws_kinesis_firehose_delivery_stream"]) ??
    (context.named(change, [...inS3, "bucket_name"], ["aws_s3_bucket"]) &&
      context.named(change, [...inS3, "encryption_config", 0, "key_id"], ["aws_kms_key"]));
  if (isHere) return [];
  return [
    {
      effect: "grant",
      happens: "stores what callers and agents say outside of this stack, or under another key",
      because: "whoever has that bucket, stream or key may read it",
      source: `${ADMIN_GUIDE}/encryption-at-rest.html`,
      cure: "name the bucket and the key of this stack, or its delivery stream",
    },
  ];
};

/** What a module does is judged when it is made; from then on `npm run message` writes it. */
const moduleContent: Judgement = (change, context) =>
  change.before === null
    ? flowContent(change, context)
    : [
        {
          effect: "change",
          happens: "changes content",
          because: "npm run message writes it, and callers may be hearing it",
          source: TABLE,
          cure: "leave content as it is",
        },
      ];

/** What the center consists of in Amazon Connect, but for its people (people.ts). */
export const CONNECT: Readonly<Record<string, TypeRules>> = {
  aws_connect_instance: {
    target: ["instance_alias"],
    made: newPart("another instance"),
    gone: {
      happens: "deletes the Connect instance",
      because:
        "its numbers are released, and its users, settings, metrics and reports can't be restored",
      source: `${ADMIN_GUIDE}/delete-connect-instance.html`,
    },
    free: {
      [LABELS]: ["tags"],
      [PATIENCE]: ["timeouts"],
    },
    judged: {
      multi_party_conference_enabled: off(
        "multi_party_conference_enabled",
        "lets no more than three people talk in a call",
        "agents can't take a fourth one into it any more",
      ),
      early_media_enabled: off(
        "early_media_enabled",
        "lets agents hear nothing before a call out is answered",
        "they can't tell a busy line from a wrong number",
      ),
      inbound_calls_enabled: off(
        "inbound_calls_enabled",
        "turns inbound calls off",
        "nobody can call the center any more",
      ),
      outbound_calls_enabled: off(
        "outbound_calls_enabled",
        "turns outbound calls off",
        "agents can't call back, nor transfer a call to a number",
      ),
      contact_flow_logs_enabled: off(
        "contact_flow_logs_enabled",
        "turns the flows' logs off",
        "what happened to a caller can't be found out afterwards, and alarms on flows stay silent",
      ),
      contact_lens_enabled: off(
        "contact_lens_enabled",
        "turns Contact Lens off",
        "calls are no longer transcribed and analyzed",
      ),
    },
    named: {
      [FIXED]: ["instance_alias", "identity_management_type"],
    },
    unused: ["directory_id", "auto_resolve_best_voices_enabled"],
    computed: ["arn", "created_time", "id", "service_role", "status", "tags_all"],
  },

  aws_connect_phone_number: {
    target: [],
    made: {
      happens: "claims another phone number",
      because: "a number that isn't wanted must be released again, and costs until then",
      source: `${ADMIN_GUIDE}/claim-phone-number.html`,
    },
    gone: {
      happens: "releases the phone number",
      because: "a released number can't be claimed again for up to 180 days, by anybody",
      source: `${ADMIN_GUIDE}/release-phone-number.html`,
    },
    free: { [LABELS]: ["tags"], [PATIENCE]: ["timeouts"] },
    judged: {
      target_arn: belongsTo(["target_arn"], ["aws_connect_instance"], {
        effect: "disrupt",
        happens: "lets the number ring in another instance",
        because: "callers don't reach this center any more",
        source:
          "https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdatePhoneNumber.html",
      }),
    },
    named: { [FIXED]: ["country_code", "type", "prefix", "description"] },
    unused: [],
    computed: ["arn", "id", "phone_number", "status", "tags_all"],
  },

  aws_connect_contact_flow: {
    target: ["instance_id", "name"],
    made: "a flow does nothing until something leads to it, and what it would do is judged",
    gone: flowInUse,
    free: {
      [TEXT]: ["description"],
      [LABELS]: ["tags"],
    },
    judged: { instance_id: ANOTHER_INSTANCE, name, content: flowContent },
    named: { [FIXED]: ["type"] },
    unused: ["filename", "content_hash"],
    computed: ["arn", "contact_flow_id", "id", "tags_all"],
  },

  aws_connect_contact_flow_module: {
    target: ["instance_id", "name"],
    made: "a module does nothing until a flow invokes it",
    gone: {
      happens: "deletes the flow module, and with it the message that callers may be hearing",
      because: "flows that invoke it take their error branch, and another one has no text",
      source:
        "https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteContactFlowModule.html",
    },
    free: {
      [TEXT]: ["description"],
      [LABELS]: ["tags"],
    },
    judged: { instance_id: ANOTHER_INSTANCE, name, content: moduleContent },
    named: {},
    unused: ["filename", "content_hash"],
    computed: ["arn", "contact_flow_module_id", "id", "tags_all"],
  },

  aws_connect_hours_of_operation: {
    target: ["instance_id", "name"],
    made: ROUTINE,
    gone: "Connect refuses to delete one that is in use",
    free: { [TEXT]: ["description"], [LABELS]: ["tags"] },
    judged: { instance_id: ANOTHER_INSTANCE, name, config: openingHours },
    named: { "a schedule in another time zone is open at other hours": ["time_zone"] },
    unused: [],
    computed: ["arn", "hours_of_operation_id", "id", "tags_all"],
  },

  aws_connect_queue: {
    target: ["instance_id", "name"],
    made: ROUTINE,
    gone: goneQueue,
    free: {
      [TEXT]: ["description"],
      [LABELS]: ["tags"],
    },
    judged: {
      instance_id: ANOTHER_INSTANCE,
      name,
      outbound_caller_config: [
        whereThere(
          belongsTo([...CALLER_ID], ["aws_connect_phone_number"], {
            effect: "disrupt",
            happens: "calls back without the center's number",
            because:
              "agents can't call out of the queue, or who is called back doesn't see who it is",
            source: `${ADMIN_GUIDE}/queues-callerid.html`,
          }),
        ),
        outboundFlow,
        callerName,
      ],
      hours_of_operation_id: [
        whereSet(
          ["hours_of_operation_id"],
          belongsTo(["hours_of_operation_id"], ["aws_connect_hours_of_operation"], {
            effect: "disrupt",
            happens: "gives the queue hours that aren't in this stack",
            because: "they may be no hours at all, and calls stay in the queue",
            source: `${ADMIN_GUIDE}/set-hours-operation.html`,
          }),
        ),
        whereThere(otherHours),
        firstHours,
      ],
      max_contacts: enough({
        attribute: "max_contacts",
        // The provider writes 0 where there is no limit: the first leaves room for the ten calls at once
        // that a new account may have.
        none: [0],
        otherwise: 20,
        first: 3,
        effect: "disrupt",
        what: "contacts room in the queue",
        because: "whoever calls when it is full is turned away",
        source: `${ADMIN_GUIDE}/set-maximum-queue-limit.html`,
      }),
      status: setting({
        path: ["status"],
        byDefault: "ENABLED",
        harmful: (_, after) => after !== "ENABLED" && after !== null && after !== undefined,
        effect: "disrupt",
        happens: "turns the queue off",
        because: "no agent gets its calls",
        source: `${ADMIN_GUIDE}/disable-a-queue.html`,
      }),
    },
    named: {},
    unused: ["quick_connect_ids"],
    computed: ["arn", "id", "queue_id", "tags_all"],
  },

  aws_connect_quick_connect: {
    target: ["instance_id", "name"],
    made: ROUTINE,
    gone: ROUTINE,
    free: {
      [TEXT]: ["description"],
      [LABELS]: ["tags"],
    },
    judged: { instance_id: ANOTHER_INSTANCE, name, quick_connect_config: transfersTo },
    named: {},
    unused: [],
    computed: ["arn", "id", "quick_connect_id", "tags_all"],
  },

  aws_connect_routing_profile: {
    target: ["instance_id", "name"],
    made: ROUTINE,
    gone: "one may go, and no more: those who work with it get no calls",
    free: {
      [TEXT]: ["description"],
      [LABELS]: ["tags"],
    },
    judged: {
      instance_id: ANOTHER_INSTANCE,
      name,
      default_outbound_queue_id: outboundQueue,
      queue_configs: firstOf(
        setting({
          path: ["queue_configs"],
          harmful: (_, after) => listOf(after).length === 0,
          effect: "disrupt",
          happens: "takes every queue away from the routing profile",
          because: "those who work with it get no calls",
          source: `${ADMIN_GUIDE}/routing-profiles.html`,
        }),
        whereThere(routing),
        whereThere(priorities),
      ),
      media_concurrencies: setting({
        path: ["media_concurrencies"],
        byDefault: [],
        harmful: (before, after) => voiceIn(after) < 1 || voiceIn(after) < voiceIn(before),
        effect: "disrupt",
        happens: "takes calls away from the routing profile",
        because: "those who work with it get none",
        source: `${ADMIN_GUIDE}/routing-profiles.html`,
      }),
    },
    named: {},
    unused: [],
    computed: ["arn", "id", "routing_profile_id", "tags_all"],
  },

  aws_connect_instance_storage_config: {
    target: ["instance_id", "resource_type"],
    made: {
      effect: "grant",
      happens: "stores what wasn't stored until now, or in another place",
      because: "what callers and agents say goes where nobody has looked",
      source: `${ADMIN_GUIDE}/update-instance-settings.html`,
    },
    gone: {
      happens: "ends the storing of recordings, transcripts, reports or evaluations",
      because: "what is recorded until there is another storage is lost",
      source: `${ADMIN_GUIDE}/update-instance-settings.html`,
    },
    free: {},
    judged: {
      instance_id: ANOTHER_INSTANCE,
      storage_config: [
        anyChange({
          path: ["storage_config"],
          effect: "unprotect",
          happens:
            "stores recordings, transcripts, reports or evaluations in another place, or under another key",
          because: "what is there stays behind, and another bucket or key may be read by others",
          source:
            "https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateInstanceStorageConfig.html",
        }),
        storesHere,
      ],
    },
    named: { [FIXED]: ["resource_type"] },
    unused: [],
    computed: ["association_id", "id"],
  },

  aws_connect_lambda_function_association: {
    target: ["instance_id", "function_arn"],
    made: "flows call it only where one says so, and the review shows that",
    gone: {
      happens: "lets flows no longer call the function",
      because: "each call that gets there takes its error branch",
      source: `${ADMIN_GUIDE}/connect-lambda-functions.html`,
    },
    free: {},
    judged: {
      instance_id: ANOTHER_INSTANCE,
      function_arn: belongsTo(["function_arn"], ["aws_lambda_function"], {
        effect: "grant",
        happens: "lets flows call a function that isn't in this stack",
        because: "it gets whatever a flow knows of a caller",
        source: `${ADMIN_GUIDE}/connect-lambda-functions.html`,
      }),
    },
    named: {},
    unused: [],
    computed: ["id"],
  },
};

/** How many calls at once a routing profile allows; agents take one. */
function voiceIn(concurrencies: unknown): number {
  const voice = listOf(concurrencies)
    .map(objectOf)
    .find(({ channel }) => channel === "VOICE");
  return typeof voice?.concurrency === "number" ? voice.concurrency : 0;
}
