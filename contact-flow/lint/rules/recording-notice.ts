import { speaks } from "../../catalog";
import { reading } from "../../facts/source";
import { recordingOf } from "../privacy";
import type { Rule } from "../rule";
import { spokenBy } from "../speech";
import { textsIn } from "../strings";

const NOTICE =
  /record|monitor|quality|grab|enregistr|aufgez|aufzeich|mitgeschnitten|registra|録音|녹음|录音/i;

export const rule: Rule = {
  id: "recording-notice",
  level: "warning",
  reason: "in many places the law requires that people are told before they are recorded",
  fix: "announce the recording before the caller is connected to an agent",
  source: reading("many states and countries ask for the consent of all who are recorded"),
  *check({ nodes, reached }, { type }) {
    // Whispers and queue flows run after the flow that tells the caller.
    if (type !== "CONTACT_FLOW") return;
    const spoken = nodes.filter(({ action }) => speaks(action));
    const told = spoken.some((node) =>
      [...spokenBy(node)].some(({ text }) => NOTICE.test(text) || text.includes("$")),
    );
    // What an audio file says isn't known here.
    const audio = spoken.some((node) =>
      [...textsIn(node)].some(({ path }) => /\.(PromptId|Uri)$/.test(path)),
    );
    if (told || audio) return;
    for (const node of reached) {
      const recording = recordingOf(node);
      if (recording?.participants.includes("Customer") === true) {
        yield {
          index: node.index,
          path: recording.at,
          message: `"${node.action.Identifier}" records the caller, and no prompt says so`,
        };
      }
    }
  },
};
