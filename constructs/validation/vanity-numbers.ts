import type { VanityNumbersValue } from "../value/contact-center-value";
import { readVanityWords } from "../value/vanity-words";
import type { Report } from "./fault";
import { checkLimit } from "./limits";

/**
 * The operator's own words can be read and fit the function's environment; the folder of lists is a plain path
 * in the bucket, and the number of concurrent batches is within its limit.
 */
export function checkVanityNumbers({ words, bulk }: VanityNumbersValue, report: Report): void {
  if (words !== undefined) {
    checkWords(words, report);
  }
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
  checkLimit("BulkVanityNumbersValue.maxConcurrency", maxConcurrency, "vanityNumbers.bulk", report);
}

function checkWords(file: string, report: Report): void {
  const { never, allowed, faults } = readVanityWords(file);
  for (const fault of faults) {
    report("vanityNumbers.words", fault);
  }
  checkLimit(
    "VanityNumbersValue.words",
    [...never, ...allowed].join(" "),
    "vanityNumbers.words",
    report,
    { label: `the words of ${file} together`, reason: "take out what is needed least" },
  );
}
