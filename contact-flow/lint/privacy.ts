import { objectOf } from "../json";
import type { Node } from "./rule";

/** Whom a block has recorded, and whether it has the conversation analyzed. */
interface Recording {
  readonly participants: readonly string[];
  readonly analyzed: boolean;
  readonly at: string;
}

/** What the two blocks that set recording ask for; undefined for any other, or where a hole decides. */
export function recordingOf({ action, path }: Node): Recording | undefined {
  const parameters = action.Parameters ?? {};
  const voice = objectOf(parameters.VoiceBehavior);
  const behavior =
    action.Type === "UpdateContactRecordingBehavior"
      ? objectOf(parameters.RecordingBehavior)
      : objectOf(voice.VoiceRecordingBehavior);
  const participants = behavior.RecordedParticipants;
  if (!Array.isArray(participants)) return undefined;
  const analytics = objectOf(parameters.AnalyticsBehavior ?? voice.VoiceAnalyticsBehavior);
  const enabled = analytics.Enabled;
  return {
    participants: participants.map(String),
    analyzed: enabled === "True" || enabled === "true" || enabled === true,
    at: `${path}.Parameters`,
  };
}
