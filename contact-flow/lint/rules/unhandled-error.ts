import { canFail } from "../../catalog";
import { inAdminGuide } from "../../facts/source";
import type { Fault, Rule } from "../rule";

export const rule: Rule = {
  id: "unhandled-error",
  level: "error in ours",
  reason: "if the action fails, the call ends without a word to the caller",
  fix: "add a branch for the error",
  source: inAdminGuide("play"),
  *check({ nodes }, { origin }) {
    const faults: Fault[] = [];
    for (const { action, index, path, spec } of nodes) {
      const present = new Set(action.Transitions.Errors?.map(({ ErrorType }) => ErrorType));
      const optional = spec?.errors.NoMatchingError === "optional";
      // A misspelt one is told as an error that isn't known.
      const isMisspelt = [...present].some((error) => /^no_?matching_?errors?$/i.test(error));
      if (optional && canFail(action) && !isMisspelt) {
        // A looping prompt that nothing follows holds the contact: there is no flow to lose.
        if (spec.next === "optional" && action.Transitions.NextAction === undefined) {
          continue;
        }
        faults.push({
          index,
          path: `${path}.Transitions.Errors`,
          message: `"${action.Identifier}" has no branch for NoMatchingError`,
        });
      }
    }
    const [first, ...more] = faults;
    // Old exports have no such branches at all: one line says it.
    if (origin === "exported" && first !== undefined && more.length > 0) {
      const others = more.length === 1 ? "another block" : `${more.length} other blocks`;
      yield { ...first, message: first.message.replace(" has ", ` and ${others} have `) };
    } else {
      yield* faults;
    }
  },
};
