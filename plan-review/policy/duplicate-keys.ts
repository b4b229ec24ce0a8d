/**
 * The first key that an object of a JSON text has twice, upper and lower case taken for the same: the
 * parser keeps the last one, and nobody can say which one AWS does.
 *
 * @param text - Valid JSON.
 */
export function duplicateKey(text: string): string | undefined {
  /** Keys of the objects around this place; of a list none. */
  const around: Set<string>[] = [];
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*(:)?|[[\]{}]/g)) {
    if (token === "{" || token === "[") around.push(new Set());
    else if (token === "}" || token === "]") around.pop();
    else if (string !== undefined && colon !== undefined) {
      const key = String(JSON.parse(string));
      const keys = around.at(-1);
      if (keys?.has(key.toLowerCase())) return key;
      keys?.add(key.toLowerCase());
    }
  }
  return undefined;
}
