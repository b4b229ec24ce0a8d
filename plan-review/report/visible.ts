/**
 * What is not shown as it is. Letters, digits, punctuation and signs of every script pass, and the
 * space; whatever ends a line, can't be seen, or changes how its neighbours are shown does not: control
 * and format characters, other spaces, surrogates without their half, more than three marks on a letter.
 */
const HIDDEN =
  /[^ \u00a0\p{L}\p{M}\p{N}\p{P}\p{S}]|\p{Default_Ignorable_Code_Point}|(?<=\p{M}{3})\p{M}/gu;

const escaped = (sign: string): string => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;

/** A text of others on one line: what would not be seen is written as `\u{…}`, line ends among it. */
export function visible(text: string): string {
  return text.replace(HIDDEN, escaped);
}

/** The same for a text of several lines: line feeds and tabs stay. */
export function visibleLines(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(HIDDEN, (sign) => (sign === "\n" || sign === "\t" ? sign : escaped(sign)));
}
