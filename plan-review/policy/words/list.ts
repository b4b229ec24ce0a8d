/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[], last = "or"): string {
  const rest = words.slice(0, -1);
  return rest.length === 0 ? words.join("") : `${rest.join(", ")} ${last} ${String(words.at(-1))}`;
}
