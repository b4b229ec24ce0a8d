/** A number as people read it: US numbers in groups, others as they are. */
export function readable(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area === undefined ? number : `+1 ${area}-${exchange ?? ""}-${line ?? ""}`;
}
