import { type FileHandle, open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** A file whose form isn't read at all, in words for whoever has it. */
export class UnreadableForm extends Error {}

/**
 * How files begin that hold something else than text.
 * @see https://en.wikipedia.org/wiki/List_of_file_signatures
 */
const FORMS: readonly (readonly [bytes: string, what: string])[] = [
  ["504b0304", "a ZIP archive"],
  ["28b52ffd", "compressed by zstd"],
  ["425a68", "compressed by bzip2"],
  ["fd377a585a00", "compressed by xz"],
  ["50415231", "a Parquet file"],
];

const GZIP = "1f8b";

/** Bytes that tell all of these apart. */
const FIRST = 6;

/**
 * The text of a file, in pieces: UTF-8 or UTF-16, compressed by gzip, even more than once, or not. What comes before
 * a place that is damaged is read.
 *
 * @throws UnreadableForm if it is compressed in another way.
 */
export async function* fileText(path: string): AsyncGenerator<string> {
  const file = await open(path);
  try {
    let [first, bytes] = await beginning(chunksOf(file));
    while (first.startsWith(GZIP)) [first, bytes] = await beginning(unpacked(bytes));
    const form = FORMS.find(([signature]) => first.startsWith(signature));
    if (form !== undefined)
      throw new UnreadableForm(`is ${form[1]}, which is not read: unpack it first`);
    const decoder = new TextDecoder(encodingOf(first));
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } finally {
    await file.close();
  }
}

type Bytes = AsyncIterable<Buffer>;

const chunksOf = (file: FileHandle): Bytes => file.createReadStream({ autoClose: false });

/** The first bytes in hexadecimal, and all of them again. */
async function beginning(bytes: Bytes): Promise<[first: string, all: Bytes]> {
  const iterator = bytes[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  while (first.length < FIRST) {
    const next = await iterator.next();
    if (next.done === true) break;
    first = Buffer.concat([first, next.value]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield next.value;
  }
  return [first.subarray(0, FIRST).toString("hex"), all()];
}

/** What gzip has packed. An error comes after all that could be unpacked, of which a stream would drop the rest. */
async function* unpacked(bytes: Bytes): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const out: Buffer[] = [];
  gunzip.on("data", (chunk: Buffer) => out.push(chunk));
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    gunzip.on("end", resolve).on("error", (error) => {
      failure = error;
      resolve();
    });
  });
  for await (const chunk of bytes) {
    // What is unpacked of a chunk is there, or an error is, once the chunk is taken.
    await Promise.race([new Promise((taken) => gunzip.write(chunk, taken)), ended]);
    yield* out.splice(0);
    if (failure !== undefined) break;
  }
  gunzip.end();
  await ended;
  yield* out;
  if (failure !== undefined) throw failure;
}

/**
 * UTF-16 by its mark, or by the zero beside the first sign, which in JSON is one of ASCII.
 * @see https://www.rfc-editor.org/rfc/rfc4627#section-3
 */
function encodingOf(first: string): "utf-8" | "utf-16le" | "utf-16be" {
  if (/^(fffe|(?!00)..00)/.test(first)) return "utf-16le";
  return /^(feff|00(?!00)..)/.test(first) ? "utf-16be" : "utf-8";
}
