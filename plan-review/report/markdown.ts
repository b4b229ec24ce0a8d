import { visible, visibleLines } from "./visible.ts";

/**
 * A block of code whose fence is longer than any in the text, so that the text can't end it.
 *
 * @param language - What GitHub colours it as: `diff`, `mermaid`, or nothing.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function fenced(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${visibleLines(text).replace(/\n$/, "")}\n${fence}`;
}

/** Characters of one text that are shown within a line. */
const SHOWN = 500;

/**
 * A text of others as code within a line. Within code GitHub takes nothing for markup, a mention, a
 * reference, an emoji or a link.
 *
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function code(text: string): string {
  const shown = shortened(visible(text));
  const fence = "`".repeat(longestRun(shown) + 1);
  // A space at each end is taken away again.
  const room = /^[` ]|[` ]$|^$/.test(shown) ? " " : "";
  return `${fence}${room}${shown}${room}${fence}`;
}

/** The same where HTML stands, in which Markdown means nothing. */
function htmlCode(text: string): string {
  const shown = shortened(visible(text)).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<code>${shown}</code>`;
}

/** What surrounds a word in a sentence: brackets and quotation marks before, punctuation after. */
const AROUND = /^([("“‘]*)(.*?)([)"”’,;:.!?…]*)$/su;

/** Words, short numbers and lone dashes: whatever else is code. */
const PLAIN = /^(\p{L}[\p{L}\p{M}]*(['’-]\p{L}[\p{L}\p{M}]*)*|\d{1,3}(,?\d{3})?%?|[–—→›×])$/u;

/** A word of only these letters may be a commit's. */
const COMMIT = /^[0-9a-f]{7,}$/i;

/**
 * A sentence with texts of others in it, for the inside of a line: words stay, and everything that
 * isn't plainly a word (an address, a path, a number with a sign) becomes code. An escape with `\`, or an
 * entity, would not do: GitHub looks for mentions and references when both are gone.
 *
 * @param mark - Writes code; Markdown's unless said.
 * @see https://github.com/github/markup/issues/1168
 */
export function prose(text: string, mark: (text: string) => string = code): string {
  const parts: { before: string; word: string; after: string; plain: boolean }[] = [];
  for (const token of text.split(/ +/)) {
    if (token === "") continue;
    const [, before = "", word = "", after = ""] = AROUND.exec(token) ?? ["", "", token, ""];
    const plain = word === "" || (PLAIN.test(word) && !COMMIT.test(word) && word === visible(word));
    const previous = parts.at(-1);
    if (previous !== undefined && !plain && !previous.plain && previous.after + before === "") {
      parts[parts.length - 1] = { ...previous, word: `${previous.word} ${word}`, after };
    } else {
      parts.push({ before, word, after, plain });
    }
  }
  return parts
    .map(({ before, word, after, plain }) => before + (plain ? word : mark(word)) + after)
    .join(" ");
}

/**
 * A section that shows its title only, until somebody opens it.
 *
 * @param title - Plain text.
 * @param body - Markdown.
 */
export function folded(title: string, body: string): string {
  return `<details><summary>${prose(title, htmlCode)}</summary>\n\n${body}\n\n</details>`;
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

/** Markdown that was cut, with the end of the block of code that it was cut in. */
export function closed(markdown: string): string {
  let fence = "";
  for (const line of markdown.split("\n")) {
    if (fence === "") [, fence = ""] = /^(`{3,})[^`]*$/.exec(line) ?? [];
    else if (line === fence) fence = "";
  }
  return fence === "" ? markdown : `${markdown}\n${fence}`;
}

/** `1 user`, `2 users`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function shortened(text: string): string {
  const [shown = ""] = new RegExp(`^.{0,${SHOWN}}`, "su").exec(text) ?? [];
  return shown === text ? text : `${shown}… (${text.length} characters)`;
}
