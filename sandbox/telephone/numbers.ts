/** The telephone of the first page: one of the numbers that are kept for fiction. */
export const FIRST_NUMBER = "+13025550123";

/** The next number: that of another telephone. */
export function following(number: string): string {
  const digits = number.slice(1);
  return `+${String(BigInt(digits) + 1n).padStart(digits.length, "0")}`;
}

/** The first number from that one on (E.164) that is not among those in use. */
export function freeNumber(from: string, used: ReadonlySet<string>): string {
  let number = from;
  while (used.has(number)) number = following(number);
  return number;
}
