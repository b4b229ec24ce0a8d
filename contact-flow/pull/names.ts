import type { Matching } from "../diff/matching";
import { isObject, type Json, type JsonObject } from "../json";
import type { Copy } from "./copies";
import { mapTexts } from "./nodes";
import type { Put } from "./put";
import { isUuid } from "./texts";

/** Where the name of a block stands in a flow's actions. */
const NAMES: ReadonlySet<string> = new Set(["Identifier", "NextAction", "StartAction"]);

/**
 * What the template is to call each live block, by its identifier: as a person has named it, and as the
 * template did where the console has made an identifier anew.
 */
export function namesOf(
  { newOf, oldOf }: Matching,
  copies: readonly Copy[],
  put: Put,
): (identifier: string) => string {
  const names = new Map<string, string>();
  for (const [is, was] of oldOf) names.set(is, isUuid(is) && !isUuid(was) ? was : is);
  for (const at of new Set(copies.filter(({ item }) => item).map(({ at: index }) => index))) {
    const group = copies.filter((copy) => copy.at === at);
    const renamed = group.map(({ name, item }) => ({
      live: names.get(newOf.get(name) ?? "") ?? name,
      item,
    }));
    const [first] = group;
    const lifted = first && put.fold(first.body.Identifier ?? "", renamed);
    if (lifted !== undefined) continue;
    for (const { name } of group) {
      const is = newOf.get(name);
      if (is !== undefined) names.set(is, name);
    }
  }
  return (identifier) => names.get(identifier) ?? identifier;
}

/** The live flow with the blocks' names that the template is to have. */
export function renamedFlow(flow: JsonObject, nameOf: (identifier: string) => string): JsonObject {
  const renamed = mapTexts(
    Object.fromEntries(Object.entries(flow).filter(([key]) => key !== "Metadata")),
    (text, key) => (NAMES.has(key) ? nameOf(text) : text),
  ) as JsonObject;
  return flow.Metadata === undefined
    ? renamed
    : { ...renamed, Metadata: renamedDrawing(flow.Metadata, nameOf) };
}

function renamedDrawing(metadata: Json, nameOf: (identifier: string) => string): Json {
  if (!isObject(metadata)) return metadata;
  const result = { ...metadata };
  if (isObject(metadata.ActionMetadata)) {
    result.ActionMetadata = Object.fromEntries(
      Object.entries(metadata.ActionMetadata).map(([name, own]) => [nameOf(name), own]),
    );
  }
  if (metadata.Annotations !== undefined)
    result.Annotations = mapTexts(metadata.Annotations, nameOf);
  return result;
}
