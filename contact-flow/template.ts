/**
 * Flow templates: flow-language JSON with named holes.
 *
 * - `{{queue:Customer Service}}` names a resource; its id comes in.
 * - `{{openingHours}}` names a value of the flow. A hole that is a whole string takes the value
 *   as it is (a list stays a list); inside a longer string the value must be text.
 * - `"ForEach": "menu"` on an object of a list (or on an entry of ActionMetadata) repeats it for
 *   each entry of that value; inside, `{{menu.key}}` is the entry's field. Holes nest, innermost
 *   first: `{{queue:{{menu.queue}}}}`.
 */

/** What a hole of a template may be filled with: text, a list of texts, or entries for ForEach. */
export type TemplateValue =
  string | readonly string[] | readonly Readonly<Record<string, string>>[];

/** The values of one flow, by the name that its template uses. */
export type TemplateValues = Readonly<Record<string, TemplateValue>>;

/** The resources of one kind. */
export interface TemplateResources {
  readonly names: readonly string[];
  /** The id or ARN that a flow needs; asked for names of the list only. */
  readonly idOf: (name: string) => string;
}

/** How a template is rendered. */
export interface RenderOptions {
  /** The template's file, for messages. */
  readonly file: string;
  readonly values: TemplateValues;
  /** What a hole may name, by what stands before its colon: queue, hours, prompt, … */
  readonly resources: Readonly<Record<string, TemplateResources>>;
  /** What is done to the template's own text, such as escaping it for Terraform. */
  readonly escape?: (text: string) => string;
}

/** All that is wrong with one template; its message has a line for each fault. */
export class TemplateError extends Error {
  public constructor(
    public readonly file: string,
    public readonly faults: readonly string[],
  ) {
    super([`${file} can't be rendered:`, ...faults.map((fault) => `  - ${fault}`)].join("\n"));
    this.name = "TemplateError";
  }
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Entry = Readonly<Record<string, string>>;

/** The entry that a ForEach has reached. */
interface Item {
  readonly list: string;
  readonly entry: Entry;
}

/** `{{name}}`, `{{kind:name}}` or `{{kind:{{name of a value}}}}`. */
const HOLE = /\{\{(?:(\w+):)?(?:\{\{([^{}]+)\}\}|([^{}]+))\}\}/g;
const WHOLE_HOLE = /^\{\{([^{}:]+)\}\}$/;
const ARN = /\barn:aws[\w-]*:/;
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i;
/** Room that the console needs from one block to the next below it, in its own pixels. */
const ROW_HEIGHT = 200;

/**
 * Fills every hole of a flow template.
 * @param template the file's text.
 * @returns the flow's content, compact JSON.
 * @throws TemplateError with every fault: bad JSON, a hole that nothing fills, a value that no
 * hole uses, a literal ARN or UUID (it would name a resource of one instance only).
 */
export function renderTemplate(template: string, options: RenderOptions): string {
  const rendering = new Rendering(options);
  const content = rendering.render(parse(template, options.file), "");
  const faults = new Set([...rendering.faults, ...rendering.unusedValues()]);
  if (faults.size > 0) {
    throw new TemplateError(options.file, [...faults]);
  }
  return JSON.stringify(content);
}

function parse(template: string, file: string): Json {
  try {
    return JSON.parse(template) as Json;
  } catch (error) {
    throw new TemplateError(file, [`not valid JSON: ${(error as Error).message}`]);
  }
}

class Rendering {
  public readonly faults: string[] = [];
  private readonly used = new Set<string>();

  public constructor(private readonly options: RenderOptions) {}

  public render(json: Json, path: string, item?: Item): Json {
    if (typeof json === "string") {
      return this.value(json, path, item);
    }
    if (Array.isArray(json)) {
      return json.flatMap((element, index) =>
        this.copies(element, `${path}[${index}]`, item).map((copy) =>
          this.render(copy.json, copy.path, copy.item),
        ),
      );
    }
    if (typeof json === "object" && json !== null) {
      const entries = Object.entries(json).flatMap(([key, value]) =>
        this.copies(value, path === "" ? key : `${path}.${key}`, item).map((copy, row) => [
          this.text(key, copy.path, copy.item),
          moveDown(this.render(copy.json, copy.path, copy.item), row),
        ]),
      );
      return Object.fromEntries(entries) as Json;
    }
    return json;
  }

  /** A fault for each value, or field of an entry, that no hole has asked for. */
  public unusedValues(): string[] {
    return Object.entries(this.options.values)
      .flatMap(([name, value]) => {
        const entries = entriesOf(value);
        const fields = new Set(entries?.flatMap((entry) => Object.keys(entry)));
        return entries ? [...fields].map((field) => `${name}.${field}`) : [name];
      })
      .filter((name) => !this.used.has(name))
      .map((name) => `value "${name}" fills no hole: write {{${name}}} in the template or drop it`);
  }

  /** An object with ForEach, once for each entry; anything else, once. */
  private copies(json: Json, path: string, item?: Item) {
    if (typeof json !== "object" || json === null || Array.isArray(json) || !("ForEach" in json)) {
      return [{ json, path, item }];
    }
    const { ForEach: value, ...copy } = json;
    const list = typeof value === "string" ? value : JSON.stringify(value);
    const entries = entriesOf(this.options.values[list]) ?? this.noEntries(list);
    if (entries === undefined) {
      this.faults.push(
        `${path}: ForEach must name one of the flow's lists (${this.valueNames()}), got ${list}`,
      );
    }
    return (entries ?? []).map((entry, index) => ({
      json: copy,
      path: `${path} for ${list} ${index + 1}`,
      item: { list, entry },
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

  private value(text: string, path: string, item?: Item): Json {
    const name = WHOLE_HOLE.exec(text)?.[1];
    const value = name === undefined ? undefined : this.options.values[name];
    if (name !== undefined && Array.isArray(value) && entriesOf(value) === undefined) {
      this.used.add(name);
      return [...(value as readonly string[])];
    }
    return this.text(text, path, item);
  }

  /** A text with its holes filled; only what stands outside of the holes is escaped. */
  private text(text: string, path: string, item?: Item): string {
    const { escape = (own: string) => own } = this.options;
    let filled = "";
    let end = 0;
    for (const hole of text.matchAll(HOLE)) {
      const [whole, kind, reference, name] = hole;
      const own = text.slice(end, hole.index);
      this.refuseLiteralId(own, path);
      filled += escape(own);
      end = hole.index + whole.length;
      if (kind === undefined) {
        filled += escape(this.lookUp(reference ?? name ?? "", path, item));
      } else {
        const resource = reference === undefined ? name : this.lookUp(reference, path, item);
        filled += this.resolve(kind, resource ?? "", path);
      }
    }
    this.refuseLiteralId(text.slice(end), path);
    return filled + escape(text.slice(end));
  }

  private lookUp(name: string, path: string, item?: Item): string {
    this.used.add(name);
    const field = item && name.startsWith(`${item.list}.`) ? name.slice(item.list.length + 1) : "";
    const value = item && field !== "" ? item.entry[field] : this.options.values[name];
    if (typeof value !== "string") {
      this.faults.push(`${path}: no text for the hole {{${name}}}; values: ${this.valueNames()}`);
      return "";
    }
    return value;
  }

  private resolve(kind: string, name: string, path: string): string {
    const resources = this.options.resources[kind];
    if (resources?.names.includes(name)) {
      return resources.idOf(name);
    }
    this.faults.push(
      resources === undefined
        ? `${path}: a hole names one of ${Object.keys(this.options.resources).join(", ")}, got "${kind}"`
        : `${path}: there is no ${kind} named "${name}"; there are: ${resources.names.join(", ")}`,
    );
    return "";
  }

  private refuseLiteralId(text: string, path: string): void {
    const literal = ARN.test(text) ? "ARN" : UUID.test(text) ? "UUID" : undefined;
    if (literal !== undefined) {
      this.faults.push(
        `${path}: a literal ${literal} names a resource of one instance only, write a hole such as {{queue:Name}}: "${text}"`,
      );
    }
  }

  private valueNames(): string {
    return Object.keys(this.options.values).join(", ") || "none";
  }
}

function entriesOf(value: TemplateValue | undefined): readonly Entry[] | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  const entries = value as readonly (string | Entry)[];
  return entries.every((entry) => typeof entry === "object") ? entries : undefined;
}

/** Blocks that ForEach repeats would lie on one another: each is drawn a row below the last. */
function moveDown(json: Json, rows: number): Json {
  if (rows === 0 || typeof json !== "object" || json === null || Array.isArray(json)) {
    return json;
  }
  const position = json.position;
  return typeof position === "object" && position !== null && !Array.isArray(position)
    ? { ...json, position: { ...position, y: Number(position.y) + rows * ROW_HEIGHT } }
    : json;
}
