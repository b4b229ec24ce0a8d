import type { TemplateValues } from "../../contact-flow/template";
import type { RecordingsValue } from "./contact-center-value";

/** The flow language's names for what redaction keeps. */
const REDACTION_RESULTS = {
  none: undefined,
  "redacted only": "RedactedOnly",
  "redacted and original": "RedactedAndOriginal",
} as const;

/**
 * The values for a flow's block "Set recording and analytics behavior", and for the prompt that tells
 * callers.
 */
export function recordingValues({
  participants,
  announcement,
  analyticsLanguage,
  redaction,
}: RecordingsValue): TemplateValues {
  const results = redaction === undefined ? undefined : REDACTION_RESULTS[redaction];
  return {
    recordedParticipants: participants,
    announcement:
      announcement === undefined || participants.length === 0 ? [] : [{ text: announcement }],
    analytics: analyticsLanguage === undefined ? [] : [{ language: analyticsLanguage }],
    redaction: results === undefined ? [] : [{ results }],
  };
}
