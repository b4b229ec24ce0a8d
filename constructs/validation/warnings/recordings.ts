import type { ContactCenterValue } from "../../value/contact-center-value";
import type { Warning } from "./warning";

/** The flow that Amazon Connect plays to the person whom an agent calls, unless the queue has its own. */
const DEFAULT_OUTBOUND = "Default outbound";

const PAGE = "docs/before-opening.md";

/** Warns of what the law may demand of recordings and nobody has decided; each question is asked once. */
export function recordingWarnings(center: ContactCenterValue): Warning[] {
  const { participants, announcement, analyticsLanguage, redaction, expireAfterDays } =
    center.recordings;
  if (participants.length === 0) return [];
  const decisions: (Warning | false)[] = [
    announcement === undefined && {
      rule: "recording-unannounced",
      place: "recordings",
      problem:
        "calls are recorded and nobody is told, though several States want all sides to know",
      cure: `set announcement to what callers are to hear, or participants to [] (${PAGE})`,
    },
    expireAfterDays === undefined && {
      rule: "recordings-kept-for-ever",
      place: "recordings",
      problem: "calls are kept for ever, since nobody has said how long",
      cure: `set expireAfterDays to a number of days, or to "never" (${PAGE})`,
    },
    analyticsLanguage !== undefined &&
      redaction === undefined && {
        rule: "redaction-undecided",
        place: "recordings",
        problem: "transcripts and sound keep names and card numbers that callers say",
        cure: `set redaction to "redacted only", "redacted and original" or "none" (${PAGE})`,
      },
    outbound(center),
  ];
  return decisions.filter((each) => each !== false);
}

/**
 * One warning for all queues whose outbound calls begin with the words that they are not recorded, which is
 * so.
 */
function outbound({ queues, flows }: ContactCenterValue): Warning | false {
  const names = queues
    .filter(({ outboundWhisperFlow }) => outboundWhisperFlow === DEFAULT_OUTBOUND)
    .map(({ name }) => `"${name}"`);
  if (names.length === 0) return false;
  const own = flows.find(({ type }) => type === "OUTBOUND_WHISPER");
  return {
    rule: "outbound-unrecorded",
    place: `${names.length === 1 ? "queue" : "queues"} ${names.join(", ")}`,
    problem: `"${DEFAULT_OUTBOUND}" tells whom agents call, and call back, "This call is not being recorded.", and it isn't`,
    cure:
      own === undefined
        ? `add a flow of the type OUTBOUND_WHISPER, and name it as outboundWhisperFlow, to record these calls (${PAGE})`
        : `set outboundWhisperFlow to "${own.name}" to record these calls and say so (${PAGE})`,
  };
}
