import type { TemplateValues } from "../contact-flow/template";
import type { LifecycleRule } from "./bucket-lifecycle";
import type { RecordingsValue } from "./contact-center-value";

/** As the flow language names what is kept. */
const REDACTION_RESULTS = {
  none: undefined,
  "redacted only": "RedactedOnly",
  "redacted and original": "RedactedAndOriginal",
} as const;

/** What a flow's block "Set recording and analytics behavior" is told, and what callers are told. */
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

/**
 * What becomes of conversations in the bucket. Contact Lens writes to `Analysis/`, whatever prefix
 * the recordings have.
 * @param prefix begins the keys of what Amazon Connect stores.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-lens-example-output-files.html
 */
export function conversationRules(
  { infrequentAccessAfterDays, expireAfterDays }: RecordingsValue,
  prefix: string,
): LifecycleRule[] {
  return [
    { id: "recordings", prefix: `${prefix}/CallRecordings/` },
    { id: "transcripts", prefix: `${prefix}/ChatTranscripts/` },
    { id: "analysis", prefix: "Analysis/" },
  ].map((rule) => ({
    ...rule,
    infrequentAccessAfterDays,
    ...(typeof expireAfterDays === "number" && { expireAfterDays }),
  }));
}
