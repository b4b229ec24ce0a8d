import { INBOUND, INBOUND_AND_TRANSFER, WHISPER, WITH_CUSTOMER_QUEUE } from "./flow-types";
import {
  CATCH_ALL,
  choice,
  integer,
  json,
  list,
  map,
  MAY_CATCH_ALL,
  object,
  page,
  queueOrAgent,
  reference,
  required,
  text,
} from "./parameters";
import type { ActionSpec } from "./specification";

/** The events that may start another flow, with the console's name of the block that sets it. */
export const EVENT_HOOKS = {
  AgentHold: "Set hold flow",
  AgentWhisper: "Set whisper flow",
  CustomerHold: "Set hold flow",
  CustomerQueue: "Set customer queue flow",
  CustomerRemaining: "Set disconnect flow",
  CustomerWhisper: "Set whisper flow",
  DefaultAgentUI: "Set event flow",
  DisconnectAgentUI: "Set event flow",
  PauseContact: "Set event flow",
  ResumeContact: "Set event flow",
} as const;

const TARGET_CONTACT = choice(["Current", "Related"]);
const IVR = choice(["Enabled", "Disabled"]);
const PARTICIPANTS = list(choice(["Agent", "Customer"]));
const SCREEN = list(choice(["Agent"]));

/** What UpdateContactData sets; Connect refuses the action without any of it. */
const DATA = {
  Name: text(),
  Description: text(),
  LanguageCode: text(),
  CustomerId: text(),
  IsVoiceIdStreamingEnabled: text(),
  IsVoiceAuthenticationEnabled: text(),
  IsFraudDetectionEnabled: text(),
  VoiceAuthenticationThreshold: text(),
  VoiceAuthenticationResponseTime: text(),
  FraudDetectionThreshold: text(),
  WatchlistId: text(),
  WisdomSessionArn: text(),
} as const;

/**
 * Contact actions that set something on the contact and go on.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions.html
 */
export const CONTACT_SETTINGS = {
  TagContact: {
    block: "Contact tags",
    parameters: { Tags: required(map(text(), { min: 1, max: 6 })) },
    // The page says none; the service refuses the action without (live probe of 2026-09-15).
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("contact-actions-tagcontact"),
  },
  // The page spells it UnTagContact, which the service refuses.
  UntagContact: {
    block: "Contact tags",
    parameters: { TagKeys: required(list(text("static"), 1)) },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("contact-actions-untagcontact"),
  },
  UpdateContactAttributes: {
    block: "Set contact attributes",
    parameters: { Attributes: required(map(text())), TargetContact: TARGET_CONTACT },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("contact-actions-updatecontactattributes"),
  },
  UpdateContactCallbackNumber: {
    block: "Set callback number",
    parameters: { CallbackNumber: required(text("jsonPath")) },
    errors: { InvalidCallbackNumber: "required", CallbackNumberNotDialable: "required" },
    conditions: "none",
    next: "required",
    flowTypes: WITH_CUSTOMER_QUEUE,
    channels: ["VOICE"],
    source: page("contact-actions-updatecontactcallbacknumber"),
  },
  UpdateContactData: {
    block: "Set contact attributes",
    parameters: { ...DATA, TargetContact: TARGET_CONTACT },
    groups: [{ rule: "atLeastOne", keys: Object.keys(DATA) }],
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("contact-actions-updatecontactdata"),
  },
  UpdateContactEventHooks: {
    block: "Set event flow",
    parameters: {
      // None and two events in one action are accepted. EventHooksConfiguration, which saved console exports
      // carry, is refused (live probes of 2026).
      EventHooks: required(map(reference("flow"), { keys: Object.keys(EVENT_HOOKS) })),
    },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("contact-actions-updatecontacteventhooks"),
  },
  UpdateContactMediaProcessing: {
    block: "Set recording, analytics and processing behavior",
    parameters: { ChatProcessor: required(json) },
    errors: { ...CATCH_ALL, ChannelMismatch: "required" },
    conditions: "none",
    next: "required",
    flowTypes: "all",
    channels: ["CHAT"],
    source: page("contact-actions-updatecontactmediaprocessing"),
  },
  UpdateContactMediaStreamingBehavior: {
    block: "Start or stop media streaming",
    parameters: {
      MediaStreamingState: required(choice(["Enabled", "Disabled"])),
      Participants: required(json),
      MediaStreamType: required(choice(["Audio"])),
    },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: [...WITH_CUSTOMER_QUEUE, ...WHISPER],
    channels: ["VOICE"],
    source: page("contact-actions-updatecontactmediastreamingbehavior"),
  },
  UpdateContactRecordingAndAnalyticsBehavior: {
    block: "Set recording, analytics and processing behavior",
    parameters: {
      VoiceBehavior: json,
      ChatBehavior: json,
      ScreenRecordingBehavior: object({ ScreenRecordedParticipants: required(SCREEN) }),
    },
    groups: [
      { rule: "exactlyOne", keys: ["VoiceBehavior", "ChatBehavior", "ScreenRecordingBehavior"] },
    ],
    errors: { ...CATCH_ALL, ChannelMismatch: "required" },
    conditions: "none",
    next: "required",
    forms: [
      {
        when: { parameter: "ChatBehavior" },
        errors: {
          ...CATCH_ALL,
          ChannelMismatch: "required",
          InFlightRedactionConfigurationFailed: "required",
        },
      },
    ],
    flowTypes: "all",
    source: page("contact-actions-updatecontactrecordingandanalyticsbehavior"),
  },
  UpdateContactRecordingBehavior: {
    block: "Set recording and analytics behavior",
    parameters: {
      RecordingBehavior: required(
        object({
          RecordedParticipants: required(PARTICIPANTS),
          ScreenRecordedParticipants: SCREEN,
          IVRRecordingBehavior: IVR,
        }),
      ),
      AnalyticsBehavior: json,
    },
    // The page lists the catch-all; the service refuses it (live probe of 2026-09-29).
    errors: {},
    conditions: "none",
    next: "required",
    flowTypes: [...WITH_CUSTOMER_QUEUE, "OUTBOUND_WHISPER"],
    source: page("contact-actions-updatecontactrecordingbehavior"),
  },
  UpdateContactRoutingBehavior: {
    block: "Change routing priority / age",
    parameters: { QueuePriority: integer(1), QueueTimeAdjustmentSeconds: integer() },
    groups: [{ rule: "atMostOne", keys: ["QueuePriority", "QueueTimeAdjustmentSeconds"] }],
    errors: {},
    conditions: "none",
    next: "required",
    flowTypes: INBOUND,
    source: page("contact-actions-updatecontactroutingbehavior"),
  },
  UpdateContactTargetQueue: {
    block: "Set working queue",
    parameters: queueOrAgent,
    groups: [{ rule: "exactlyOne", keys: ["QueueId", "AgentId"] }],
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: INBOUND_AND_TRANSFER,
    source: page("contact-actions-updatecontacttargetqueue"),
  },
  UpdateContactTextToSpeechVoice: {
    block: "Set voice",
    parameters: {
      TextToSpeechVoice: required(text()),
      TextToSpeechEngine: {
        ...choice(["Standard", "Neural", "Generative"], "either"),
        unchecked: true,
      },
      TextToSpeechStyle: {
        ...choice(["None", "Conversational", "Newscaster"], "either"),
        unchecked: true,
      },
    },
    errors: MAY_CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("contact-actions-updatecontacttexttospeechvoice"),
  },
  UpdatePreviousContactParticipantState: {
    block: "Hold customer or agent",
    parameters: {
      PreviousContactParticipantState: required(
        choice(["AgentOnHold", "CustomerOnHold", "OffHold"]),
      ),
    },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: INBOUND_AND_TRANSFER,
    source: page("contact-actions-updatepreviouscontactparticipantstate"),
  },
} as const satisfies Readonly<Record<string, ActionSpec>>;
