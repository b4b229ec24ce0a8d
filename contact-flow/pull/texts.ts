import { HOLE, type RenderOptions } from "../template/hole";

/** A part of a template's text: words, or a hole, and what is rendered from it. */
interface Part {
  readonly source: string;
  readonly rendered: string;
  readonly isHole: boolean;
}

const ARN = /arn:aws[\w-]*:[\w:/.+=,@-]+/g;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is an identifier that nobody has chosen. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Finds the hole that names a thing, by the id that the live flow has of it. */
export class References {
  private readonly holes = new Map<string, { readonly kind: string; readonly name: string }>();

  public constructor(resources: RenderOptions["resources"]) {
    for (const [kind, { names, idOf }] of Object.entries(resources)) {
      for (const name of names) {
        const id = idOf(name);
        if (id !== "" && !this.holes.has(id)) this.holes.set(id, { kind, name });
      }
    }
  }

  /** What an id or ARN names. */
  public named(id: string): { readonly kind: string; readonly name: string } | undefined {
    return this.holes.get(id);
  }

  /** The whole ARN of a thing of which the flow has only the id behind the last slash. */
  public arnOf(id: string): string | undefined {
    return [...this.holes.keys()].find((arn) => arn.endsWith(`/${id}`));
  }

  /** The text with a hole for each known ARN in it. */
  public holesIn(text: string): string {
    return text.replace(ARN, (arn) => {
      const known = this.holes.get(arn);
      return known === undefined ? arn : `{{${known.kind}:${known.name}}}`;
    });
  }
}

/**
 * A template's text that renders to the live one. A hole stays where what is rendered from it is still
 * in the text: at the same distance from its beginning or end, or once in what lies between.
 *
 * @param render - What is rendered from a part of the text.
 */
export function putText(
  template: string,
  live: string,
  render: (source: string) => string,
  references: References,
): string {
  const parts = partsOf(template, render);
  const texts = parts.map(({ rendered }) => rendered);
  const was = texts.join("");
  const head = sharedLength(was, live);
  const room = Math.min(was.length, live.length) - head;
  const tail = Math.min(sharedLength(reversed(was), reversed(live)), room);
  const kept: { readonly from: number; readonly to: number; readonly source: string }[] = [];
  let at = 0;
  for (const { source, rendered, isHole } of parts) {
    const start = at;
    at += rendered.length;
    if (!isHole || rendered === "") continue;
    const from = placeOf(rendered, { start, head, tail, was, live });
    const after = kept.at(-1)?.to ?? 0;
    if (from !== undefined && from >= after) {
      kept.push({ from, to: from + rendered.length, source });
    }
  }
  let end = 0;
  let text = "";
  for (const { from, to, source } of kept) {
    text += references.holesIn(live.slice(end, from)) + source;
    end = to;
  }
  return text + references.holesIn(live.slice(end));
}

function partsOf(template: string, render: (source: string) => string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  const words = (source: string) => {
    if (source !== "") parts.push({ source, rendered: source, isHole: false });
  };
  for (const { 0: hole, index } of template.matchAll(HOLE)) {
    words(template.slice(end, index));
    parts.push({ source: hole, rendered: render(hole), isHole: true });
    end = index + hole.length;
  }
  words(template.slice(end));
  return parts;
}

interface Where {
  readonly start: number;
  /** How many characters at the beginning, and at the end, are as they were. */
  readonly head: number;
  readonly tail: number;
  readonly was: string;
  readonly live: string;
}

/** Where in the live text a hole's own text is, if there is no doubt. */
function placeOf(rendered: string, { start, head, tail, was, live }: Where): number | undefined {
  const end = start + rendered.length;
  if (end < head || (end === head && isBoundary(live, end))) return start;
  const [rest, moved] = [was.length - tail, start + live.length - was.length];
  if (start > rest || (start === rest && isBoundary(live, moved))) return moved;
  const places: number[] = [];
  for (let at = live.indexOf(rendered); at !== -1; at = live.indexOf(rendered, at + 1)) {
    if (isBoundary(live, at) && isBoundary(live, at + rendered.length)) places.push(at);
  }
  return places.length === 1 ? places[0] : undefined;
}

/** Whether no word or number goes on across a place of the text. */
const isBoundary = (text: string, at: number): boolean =>
  !/[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

const reversed = (text: string): string => text.split("").reverse().join("");
