import { SUFFIX_LENGTH } from "../keypad";
import type { Source } from "../source";

const DIGITS = "0123456789";

/** One digit again and again: 555, 0000000. */
function repeats(): string[] {
  const lengths = Array.from({ length: SUFFIX_LENGTH - 2 }, (_, index) => index + 3);
  return lengths.flatMap((length) => Array.from(DIGITS, (digit) => digit.repeat(length)));
}

/** Counting up or down: 123, 6789, 4321. */
function sequences(): string[] {
  const reversed = Array.from(DIGITS).reverse().join("");
  return [DIGITS, reversed].flatMap((all) =>
    Array.from({ length: SUFFIX_LENGTH - 2 }, (_, index) => index + 3).flatMap((length) =>
      Array.from({ length: all.length - length + 1 }, (_, from) => all.slice(from, from + length)),
    ),
  );
}

/** Two digits again and again, 2020, 313131 and 6363636, and thousands, 5000. */
function patterns(): string[] {
  const pairs = Array.from(DIGITS).flatMap((a) =>
    Array.from(DIGITS).flatMap((b) => (a === b ? [] : [a + b])),
  );
  const thousands = Array.from(DIGITS.slice(1)).flatMap((digit) => [`${digit}00`, `${digit}000`]);
  return [
    ...pairs.map((pair) => pair.repeat(2)),
    ...pairs.map((pair) => pair.repeat(3)),
    ...pairs.map((pair) => pair.repeat(4).slice(0, SUFFIX_LENGTH)),
    ...thousands,
  ];
}

/** Runs of digits that read well as they are, and numbers that everybody knows. */
export const digitRuns: Source = {
  kind: "digit-run",
  texts: [...repeats(), ...sequences(), ...patterns(), "24", "247", "365", "411", "101", "007"].map(
    (text) => ({ text }),
  ),
};
