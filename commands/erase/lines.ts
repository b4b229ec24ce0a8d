import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Firehose takes records of up to 1,000 KiB, and their base64 is a third longer. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** A file that isn't what it seems, with the reason as a clause. */
export class UnreadableError extends Error {
  public override readonly name = "UnreadableError";
}

/** The bytes of a file, and whether they were compressed. */
export interface Opened {
  readonly gzip: boolean;
  readonly lines: AsyncIterable<Buffer>;
}

/**
 * Reads a file line by line, with no more of it in memory than a line.
 *
 * @param body - The file; gzip is known by its first bytes.
 * @throws UnreadableError while the lines are read, where it is damaged or no file of lines.
 */
export async function openLines(body: Readable): Promise<Opened> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  const all = async function* () {
    yield start;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      yield next.value;
    }
  };
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  return { gzip, lines: linesIn(gzip ? unzipped(all()) : all()) };
}

async function* unzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(Readable.from(chunks), gunzip, () => {
    // What went wrong comes out of the loop below.
  });
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw code.startsWith("Z_") ? new UnreadableError(`it can't be unpacked: ${message}`) : error;
  }
}

/** Lines without their ends. An end of line at the file's end begins no other. */
async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, at));
      yield Buffer.concat(parts);
      [parts, length, from] = [[], 0, at + 1];
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) {
      throw new UnreadableError(`it has a line of more than ${LONGEST_LINE} bytes`);
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
