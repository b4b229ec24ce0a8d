import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { errorCode, OperatorError } from "../../sandbox/machine/errors";

/** Bytes that are read at a time. */
const CHUNK = 256 * 1024;

/** Stands in a mark for a byte that is part of the first name. */
const ANY = -1;

/** What a list's first bytes say of the rest: the marks of Unicode, or two letters as only UTF-16 writes them. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[ANY, 0, ANY, 0], "utf-16le"],
  [[0, ANY, 0, ANY], "utf-16be"],
];

/**
 * The list's size in bytes.
 * @param file its path
 * @throws OperatorError if there is none
 */
export async function sizeOf(file: string): Promise<number> {
  try {
    const stats = await stat(file);
    if (stats.isFile()) return stats.size;
    throw new OperatorError(`--file must be a CSV file, got a directory or device: ${file}`);
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw new OperatorError(`--file must exist, got ${file}`);
    throw error;
  }
}

function bytesOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: CHUNK });
}

async function markedEncoding(file: string): Promise<string | undefined> {
  for await (const bytes of createReadStream(file, { end: 3 }) as AsyncIterable<Buffer>)
    return MARKS.find(([mark]) =>
      mark.every((byte, at) => (byte === ANY ? (bytes[at] ?? 0) > 0 : bytes[at] === byte)),
    )?.[1];
  return undefined;
}

/** A file's bytes, cut where lines end, with the number of the first line. */
async function* stretches(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of bytesOf(file)) {
    const end = bytes.lastIndexOf(10) + 1;
    if (end === 0 && rest.length < CHUNK) rest = Buffer.concat([rest, bytes]);
    else {
      yield Buffer.concat([rest, bytes.subarray(0, end)]);
      rest = Buffer.from(bytes.subarray(end));
    }
  }
  yield rest;
}

/**
 * Sees to it that a list is UTF-8. A single line that isn't, where others show that the list is meant to be, is a bad row and no more.
 * @throws OperatorError with the first line that isn't
 */
async function checkUtf8(file: string): Promise<void> {
  let lines = 0;
  let foreign: { line: number; text: string } | undefined;
  for await (const bytes of stretches(file)) {
    if (isAscii(bytes) && foreign === undefined) {
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
      continue;
    }
    for (const text of bytes.toString("latin1").split("\n")) {
      const line = Buffer.from(text, "latin1");
      if (!isAscii(line)) {
        if (isUtf8(line)) return;
        foreign ??= { line: lines + 1, text: new TextDecoder("windows-1252").decode(line).trim() };
      }
      lines++;
    }
    lines--;
  }
  if (foreign !== undefined)
    throw new OperatorError(
      `the list must be UTF-8, got other bytes in line ${foreign.line}: give --encoding windows-1252 if it should read ${JSON.stringify(foreign.text.slice(0, 80))}, or save the list as UTF-8`,
    );
}

/** A list's text, as UTF-8 bytes without a mark, and how much of the file was read for it. */
export interface ListBytes {
  readonly bytes: Buffer;
  readonly read: number;
}

/**
 * Reads a list, never more of it at once than a chunk.
 * @param file its path
 * @param given the encoding that the person at the terminal has named; else the first bytes tell, or it is UTF-8
 * @throws OperatorError if the list is in another encoding
 */
export async function* listBytes(file: string, given?: string): AsyncGenerator<ListBytes> {
  const marked = await markedEncoding(file);
  const encoding = given ?? marked ?? "utf-8";
  const isConverted = encoding !== "utf-8";
  if (!isConverted) await checkUtf8(file);
  const decoder = isConverted ? new TextDecoder(encoding) : undefined;
  let read = 0;
  for await (const bytes of bytesOf(file)) {
    const skipped = read === 0 && !isConverted && marked === "utf-8" ? 3 : 0;
    read += bytes.length;
    const text = decoder?.decode(bytes, { stream: true });
    yield { bytes: text === undefined ? bytes.subarray(skipped) : Buffer.from(text), read };
  }
}

/**
 * The name of an encoding as the standard has it.
 * @param label as typed, such as `latin1`
 * @returns undefined if there is none of that name
 */
export function encodingNamed(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
