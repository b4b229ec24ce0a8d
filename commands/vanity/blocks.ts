/** The longest row of a list, in bytes: what is longer is a quote that was never closed, or no list. */
export const LONGEST_ROW = 64 * 1024;

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** How much of a row that is too long is shown. */
const SHOWN = 200;

/** A stretch of a list: whole rows as they lie in the file, or one row that is longer than any may be. */
export type Block =
  | { readonly kind: "rows"; readonly bytes: Buffer }
  | { readonly kind: "too-long"; readonly bytes: Buffer };

/**
 * Cuts a list into blocks of whole rows, without reading them: a row ends where a line does, outside of quotes. A quote that is
 * never closed makes its own line a block, which can't be read, and cutting goes on with the next line.
 */
export class BlockCutter {
  private rest: Buffer = Buffer.alloc(0);
  private skipping = false;
  private newline: number | undefined;

  /**
   * Takes the next bytes of the list.
   * @param bytes as they were read, and whether they are the last
   */
  public *take(bytes: Buffer, isLast: boolean): Generator<Block> {
    let buffer = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    this.newline ??= newlineOf(buffer, isLast);
    const newline = this.newline ?? NEWLINE;
    for (;;) {
      if (this.skipping) {
        const end = buffer.indexOf(newline);
        if (end < 0) buffer = buffer.subarray(buffer.length);
        else {
          buffer = buffer.subarray(end + 1);
          this.skipping = false;
        }
      }
      const { whole, isTooLong } = wholeRows(buffer, newline, isLast);
      if (whole > 0) yield { kind: "rows", bytes: buffer.subarray(0, whole) };
      buffer = buffer.subarray(whole);
      if (!isTooLong) break;
      const end = buffer.indexOf(newline) + 1;
      const line = end === 0 ? buffer : buffer.subarray(0, end);
      yield line.length > LONGEST_ROW
        ? { kind: "too-long", bytes: line.subarray(0, SHOWN) }
        : { kind: "rows", bytes: line };
      this.skipping = end === 0 && !isLast;
      buffer = buffer.subarray(line.length);
    }
    this.rest = Buffer.from(buffer);
  }
}

/** What ends the list's lines: line feeds, or the returns of an old Macintosh; undefined where it can't be told yet. */
function newlineOf(buffer: Buffer, isLast: boolean): number | undefined {
  if (buffer.includes(NEWLINE)) return NEWLINE;
  const isLong = isLast || buffer.length > LONGEST_ROW;
  return isLong && buffer.includes(RETURN) ? RETURN : undefined;
}

/** Where the last whole row ends, and whether the one behind it is too long, or can't end any more. */
function wholeRows(
  buffer: Buffer,
  newline: number,
  isLast: boolean,
): { whole: number; isTooLong: boolean } {
  let whole = 0;
  let at = 0;
  for (let quoted = false; ; quoted = !quoted) {
    const quote = buffer.indexOf(QUOTE, at);
    const end = quote < 0 ? buffer.length : quote;
    if (!quoted) {
      const last = end === 0 ? -1 : buffer.lastIndexOf(newline, end - 1);
      if (last >= whole) whole = last + 1;
    }
    if (end - whole > LONGEST_ROW) return { whole, isTooLong: true };
    if (quote < 0) {
      if (!isLast) return { whole, isTooLong: false };
      return quoted ? { whole, isTooLong: true } : { whole: buffer.length, isTooLong: false };
    }
    at = quote + 1;
  }
}
