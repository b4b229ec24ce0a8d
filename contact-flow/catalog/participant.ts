import { HOLD, WHISPER, WITH_CUSTOMER_QUEUE } from "./flow-types";
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
  ONE_SPEECH,
  page,
  reference,
  required,
  speech,
  text,
} from "./parameters";
import type { ActionSpec } from "./specification";

/** The keys of a telephone: what a menu may branch on. */
export const DTMF_KEYS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"] as const;

/**
 * Participant actions: they need somebody on the line.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions.html
 */
export const PARTICIPANT = {
  MessageParticipant: {
    block: "Play prompt",
    // Every modern console export carries SkipWhenDTMFBufferEnabled; the page does not name it.
    parameters: { ...speech, SkipWhenDTMFBufferEnabled: flag },
    groups: [ONE_SPEECH],
    errors: MAY_CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: [...WITH_CUSTOMER_QUEUE, ...WHISPER],
    source: page("participant-actions-messageparticipant"),
  },
  MessageParticipantIteratively: {
    block: "Loop prompts",
    parameters: {
      Messages: required(list(object(speech, [ONE_SPEECH]), 1)),
      InterruptFrequencySeconds: integer(1, undefined, "static", "InterruptSeconds"),
      // "Continue prompts during interrupt" of the console; the action's page doesn't have it yet:
      // https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html
      ContinueMessagingDuringInterrupt: flag,
    },
    errors: MAY_CATCH_ALL,
    conditions: { operators: ["Equals"], operands: ["MessagesInterrupted"] },
    next: "optional",
    // The loop has no end of its own; the console copies the error branch.
    mirrors: { error: "NoMatchingError" },
    flowTypes: ["CUSTOMER_QUEUE", ...HOLD],
    channels: ["VOICE"],
    source: page("participant-actions-messageparticipantiteratively"),
  },
  GetParticipantInput: {
    block: "Get customer input",
    parameters: {
      ...speech,
      // The console offers 1 to 180; flows with 300 run in live instances.
      InputTimeLimitSeconds: required(integer(1)),
      StoreInput: required(flag),
    },
    groups: [{ rule: "atMostOne", keys: ["Text", "SSML", "PromptId", "Media"] }],
    errors: {
      InputTimeLimitExceeded: "required",
      NoMatchingCondition: "required",
      NoMatchingError: "required",
    },
    conditions: { operators: ["Equals"], operands: DTMF_KEYS },
    next: "required",
    mirrors: { error: "NoMatchingCondition" },
    forms: [
      {
        when: { parameter: "EnableDTMFBuffer" },
        block: "Set touchtone buffer behavior",
        parameters: {
          EnableDTMFBuffer: required(flag),
          StoreInput: flag,
          InputEncryption: json,
        },
        errors: CATCH_ALL,
        conditions: "none",
        mirrors: "none",
      },
      {
        when: { parameter: "StoreInput", values: ["True", "true"] },
        block: "Store customer input",
        parameters: {
          ...speech,
          InputTimeLimitSeconds: required(integer(1)),
          StoreInput: required(flag),
          InputValidation: required(
            object(
              {
                PhoneNumberValidation: object({
                  NumberFormat: required(choice(["Local", "E164"])),
                  CountryCode: text("static"),
                }),
                // The console goes to 20; flows with more run in live instances.
                CustomValidation: object({ MaximumLength: required(integer(1)) }),
              },
              [{ rule: "exactlyOne", keys: ["PhoneNumberValidation", "CustomValidation"] }],
            ),
          ),
          InputEncryption: object({ EncryptionKeyId: required(text()), Key: required(text()) }),
          DTMFConfiguration: object({
            InputTerminationSequence: text("static"),
            DisableCancelKey: flag,
            InterdigitTimeLimitSeconds: integer(1, 20),
          }),
        },
        groups: [
          { rule: "atMostOne", keys: ["Text", "SSML", "PromptId", "Media"] },
          { rule: "atMostOne", keys: ["InputEncryption", "InputValidation.PhoneNumberValidation"] },
        ],
        errors: { NoMatchingError: "required", InvalidPhoneNumber: "optional" },
        conditions: "none",
        mirrors: "none",
      },
    ],
    flowTypes: [...WITH_CUSTOMER_QUEUE, "OUTBOUND_WHISPER"],
    channels: ["VOICE"],
    source: page("participant-actions-getparticipantinput"),
  },
  ConnectParticipantWithLexBot: {
    block: "Get customer input",
    parameters: {
      ...speech,
      LexV2Bot: object({ AliasArn: required(reference("other")) }),
      LexBot: json,
      LexSessionAttributes: map(text()),
      LexInitializationData: json,
      LexTimeoutSeconds: object({ Text: integer(60, 604800) }),
    },
    groups: [
      { rule: "exactlyOne", keys: ["LexV2Bot", "LexBot"] },
      { rule: "atMostOne", keys: ["Text", "SSML", "PromptId"] },
    ],
    errors: {
      InputTimeLimitExceeded: "optional",
      NoMatchingError: "required",
      NoMatchingCondition: "required",
    },
    conditions: { operators: ["Equals"], operands: "any" },
    next: "required",
    flowTypes: WITH_CUSTOMER_QUEUE,
    source: page("participant-actions-connectparticipantwithlexbot"),
  },
  DisconnectParticipant: {
    block: "Disconnect",
    parameters: {},
    errors: {},
    conditions: "none",
    next: "none",
    flowTypes: WITH_CUSTOMER_QUEUE,
    source: page("participant-actions-disconnectparticipant"),
  },
  ShowView: {
    block: "Show view",
    parameters: {
      // AWS's own views go by short names: form, confirmation, detail.
      ViewResource: required(object({ Id: required(reference("view")), Version: text("static") })),
      InvocationTimeLimitSeconds: required(integer(1)),
      ViewData: json,
      SensitiveDataConfiguration: json,
    },
    errors: {
      NoMatchingCondition: "required",
      NoMatchingError: "required",
      TimeLimitExceeded: "required",
    },
    conditions: { operators: ["Equals"], operands: "any" },
    next: "required",
    mirrors: { error: "NoMatchingError" },
    flowTypes: ["CONTACT_FLOW", "CUSTOMER_QUEUE", "MODULE"],
    channels: ["CHAT"],
    source: page("participant-actions-showview"),
  },
} as const satisfies Readonly<Record<string, ActionSpec>>;
