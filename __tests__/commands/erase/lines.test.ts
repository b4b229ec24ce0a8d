import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";

import { expect } from "chai";
import fc from "fast-check";

import { openLines, UnreadableError } from "../../../commands/erase/lines";

/** A file that arrives in pieces of some size. */
function arriving(file: Buffer, size: number): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < file.length; at += size) pieces.push(file.subarray(at, at + size));
  return Readable.from(pieces);
}

async function linesOf(file: Buffer, size = 1 << 16) {
  const { gzip, lines } = await openLines(arriving(file, size));
  const read: string[] = [];
  for await (const line of lines) read.push(line.toString("utf8"));
  return { gzip, read };
}

async function fault(file: Buffer): Promise<unknown> {
  return linesOf(file).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("the lines of a file", () => {
  it("are the same however the file arrives, packed or not", async () => {
    const line = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", "¶"));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), async (list, size) => {
        const file = Buffer.from(list.map((each) => `${each}\n`).join(""));
        fc.pre(file[0] !== 0x1f);
        expect(await linesOf(file, size)).to.deep.equal({ gzip: false, read: list });
        expect(await linesOf(gzipSync(file), size)).to.deep.equal({ gzip: true, read: list });
      }),
    );
  });

  it("may end without an end of line, and may be none", async () => {
    expect((await linesOf(Buffer.from("a\n\nb"))).read).to.deep.equal(["a", "", "b"]);
    expect(await linesOf(Buffer.alloc(0))).to.deep.equal({ gzip: false, read: [] });
  });

  it("are read from several packed parts in a row, as Firehose may join them", async () => {
    const file = Buffer.concat([gzipSync("a\nb\n"), gzipSync("c\n")]);
    expect((await linesOf(file)).read).to.deep.equal(["a", "b", "c"]);
  });

  it("can't be read from a damaged file", async () => {
    const whole = gzipSync("a\n".repeat(1000));
    const error = await fault(whole.subarray(0, whole.length - 12));
    expect(error).to.be.instanceOf(UnreadableError);
    expect(String(error)).to.match(/it can't be unpacked: unexpected end of file/);
  });

  it("can't be read where one is longer than any record", async () => {
    const longest = 4 * 1024 * 1024;
    expect((await linesOf(Buffer.from(`${"a".repeat(longest)}\nb`))).read).to.have.length(2);
    for (const file of ["a".repeat(longest + 1), `b\n${"a".repeat(longest + 1)}`]) {
      expect(String(await fault(Buffer.from(file)))).to.equal(
        "UnreadableError: it has a line of more than 4194304 bytes",
      );
    }
  });

  it("end with what ends the file's arrival", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("a\n");
        await Promise.resolve();
        throw new Error("the connection was cut");
      })(),
    );
    const { lines } = await openLines(broken);
    const read = lines[Symbol.asyncIterator]();
    expect(String((await read.next()).value)).to.equal("a");
    const error = await read.next().catch((reason: unknown) => reason);
    expect(String(error)).to.equal("Error: the connection was cut");
  });
});
