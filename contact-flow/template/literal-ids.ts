import { isObject, type Json } from "../json";

const ARN = /\barn:aws[\w-]*:/;
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i;

/**
 * What is wrong with a text of a template that names a resource by its id: another instance has other ids.
 *
 * @param own - the ids that the flow gives to its own parts
 */
export function literalIdProblem(text: string, own: ReadonlySet<string>): string | undefined {
  const isLiteralId = UUID.test(text) && !own.has(text);
  const literal = ARN.test(text) ? "ARN" : isLiteralId ? "UUID" : undefined;
  return literal === undefined
    ? undefined
    : `a literal ${literal} names a resource of one instance only, write a hole such as {{queue:Name}}: "${text}"`;
}

/** What a flow calls its own: the console names blocks, comments and drawn conditions by UUIDs, too. */
export function ownIds(flow: Json): ReadonlySet<string> {
  const within = (json: Json | undefined, key: string): readonly Json[] => {
    const list = isObject(json) ? json[key] : undefined;
    return Array.isArray(list) ? list : [];
  };
  const idsIn = (list: readonly Json[], key: string) =>
    list.flatMap((each) => {
      const id = isObject(each) ? each[key] : undefined;
      return typeof id === "string" ? id : [];
    });
  const metadata = isObject(flow) ? flow.Metadata : undefined;
  const drawn = isObject(metadata) ? metadata.ActionMetadata : undefined;
  const blocks = isObject(drawn) ? Object.values(drawn) : [];
  return new Set([
    ...idsIn(within(flow, "Actions"), "Identifier"),
    ...idsIn(within(metadata, "Annotations"), "id"),
    ...blocks.flatMap((block) => idsIn(within(block, "conditionMetadata"), "id")),
  ]);
}
