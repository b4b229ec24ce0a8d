import { listOf, valueAt } from "../../../values.ts";
import type { Block } from "./graph.ts";

/** Whether a block lets somebody be recorded. */
export const records = ({ parameters }: Block): boolean =>
  listOf(valueAt(parameters, ["VoiceBehavior", "VoiceRecordingBehavior", "RecordedParticipants"]))
    .length > 0 ||
  listOf(valueAt(parameters, ["RecordingBehavior", "RecordedParticipants"])).length > 0;
