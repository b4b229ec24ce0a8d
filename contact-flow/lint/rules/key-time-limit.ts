import { reading } from "../../facts/source";
import type { Rule } from "../rule";

/** The console's range, in seconds; CreateContactFlow takes more. */
const LONGEST = 180;

export const rule: Rule = {
  id: "key-time-limit",
  level: "warning",
  reason: `a caller who doesn't press a key hears nothing for more than ${LONGEST} seconds, and the console can't save the block`,
  fix: `write a number of seconds from 1 to ${LONGEST}, such as 5`,
  source: reading(`the console offers 1 to ${LONGEST} seconds`),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      if (action.Type !== "GetParticipantInput") continue;
      const seconds = Number(action.Parameters?.InputTimeLimitSeconds);
      if (seconds > LONGEST) {
        yield {
          index,
          path: `${path}.Parameters.InputTimeLimitSeconds`,
          message: `"${action.Identifier}" waits ${seconds} seconds for a key`,
        };
      }
    }
  },
};
