import { readVanityWords } from "../../constructs/value/vanity-words";
import type { OwnWords } from "../../lambda-src/vanity-engine/own-words";
import { OperatorError } from "../../sandbox/machine/errors";

/**
 * The operator's own words, as the deployed function has them.
 * @param file that the center's value names; absent where it names none
 * @throws OperatorError with all that is wrong in the file
 */
export function ownWordsOf(file: string | undefined): OwnWords | undefined {
  if (file === undefined) return undefined;
  const { never, allowed, faults } = readVanityWords(file);
  if (faults.length > 0)
    throw new OperatorError(
      [`the words of vanityNumbers in kwglobal.ts can't be read`, ...faults].join("\n  "),
    );
  return { never, allowed };
}
