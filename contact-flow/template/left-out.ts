import { didYouMean } from "../did-you-mean";
import type { TemplateFault } from "./fault";
import { isObject, type Json } from "../json";

/**
 * A flow in which nothing leads to a block that was left out: what led to it leads to where its
 * `Otherwise` says.
 *
 * @param leftOut - The block that comes instead, by the name of the one that is left out.
 */
export function bypass(content: Json, leftOut: ReadonlyMap<string, string>): Json {
  if (leftOut.size === 0) return content;
  return follow(content, (target) => {
    let at = target;
    for (const passed = new Set<string>(); !passed.has(at);) {
      passed.add(at);
      at = leftOut.get(at) ?? at;
    }
    return at;
  });
}

/** The same content with each target of a transition, and the start, replaced. */
function follow(json: Json, instead: (target: string) => string): Json {
  if (Array.isArray(json)) return json.map((each) => follow(each, instead));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      TARGETS.has(key) && typeof value === "string" ? instead(value) : follow(value, instead),
    ]),
  );
}

const TARGETS: ReadonlySet<string> = new Set(["NextAction", "StartAction"]);

/** Each `Otherwise` that names no block of the template: it would be found once the list is empty. */
export function strayOtherwise(template: Json): TemplateFault[] {
  const actions =
    isObject(template) && Array.isArray(template.Actions) ? template.Actions.filter(isObject) : [];
  const names = actions.map(({ Identifier: name }) => textOf(name));
  return actions.flatMap(({ Otherwise: target }, index) => {
    if (target === undefined || names.includes(textOf(target))) return [];
    return {
      template: `Actions[${index}].Otherwise`,
      problem: `must name another block of the template, got ${JSON.stringify(target)}${didYouMean(textOf(target), names)}`,
    };
  });
}

const textOf = (json: Json | undefined): string => (typeof json === "string" ? json : "");
