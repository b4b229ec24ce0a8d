import { bypass } from "../template/left-out";
import { entriesOf, HOLE, type RenderOptions } from "../template/hole";
import { type Item, Rendering } from "../template/rendering";
import { isObject, type Json, type JsonObject } from "../json";
import { align } from "./align";
import { inOrderOf, mapTexts, repeatedIn, same, textIn } from "./nodes";
import { putText, References } from "./texts";

/**
 * Brings what stands in a live flow into the template's JSON, node by node: what still renders to what
 * is live stays as it is, with its holes; the rest is written down as it is live, with a hole for each
 * thing that the code has a name for.
 */
export class Put {
  public readonly references: References;
  /** What nodes have been rendered to, by the entry: it is asked for again and again. */
  private readonly itemsOf = new Map<string, readonly Item[]>();
  private readonly rendered = new WeakMap<object, Map<Item | undefined, Json>>();

  /**
   * @param leftOut - Blocks that an empty list leaves out, each with the one that comes instead.
   */
  public constructor(
    private readonly options: RenderOptions,
    private readonly leftOut: ReadonlyMap<string, string>,
  ) {
    this.references = new References(options.resources);
  }

  /** The entries of a list, an empty one included. */
  public items(list: string): readonly Item[] {
    const known = this.itemsOf.get(list);
    if (known !== undefined) return known;
    const entries = entriesOf(this.options.values[list]) ?? [];
    const items = entries.map((entry, index) => ({ list, index, entry }));
    this.itemsOf.set(list, items);
    return items;
  }

  /** What a node of the template renders to. */
  public render(node: Json, item?: Item): Json {
    if (typeof node === "string") return node.includes("{{") ? this.made(node, item) : node;
    if (typeof node !== "object" || node === null) return node;
    const known = this.rendered.get(node) ?? new Map<Item | undefined, Json>();
    this.rendered.set(node, known);
    const json = known.get(item) ?? this.made(node, item);
    known.set(item, json);
    return json;
  }

  private made(node: Json, item?: Item): Json {
    const place = { template: "", rendered: "" };
    return bypass(new Rendering(this.options).render(node, place, item), this.leftOut);
  }

  /** What stands under a key of a rendered object: where a transition leads depends on its key. */
  private renderAt(key: string, node: Json, item?: Item): Json | undefined {
    if (key !== "NextAction" && key !== "StartAction") return this.render(node, item);
    const rendered = this.render({ [key]: node }, item);
    return isObject(rendered) ? rendered[key] : undefined;
  }

  /** Where a block leads on to that a transition names: past those that are left out. */
  public comesTo(name: string): string {
    return textIn(this.renderAt("NextAction", name));
  }

  /** A key with its holes filled. */
  public key(key: string, item?: Item): string {
    return key.includes("{{") ? textIn(this.render(key, item)) : key;
  }

  /** A node that renders to the live one, as near to the template's as can be. */
  public node(template: Json, live: Json, item?: Item): Json {
    if (same(this.render(template, item), live)) return template;
    if (typeof template === "string" && typeof live === "string") {
      const render = (source: string) => textIn(this.render(source, item));
      return putText(template, live, render, this.references);
    }
    if (Array.isArray(template) && Array.isArray(live)) return this.list(template, live, item);
    if (isObject(template) && isObject(live)) return this.object(template, live, item);
    return this.written(live);
  }

  /** A live node as a template has it that knows nothing of it. */
  public written(live: Json): Json {
    return mapTexts(live, (text) => this.references.holesIn(text));
  }

  public object(template: JsonObject, live: JsonObject, item?: Item): JsonObject {
    const result: Record<string, Json> = {};
    const seen = new Set<string>();
    for (const [key, child] of Object.entries(template)) {
      const name = this.key(key, item);
      const now = live[name];
      seen.add(name);
      const repeated = repeatedIn(child);
      if (repeated !== undefined) {
        const part = this.optional(child, repeated, now);
        if (part !== undefined) result[key] = part;
      } else if (now !== undefined) {
        result[key] = same(this.renderAt(key, child, item), now)
          ? child
          : this.node(child, now, item);
      }
    }
    for (const [key, now] of Object.entries(live)) {
      if (!seen.has(key)) result[key] = this.written(now);
    }
    return result;
  }

  /** An object of one key that is there once for each entry, so not more than once. */
  private optional(
    child: Json,
    { list, body, directives }: NonNullable<ReturnType<typeof repeatedIn>>,
    now: Json | undefined,
  ): Json | undefined {
    const [item, second] = this.items(list);
    if (item === undefined) return now === undefined ? child : this.written(now);
    if (now === undefined) return undefined;
    if (second !== undefined) return this.written(now);
    const part = this.node(body, now, item);
    return isObject(part) ? inOrderOf(child as JsonObject, { ...directives, ...part }) : part;
  }

  private list(template: readonly Json[], live: readonly Json[], item?: Item): Json[] {
    const { partners, added } = align(this, template, live, item);
    const written = new Map<number, Json[]>();
    const tail: Json[] = [];
    for (const index of added) written.set(index, [this.written(live[index] ?? null)]);
    const anchored: { readonly after: number; readonly node: Json }[] = [];
    for (const [index, child] of template.entries()) {
      const slots = partners.filter(({ element }) => element === index);
      const repeated = repeatedIn(child);
      if (repeated !== undefined && slots.length === 0) {
        const before = partners
          .filter(({ element }) => element < index)
          .flatMap(({ at }) => at ?? []);
        anchored.push({ after: Math.max(-1, ...before), node: child });
        continue;
      }
      const places = slots.flatMap(({ at }) => at ?? []);
      const inARow = places.every((at, nth) => at === (places[0] ?? 0) + nth);
      if (repeated !== undefined && places.length === slots.length && inARow) {
        const folded = this.fold(
          repeated.body,
          slots.map((slot) => ({ live: live[slot.at ?? -1] ?? null, item: slot.item })),
        );
        if (isObject(folded)) {
          const node = inOrderOf(child as JsonObject, { ...repeated.directives, ...folded });
          written.set(places[0] ?? -1, [node]);
          continue;
        }
      }
      for (const slot of slots) {
        if (slot.at === undefined) continue;
        const own = repeated === undefined ? child : this.instance(repeated.body, slot.item);
        const outer = repeated === undefined ? item : undefined;
        written.set(slot.at, [this.node(own, live[slot.at] ?? null, outer)]);
      }
    }
    for (const { node } of anchored.filter(({ after }) => after === -1)) tail.push(node);
    const rest = live.flatMap((_, index) => [
      ...(written.get(index) ?? []),
      ...anchored.filter(({ after }) => after === index).map(({ node }) => node),
    ]);
    return [...tail, ...rest];
  }

  /**
   * One node that renders, with each of the entries, to what is live of it; undefined where the copies
   * have gone different ways.
   */
  public fold(
    body: Json,
    copies: readonly { readonly live: Json; readonly item: Item | undefined }[],
  ): Json | undefined {
    const inTurn = copies.reduce((node, { live, item }) => this.node(node, live, item), body);
    const alone = copies.map(({ live, item }) => this.node(body, live, item));
    return [inTurn, ...alone].find((node) =>
      copies.every(({ live, item }) => same(this.render(node, item), live)),
    );
  }

  /** A repeated node as a node of its own: the entry's texts stand where its holes were. */
  public instance(body: Json, item: Item | undefined): Json {
    if (item === undefined) return body;
    const field = (name: string) =>
      name.startsWith(`${item.list}.`) ? item.entry[name.slice(item.list.length + 1)] : undefined;
    const fill = (text: string) =>
      text.replace(HOLE, (hole, kind?: string, inner?: string, name?: string) => {
        const value = field(inner ?? name ?? "");
        if (value === undefined) return hole;
        return kind === undefined ? value : `{{${kind}:${value}}}`;
      });
    if (!isObject(body)) return mapTexts(body, fill);
    return mapTexts(
      Object.fromEntries(Object.entries(body).map(([key, each]) => [fill(key), each])),
      fill,
    );
  }
}
