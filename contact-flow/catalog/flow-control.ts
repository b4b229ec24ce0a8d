import { INBOUND_AND_TRANSFER, WHISPER, WITH_CUSTOMER_QUEUE } from "./flow-types";
import {
  CATCH_ALL,
  choice,
  flag,
  integer,
  json,
  list,
  map,
  MAY_CATCH_ALL,
  object,
  ONE_QUEUE,
  page,
  queueOrAgent,
  reference,
  required,
  text,
} from "./parameters";
import type { ActionSpec } from "./specification";

/**
 * What Compare understands. KeyExists is on no page but the service takes it; And, Or and Not are
 * described and refused (live probes of 2026).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html
 */
const OPERATORS = [
  "Equals",
  "TextStartsWith",
  "TextEndsWith",
  "TextContains",
  "NumberGreaterThan",
  "NumberGreaterOrEqualTo",
  "NumberLessThan",
  "NumberLessOrEqualTo",
  "KeyExists",
] as const;

/** Metrics that count agents: they may only be asked "more than 0?". */
const AGENT_METRICS = [
  "NumberOfAgentsAvailable",
  "NumberOfAgentsStaffed",
  "NumberOfAgentsOnline",
] as const;

/** Metrics of the queue itself. The age is compared in milliseconds, whatever its name says. */
const QUEUE_METRICS = ["OldestContactInQueueAgeSeconds", "NumberOfContactsInQueue"] as const;

/**
 * Flow control actions: they branch, count and wait, and change nothing outside the flow.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions.html
 */
export const FLOW_CONTROL = {
  CheckHoursOfOperation: {
    block: "Check hours of operation",
    parameters: { HoursOfOperationId: reference("hours") },
    errors: CATCH_ALL,
    conditions: { operators: ["Equals"], operands: ["True", "False"], needs: ["True", "False"] },
    next: "required",
    mirrors: { error: "NoMatchingError" },
    flowTypes: WITH_CUSTOMER_QUEUE,
    source: page("flow-control-actions-checkhoursofoperation"),
  },
  CheckMetricData: {
    block: "Check queue status",
    parameters: {
      MetricType: required(choice([...AGENT_METRICS, ...QUEUE_METRICS])),
      ...queueOrAgent,
    },
    groups: [ONE_QUEUE],
    errors: { NoMatchingError: "required", NoMatchingCondition: "required" },
    conditions: {
      operators: [
        "Equals",
        "NumberGreaterThan",
        "NumberGreaterOrEqualTo",
        "NumberLessThan",
        "NumberLessOrEqualTo",
      ],
      operands: "number",
      min: 1,
    },
    next: "required",
    mirrors: { error: "NoMatchingError" },
    forms: [
      {
        when: { parameter: "MetricType", values: AGENT_METRICS },
        block: "Check staffing",
        conditions: { operators: ["NumberGreaterThan"], operands: ["0"], min: 1 },
      },
    ],
    flowTypes: WITH_CUSTOMER_QUEUE,
    source: page("flow-control-actions-checkmetricdata"),
  },
  CheckOutboundCallStatus: {
    block: "Check call progress",
    parameters: {},
    errors: { NoMatchingError: "required", NoMatchingCondition: "optional" },
    conditions: {
      operators: ["Equals"],
      operands: ["CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected"],
    },
    next: "required",
    flowTypes: ["OUTBOUND_WHISPER", "CAMPAIGN", ...INBOUND_AND_TRANSFER],
    channels: ["VOICE"],
    source: page("flow-control-actions-checkoutboundcallstatus"),
  },
  CheckVoiceId: {
    block: "Check Voice ID",
    parameters: { CheckVoiceIdOption: required(text("static")) },
    errors: { NoMatchingError: "required", NoMatchingCondition: "optional" },
    // The wire values carry no spaces, unlike the page's labels.
    conditions: {
      operators: ["Equals"],
      operands: [
        "Enrolled",
        "NotEnrolled",
        "OptedOut",
        "Authenticated",
        "NotAuthenticated",
        "Inconclusive",
        "HighRisk",
        "LowRisk",
      ],
    },
    next: "required",
    flowTypes: "all",
    channels: ["VOICE"],
    source: page("flow-control-actions-checkvoiceid"),
  },
  Compare: {
    block: "Check contact attributes",
    parameters: { ComparisonValue: required(text("jsonPath")) },
    errors: { NoMatchingCondition: "required" },
    conditions: { operators: OPERATORS, operands: "any", min: 1 },
    next: "required",
    mirrors: { error: "NoMatchingCondition" },
    flowTypes: "all",
    source: page("flow-control-actions-compare"),
  },
  DistributeByPercentage: {
    block: "Distribute by percentage",
    parameters: {},
    errors: { NoMatchingCondition: "required" },
    // JSON numbers are accepted, too (live probe of 2026).
    conditions: { operators: ["NumberLessThan"], operands: "number", numbers: true },
    next: "required",
    mirrors: { error: "NoMatchingCondition" },
    flowTypes: [...WITH_CUSTOMER_QUEUE, "OUTBOUND_WHISPER"],
    source: page("flow-control-actions-distributebypercentage"),
  },
  EndFlowExecution: {
    block: "End flow / Resume",
    parameters: {},
    errors: {},
    conditions: "none",
    next: "none",
    flowTypes: ["CUSTOMER_QUEUE", ...WHISPER],
    source: page("flow-control-actions-endflowexecution"),
  },
  GetMetricData: {
    block: "Get queue metrics",
    parameters: { ...queueOrAgent, QueueChannel: choice(["Voice", "Chat"], "either") },
    groups: [ONE_QUEUE],
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("flow-control-actions-getmetricdata"),
  },
  Loop: {
    block: "Loop",
    parameters: { LoopCount: required(integer(0, 100, "either")) },
    errors: MAY_CATCH_ALL,
    conditions: {
      operators: ["Equals"],
      operands: ["ContinueLooping", "DoneLooping"],
      needs: ["ContinueLooping", "DoneLooping"],
    },
    next: "required",
    mirrors: { condition: "DoneLooping" },
    flowTypes: "all",
    source: page("flow-control-actions-loop"),
  },
  StartVoiceIdStream: {
    block: "Set Voice ID",
    parameters: {},
    open: true,
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    channels: ["VOICE"],
    source: page("flow-control-actions-startvoiceidstream"),
  },
  TransferToFlow: {
    block: "Transfer to flow",
    parameters: { ContactFlowId: required(reference("flow")) },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    // Success ends this flow: every export copies the error branch.
    mirrors: { error: "NoMatchingError" },
    flowTypes: INBOUND_AND_TRANSFER,
    source: page("flow-control-actions-transfertoflow"),
  },
  UpdateFlowAttributes: {
    block: "Set contact attributes",
    parameters: {
      FlowAttributes: required(
        map(object({ Type: text("static"), Value: required(text()) }), { min: 1 }),
      ),
    },
    // The page says none; the service refuses the action without (live probe of 2026-09-15).
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("flow-control-actions-updateflowattributes"),
  },
  UpdateFlowLoggingBehavior: {
    block: "Set logging behavior",
    parameters: { FlowLoggingBehavior: required(choice(["Enabled", "Disabled"])) },
    errors: {},
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("flow-control-actions-updateflowloggingbehavior"),
  },
  // The page is called UpdateRoutingCriteria, which the service refuses as a type.
  UpdateContactRoutingCriteria: {
    block: "Set routing criteria",
    parameters: { RoutingCriteria: required(json) },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("flow-control-actions-updateroutingcriteria"),
  },
  Wait: {
    block: "Wait",
    // The page calls it TimeoutSeconds; the service takes only TimeLimitSeconds.
    parameters: {
      TimeLimitSeconds: required(integer(1, 604800, "either")),
      Events: list(choice(["CustomerReturned", "BotParticipantDisconnected"])),
      MinimumWaitTimeSeconds: integer(1, 604800, "either"),
      ContinueExecution: flag,
    },
    errors: { NoMatchingError: "required", ParticipantNotFound: "optional" },
    conditions: {
      operators: ["Equals"],
      operands: ["WaitCompleted", "CustomerReturned", "BotParticipantDisconnected", "Continue"],
      needs: ["WaitCompleted"],
    },
    next: "required",
    mirrors: { error: "NoMatchingError" },
    flowTypes: "all",
    // The page says chat only; the administrator guide (wait.html) has it on task and e-mail, and on
    // voice where it goes on while it waits.
    channels: ["CHAT", "TASK", "EMAIL"],
    forms: [
      {
        when: { parameter: "ContinueExecution", values: ["True", "true"] },
        parameters: {
          TimeLimitSeconds: required(integer(1, 604800, "either")),
          MinimumWaitTimeSeconds: required(integer(1, 604800, "either")),
          ContinueExecution: flag,
          Events: list(choice(["CustomerReturned", "BotParticipantDisconnected"])),
        },
        conditions: {
          operators: ["Equals"],
          operands: ["WaitCompleted", "CustomerReturned", "BotParticipantDisconnected", "Continue"],
          needs: ["WaitCompleted", "Continue"],
        },
        channels: ["VOICE", "CHAT", "TASK", "EMAIL"],
      },
    ],
    source: page("flow-control-actions-wait"),
  },
} as const satisfies Readonly<Record<string, ActionSpec>>;
