import { isDeepStrictEqual } from "node:util";

import { hasTrue, objectOf, valueAt } from "../../values.ts";
import { VANITY_WORDS } from "../../vanity-words.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";
import { anyChange } from "./settings.ts";

/** Where a plan has a function's variables. */
const VARIABLES = ["environment", 0, "variables"] as const;

/**
 * A function's variables stay as they are, but the one with the words of vanity numbers: people change these
 * every day, and all they can do is other letters for the same digits.
 *
 * @param words - The variable's name.
 * @param harm - What another change does.
 */
export function variables({
  words,
  ...harm
}: Pick<Harm, "happens" | "because" | "source"> & { readonly words: string }): Judgement {
  const otherwise = anyChange({ ...harm, path: ["environment"], effect: "change" });
  return (change, context) => {
    const isOpen = hasTrue(valueAt(change.afterUnknown, [VARIABLES[0]]));
    if (change.before === null || isOpen) return otherwise(change, context);
    const { [words]: before, ...rest } = objectOf(valueAt(change.before, VARIABLES));
    const { [words]: after, ...restAfter } = objectOf(valueAt(change.after, VARIABLES));
    const areWords = [before, after].every(
      (each) => each === undefined || (typeof each === "string" && VANITY_WORDS.test(each)),
    );
    return areWords && isDeepStrictEqual(rest, restAfter) ? [] : otherwise(change, context);
  };
}
