import { JsonTextError, parseJsonText, repeatedKeys } from "../json-text";
import type { Json } from "../json";
import { type Origin, TemplateError, type TemplateFault } from "./fault";
import { bypass, strayOtherwise } from "./left-out";
import type { RenderOptions } from "./hole";
import { Rendering } from "./rendering";

export { type Origin, TemplateError, type TemplateFault } from "./fault";
export type { RenderOptions, TemplateResources, TemplateValues } from "./hole";

/** A flow's content, with what is wrong with the template and the values that made it. */
export interface RenderedTemplate {
  /** The flow's content, compact JSON; a hole that nothing fills holds a stand-in. */
  readonly content: string;
  /** Where a place of the content comes from, such as `Actions[7].Identifier`. */
  readonly originOf: (path: string) => Origin;
  readonly faults: readonly TemplateFault[];
}

/**
 * Fills every hole of a flow template.
 *
 * @param template - The file's text.
 * @returns The flow's content, compact JSON.
 * @throws TemplateError with every fault: bad JSON, a hole that nothing fills, a value that no
 * hole uses, a literal ARN or UUID (it would name a resource of one instance only).
 */
export function renderTemplate(template: string, options: RenderOptions): string {
  const { content, faults } = tryTemplate(template, options);
  if (faults.length > 0) throw new TemplateError(options.file, faults);
  return content;
}

/**
 * Fills every hole of a flow template as far as it can be done, so that what it makes can be judged
 * together with what is wrong with it.
 *
 * @throws TemplateError where the template isn't JSON.
 */
export function tryTemplate(template: string, options: RenderOptions): RenderedTemplate {
  const rendering = new Rendering(options);
  const parsed = parse(template, options.file);
  const content = rendering.render(parsed, { template: "", rendered: "" });
  return {
    content: JSON.stringify(bypass(content, rendering.leftOut)),
    originOf: (path) => rendering.originOf(path),
    faults: distinct([
      ...repeated(template),
      ...rendering.faults,
      ...rendering.unusedValues(),
      ...strayOtherwise(parsed),
    ]),
  };
}

function parse(template: string, file: string): Json {
  try {
    return parseJsonText(template) as Json;
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const { line, column, problem } = error;
    throw new TemplateError(`${file}:${line}:${column}`, [
      { template: "", problem: `not valid JSON: ${problem}` },
    ]);
  }
}

/** Keys that stand twice, which are lost when the template is read. */
const repeated = (template: string): TemplateFault[] =>
  repeatedKeys(template).map(({ key, line }) => ({
    template: `line ${line}`,
    problem: `${JSON.stringify(key)} stands there for the second time: delete the one that isn't meant`,
  }));

/**
 * A wrong value is told once, in however many places of the template it stands; what the console
 * keeps of a block in the metadata repeats what the block's parameters say.
 */
function distinct(faults: readonly TemplateFault[]): TemplateFault[] {
  const inActions = faults.filter(({ template }) => !template.startsWith("Metadata."));
  const told = new Map<string, TemplateFault>();
  for (const fault of faults) {
    const { value, template, problem } = fault;
    const repeats = inActions.some((other) => other !== fault && other.problem === problem);
    if (template.startsWith("Metadata.") && repeats) continue;
    const key = `${value?.place ?? template}\n${problem}`;
    if (!told.has(key)) told.set(key, fault);
  }
  return [...told.values()];
}
