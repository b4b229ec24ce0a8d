import { refusedAreaCodes } from "../../contact-flow/destinations";
import type { TemplateValues } from "../../contact-flow/template";

/**
 * Values for the blocks of callback-in-queue.json that let a caller whose number can't be called key in
 * another one, in North America. The number is checked against `allowedDestinations` and spoken back. The
 * prefixes that it is compared with stand there with and without a plus sign, since no page of AWS says which
 * form a keyed number has.
 *
 * @param tries - How often the caller may enter it, from 1 on; undefined leaves these blocks out.
 * @param allowed - The center's `allowedDestinations`.
 */
export function otherNumberValues(
  tries: number | undefined,
  allowed: readonly string[] = [],
): TemplateValues {
  if (tries === undefined) return { otherNumbers: [], refusedNumbers: [], callableNumbers: [] };
  const begins = (number: string) => [{ begin: `+${number}` }, { begin: number }];
  return {
    otherNumbers: [{ tries: String(tries), country: "US" }],
    refusedNumbers: refusedAreaCodes(allowed).flatMap((code) => begins(`1${code}`)),
    callableNumbers: begins("1"),
  };
}
