const FOLD = /^<details><summary>[^<>]*<\/summary>$/;
const FOLD_END = "</details>";

/**
 * Markdown that a pull request's own code has made, fit to stand in the bot's comment: blocks of code
 * and folds stay, but none is left open, and no line can pose as a heading of the comment, as an
 * alert or as HTML. Headings are those of the fourth level on, below the comment's own.
 *
 * @param text - Markdown, as commands/flow-changes writes it.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function untrusted(text: string): string {
  const out: string[] = [];
  let fence = "";
  let folds = 0;
  // A lone carriage return ends a line, too.
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (fence !== "") {
      out.push(line);
      if (endsFence(line, fence)) fence = "";
      continue;
    }
    // Only at the margin: a fence in a list ends with the list.
    const [, opened = ""] = /^(`{3,})[^`]*$/.exec(line) ?? [];
    if (opened !== "") {
      fence = opened;
      out.push(line);
    } else if (FOLD.test(line) || (line === FOLD_END && folds > 0)) {
      folds += line === FOLD_END ? -1 : 1;
      // HTML goes on until an empty line: a fence right below it would be none.
      out.push("", line, "");
    } else {
      out.push(harmless(line));
    }
  }
  if (fence !== "") out.push(fence);
  while (folds-- > 0) out.push("", FOLD_END);
  return out
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function endsFence(line: string, fence: string): boolean {
  const [, run = ""] = /^ {0,3}(`+)[ \t]*$/.exec(line) ?? [];
  return run.length >= fence.length;
}

/** A line outside of code, in which nothing but a small heading and emphasis is markup. */
function harmless(line: string): string {
  const [, heading = "", rest = ""] = /^(#{4,6} )?(.*)$/.exec(line) ?? [];
  const text = rest
    .replaceAll(/[\\`<>#@~[\]!]/g, (each) => `\\${each}`)
    // Below a line of text, either would make it a heading.
    .replace(/^(\s*)([=-])(?=[=\-\s]*$)/, "$1\\$2");
  return heading + text;
}
