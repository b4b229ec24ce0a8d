import { entriesOf, type Entry, HOLE } from "../template/hole";
import type { Item } from "../template/rendering";
import { isObject, type Json, type JsonObject } from "../json";
import { align } from "./align";
import { actionsIn, type Copy } from "./copies";
import { repeatedIn, same, textIn } from "./nodes";
import type { Put } from "./put";

/** An edit of a list of the flow's values that means what somebody has drawn by hand. */
export interface EntryEdit {
  readonly kind: "added" | "changed" | "removed";
  readonly list: string;
  /** Which of the entries; of one that is added, where it comes. */
  readonly index: number;
  /** The entry as it is to be; of one that is removed, as it is. */
  readonly entry: Entry;
  /** The live blocks that say so. */
  readonly blocks: readonly string[];
}

/** What each field of an entry must be for a pattern to render to something live. */
type Bindings = Map<string, string>;

/** A live flow, and which of the template's blocks its blocks are. */
export interface Drawn {
  readonly live: JsonObject;
  readonly copies: ReadonlyMap<string, Copy>;
}

/**
 * The edits of lists that mean what is live: another entry, one fewer, or one with another field. Only
 * those of which each field is known.
 */
export function entryEdits(put: Put, template: JsonObject, drawn: Drawn): readonly EntryEdit[] {
  const lists = new Set(actionsIn(template).flatMap((action) => repeatedIn(action)?.list ?? []));
  return [...lists].flatMap((list) => new EntryFinder(put, template, drawn, list).edits());
}

/** Finds the entries of one list in a live flow. */
class EntryFinder {
  private readonly patterns: ReadonlyMap<string, JsonObject>;
  private readonly live: ReadonlyMap<string, JsonObject>;

  public constructor(
    private readonly put: Put,
    template: JsonObject,
    private readonly drawn: Drawn,
    private readonly list: string,
  ) {
    this.patterns = new Map(
      actionsIn(template).flatMap((action) => {
        const repeated = repeatedIn(action);
        return repeated?.list === list
          ? [[textIn(repeated.body.Identifier), repeated.body] as const]
          : [];
      }),
    );
    this.live = new Map(actionsIn(drawn.live).map((each) => [textIn(each.Identifier), each]));
  }

  public edits(): EntryEdit[] {
    const known = this.known();
    const added = this.added(known.length);
    return [...known.flat(), ...added];
  }

  /** What has become of the entries that there are. */
  private known(): EntryEdit[][] {
    return this.put.items(this.list).map(({ entry, index }) => {
      const own = [...this.drawn.copies].filter(
        ([, { item }]) => item?.list === this.list && item.index === index,
      );
      if (own.length === 0) {
        return this.patterns.size === 0
          ? []
          : [{ kind: "removed", list: this.list, index, entry, blocks: [] }];
      }
      const fields: Bindings = new Map();
      for (const [name, { body }] of own) {
        const live = this.live.get(name);
        if (live === undefined || !this.unify(body.Parameters ?? {}, live.Parameters ?? {}, fields))
          return [];
      }
      const is = { ...entry, ...Object.fromEntries(fields) };
      const blocks = own.map(([name]) => name);
      return same(is, entry)
        ? []
        : [{ kind: "changed", list: this.list, index, entry: is, blocks }];
    });
  }

  /** Entries that the value doesn't have: what is beside the copies of a list, and where it leads. */
  private added(index: number): EntryEdit[] {
    const fields = Object.keys(
      entriesOf(this.put.items(this.list).map(({ entry }) => entry))?.[0] ?? {},
    );
    return this.extras().flatMap(({ pattern, node }, nth) => {
      const found: Bindings = new Map();
      const blocks: string[] = [];
      if (!this.unify(pattern, node, found, blocks)) return [];
      if (fields.length === 0 || !fields.every((field) => found.has(field))) return [];
      const entry = Object.fromEntries(fields.map((field) => [field, found.get(field) ?? ""]));
      return [{ kind: "added" as const, list: this.list, index: index + nth, entry, blocks }];
    });
  }

  /** Live elements beside those that are repeated in lists of blocks, with what is repeated there. */
  private extras(): { readonly pattern: JsonObject; readonly node: Json }[] {
    return [...this.drawn.copies].flatMap(([name, { body, item }]) =>
      this.extrasIn(body, this.live.get(name), item),
    );
  }

  private extrasIn(
    template: Json | undefined,
    live: Json | undefined,
    item?: Item,
  ): { readonly pattern: JsonObject; readonly node: Json }[] {
    if (Array.isArray(template) && Array.isArray(live)) {
      const pattern = template.map(repeatedIn).find((each) => each?.list === this.list)?.body;
      if (pattern === undefined) return [];
      return align(this.put, template, live, item).added.map((at) => ({
        pattern,
        node: live[at] ?? null,
      }));
    }
    if (!isObject(template) || !isObject(live)) return [];
    return Object.entries(template).flatMap(([key, child]) =>
      this.extrasIn(child, live[key], item),
    );
  }

  /**
   * Whether a pattern renders to something live for some entry, whose fields it finds. What blocks are
   * called doesn't matter, only that those which are repeated lead to those that are.
   */
  private unify(pattern: Json, live: Json, found: Bindings, blocks?: string[]): boolean {
    if (typeof pattern === "string" && typeof live === "string") {
      return this.unifyText(pattern, live, found);
    }
    if (Array.isArray(pattern) && Array.isArray(live)) {
      return (
        pattern.length === live.length &&
        pattern.every((each, index) => this.unify(each, live[index] ?? null, found, blocks))
      );
    }
    if (!isObject(pattern) || !isObject(live)) return same(pattern, live);
    if (Object.keys(pattern).length !== Object.keys(live).length) return false;
    return Object.entries(pattern).every(([key, child]) => {
      const now = live[key];
      if (now === undefined) return false;
      if (key === "Identifier") return true;
      if (key !== "NextAction") return this.unify(child, now, found, blocks);
      return this.follow(textIn(child), textIn(now), found, blocks);
    });
  }

  private follow(target: string, live: string, found: Bindings, blocks?: string[]): boolean {
    const pattern = this.patterns.get(target);
    const block = this.live.get(live);
    if (pattern === undefined || blocks === undefined) return target === live;
    if (block === undefined || this.drawn.copies.has(live)) return false;
    if (blocks.includes(live)) return true;
    blocks.push(live);
    return this.unify(pattern, block, found, blocks);
  }

  private unifyText(pattern: string, live: string, found: Bindings): boolean {
    const names: { readonly field: string; readonly kind: string | undefined }[] = [];
    let source = "";
    let end = 0;
    for (const { 0: hole, 1: kind, 2: inner, 3: name, index } of pattern.matchAll(HOLE)) {
      source += quoted(pattern.slice(end, index));
      end = index + hole.length;
      const value = inner ?? name ?? "";
      if (value.startsWith(`${this.list}.`)) {
        names.push({ field: value.slice(this.list.length + 1), kind });
        source += "(.+?)";
      } else source += quoted(textIn(this.put.render(hole)));
    }
    const match = new RegExp(`^${source}${quoted(pattern.slice(end))}$`, "s").exec(live);
    if (match === null) return false;
    return names.every(({ field, kind }, index) => {
      const text = match[index + 1] ?? "";
      const named = kind === undefined ? undefined : this.put.references.named(text);
      if (kind !== undefined && named?.kind !== kind) return false;
      const value = named?.name ?? text;
      if ((found.get(field) ?? value) !== value) return false;
      found.set(field, value);
      return true;
    });
  }
}

/** An entry as code: `{ key: "3", queue: "Trade Finance" }`. */
export const entryText = (entry: Entry): string =>
  `{ ${Object.entries(entry)
    .map(([field, text]) => `${field}: ${JSON.stringify(text)}`)
    .join(", ")} }`;

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
