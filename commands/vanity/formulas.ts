/**
 * What makes a cell a formula in a spreadsheet, at its beginning or after a `;`, which parts cells in many
 * countries: those signs, also in full width, behind spaces or apostrophes.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(^|;)(\s*)(?='*[=+\-@＝＋－＠])/g;
const WRITTEN = /(^|;)(\s*)'(?='*[=+\-@＝＋－＠])/g;

/** A number calculates nothing: `+13029856970` stays as other programs expect it. */
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** Most cells hold nothing of that kind: one look tells, instead of two. */
const MAY_BE_FORMULA = /^[\s'=+\-@＝＋－＠]|;/;

/** A cell that a spreadsheet takes for text: with an apostrophe before what would be a formula. */
export const inert = (cell: string): string =>
  !MAY_BE_FORMULA.test(cell) || NUMBER.test(cell) ? cell : cell.replace(FORMULA, "$1$2'");

/** A cell as it was before {@link inert}: what this command writes it also reads. */
export const asMeant = (cell: string): string => cell.replace(WRITTEN, "$1$2");
