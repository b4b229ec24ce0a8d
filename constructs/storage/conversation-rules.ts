import type { RecordingsValue } from "../value/contact-center-value";
import type { LifecycleRule } from "./bucket-lifecycle";

/**
 * The lifecycle rules for conversations in the bucket. Contact Lens writes to `Analysis/`, whichever prefix
 * the recordings have.
 * @param prefix - The prefix of the keys of what Amazon Connect stores.
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
