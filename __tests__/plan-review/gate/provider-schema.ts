import { readFileSync } from "node:fs";
import { join } from "node:path";

import { CLASSIFICATION } from "../../../plan-review/gate/classification";
import type { TypeRules } from "../../../plan-review/gate/type-rules";

/** As much of a provider's schema as the tests look at. */
export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

interface Attribute {
  readonly computed?: boolean;
  readonly optional?: boolean;
}

/** Who sets an attribute: what only AWS or the provider sets is computed. */
type Setter = "configuration" | "computed";

/** By type, and by the attribute's path: `phone_config.auto_accept`. */
export type SchemaRecord = Readonly<Record<string, Readonly<Record<string, Setter>>>>;

/** Made from the provider itself; classification.e2e.test.ts compares the two. */
export const RECORD = join(__dirname, "provider-attributes.json");

export const recorded = (): SchemaRecord =>
  JSON.parse(readFileSync(RECORD, "utf8")) as SchemaRecord;

/** All that the table names of a type. */
export const listed = ({ free, judged, named, unused, computed }: TypeRules): string[] => [
  ...Object.values(free).flat(),
  ...Object.keys(judged),
  ...Object.values(named).flat(),
  ...unused,
  ...computed,
];

/** What the table names, as the provider has it; the parts of a block only where the table names one. */
export function recordOf(
  schemas: Readonly<Record<string, { readonly block: Block }>>,
): SchemaRecord {
  return Object.fromEntries(
    Object.entries(CLASSIFICATION).map(([type, rules]) => {
      const all = listed(rules);
      const isDivided = (path: string) => all.some((each) => each.startsWith(`${path}.`));
      return [type, Object.fromEntries(attributesOf(schemas[type]?.block ?? {}, isDivided))];
    }),
  );
}

function attributesOf(
  { attributes = {}, block_types: blocks = {} }: Block,
  isDivided: (path: string) => boolean,
  at = "",
): [path: string, setter: Setter][] {
  return [
    ...Object.entries(attributes).map(([name, attribute]): [string, Setter] => [
      at + name,
      isComputed(name, attribute) ? "computed" : "configuration",
    ]),
    ...Object.entries(blocks).flatMap(([name, { block }]): [string, Setter][] =>
      isDivided(at + name)
        ? attributesOf(block, isDivided, `${at}${name}.`)
        : [[at + name, "configuration"]],
    ),
  ];
}

/** The provider lets one set `id` and `tags_all`, too, but to no effect. */
const isComputed = (name: string, { computed, optional }: Attribute): boolean =>
  ["id", "tags_all"].includes(name) || (computed === true && optional !== true);
