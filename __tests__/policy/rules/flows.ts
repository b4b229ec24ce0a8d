import type { Rule } from "../rule";

/** What callers go through. */
export const FLOWS_RULES: readonly Rule[] = [
  {
    id: "FLOW-01",
    severity: "must",
    title:
      "content is literal JSON, Version 2019-10-30, ids unique, StartAction and every NextAction resolve",
    check: { kind: "predicate", name: "flowGraph" },
    sources: ["plan/validate do not check flow content: measured half-done apply"],
  },
  {
    id: "FLOW-02",
    severity: "should",
    title: "every action reachable",
    check: { kind: "predicate", name: "flowReachable" },
    sources: [],
  },
  {
    id: "FLOW-03",
    severity: "must",
    title: "every fallible action has a NoMatchingError branch",
    check: {
      kind: "predicate",
      name: "flowErrors",
      params: {
        types: [
          "InvokeLambdaFunction",
          "InvokeFlowModule",
          "GetParticipantInput",
          "ConnectParticipantWithLexBot",
          "TransferContactToQueue",
          "TransferParticipantToThirdParty",
          "UpdateContactTargetQueue",
          "CreateCallbackContact",
          "CheckHoursOfOperation",
          "CheckMetricData",
          "UpdateContactAttributes",
          "TransferToFlow",
          "CheckOutboundCallStatus",
        ],
        own: {
          UpdateContactCallbackNumber: ["InvalidCallbackNumber", "CallbackNumberNotDialable"],
        },
      },
    },
    differs:
      "UpdateContactCallbackNumber has no NoMatchingError in the flow language, but two errors of its own.",
    sources: ['Connect admin guide best-practices: "Ensure all error branches are routed"'],
  },
  {
    id: "FLOW-04",
    severity: "must",
    title: "flows that answer calls enable logging (instance flag alone logs nothing)",
    check: { kind: "predicate", name: "flowLogging", params: { flowTypes: ["CONTACT_FLOW"] } },
    differs:
      "Only flows that answer calls: logging stays on in every flow that follows (Connect admin guide, contact-flow-logs).",
    sources: ["Connect admin guide contact-flow-logs step 2", "Connect.2"],
  },
  {
    id: "FLOW-05",
    severity: "should",
    title: "logging disabled around stored DTMF input unless encrypted",
    check: { kind: "predicate", name: "flowDtmf" },
    sources: ["best-practices: Set logging behavior", "PII guide: encrypt DTMF"],
  },
  {
    id: "FLOW-06",
    severity: "must",
    title: "Lambda block: managed function, static ARN, InvocationTimeLimitSeconds integer 1..8",
    check: { kind: "predicate", name: "flowLambda" },
    sources: ["InvokeLambdaFunction flow language"],
  },
  {
    id: "FLOW-07",
    severity: "must",
    title: "no cycle without a Loop / Wait action",
    check: { kind: "predicate", name: "flowCycles", params: { breakers: ["Loop", "Wait"] } },
    sources: ["best-practices: no infinite loops"],
  },
  {
    id: "FLOW-08",
    severity: "must",
    title: "dead ends only at terminal actions",
    check: {
      kind: "predicate",
      name: "flowTerminal",
      params: {
        terminals: [
          "DisconnectParticipant",
          "TransferContactToQueue",
          "TransferToFlow",
          "TransferParticipantToThirdParty",
          "EndFlowExecution",
          "EndFlowModuleExecution",
          "TransferContactToAgent",
          "CreateCallbackContact",
        ],
      },
    },
    sources: ["best-practices"],
  },
  {
    id: "FLOW-09",
    severity: "must",
    title:
      "external dial targets are static, E.164 and allow-listed (never $.Attributes / $.External / StoredCustomerInput)",
    check: {
      kind: "predicate",
      name: "flowDial",
      params: {
        allow: ["^\\+1[2-9]\\d{9}$"],
        deny: [
          "^\\+1900",
          "^\\+1976",
          "^\\+1\\d{3}976",
          "^\\+1(242|246|264|268|284|345|441|473|649|658|664|721|758|767|784|809|829|849|868|869|876)",
        ],
      },
    },
    differs:
      "Denies the exchange 976 too: it is premium in every area code, and no area code itself.",
    sources: ["AWS blog IRSF", "best-practices E.164"],
  },
  {
    id: "FLOW-10",
    severity: "should",
    title: "callback number comes from the caller id, or a validating Lambda ran in the flow",
    check: { kind: "predicate", name: "flowCallback" },
    differs: "A Compare of what the number begins with checks it, too, and can't fail to answer.",
    sources: ["security-bp: Input validation", "AWS blog"],
  },
  {
    id: "FLOW-11",
    severity: "should",
    title: "no caller- or Lambda-controlled text inside SSML",
    check: { kind: "predicate", name: "flowSsml" },
    differs: "Keys that were pressed may be spoken: they hold no markup.",
    sources: ["injection"],
  },
  {
    id: "FLOW-12",
    severity: "must",
    title: "no hard-coded Connect/Lambda ARNs or UUIDs of a foreign instance",
    check: { kind: "predicate", name: "flowNoArn" },
    sources: ["instance replacement"],
  },
  {
    id: "FLOW-13",
    severity: "should",
    title: "flow depends_on lambda association + permission",
    check: { kind: "predicate", name: "flowDeps" },
    sources: ["first-apply ordering"],
  },
  {
    id: "FLOW-14",
    severity: "should",
    title: "at most 2 Lambda actions in a row without a prompt (20 s chain limit)",
    check: { kind: "predicate", name: "flowLambdaChain", params: { max: 2 } },
    sources: ["best-practices: 20 seconds"],
  },
];
