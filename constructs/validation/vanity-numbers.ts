import type { VanityNumbersValue } from "../contact-center-value";
import type { Report } from "./fault";

const MOST_AT_ONCE = 1000;

/** A list's folder stays inside its bucket, and its batches inside what an account can run. */
export function checkVanityNumbers({ bulk }: VanityNumbersValue, report: Report): void {
  if (bulk === undefined) {
    return;
  }
  const { folder, maxConcurrency } = bulk;
  if (!/^[\w-]+(\/[\w-]+)*$/.test(folder)) {
    report(
      "vanityNumbers.bulk",
      `folder must be names of letters, digits, _ and -, with / between them, got "${folder}"`,
    );
  }
  if (!Number.isInteger(maxConcurrency) || maxConcurrency < 1 || maxConcurrency > MOST_AT_ONCE) {
    report(
      "vanityNumbers.bulk",
      `maxConcurrency must be a whole number from 1 to ${MOST_AT_ONCE}, got ${maxConcurrency}`,
    );
  }
}
