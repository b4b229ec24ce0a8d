import type { Origin, TemplateFault } from "./fault";
import { isObject, type Json } from "../json";

/** What names a block of the flow. */
export const identifierOf = (action: Json): Json | undefined =>
  isObject(action) ? action.Identifier : undefined;

/**
 * Entries of a list whose blocks would have one name: a block's name must be its own. A value that names
 * several blocks is reported once.
 */
export function sameIdentifiers(
  actions: readonly Json[],
  originOf: (path: string) => Origin,
): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const first = new Map<Json | undefined, number>();
  const told = new Set<string>();
  for (const [index, action] of actions.entries()) {
    const name = identifierOf(action);
    const twin = first.get(name);
    if (twin === undefined) {
      first.set(name, index);
      continue;
    }
    const origin = originOf(`Actions[${index}].Identifier`);
    const other = originOf(`Actions[${twin}].Identifier`).value?.place;
    if (name === undefined || origin.value === undefined || other === undefined) continue;
    if (told.has(origin.value.place)) continue;
    told.add(origin.value.place);
    faults.push({
      ...origin,
      problem: `must differ from ${other}, got "${origin.value.text}" twice: both would name the block "${JSON.stringify(name).slice(1, -1)}"`,
    });
  }
  return faults;
}
