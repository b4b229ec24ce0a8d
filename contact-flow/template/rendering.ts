import { didYouMean, nearest } from "../did-you-mean";
import type { Origin, OriginValue, TemplateFault } from "./fault";
import { entriesOf, type Entry, HOLE, type RenderOptions } from "./hole";
import { literalIdProblem, ownIds } from "./literal-ids";
import { identifierOf, sameIdentifiers } from "./same-identifiers";
import { isObject, type Json } from "../json";

export type { Entry, RenderOptions } from "./hole";

/** Where the rendering stands: in the template, and in what becomes of it. */
interface Place {
  readonly template: string;
  readonly rendered: string;
}

/** The entry that a ForEach has reached. */
export interface Item {
  readonly list: string;
  readonly index: number;
  readonly entry: Entry;
}

const WHOLE_HOLE = /^\{\{([^{}:]+)\}\}$/;
/** Room that the console needs from one block to the next below it, in its own pixels. */
export const ROW_HEIGHT = 200;

/** Renders one template, and keeps what is wrong and where each part comes from. */
export class Rendering {
  public readonly faults: TemplateFault[] = [];
  private readonly used = new Set<string>();
  private readonly origins = new Map<string, Origin>();
  private readonly bypasses = new Map<string, string>();
  /** Ids of the flow's own blocks and comments, as the console makes them. */
  private own: ReadonlySet<string> = new Set();

  public constructor(private readonly options: RenderOptions) {}

  /** The blocks that are left out, each with the block that comes instead. */
  public get leftOut(): ReadonlyMap<string, string> {
    return this.bypasses;
  }

  public render(json: Json, place: Place, item?: Item): Json {
    if (place.template === "") this.own = ownIds(json);
    this.origins.set(place.rendered, { template: place.template });
    if (typeof json === "string") {
      return this.value(json, place, item);
    }
    if (Array.isArray(json)) {
      const rendered: Json[] = [];
      for (const [index, element] of json.entries()) {
        for (const copy of this.copies(element, `${place.template}[${index}]`, item)) {
          const at = { template: copy.path, rendered: `${place.rendered}[${rendered.length}]` };
          rendered.push(this.render(copy.json, at, copy.item));
        }
      }
      if (place.rendered === "Actions")
        this.faults.push(...sameIdentifiers(rendered, (path) => this.originOf(path)));
      return rendered;
    }
    return isObject(json) ? this.object(json, place, item) : json;
  }

  private object(json: Readonly<Record<string, Json>>, place: Place, item?: Item): Json {
    const rendered: Record<string, Json> = {};
    for (const [key, value] of Object.entries(json)) {
      for (const [row, copy] of this.copies(value, below(place.template, key), item).entries()) {
        const keyPlace = { template: copy.path, rendered: `${place.rendered}{${key}}${row}` };
        const name = this.text(key, keyPlace, copy.item);
        const at = { template: copy.path, rendered: below(place.rendered, name) };
        rendered[name] = moveDown(this.render(copy.json, at, copy.item), row);
      }
    }
    return rendered;
  }

  /** A fault for each value, or field of an entry, that no hole has asked for. */
  public unusedValues(): TemplateFault[] {
    return Object.entries(this.options.values)
      .flatMap(([name, value]) => {
        const entries = entriesOf(value);
        const fields = new Set(entries?.flatMap((entry) => Object.keys(entry)));
        return entries ? [...fields].map((field) => `${name}.${field}`) : [name];
      })
      .filter((name) => !this.used.has(name))
      .map((name) => ({
        template: "",
        value: { place: `values.${name}`, text: "" },
        problem: `fills no hole: write {{${name}}} in ${this.options.file} or drop it`,
      }));
  }

  /**
   * Where a place of the rendered flow comes from. The value of a list with one text is the value
   * of this text.
   */
  public originOf(path: string): Origin {
    const origin = this.origins.get(path);
    if (origin === undefined) {
      const outer = path.replace(/(\.?[^.[\]]+|\[\d+\])$/, "");
      return outer === path
        ? { template: path }
        : { template: this.originOf(outer).template + path.slice(outer.length) };
    }
    const only = this.origins.has(`${path}[1]`) ? undefined : this.origins.get(`${path}[0]`)?.value;
    return only === undefined ? origin : { ...origin, value: only };
  }

  /** An object with ForEach, once for each entry; anything else, once. */
  private copies(json: Json, path: string, item?: Item) {
    if (!isObject(json) || !("ForEach" in json)) {
      return [{ json, path, item }];
    }
    const { ForEach: value, Otherwise: otherwise, ...copy } = json;
    const list = typeof value === "string" ? value : JSON.stringify(value);
    const entries = entriesOf(this.options.values[list]) ?? this.noEntries(list);
    if (entries === undefined) {
      this.faults.push({
        template: path,
        problem: `ForEach must name one of the flow's lists (${this.valueNames()}), got ${list}${didYouMean(list, this.lists())}`,
      });
    }
    if (entries?.length === 0) this.useAll(copy);
    const name = identifierOf(copy);
    if (typeof name === "string" && typeof otherwise === "string" && entries?.length === 0) {
      this.bypasses.set(name, otherwise);
    }
    return (entries ?? []).map((entry, index) => ({
      json: copy,
      path: `${path} for ${list} ${index + 1}`,
      item: { list, index, entry },
    }));
  }

  /** An empty list may stand for entries, too: what is repeated for each of none is left out. */
  private noEntries(list: string): readonly Entry[] | undefined {
    const value = this.options.values[list];
    if (!Array.isArray(value) || value.length > 0) {
      return undefined;
    }
    this.used.add(list);
    return [];
  }

  /** What a part that is left out would have asked for has its place all the same. */
  private useAll(json: Json): void {
    if (typeof json === "string") {
      for (const [, , reference, name] of json.matchAll(HOLE))
        this.used.add(reference ?? name ?? "");
    } else if (typeof json === "object" && json !== null) {
      for (const [key, value] of Object.entries(json)) {
        if (key === "ForEach" && typeof value === "string") this.used.add(value);
        this.useAll(value);
      }
    }
  }

  private value(text: string, place: Place, item?: Item): Json {
    const name = WHOLE_HOLE.exec(text)?.[1];
    const value = name === undefined ? undefined : this.options.values[name];
    if (name !== undefined && Array.isArray(value) && entriesOf(value) === undefined) {
      this.used.add(name);
      for (const [index, each] of (value as readonly string[]).entries()) {
        this.origins.set(`${place.rendered}[${index}]`, {
          template: place.template,
          value: { place: `values.${name}[${index}]`, text: each },
        });
      }
      return [...(value as readonly string[])];
    }
    return this.text(text, place, item);
  }

  /** A text with its holes filled; only what stands outside of the holes is escaped. */
  private text(text: string, place: Place, item?: Item): string {
    const { escape = (own: string) => own } = this.options;
    let filled = "";
    let end = 0;
    for (const hole of text.matchAll(HOLE)) {
      const [whole, kind, reference, name] = hole;
      const own = text.slice(end, hole.index);
      this.refuseLiteralId(own, place);
      filled += escape(own);
      end = hole.index + whole.length;
      const value =
        kind === undefined || reference !== undefined
          ? this.lookUp(reference ?? name ?? "", place, item)
          : undefined;
      if (value !== undefined) {
        this.origins.set(place.rendered, { template: place.template, value });
      }
      filled +=
        kind === undefined
          ? escape(value?.text ?? "")
          : this.resolve(kind, value?.text ?? name ?? "", {
              template: place.template,
              ...(value && { value }),
            });
    }
    this.refuseLiteralId(text.slice(end), place);
    return filled + escape(text.slice(end));
  }

  /** The value that a hole names; a fault, and nothing, where there is none. */
  private lookUp(name: string, place: Place, item?: Item): OriginValue | undefined {
    this.used.add(name);
    const field = item && name.startsWith(`${item.list}.`) ? name.slice(item.list.length + 1) : "";
    const ofItem = item !== undefined && field !== "";
    const value = ofItem ? item.entry[field] : this.options.values[name];
    if (typeof value === "string") {
      const at = ofItem ? `${item.list}[${item.index}].${field}` : name;
      return { place: `values.${at}`, text: value };
    }
    const known = [
      ...Object.keys(this.options.values),
      ...(item ? Object.keys(item.entry).map((each) => `${item.list}.${each}`) : []),
    ];
    // One fault, not two: the value that was meant isn't also one that fills no hole.
    this.used.add(nearest(name, known) ?? name);
    this.faults.push({
      template: place.template,
      problem: `no text for the hole {{${name}}}${didYouMean(name, known)}; values: ${this.valueNames()}`,
    });
    return undefined;
  }

  private resolve(kind: string, name: string, origin: Origin): string {
    const { resources } = this.options;
    const ofKind = resources[kind];
    if (ofKind?.names.includes(name)) {
      return ofKind.idOf(name);
    }
    const kinds = Object.keys(resources);
    this.faults.push(
      ofKind === undefined
        ? {
            template: origin.template,
            problem: `a hole names one of ${kinds.join(", ")}, got "${kind}"${didYouMean(kind, kinds)}`,
          }
        : {
            ...origin,
            problem: `there is no ${kind} named "${name}"${didYouMean(name, ofKind.names)}; there are: ${ofKind.names.join(", ")}`,
          },
    );
    return `\${${kind}}`;
  }

  private refuseLiteralId(text: string, { template }: Place): void {
    const problem = literalIdProblem(text, this.own);
    if (problem !== undefined) this.faults.push({ template, problem });
  }

  private lists(): string[] {
    const { values } = this.options;
    return Object.keys(values).filter((name) => Array.isArray(values[name]));
  }

  private valueNames(): string {
    return Object.keys(this.options.values).join(", ") || "none";
  }
}

const below = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/** Blocks that ForEach repeats would lie on one another: each is drawn a row below the last. */
function moveDown(json: Json, rows: number): Json {
  if (rows === 0 || !isObject(json)) {
    return json;
  }
  const position = json.position;
  return isObject(position)
    ? { ...json, position: { ...position, y: Number(position.y) + rows * ROW_HEIGHT } }
    : json;
}
