/**
 * A block of code whose fence is longer than any in the text, so that the text can't end it.
 *
 * @param language - What GitHub colours it as: `diff`, `mermaid`, or nothing.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

/** A text as code within a line. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = longest > 0 ? " " : "";
  return `${fence}${room}${text.replace(/\s+/g, " ")}${room}${fence}`;
}

/**
 * A section that shows its title only, until somebody opens it.
 *
 * @param title - Plain text.
 * @param body - Markdown.
 */
export function folded(title: string, body: string): string {
  const text = title.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<details><summary>${text}</summary>\n\n${body}\n\n</details>`;
}

/** What a text that was cut ends with. */
export interface Cut {
  readonly text: string;
  /** Lines that were left out. */
  readonly missing: number;
}

/**
 * Keeps as many whole lines from the beginning as there is room for.
 *
 * @param room - Characters.
 */
export function cut(text: string, room: number): Cut {
  if (text.length <= room) return { text, missing: 0 };
  const lines = text.split("\n");
  let length = 0;
  const kept = lines.findIndex((line) => (length += line.length + 1) > room + 1);
  return { text: lines.slice(0, kept).join("\n"), missing: lines.length - kept };
}

/** `1 user`, `2 users`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
