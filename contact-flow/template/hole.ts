/**
 * Flow templates: flow-language JSON with named holes.
 *
 * - `{{queue:Customer Service}}` names a resource; its id comes in.
 * - `{{openingHours}}` names a value of the flow. A hole that is a whole string takes the value
 *   as it is (a list stays a list); inside a longer string the value must be text.
 * - `"ForEach": "menu"` on an object of a list (or on an entry of ActionMetadata) repeats it for
 *   each entry of that value; inside, `{{menu.key}}` is the entry's field. Holes nest, innermost
 *   first: `{{queue:{{menu.queue}}}}`.
 * - `"Otherwise": "Main menu"` beside a ForEach says which block comes instead if the list is empty.
 */

/** `{{name}}`, `{{kind:name}}` or `{{kind:{{name of a value}}}}`. */
export const HOLE = /\{\{(?:(\w+):)?(?:\{\{([^{}]+)\}\}|([^{}]+))\}\}/g;

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

/** An entry of a list that ForEach repeats something for. */
export type Entry = Readonly<Record<string, string>>;

/** The entries of a list that ForEach can repeat; undefined for any other value, and for an empty list. */
export function entriesOf(value: TemplateValue | undefined): readonly Entry[] | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  const entries = value as readonly (string | Entry)[];
  return entries.every((entry) => typeof entry === "object") ? entries : undefined;
}
