import {
  ANY,
  calls,
  type Examples,
  INSTANCE,
  KEY,
  LAMBDA,
  MADE,
  named,
  names,
  open,
  OPEN,
  STREAM,
  SWITCH,
} from "./example";

const WEEK = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

const ranked = (queue: string, priority: number) => ({ ...calls(queue, 0), priority });

/** How a queue calls out: the flow before the call, and the name that people see. */
const calling = (outbound_flow_id?: string, outbound_caller_id_name?: string) => [
  { outbound_caller_id_number_id: "number", outbound_flow_id, outbound_caller_id_name },
];

const number = (id?: string) => [{ outbound_caller_id_number_id: id }];

const telephone = (phone_number: string) => [
  { quick_connect_type: "PHONE_NUMBER", phone_config: [{ phone_number }] },
];
const toQueue = (queue_id: string) => [
  {
    quick_connect_type: "QUEUE",
    queue_config: [{ queue_id, contact_flow_id: "${data.aws_connect_contact_flow.f.arn}" }],
  },
];

const voice = (concurrency: unknown, channel = "VOICE") => [{ channel, concurrency }];

const inS3 = (bucket: string, key: string | undefined) => [
  { s3_config: [{ bucket_name: bucket, encryption_config: [{ key_id: key }] }] },
];
const toStream = (arn: string) => [{ kinesis_firehose_config: [{ firehose_arn: arn }] }];

const of = { instance_id: "i" };

/** A flow that goes from action to action and ends. */
const flow = (...actions: readonly (readonly [Type: string, Parameters: object])[]) =>
  JSON.stringify({
    StartAction: "0",
    Actions: actions.map(([Type, Parameters], index) => ({
      ...{ Identifier: String(index), Type, Parameters },
      Transitions: { NextAction: String(index + 1) },
    })),
  });

const to = (QueueId: string) => ["UpdateContactTargetQueue", { QueueId }] as const;
const TRANSFER = ["TransferContactToQueue", {}] as const;
const dials = (ThirdPartyPhoneNumber: string) =>
  ["TransferParticipantToThirdParty", { ThirdPartyPhoneNumber }] as const;
const records = (RecordedParticipants: readonly string[]) =>
  ["UpdateContactRecordingBehavior", { RecordingBehavior: { RecordedParticipants } }] as const;
const asks = (LambdaFunctionARN: string) =>
  ["InvokeLambdaFunction", { LambdaFunctionARN }] as const;
const keeps = (StoreInput: string) => ["GetParticipantInput", { StoreInput }] as const;
const logs = (FlowLoggingBehavior: string) =>
  ["UpdateFlowLoggingBehavior", { FlowLoggingBehavior }] as const;

/** Of what the center consists in Amazon Connect. */
export const CONNECT: Readonly<Record<string, Examples>> = {
  aws_connect_instance: {
    base: { instance_alias: "judged" },
    steps: {
      inbound_calls_enabled: SWITCH,
      outbound_calls_enabled: SWITCH,
      contact_flow_logs_enabled: SWITCH,
      contact_lens_enabled: SWITCH,
      early_media_enabled: SWITCH,
      multi_party_conference_enabled: SWITCH,
    },
  },
  aws_connect_phone_number: { steps: { target_arn: names(INSTANCE) } },
  aws_connect_contact_flow_module: {
    steps: {
      instance_id: ANY,
      name: named("Module"),
      content: [
        [flow(TRANSFER), flow()],
        [flow(TRANSFER), OPEN],
        [MADE, flow(TRANSFER)],
        [MADE, flow(dials("+13025550123"))],
        [MADE, OPEN],
      ],
    },
  },

  aws_connect_contact_flow: {
    steps: {
      instance_id: ANY,
      name: named("Flow"),
      content: [
        [flow(TRANSFER), flow()],
        [flow(), flow(TRANSFER)],
        [flow(to("a"), TRANSFER), flow(to("b"), TRANSFER)],
        [flow(to("a"), to("b"), to("c"), TRANSFER), flow(to("a"), to("b"), TRANSFER)],
        [flow(to("a"), to("b"), TRANSFER), flow(to("a"), TRANSFER)],
        [flow(dials("+13025550123")), flow(dials("+13025550199"))],
        [flow(dials("+13025550123"), logs("Enabled")), flow(dials("+13025550123"))],
        [flow(records(["Agent"])), flow(records([]))],
        [flow(records([])), flow(records(["Agent"]))],
        [flow(logs("Enabled")), flow(logs("Disabled"))],
        [flow(logs("Disabled")), flow(logs("Enabled"))],
        [flow(), "x"],
        [flow(), "[]"],
        [flow(), OPEN],
        [flow(records(["Agent", "Customer"])), flow(records(["Agent"]))],
        [flow(asks("f")), flow(asks("other"))],
        [flow(keeps("False")), flow(keeps("True"))],
        [flow(), flow(["ConnectParticipantWithLexBot", {}])],
        [MADE, flow(dials("+13025550123"))],
        [MADE, flow(asks("arn:evil"))],
        [MADE, flow(TRANSFER)],
      ],
    },
  },
  aws_connect_hours_of_operation: {
    base: of,
    steps: {
      instance_id: ANY,
      name: named("long"),
      config: [
        [open(8, 18, "MONDAY", "TUESDAY"), open(8, 18, "MONDAY")],
        [open(8, 18, "MONDAY", "TUESDAY", "FRIDAY"), open(8, 18, "MONDAY")],
        [open(8, 18, "MONDAY"), open(8, 13, "MONDAY")],
        [open(8, 18, "MONDAY"), open(8, 12, "MONDAY")],
        [open(8, 18, "MONDAY"), open(4, 22, "MONDAY")],
        [open(8, 18, "MONDAY"), open(3, 18, "MONDAY")],
        [open(8, 18, "MONDAY"), open(8, 23, "MONDAY")],
        [open(8, 18, "MONDAY"), open(8, 18, "MONDAY", "TUESDAY")],
        [open(8, 18, "MONDAY"), open(8, 18, "MONDAY", "TUESDAY", "FRIDAY")],
        [open(0, 0, ...WEEK), open(0, 0, ...WEEK.slice(1))],
        [open(0, 0, ...WEEK.slice(1)), open(0, 0, ...WEEK)],
        [open(8, 18, "MONDAY"), open(8, 18, "SUNDAY")],
        [open(8, 18, "MONDAY"), []],
        [open(8, 18, "MONDAY"), OPEN],
        [MADE, open(8, 18, "MONDAY")],
        [MADE, open(8, 0, "MONDAY")],
        [MADE, open(8, 25, "MONDAY")],
        [MADE, open(8, 8, "MONDAY")],
        [MADE, open(8, 18, "HOLIDAY")],
        [MADE, []],
      ],
    },
  },
  aws_connect_queue: {
    base: of,
    steps: {
      instance_id: ANY,
      name: named("sales"),
      outbound_caller_config: [
        [number("number"), number("other")],
        [number("number"), number()],
        [number("other"), number("number")],
        [number("number"), []],
        [number("number"), OPEN],
        [calling("flow", "KWGlobal"), calling(undefined, "KWGlobal")],
        [calling("flow", "KWGlobal"), calling("default", "KWGlobal")],
        [calling("flow", "KWGlobal"), calling("other", "KWGlobal")],
        [calling("default", "KWGlobal"), calling("flow", "KWGlobal")],
        [calling("default", "KWGlobal"), calling(undefined, "KWGlobal")],
        [calling(undefined, "KWGlobal"), calling("default", "KWGlobal")],
        [calling("flow", "KWGlobal"), calling("flow", "Another")],
        [calling("flow", "KWGlobal"), calling("flow")],
        [calling("flow"), calling("flow", "Another")],
        [MADE, number("other")],
        [MADE, []],
        [MADE, calling("flow")],
        [MADE, calling("default")],
        [MADE, calling("other")],
      ],
      hours_of_operation_id: [
        ["long", "short"],
        ["short", "long"],
        ["long", "elsewhere"],
        ["long", "unknown"],
        ["long", OPEN],
        [MADE, "short"],
        [MADE, "unknown"],
        [MADE, undefined],
      ],
      max_contacts: [
        [20, 10],
        [20, 9],
        [20, 0],
        [0, 10],
        [0, 9],
        [null, 10],
        [null, 9],
        [20, "x"],
        [20, OPEN],
        [MADE, 1],
        [MADE, 0],
        [MADE, -1],
      ],
      status: [
        ["ENABLED", "DISABLED"],
        ["DISABLED", "ENABLED"],
        ["ENABLED", null],
        ["ENABLED", OPEN],
        [MADE, "ENABLED"],
        [MADE, "DISABLED"],
        [MADE, undefined],
      ],
    },
  },
  aws_connect_quick_connect: {
    base: of,
    steps: {
      instance_id: ANY,
      name: named("Quick"),
      quick_connect_config: [
        [telephone("+1"), telephone("+1")],
        [telephone("+1"), telephone("+2")],
        [telephone("+1"), toQueue("service")],
        [toQueue("sales"), toQueue("service")],
        [toQueue("sales"), toQueue("other")],
        [toQueue("sales"), telephone("+1")],
        [toQueue("sales"), OPEN],
        [MADE, toQueue("sales")],
        [MADE, toQueue("other")],
        [MADE, telephone("+1")],
        [MADE, OPEN],
      ],
    },
  },
  aws_connect_routing_profile: {
    base: {
      ...{ ...of, name: "judged", routing_profile_id: "judged" },
      default_outbound_queue_id: "sales",
    },
    steps: {
      instance_id: ANY,
      name: named("both"),
      default_outbound_queue_id: [...names("service"), ["sales", "service"], ["sales", "basic"]],
      queue_configs: [
        [[calls("sales", 0)], []],
        [[], [calls("sales", 0)]],
        [[calls("sales", 0), calls("service", 0)], [calls("service", 0)]],
        [[calls("sales", 0)], OPEN],
        [
          [ranked("sales", 1), ranked("service", 2)],
          [ranked("sales", 2), ranked("service", 1)],
        ],
        [
          [ranked("sales", 1), ranked("service", 2)],
          [ranked("sales", 2), ranked("service", 2)],
        ],
        [
          [ranked("sales", 1), ranked("service", 1)],
          [ranked("sales", 2), ranked("service", 1)],
        ],
        [MADE, []],
      ],
      media_concurrencies: [
        [voice(1), []],
        [voice(1), voice(2)],
        [voice(2), voice(1)],
        [voice(1), voice(1, "CHAT")],
        [voice(1), [...voice(1), ...voice(2, "CHAT")]],
        [voice(1), voice("1")],
        [voice(1), OPEN],
        [MADE, voice(1)],
        [MADE, voice(1, "CHAT")],
        [MADE, []],
      ],
    },
  },
  aws_connect_instance_storage_config: {
    base: of,
    steps: {
      instance_id: ANY,
      storage_config: [
        [inS3("bucket", KEY), inS3("other", KEY)],
        [inS3("bucket", KEY), OPEN],
        [MADE, inS3("bucket", KEY)],
        [MADE, inS3("bucket", undefined)],
        [MADE, inS3("bucket", "other")],
        [MADE, inS3("other", KEY)],
        [MADE, toStream(STREAM)],
        [MADE, toStream("other")],
      ],
    },
  },
  aws_connect_lambda_function_association: {
    base: of,
    steps: { instance_id: ANY, function_arn: names(LAMBDA) },
  },
};
