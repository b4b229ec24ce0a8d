import { placeOf, shown } from "./shape.ts";

/** A string, with a colon where it is a key; a bracket or comma; a number or word. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\],]|[^\s{}[\],:"]+/g;

/** An object or a list that the reader is in. */
class Around {
  /** The place of the next value. */
  public next: string;
  private readonly keys = new Set<string>();
  private readonly place: string;
  private index = 0;

  public constructor(place: string, isList: boolean) {
    this.place = place;
    this.next = isList ? `${place}[0]` : place;
  }

  /** Goes on to the next value of a list. */
  public comma(): void {
    this.index += 1;
    this.next = `${this.place}[${this.index}]`;
  }

  /** Goes on to the value of a key. Returns whether the object had the key before. */
  public key(key: string): boolean {
    const before = this.keys.has(key);
    this.keys.add(key);
    this.next = placeOf(this.place, key);
    return before;
  }
}

/**
 * Finds what JSON.parse hides in a JSON text. One is a duplicate key in an object: JSON.parse takes the last
 * one, and Terraform takes both. The other is a string or number that JSON.stringify would write differently,
 * since JSON.parse and Terraform may not read it alike.
 *
 * @param text - Valid JSON.
 * @returns A line for each fault, with its place.
 */
export function jsonTextFaults(text: string): string[] {
  const faults = new Set<string>();
  const outside = new Around("", false);
  const within: Around[] = [];
  for (const [token, string, colon] of text.matchAll(TOKEN)) {
    const around = within.at(-1) ?? outside;
    if (token === "{" || token === "[") within.push(new Around(around.next, token === "["));
    else if (token === "}" || token === "]") within.pop();
    else if (token === ",") around.comma();
    else {
      const value: unknown = JSON.parse(string ?? token);
      const twice = colon !== undefined && around.key(String(value));
      if (twice) faults.add(`${around.next} is there twice`);
      const written = JSON.stringify(value);
      if (written !== (string ?? token)) {
        faults.add(`${around.next} must be written as ${shown(value)}, as cdktf does`);
      }
    }
  }
  return [...faults];
}
