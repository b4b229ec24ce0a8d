import type { Readable } from "node:stream";

/** A JSON value out of a text that holds one after the other, or what is wrong there. */
export type Piece =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly fault: string };

/** Characters of one value; Firehose takes no record above 1,000 KB. */
const MAX_LENGTH = 16 * 2 ** 20;

/** Where a contact record or an evaluation begins inside what can't be read: by names that only its own fields have. */
const BEGINNING =
  /\{\s*"(?:AWSAccountId|AWSContactTraceRecordFormatVersion|Agent|AgentConnectionAttempts|Attributes|Channel|ContactId|InitiationMethod|Queue|schemaVersion)"\s*:/g;

/**
 * Reads JSON objects that stand one after the other, with or without line ends between or within
 * them. One that is broken off stops none of the others: reading goes on where the next one begins.
 * Memory doesn't grow with the text.
 *
 * @param text - Decoded text, in pieces of any length.
 */
export async function* jsonObjects(text: Readable | AsyncIterable<string>): AsyncGenerator<Piece> {
  const reader = new ObjectReader();
  for await (const chunk of text) yield* reader.read(String(chunk));
  yield* reader.end();
}

class ObjectReader {
  /** Begins with the object that isn't complete yet. */
  #pending = "";
  /** Up to where it has been looked at. */
  #at = 0;
  #line = 1;
  #depth = 0;
  #inText = false;
  /** What comes is the rest of an object that was told already. */
  #told = false;

  public *read(chunk: string): Generator<Piece> {
    this.#pending += chunk;
    yield* this.#scan();
    if (this.#pending.length <= MAX_LENGTH) return;
    yield* this.#giveUp(this.#pending.length, "is longer than any contact record");
    this.#told = true;
  }

  public *end(): Generator<Piece> {
    while (this.#pending.trim() !== "") {
      if (this.#pending.startsWith("{")) yield* this.#giveUp(this.#pending.length, "is broken off");
      else yield* this.#passOver(this.#pending.length);
      yield* this.#scan();
    }
  }

  *#scan(): Generator<Piece> {
    while (this.#at < this.#pending.length) {
      if (this.#depth === 0 && !this.#skipBetween()) {
        const next = STRAY_END.exec(this.#pending)?.index;
        if (next === undefined) return;
        yield* this.#passOver(next);
        continue;
      }
      const end = this.#endOfObject();
      if (end === "more") return;
      if (end === "line") yield* this.#giveUp(this.#at, "is broken off");
      else yield* this.#take(this.#at);
    }
  }

  /** White space between objects, and the byte order mark. */
  #skipBetween(): boolean {
    const [space = ""] = /^[\s\ufeff]*/.exec(this.#pending) ?? [];
    this.#drop(space.length);
    return this.#pending === "" || this.#pending.startsWith("{");
  }

  /** Passes over what begins like no object. Arrays of objects are read as what they hold. */
  *#passOver(length: number): Generator<Piece> {
    if (!this.#told && !/^[\s,[\]]*$/.test(this.#pending.slice(0, length)))
      yield { line: this.#line, fault: "is no JSON object" };
    this.#told = false;
    this.#drop(length);
  }

  /** Goes on to the end of the object, or to what shows that it has none. */
  #endOfObject(): "object" | "line" | "more" {
    const text = this.#pending;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code === NEW_LINE) {
        if (this.#at + 1 === text.length && !this.#inText) return "more";
        if (this.#recordBeginsAfter()) return "line";
      }
      this.#at++;
      if (this.#inText) {
        if (code === BACKSLASH) this.#at++;
        else if (code === QUOTE) this.#inText = false;
      } else if (code === QUOTE) this.#inText = true;
      else if (code === OPEN) this.#depth++;
      else if (code === CLOSE && --this.#depth === 0) return "object";
    }
    return "more";
  }

  /** In no text is a line end, and a line that begins with a brace begins a record: none is indented so. */
  #recordBeginsAfter(): boolean {
    return this.#inText || this.#pending.charCodeAt(this.#at + 1) === OPEN;
  }

  *#take(end: number): Generator<Piece> {
    const text = this.#pending.slice(0, end);
    const line = this.#line;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      yield* this.#giveUp(end, "is no JSON");
      return;
    }
    this.#drop(end);
    yield { line, value };
  }

  /** Tells an object that can't be read, and goes on where the next record begins, at `end` at the latest. */
  *#giveUp(end: number, fault: string): Generator<Piece> {
    yield { line: this.#line, fault };
    BEGINNING.lastIndex = 1;
    const next = BEGINNING.exec(this.#pending);
    this.#drop(next !== null && next.index < end ? next.index : end);
  }

  #drop(length: number): void {
    const dropped = this.#pending.slice(0, length);
    for (let at = dropped.indexOf("\n"); at >= 0; at = dropped.indexOf("\n", at + 1)) this.#line++;
    this.#pending = this.#pending.slice(length);
    this.#at = 0;
    this.#depth = 0;
    this.#inText = false;
  }
}

/** Where what is no object ends: with its line, or where an object begins. */
const STRAY_END = /\n|\{\s*"/;

const NEW_LINE = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
