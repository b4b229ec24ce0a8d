import { inAdminGuide } from "../../facts/source";
import { recordingOf } from "../privacy";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "analytics-without-recording",
  level: "warning",
  reason: "Contact Lens analyzes a call only if both agent and customer are recorded",
  fix: 'record both, or switch the analysis off: "RecordedParticipants": ["Agent", "Customer"]',
  source: inAdminGuide("set-recording-behavior"),
  *check({ nodes }) {
    for (const node of nodes) {
      const recording = recordingOf(node);
      const both = ["Agent", "Customer"].every((each) => recording?.participants.includes(each));
      if (recording?.analyzed === true && !both) {
        yield {
          index: node.index,
          path: recording.at,
          message: `"${node.action.Identifier}" turns the analysis of the conversation on, and records ${recording.participants.join(", ") || "nobody"}`,
        };
      }
    }
  },
};
