import { INBOUND_AND_TRANSFER } from "./flow-types";
import { adminPage, CATCH_ALL, flag, integer, json, required, text } from "./parameters";
import type { ActionSpec } from "./specification";

/** A type whose name the service knows but whose parameters AWS does not list. */
const openAction = (
  block: string,
  source: string,
  flowTypes: ActionSpec["flowTypes"] = "all",
  more: Partial<ActionSpec> = {},
): ActionSpec => ({
  block,
  parameters: {},
  open: true,
  errors: CATCH_ALL,
  conditions: "none",
  next: "required",
  flowTypes,
  source,
  ...more,
});

/**
 * Types that no category page lists but that the service accepts (live probes of 2026) or that an
 * administrator page names. Where only the name is certain the parameters are open.
 */
export const UNDOCUMENTED = {
  TransferParticipantToThirdParty: {
    block: "Transfer to phone number",
    parameters: {
      ThirdPartyPhoneNumber: required(text("either")),
      ThirdPartyConnectionTimeLimitSeconds: required(integer(1, 600, "either")),
      ContinueFlowExecution: required(flag),
      ThirdPartyDTMFDigits: text(),
      CallerId: json,
    },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    mirrors: { error: "NoMatchingError" },
    forms: [
      {
        when: { parameter: "ContinueFlowExecution", values: ["True", "true"] },
        mirrors: "none",
        errors: {
          CallFailed: "required",
          ConnectionTimeLimitExceeded: "required",
          NoMatchingError: "required",
        },
      },
    ],
    // AWS's own archived page has them in every flow; Connect refuses them here (probe of 2026-08-10).
    withoutErrors: {
      in: ["AGENT_TRANSFER"],
      errors: ["CallFailed", "ConnectionTimeLimitExceeded"],
    },
    flowTypes: [...INBOUND_AND_TRANSFER, "CUSTOMER_QUEUE"],
    channels: ["VOICE"],
    source: adminPage("transfer-to-phone-number"),
  },
  AuthenticateParticipant: openAction(
    "Authenticate customer",
    adminPage("authenticate-customer"),
    ["CONTACT_FLOW", "MODULE"],
    {
      // Connect names these three; what is in the two objects, no page says.
      parameters: {
        CognitoConfiguration: required(json),
        CustomerProfilesConfiguration: required(json),
        TimeLimitMinutes: required(integer(3, 15, "either")),
      },
      errors: { TimeLimitExceeded: "required", NoMatchingError: "required" },
      conditions: { operators: ["Equals"], operands: ["OptedOut"], needs: ["OptedOut"] },
      channels: ["CHAT"],
    },
  ),
  ConnectParticipantWithAgenticCX: openAction("Agentic CX", adminPage("agentic-cx-block"), "all", {
    errors: {
      NoMatchingError: "required",
      NoMatchingCondition: "optional",
      InputTimeLimitExceeded: "optional",
    },
    conditions: { operators: ["Equals"], operands: "any" },
  }),
  CreateContact: openAction("Create contact", adminPage("contact-block-definitions")),
  CreatePersistentContactAssociation: openAction(
    "Create persistent contact association",
    adminPage("create-persistent-contact-association-block"),
    "all",
    { channels: ["CHAT"] },
  ),
  EvaluateDataTableValues: openAction("Data table", adminPage("data-table-block")),
  ListDataTableValues: openAction("Data table", adminPage("data-table-block")),
  UpsertDataTableValues: openAction("Data table", adminPage("data-table-block")),
  LoadContactContent: openAction("Get stored content", adminPage("get-stored-content"), "all", {
    channels: ["EMAIL"],
  }),
  RenderMessageTemplate: openAction("Send message", adminPage("contact-block-definitions")),
  StartOutboundEmailContact: openAction(
    "Send message",
    adminPage("contact-block-definitions"),
    "all",
    {
      channels: ["EMAIL"],
    },
  ),
} as const satisfies Readonly<Record<string, ActionSpec>>;

/**
 * Types that AWS's pages name and the service refuses as invalid.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/interrupt-agent.html
 */
export const REFUSED_TYPES: readonly string[] = ["CheckSegmentMembership", "RouteContactToAgent"];

/**
 * Names that people and old exports write for action types and that the service never accepts,
 * with the type that was meant.
 */
export const NEVER_VALID: Readonly<Record<string, string>> = {
  CheckAttribute: "Compare",
  CheckQueueStatus: "CheckMetricData",
  CheckStaffing: "CheckMetricData",
  CreateCallback: "CreateCallbackContact",
  Distribute: "DistributeByPercentage",
  PlayPrompt: "MessageParticipant",
  ReturnFromFlowModule: "EndFlowModuleExecution",
  SetCallbackNumber: "UpdateContactCallbackNumber",
  SetLoggingBehavior: "UpdateFlowLoggingBehavior",
  SetWorkingQueue: "UpdateContactTargetQueue",
  StoreUserInput: "GetParticipantInput",
  TransferContactToFlow: "TransferToFlow",
  TransferToAgent: "TransferContactToAgent",
  TransferToPhoneNumber: "TransferParticipantToThirdParty",
  TransferToQueue: "TransferContactToQueue",
  UnTagContact: "UntagContact",
  UpdateRoutingCriteria: "UpdateContactRoutingCriteria",
};
