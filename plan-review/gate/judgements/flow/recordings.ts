import { isDeepStrictEqual } from "node:util";
import { listOf, valueAt } from "../../../values.ts";
import { all, type FlowChange, isBypassed, isNewWay } from "./changes.ts";
import type { Block } from "./graph.ts";

/** Whether a block lets somebody be recorded. */
export const records = ({ parameters }: Block): boolean =>
  listOf(valueAt(parameters, ["VoiceBehavior", "VoiceRecordingBehavior", "RecordedParticipants"]))
    .length > 0 ||
  listOf(valueAt(parameters, ["RecordingBehavior", "RecordedParticipants"])).length > 0;

/** Whether nobody is recorded any more, or a block turns it off that no block did. */
export function stopsRecording({ before, after }: FlowChange): boolean {
  const [old, next] = [all(before), all(after)];
  return (
    old.some(records) &&
    (!next.some(records) || (next.some(recordsNobody) && !old.some(recordsNobody)))
  );
}

/** Whether a block records in a way in which none did. */
export function recordsOtherwise({ before, after }: FlowChange): boolean {
  const known = all(before).filter(records);
  const isNew = ({ parameters }: Block) =>
    !known.some((old) => isDeepStrictEqual(old.parameters, parameters));
  return known.length > 0 && all(after).filter(records).some(isNew);
}

/** Whether some callers are led past what records the others. */
export const recordsOnlySome = (flows: FlowChange): boolean =>
  all(flows.after).some(records) && isBypassed(flows, records);

/** Whether callers can be recorded without having heard a notice. */
export const recordsUntold = (flows: FlowChange): boolean =>
  all(flows.after).some(records) &&
  (isBypassed(flows, stillTells(flows)) || isNewWay(flows, records, tellsOfRecording));

const recordsNobody = (block: Block): boolean =>
  block.type.startsWith("UpdateContactRecording") && !records(block);

const tellsOfRecording = ({ id, type, parameters }: Block): boolean =>
  type === "MessageParticipant" && /record/i.test(`${id} ${JSON.stringify(parameters)}`);

/** The same, but for a notice whose words no longer tell it. */
const stillTells =
  ({ before, after }: FlowChange) =>
  (block: Block): boolean => {
    const old = before.blocks.get(block.id);
    const said = (each: Block) => /record/i.test(JSON.stringify(each.parameters));
    const isSilent = after.blocks.get(block.id) === block && old && said(old) && !said(block);
    return tellsOfRecording(block) && !isSilent;
  };
