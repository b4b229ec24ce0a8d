/** Control and format characters, spaces of other kinds, surrogates without their half. */
const HIDDEN = /[^ \u00a0\p{L}\p{M}\p{N}\p{P}\p{S}]|\p{Default_Ignorable_Code_Point}/gu;

/**
 * A flow's text on one line, for pictures, terminals and reports: what can't be seen is written as
 * `\u{…}`, line ends among it. XML 1.0 allows all that is left.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
