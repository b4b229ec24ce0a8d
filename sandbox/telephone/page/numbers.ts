/** A number as people read it: US numbers in groups, others as they are. */
export function readable(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area === undefined ? number : `+1 ${area}-${exchange ?? ""}-${line ?? ""}`;
}

/** The next number: that of another telephone. */
export function following(number: string): string {
  const digits = number.slice(1);
  return `+${String(BigInt(digits) + 1n).padStart(digits.length, "0")}`;
}
