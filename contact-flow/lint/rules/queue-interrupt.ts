import { inAdminGuide } from "../../facts/source";
import type { Rule } from "../rule";

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html (tips) */
const SHORTEST_INTERRUPT = 20;

export const rule: Rule = {
  id: "queue-interrupt",
  level: "warning",
  reason: `Connect interrupts Loop prompts only after more than ${SHORTEST_INTERRUPT} seconds`,
  fix: `write ${SHORTEST_INTERRUPT + 1} or more`,
  source: inAdminGuide("loop-prompts"),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      const seconds = Number(action.Parameters?.InterruptFrequencySeconds);
      if (seconds > 0 && seconds <= SHORTEST_INTERRUPT) {
        yield {
          index,
          path: `${path}.Parameters.InterruptFrequencySeconds`,
          message: `"${action.Identifier}" asks to be interrupted after ${seconds} seconds`,
        };
      }
    }
  },
};
